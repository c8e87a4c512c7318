package baton.chat;

import java.util.ArrayList;
import java.util.List;

import baton.chat.ChatLine.Slash;
import baton.chat.ChatLine.Words;
import baton.chat.ChatReading.NotUnderstood;
import baton.chat.ChatReading.Understood;

/**
 * Reads what a person typed.
 *
 * <p>{@code @name} and {@code #T-3} in front say to whom words go, {@code /} begins a command, {@code +} a delegation by
 * template; anything else is words. A blank in front takes the whole text as words. Names are matched whole, whatever their
 * case. Never throws; a text of any length and with any characters has a reading.
 */
public final class ChatReader {
    private static final String TRAILERS = ",:;";

    private final String text;
    private final ChatNames names;
    private final NameFinder finder;

    private ChatReader(String text, ChatNames names) {
        this.text = text;
        this.names = names;
        this.finder = new NameFinder(names);
    }

    public static ChatReading read(String text, ChatNames names) {
        var reader = new ChatReader(text, names);
        try {
            return reader.read();
        } catch (Scanner.Unclosed unclosed) {
            return new NotUnderstood(new ChatProblem(unclosed.position(), text.length() - unclosed.position(),
                    "This quote is not closed.", "End it with \", or write \\\" for the sign itself."));
        }
    }

    private ChatReading read() throws Scanner.Unclosed {
        if (text.isBlank()) {
            return new Understood(new ChatLine.Nothing());
        }
        return switch (text.charAt(0)) {
            case '/' -> command();
            case '+' -> TemplateReading.read(text, names);
            case '@', '#' -> addressed();
            default -> words(List.of(new Address.Unnamed()), text.strip());
        };
    }

    private static ChatReading words(List<Address> to, String words) {
        return new Understood(new Words(to, words));
    }

    private ChatReading addressed() throws Scanner.Unclosed {
        var scanner = new Scanner(text, 0);
        var to = new ArrayList<Address>();
        while (scanner.peek() == '@' || scanner.peek() == '#') {
            int start = scanner.position();
            int end = endOfName(start);
            var word = text.substring(start, end);
            if (word.charAt(0) == '#' && !NameFinder.isId(word.substring(1))) {
                break;
            }
            if (word.length() == 1) {
                break;
            }
            var address = word.charAt(0) == '@'
                    ? finder.address(word)
                    : finder.task(word).<Address>map(Address.ToTask::new);
            if (address.isEmpty()) {
                return nobody(word, start);
            }
            if (!to.contains(address.get())) {
                to.add(address.get());
            }
            int next = end;
            while (next < text.length() && TRAILERS.indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            scanner = new Scanner(text, next);
        }
        int at = scanner.position();
        var words = scanner.rest();
        if (to.isEmpty()) {
            return words(List.of(new Address.Unnamed()), text.strip());
        }
        return words.isEmpty()
                ? new NotUnderstood(new ChatProblem(Math.min(at, text.length()), 0, "There are no words to send.",
                        "Write them behind the name."))
                : words(to, words);
    }

    /** A name ends at a blank, at a comma, colon or semicolon, or where the next one begins. */
    private int endOfName(int start) {
        int end = start + 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))
                && TRAILERS.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '@') {
            end++;
        }
        return end;
    }

    private ChatReading nobody(String word, int start) {
        boolean isTask = word.charAt(0) == '#';
        var hint = isTask
                ? finder.hint(word.substring(1), finder.tasks(), "#")
                : finder.hint(word.substring(1), finder.addressees(), "@");
        return new NotUnderstood(new ChatProblem(start, word.length(),
                isTask ? "There is no task " + word.substring(1) + "." : "Nobody is called " + word + ".", hint));
    }

    private ChatReading command() throws Scanner.Unclosed {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        var word = text.substring(1, end);
        var found = ChatCommands.find(word);
        if (found.isEmpty()) {
            return new NotUnderstood(new ChatProblem(0, end, "There is no command /" + word + ".",
                    ChatCommands.near(word).map(near -> "Did you mean /" + near + "?").orElse(
                            "/help lists them. A blank in front sends the line as words.")));
        }
        var arguments = new ArgumentReading(text, end, names);
        var given = arguments.read(found.get());
        return arguments.problem().<ChatReading>map(NotUnderstood::new)
                .orElseGet(() -> new Understood(new Slash(found.get(), given)));
    }
}
