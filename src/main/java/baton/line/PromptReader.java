package baton.line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jline.reader.Completer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/** JLine's reader with a line of status below it that is written under the reader's own lock, so that nothing is torn. */
final class PromptReader extends LineReaderImpl {
    /** After this long a process that was told to stop has not been: nothing around it can wake it again. */
    private static final long STOP_MS = 300;
    private static final String CTRL_Z = "\u001a";
    private static final String CTRL_X_E = "\u0018\u0005";

    private static final String CLEAR_LINE = "\r\u001b[J";

    private final Attributes cooked;
    private boolean colour = true;
    private AttributedString shown = AttributedString.EMPTY;
    private volatile @Nullable CountDownLatch stopped;

    private PromptReader(Terminal terminal) throws IOException {
        super(terminal, "baton", new HashMap<>());
        cooked = terminal.getAttributes();
    }

    /** Lends the terminal, as it was before, to what the person wants to do in between; {@code leaving} is written first. */
    private boolean lend(String leaving, Runnable program) {
        var raw = terminal.getAttributes();
        Status.getExistingStatus(terminal).ifPresent(Status::hide);
        terminal.writer().write(BRACKETED_PASTE_OFF + leaving);
        terminal.flush();
        terminal.setAttributes(cooked);
        try {
            program.run();
        } finally {
            terminal.setAttributes(raw);
            terminal.writer().write(BRACKETED_PASTE_ON);
            Status.getExistingStatus(terminal).ifPresent(this::showAgain);
            redrawLine();
            redisplay();
        }
        return true;
    }

    /** The whole group of processes stops, as after the key a terminal knows for it; {@code fg} comes back. */
    private boolean stop() {
        return lend("\r\n", () -> {
            var woken = new CountDownLatch(1);
            stopped = woken;
            try {
                new ProcessBuilder("kill", "-TSTP", "0").inheritIO().start().waitFor();
                var _ = woken.await(STOP_MS, TimeUnit.MILLISECONDS);
            } catch (IOException noTool) {
                // Then it goes on as if nothing had been pressed.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                stopped = null;
            }
        });
    }

    /** What is being typed, as the person's editor leaves it. */
    private boolean edit(Editing editing) {
        return lend(CLEAR_LINE, () -> editing.edited(buf.toString()).ifPresent(text -> {
            buf.clear();
            buf.write(text);
        }));
    }

    static PromptReader of(Terminal terminal, Completer completer, History history, Editing editing)
            throws IOException {
        var reader = new PromptReader(terminal);
        reader.bind("stop-process", CTRL_Z, reader::stop);
        reader.bind("edit-draft", CTRL_X_E, () -> reader.edit(editing));
        reader.setCompleter(completer);
        reader.setParser(new Words());
        reader.setHistory(history);
        history.attach(reader);
        // An exclamation mark is a mark, and what was pasted is one entry.
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(LineReader.Option.BRACKETED_PASTE);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
        reader.setVariable(LineReader.BELL_STYLE, "none");
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "");
        return reader;
    }

    private void bind(String name, String keys, Widget widget) {
        getWidgets().put(name, widget);
        getKeyMaps().values().forEach(map -> map.bind(new Reference(name), keys));
    }

    /** After a resize JLine draws the prompt where the cursor stands; what stood there goes first, or it would stand twice. */
    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        var waking = stopped;
        if (signal == Terminal.Signal.CONT && waking != null) {
            // Whoever stopped it puts everything right; it holds the reader's lock until then.
            waking.countDown();
        } else {
            signalled(signal);
        }
    }

    private void signalled(Terminal.Signal signal) {
        boolean resized = signal == Terminal.Signal.WINCH;
        if (resized) {
            locked(() -> {
                Status.getExistingStatus(terminal).ifPresent(Status::hide);
                terminal.puts(InfoCmp.Capability.carriage_return);
                terminal.puts(InfoCmp.Capability.clr_eos);
            });
        }
        super.handleSignal(signal);
        if (resized) {
            locked(() -> {
                Status.getExistingStatus(terminal).ifPresent(status -> {
                    status.reset();
                    showAgain(status);
                });
                if (reading) {
                    terminal.puts(InfoCmp.Capability.carriage_return);
                    terminal.puts(InfoCmp.Capability.clr_eol);
                    redrawLine();
                    redisplay();
                }
            });
        }
    }

    private void locked(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }

    /** Cut to what the terminal is now: a line of status that runs over would push everything else. */
    private void showAgain(Status status) {
        int columns = Math.max(1, terminal.getSize().getColumns() - 1);
        status.update(List.of(shown.columnSubSequence(0, columns)));
    }

    void withoutColour() {
        colour = false;
    }

    /** What is chosen in a list of completions is also told by being inverse. */
    @Override
    protected AttributedStyle getCompletionStyle(String name, String standard) {
        if (colour) {
            return super.getCompletionStyle(name, standard);
        }
        return name.endsWith("selection") ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT;
    }

    void status(AttributedString text) {
        locked(() -> {
            shown = text;
            var status = Status.getStatus(getTerminal(), true);
            if (status != null) {
                showAgain(status);
            }
        });
    }

    /** Takes the line of status away. */
    void end() {
        locked(() -> Status.getExistingStatus(getTerminal()).ifPresent(status -> {
            status.hide();
            status.close();
        }));
    }

    /** Words between blanks; nothing that is typed is ever incomplete. */
    private static final class Words implements Parser {
        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            int start = cursor;
            while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
                start--;
            }
            return new Typed(line, cursor, line.substring(start, cursor));
        }
    }

    /** The word that ends at the cursor is the one to complete. */
    private record Typed(String line, int cursor, String word) implements ParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return words().size() - 1;
        }

        @Override
        public List<String> words() {
            String before = line.substring(0, cursor - word.length()).strip();
            var words = new ArrayList<>(before.isEmpty() ? List.of() : List.of(before.split("\\s+", -1)));
            words.add(word);
            return words;
        }
    }
}
