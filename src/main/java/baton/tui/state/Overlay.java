package baton.tui.state;

/** What stands over the view. One at a time. */
public sealed interface Overlay {
    record None() implements Overlay {}

    /** The keys of the view; {@code top} is its first row. */
    record Help(int top) implements Overlay {}

    /** Every deed by its words. */
    record Palette(String query, int at) implements Overlay {}

    /** Asks what should stop; nothing has stopped yet. */
    record StopChoice(int at) implements Overlay {}

    /** A prefix was typed; what may follow is shown. */
    record Prefix(Kind kind) implements Overlay {}

    /** Which prefix. */
    enum Kind {
        LEADER, GO
    }

    /** A text of its own, all of it. */
    record Pager(String title, String text, int top) implements Overlay {}

    /** No session yet: what can be done here. */
    record Welcome(int at) implements Overlay {}

    /** A line is being typed for something other than the chat. */
    record Ask(Purpose purpose, String text) implements Overlay {}

    /** What an asked line is for. */
    enum Purpose {
        FIND, SEEK, SEARCH_SESSIONS, OPEN_PLAN, FILTER
    }

    Overlay NONE = new None();
}
