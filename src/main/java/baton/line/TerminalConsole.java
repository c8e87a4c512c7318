package baton.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import baton.view.text.AsciiSigns;
import baton.view.text.Folding;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A terminal with a prompt that stays at the bottom while the session is told above it. */
public final class TerminalConsole implements Console {
    /** Where the terminal does not say how wide it is. */
    private static final int COLUMNS = 80;
    private static final int FOLD_INDENT = 4;
    private static final int FOLDS_MAX = 60;

    private final Terminal terminal;
    private final PromptReader reader;
    /** What the next entry begins with. */
    private final AtomicReference<String> draft = new AtomicReference<>("");
    private final Looks looks;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ShowQueue queue = new ShowQueue(this::write);

    /** How it looks. */
    public record Looks(boolean colour, boolean ascii) {}

    /**
     * What it remembers.
     *
     * @param file for the history; empty where none is kept
     * @param secret true for a line that must not be kept
     */
    public record Memory(Optional<Path> file, Predicate<String> secret) {}

    private TerminalConsole(Terminal terminal, PromptReader reader, Looks looks) {
        this.terminal = terminal;
        this.reader = reader;
        this.looks = looks;
    }

    /**
     * Takes the terminal of the process.
     *
     * @throws IOException where there is none that can be taken; a {@link PlainConsole} then does
     */
    public static TerminalConsole open(Looks looks, Memory memory, Suggesting suggesting, Editing editing)
            throws IOException {
        var terminal = TerminalBuilder.builder().system(true).dumb(false).encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false).build();
        return on(terminal, looks, memory, suggesting, editing);
    }

    /** The same on any terminal, which it closes at its end. */
    static TerminalConsole on(Terminal terminal, Looks looks, Memory memory, Suggesting suggesting, Editing editing)
            throws IOException {
        // While nothing is read, Ctrl-C has nothing to clear; it must not end the process either.
        terminal.handle(Terminal.Signal.INT, signal -> {});
        Completer completer = new ChatCompleter(suggesting);
        var reader = PromptReader.of(terminal, completer, new PrivateHistory(memory), editing);
        if (!looks.colour()) {
            reader.withoutColour();
        }
        return new TerminalConsole(terminal, reader, looks);
    }

    @Override
    public Typed read(String prompt) {
        try {
            return new Typed.Entry(reader.readLine(prompt, null, (MaskingCallback) null, draft.getAndSet("")));
        } catch (UserInterruptException interrupt) {
            return new Typed.Interrupted(!interrupt.getPartialLine().isEmpty());
        } catch (EndOfFileException end) {
            return new Typed.End();
        }
    }

    @Override
    public void draft(String text) {
        draft.set(text);
    }

    @Override
    public void show(List<StyledLine> lines) {
        queue.add(lines);
    }

    private void write(List<StyledLine> lines) {
        var text = new AttributedStringBuilder();
        boolean first = true;
        for (var line : lines) {
            for (var row : Folding.of(line, columns(), FOLD_INDENT, FOLDS_MAX)) {
                text.append(first ? "" : "\n");
                first = false;
                row.spans().forEach(span -> text.append(signs(span.text().value()), style(span.tone())));
            }
        }
        reader.printAbove(text.toAttributedString());
    }

    private String signs(String text) {
        return looks.ascii() ? AsciiSigns.in(text) : text;
    }

    /** The meanings as colours; without colour, bold stays. */
    private AttributedStyle style(Tone tone) {
        var plain = AttributedStyle.DEFAULT;
        return switch (tone) {
            case PLAIN, CODE -> plain;
            case STRONG -> plain.bold();
            case DIM -> looks.colour() ? plain.faint() : plain;
            case EMPHASIS -> plain.italic();
            case LINK -> plain.underline();
            case GOOD -> looks.colour() ? plain.foreground(AttributedStyle.GREEN) : plain;
            case ATTENTION -> looks.colour() ? plain.foreground(AttributedStyle.YELLOW) : plain.bold();
            case BAD -> looks.colour() ? plain.foreground(AttributedStyle.RED) : plain.bold();
        };
    }

    @Override
    public void status(String text) {
        queue.add(() -> reader.status(
                new AttributedString(TextWidth.cut(new ScreenText(signs(text)).value(), Math.max(1, columns() - 1)))));
    }

    @Override
    public int columns() {
        int columns = terminal.getSize().getColumns();
        return columns > 0 ? columns : COLUMNS;
    }

    @Override
    public void ring() {
        var _ = tellTerminal("\u0007");
    }

    @Override
    public boolean tellTerminal(String sequence) {
        queue.add(() -> {
            terminal.writer().write(sequence);
            terminal.flush();
        });
        return true;
    }

    @Override
    public boolean isAttended() {
        return true;
    }

    /** What was asked to be shown is shown first. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        queue.close();
        try {
            reader.end();
            terminal.close();
        } catch (IOException gone) {
            // A terminal that is gone needs nothing back.
        }
    }
}
