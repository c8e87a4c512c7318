package baton.line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.jline.reader.Completer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;
import org.jline.utils.Status;

/** JLine's reader with a line of status below it that is written under the reader's own lock, so that nothing is torn. */
final class PromptReader extends LineReaderImpl {
    private boolean colour = true;

    private PromptReader(Terminal terminal) throws IOException {
        super(terminal, "baton", new HashMap<>());
    }

    static PromptReader of(Terminal terminal, Completer completer, History history) throws IOException {
        var reader = new PromptReader(terminal);
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

    /** After a resize JLine draws the prompt where the cursor stands; what stood there goes first, or it would stand twice. */
    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        if (signal == Terminal.Signal.WINCH) {
            lock.lock();
            try {
                terminal.puts(InfoCmp.Capability.carriage_return);
                terminal.puts(InfoCmp.Capability.clr_eos);
            } finally {
                lock.unlock();
            }
        }
        super.handleSignal(signal);
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
        lock.lock();
        try {
            var status = Status.getStatus(getTerminal(), true);
            if (status != null) {
                status.update(List.of(text));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the line of status away. */
    void end() {
        lock.lock();
        try {
            Status.getExistingStatus(getTerminal()).ifPresent(Status::close);
        } finally {
            lock.unlock();
        }
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
