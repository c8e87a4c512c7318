package baton.line;

import java.util.List;

import baton.view.page.SentenceLayout;
import baton.view.text.StyledLine;

/** Where a person types and reads, line by line. Lines may be shown by any thread, also while one is typed. */
public interface Console extends AutoCloseable {
    /** What came from the person. */
    sealed interface Typed {
        /** One entry; several lines where they were pasted together. */
        record Entry(String text) implements Typed {}

        /** Ctrl-C; {@code cleared} where it took away what was typed and not sent. */
        record Interrupted(boolean cleared) implements Typed {}

        /** Ctrl-D on an empty line, the end of the pipe, or a terminal that is gone. */
        record End() implements Typed {}
    }

    /** Waits for the next entry. Only one thread reads. */
    Typed read(String prompt);

    /** Shows lines above what is being typed. Never waits: what a slow terminal cannot take is left out, and that is said. */
    void show(List<StyledLine> lines);

    default void show(StyledLine line) {
        show(List.of(line));
    }

    /** The next entry begins with this text, where the console can hold one; others show it. */
    void draft(String text);

    /** One line that stands still where the console has a place for it; others show nothing. */
    void status(String text);

    /** Calls the person, where the console can. */
    void ring();

    /** How wide it is now; {@link SentenceLayout#UNFOLDED} where lines are folded by others. */
    int columns();

    /** Gives the terminal itself something that shows nothing, such as a text to be pasted; false where none can take it. */
    boolean tellTerminal(String sequence);

    /** Whether a person sits here, who can still type something later. */
    boolean isAttended();

    /** Waits a bounded time until everything is shown, and gives the terminal back as it was. */
    @Override
    void close();
}
