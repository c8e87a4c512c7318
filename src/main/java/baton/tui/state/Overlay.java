package baton.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import baton.chat.TemplateDraft;
import baton.profile.DelegationTemplate;
import baton.view.text.StyledLine;

/** What stands over the view. One at a time. */
public sealed interface Overlay {
    record None() implements Overlay {
        public static final Overlay ONLY = new None();
    }

    /** The keys of the view; {@code top} is its first row. */
    record Help(int top) implements Overlay {}

    /** Every deed by its words. */
    record Palette(String query, int at) implements Overlay {}

    /** Asks what should stop; nothing has stopped yet. */
    record StopChoice(int at) implements Overlay {}

    /** The messages that nobody has read yet; {@code chosen} is the id of one. */
    record Queue(String chosen) implements Overlay {}

    /** A prefix was typed; what may follow is shown. */
    record Prefix(Kind kind) implements Overlay {}

    /** Which prefix. */
    enum Kind {
        LEADER, GO
    }

    /** A text of its own, all of it; {@code top} is the first row in sight. */
    record Pager(String title, Content content, int top) implements Overlay {
        public Pager(String title, String text, int top) {
            this(title, new Content.Text(text), top);
        }

        Pager at(int row) {
            return new Pager(title, content, Math.max(0, row));
        }

        /** All of it as it is copied, saved and paged. */
        public String text() {
            return switch (content) {
                case Content.Text text -> text.text();
                case Content.Lines lines -> lines.lines().stream().map(StyledLine::text)
                        .collect(Collectors.joining("\n", "", "\n"));
            };
        }
    }

    /** What a pager shows. */
    sealed interface Content {
        /** Markdown as somebody wrote it. */
        record Text(String text) implements Content {}

        /** Lines that have their meanings already, such as those of a diff. */
        record Lines(List<StyledLine> lines) implements Content {
            public Lines {
                lines = List.copyOf(lines);
            }
        }
    }

    /** No session yet: what can be done here. */
    record Welcome(int at) implements Overlay {}

    /**
     * A template is being filled in a form.
     *
     * @param values of the fields as typed: whom it is for, then the slots in the template's order, a line for each value
     * @param at the field the keys go to; behind the last one stands what sends it
     * @param offers what may stand in this field, where something is known
     * @param prefixed whether the menu key was pressed just before
     */
    record Filling(DelegationTemplate template, List<String> values, int at, List<String> offers,
            boolean prefixed) implements Overlay {
        public Filling {
            values = List.copyOf(values);
            offers = List.copyOf(offers);
        }

        /** As it would be sent, with every value that is not blank. */
        public TemplateDraft draft() {
            var slots = new ArrayList<baton.engine.fact.Filling>();
            for (int i = 0; i < template.slots().size(); i++) {
                var given = values.get(i + 1).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
                if (!given.isEmpty()) {
                    slots.add(new baton.engine.fact.Filling(template.slots().get(i).name(), given));
                }
            }
            return new TemplateDraft(template, values.getFirst().strip().replaceFirst("^@", ""), slots);
        }
    }

    /**
     * Asks what a live session may do in a folder that nobody has said yes to.
     *
     * @param checks commands that the plan's gates would run there
     * @param shownAtMs when a frame with it stood on the screen; negative while none has
     */
    record Trust(String folder, List<String> checks, int at, long shownAtMs) implements Overlay {
        public Trust {
            checks = List.copyOf(checks);
        }

        /** What can be said, the least first. */
        public List<Yes> choices() {
            return checks.isEmpty() ? List.of(Yes.READ, Yes.WRITE) : List.of(Yes.values());
        }
    }

    /** How far a yes to a folder goes. */
    enum Yes {
        READ, WRITE, WRITE_AND_CHECK
    }

    /**
     * A question before a session begins, with what can be said.
     *
     * @param lines what it is about
     * @param choices what can be said; the first is marked when it opens
     * @param left the choice that is taken by leaving the question
     * @param shownAtMs when a frame with it stood on the screen; negative while none has
     */
    record Choice(String title, List<StyledLine> lines, List<String> choices, int at, int left, long shownAtMs)
            implements
                Overlay {
        public Choice {
            lines = List.copyOf(lines);
            choices = List.copyOf(choices);
        }

        Choice with(int chosen, long seenAtMs) {
            return new Choice(title, lines, choices, chosen, left, seenAtMs);
        }
    }

    /** True while no frame with it stood on the screen, so that no key may answer it. */
    default boolean isUnseen() {
        return switch (this) {
            case Trust trust -> trust.shownAtMs() < 0;
            case Choice choice -> choice.shownAtMs() < 0;
            case None _,Help _,Palette _,StopChoice _,Queue _,Prefix _,Pager _,Welcome _,Filling _,Ask _ -> false;
        };
    }

    /** It, with the time when it was first seen. */
    default Overlay seen(long atMs) {
        return switch (this) {
            case Trust trust -> new Trust(trust.folder(), trust.checks(), trust.at(), atMs);
            case Choice choice -> choice.with(choice.at(), atMs);
            case None _,Help _,Palette _,StopChoice _,Queue _,Prefix _,Pager _,Welcome _,Filling _,Ask _ -> this;
        };
    }

    /** A line is being typed for something other than the chat. */
    record Ask(Purpose purpose, String text) implements Overlay {}

    /** What an asked line is for. */
    enum Purpose {
        FIND, SEEK, SEARCH_SESSIONS, OPEN_PLAN, FILTER
    }
}
