package baton.tui.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.tui.frame.Ink;
import baton.tui.state.Reading.Fold;
import baton.tui.state.Scene;
import baton.view.Sentence;
import baton.view.Tags;
import baton.view.prose.Prose;
import baton.view.prose.Wrapping;
import baton.view.talk.Block;
import baton.view.talk.Block.Said;
import baton.view.talk.Block.Stage;
import baton.view.talk.Block.Turn;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** What blocks look like. Remembers the rows of the last blocks it was asked for; belongs to one thread. */
public final class BlockRows {
    /** Columns of tag, bar and space. */
    public static final int GUTTER = 4;
    private static final int REMEMBERED = 600;
    /** Rows of a text that are shown before somebody unfolds it, and rows shown even then; a pager shows all. */
    private static final int TEXT_ROWS = 120;
    private static final int UNFOLDED_ROWS = 2_000;
    /** Rows of an order by a template, which has many fields. */
    private static final int ORDER_ROWS = 12;
    /** Characters of a text that are laid out at all on the conversation; a pager shows all. */
    private static final int TEXT_CHARS = 60_000;

    private final Map<Place, Laid> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Laid> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Where rows are kept: what a block looked like before it grew is of no use to anybody. */
    private record Place(String block, int columns) {}

    /** What the rows of a block depend on beside itself. */
    private record Key(int columns, Optional<Fold> fold, boolean headed, String title) {}

    /** Rows with what they were made from; {@code growing} has read what is complete of a text that is being written. */
    private record Laid(Block block, Key key, List<Row> rows, Optional<Prose.Growing> growing) {
        /** Only the very same block counts: comparing texts letter by letter would cost more than laying them out. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Block other, Key wanted) {
            return block == other && key.equals(wanted);
        }
    }

    /**
     * The rows of a block.
     *
     * @param columns of the whole row, gutter included
     * @param before the block above it, which may make its head superfluous
     */
    public List<Row> of(Scene scene, Tags tags, Block block, Optional<Block> before, Optional<Fold> fold,
            int columns) {
        boolean headed = !isContinued(block, before);
        var rows = switch (block.body()) {
            case Turn turn -> remembered(tags, block, turn, new Key(columns, fold, headed, title(scene, turn)));
            case Said said -> said(block, said, columns);
            case Block.Order order -> order(scene, block, order, fold, columns);
            case Block.Note note -> note(tags, note, columns);
            case Block.Handoff handoff -> new HandoffRows(scene, tags, columns).of(handoff.handoff());
            case Block.Ask ask -> AskRows.of(scene, ask.item(), columns);
        };
        return headed && needsGap(block, before) ? withGap(rows) : rows;
    }

    private List<Row> remembered(Tags tags, Block block, Turn turn, Key key) {
        var place = new Place(block.id(), key.columns());
        var laid = remembered.get(place);
        if (laid == null || !laid.isOf(block, key)) {
            var growing = turn.stage() == Stage.WRITING
                    ? Optional.ofNullable(laid).flatMap(Laid::growing)
                            .or(() -> Optional.of(new Prose.Growing(key.columns() - GUTTER)))
                    : Optional.<Prose.Growing>empty();
            laid = new Laid(block, key, turn(tags, block, turn, key, growing), growing);
            remembered.put(place, laid);
        }
        return laid.rows();
    }

    private static String title(Scene scene, Turn turn) {
        return scene.session().task(turn.task()).map(task -> task.spec().title()).orElse("");
    }

    private static boolean isContinued(Block block, Optional<Block> before) {
        return block.body() instanceof Turn turn && before.isPresent()
                && before.get().body() instanceof Turn above && above.agent().equals(turn.agent())
                && above.task().equals(turn.task());
    }

    /** Facts stand close together; everything else has air around it. */
    private static boolean needsGap(Block block, Optional<Block> before) {
        if (before.isEmpty()) {
            return false;
        }
        boolean bothSmall = isSmall(block) && isSmall(before.get());
        return !bothSmall;
    }

    private static boolean isSmall(Block block) {
        return block.body() instanceof Block.Note || block.body() instanceof Block.Ask;
    }

    private static List<Row> withGap(List<Row> rows) {
        var more = new ArrayList<Row>(rows.size() + 1);
        more.add(Row.GAP);
        more.addAll(rows);
        return more;
    }

    private static List<Row> turn(Tags tags, Block block, Turn turn, Key key, Optional<Prose.Growing> growing) {
        var tag = tags.of(turn.agent());
        int width = key.columns() - GUTTER;
        var rows = new ArrayList<Row>();
        var text = text(turn, width, growing);
        boolean folded = key.fold().equals(Optional.of(Fold.FOLDED));
        boolean whole = key.fold().equals(Optional.of(Fold.UNFOLDED));
        // What is being written is shown to its end: nobody wants to unfold what they are reading.
        int most = folded ? 0 : whole || turn.stage() == Stage.WRITING ? UNFOLDED_ROWS : TEXT_ROWS;
        if (key.headed()) {
            rows.add(row(tag, head(turn, key.title(), width), state(block, turn, folded, text.size())));
        }
        text.stream().limit(most).forEach(line -> rows.add(row(tag, line, StyledLine.EMPTY)));
        if (!folded && turn.words().length() > TEXT_CHARS && text.size() <= most) {
            rows.add(row(tag, StyledLine.of(Tone.DIM, "… " + Amounts.count(turn.words().length() - TEXT_CHARS)
                    + " more characters" + (turn.stage() == Stage.WRITING ? " so far" : "") + " · Enter opens all"),
                    StyledLine.EMPTY));
        }
        if (!folded && text.size() > most) {
            rows.add(row(tag, StyledLine.of(Tone.DIM, "… " + Amounts.of(text.size() - most, "more line")
                    + " · Enter opens all"), StyledLine.EMPTY));
        }
        if (!folded) {
            CallRows.of(turn, width, whole).forEach(line -> rows.add(row(tag, line.line(), line.right())));
        }
        return rows;
    }

    private static List<StyledLine> text(Turn turn, int width, Optional<Prose.Growing> growing) {
        String shown = turn.words().beginning(TEXT_CHARS);
        return growing.map(known -> known.lines(shown)).orElseGet(() -> Prose.of(shown, width));
    }

    private static Row row(Tags.Tag tag, StyledLine line, StyledLine right) {
        return new Row(tag.letters(), Ink.agent(tag.number()), line, right);
    }

    private static StyledLine head(Turn turn, String title, int width) {
        String attempt = turn.attempt() > 1 ? "/" + turn.attempt() : "";
        int used = TextWidth.of(turn.agent()) + turn.task().length() + 22;
        var head = StyledLine.of(Tone.STRONG, "@" + turn.agent());
        if (!turn.task().isEmpty()) {
            head = head.and(Tone.DIM, "  " + turn.task() + attempt);
        }
        return width - used > 8 ? head.and(Tone.DIM, " " + TextWidth.cut(title, width - used)) : head;
    }

    private static StyledLine state(Block block, Turn turn, boolean folded, int lines) {
        var time = StyledLine.of(Tone.DIM, Amounts.clock(block.runMs()));
        if (folded) {
            return time.and(Tone.DIM, "  ▸ " + Amounts.of(lines, "line"));
        }
        return switch (turn.stage()) {
            case WRITING -> StyledLine.of(Tone.GOOD, "● writing");
            case BROKEN -> time.and(Tone.ATTENTION, "  cut off");
            case DONE -> time;
        };
    }

    private static List<Row> said(Block block, Said said, int columns) {
        String to = said.toAgent().isEmpty()
                ? said.toTask().isEmpty() ? " to everybody" : " to #" + said.toTask()
                : " to @" + said.toAgent();
        var waits = StyledLine.of(Tone.DIM, switch (said.delivery()) {
            case WAITING -> "not read yet";
            case DELIVERED -> "read";
            case WITHDRAWN -> "taken back unread";
        });
        return person(block, said.by(), to, waits, said.text(), TEXT_ROWS, columns);
    }

    /** A goal or a job in a person's own words, and at the right how it stands with it. */
    private static List<Row> order(Scene scene, Block block, Block.Order order, Optional<Fold> fold, int columns) {
        var task = scene.session().task(order.task());
        var stands = StyledLine.of(task.filter(card -> card.stand().isAccepted()).isPresent() ? Tone.GOOD : Tone.DIM,
                order.task() + task.map(card -> " " + card.stand().words()).orElse(""));
        int most = fold.equals(Optional.of(Fold.UNFOLDED)) ? UNFOLDED_ROWS : ORDER_ROWS;
        return person(block, order.by(), order.agent().isEmpty() ? "" : " to @" + order.agent(), stands, order.text(),
                most, columns);
    }

    private static List<Row> person(Block block, String by, String to, StyledLine right, String text, int most,
            int columns) {
        var rows = new ArrayList<Row>();
        rows.add(new Row("", 0, StyledLine.of(Tone.STRONG, by.equals(Block.PERSON) ? "  you" : "  " + by)
                .and(Tone.DIM, to + "  " + Amounts.clock(block.runMs())), right));
        var margin = StyledLine.of("    ");
        var words = text.strip().lines().limit(UNFOLDED_ROWS)
                .flatMap(line -> Wrapping.of(StyledLine.of(line), columns - GUTTER, margin, margin).stream()).toList();
        words.stream().limit(most).forEach(line -> rows.add(Row.free(line)));
        if (words.size() > most) {
            rows.add(Row.free(StyledLine.of(Tone.DIM, "    … " + Amounts.of(words.size() - most, "more line")
                    + " · Enter opens all")));
        }
        return rows;
    }

    private static List<Row> note(Tags tags, Block.Note note, int columns) {
        var sentence = note.sentence();
        String agent = sentence.agent().value();
        boolean tagged = !agent.isEmpty();
        var line = line(sentence);
        var margin = StyledLine.of(tagged ? "" : "    ");
        var rows = new ArrayList<Row>();
        var tag = tags.of(agent);
        for (var wrapped : Wrapping.of(line, columns - (tagged ? GUTTER : 0), margin, margin)) {
            rows.add(tagged ? row(tag, wrapped, StyledLine.EMPTY) : Row.free(wrapped));
        }
        return rows;
    }

    private static StyledLine line(Sentence sentence) {
        var line = StyledLine.EMPTY;
        if (!sentence.task().isEmpty()) {
            line = line.and(Tone.DIM, sentence.task().value() + " ");
        }
        var tone = sentence.tone() == Tone.PLAIN ? Tone.DIM : sentence.tone();
        return line.and(tone, sentence.says().value());
    }
}
