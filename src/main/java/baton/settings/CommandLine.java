package baton.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command written as text, split into arguments the way a shell would split plain words; nothing else of a shell exists.
 *
 * <p>Quotes and backslashes group characters. Whatever would need a shell to mean what it says (operators, substitutions, patterns,
 * variables) makes the text {@link NeedsShell}, so that it is never run as something else.
 */
public sealed interface CommandLine {
    /** The arguments, the program first; never empty. */
    record Words(List<String> argv) implements CommandLine {
        public Words {
            argv = List.copyOf(argv);
        }
    }

    /** It cannot run without a shell; {@code reason} names what needs one. */
    record NeedsShell(String reason) implements CommandLine {}

    /** Splits a command as a plan writes it. */
    static CommandLine parse(String text) {
        return new Splitter(text).split();
    }

    /**
     * Writes arguments so that {@link #parse} reads the same ones back and a person sees where each begins and ends.
     *
     * <p>Control characters stay as they are; whoever shows the text makes them visible.
     */
    static String quoted(List<String> argv) {
        return argv.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty() && argument.chars().allMatch(one -> Character.isLetterOrDigit(one)
                || "_-+=:,./@%^".indexOf(one) >= 0);
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** One pass over the text. */
    final class Splitter {
        private static final String OPERATORS = ";&|<>()`$\n\r";
        private static final String PATTERNS = "*?[]{}";

        private final String text;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean inWord;
        private int at;

        private Splitter(String text) {
            this.text = text;
        }

        private CommandLine split() {
            while (at < text.length()) {
                String trouble = step(text.charAt(at++));
                if (!trouble.isEmpty()) {
                    return new NeedsShell(trouble);
                }
            }
            endWord();
            if (words.isEmpty()) {
                return new NeedsShell("there is no command");
            }
            if (words.getFirst().isEmpty() || words.getFirst().indexOf('=') >= 0) {
                return new NeedsShell("setting a variable before a command needs a shell");
            }
            return new Words(words);
        }

        /** Returns what needs a shell, or empty text. */
        private String step(char one) {
            if (one == ' ' || one == '\t') {
                endWord();
                return "";
            }
            if (one == 0 || OPERATORS.indexOf(one) >= 0) {
                return named(one) + " needs a shell";
            }
            if (PATTERNS.indexOf(one) >= 0) {
                return "the pattern " + named(one) + " needs a shell; quote it if it is meant as it stands";
            }
            if (!inWord && (one == '#' || one == '~' || one == '!')) {
                return named(one) + " at the start of a word needs a shell";
            }
            inWord = true;
            return switch (one) {
                case '\'' -> single();
                case '"' -> dual();
                case '\\' -> escaped();
                default -> {
                    word.append(one);
                    yield "";
                }
            };
        }

        private String single() {
            int end = text.indexOf('\'', at);
            if (end < 0) {
                return "a quote is not closed";
            }
            word.append(text, at, end);
            at = end + 1;
            return "";
        }

        private String dual() {
            while (at < text.length()) {
                char one = text.charAt(at++);
                if (one == '"') {
                    return "";
                }
                if (one == '$' || one == '`' || one == 0) {
                    return named(one) + " needs a shell";
                }
                boolean escape = one == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0;
                word.append(escape ? text.charAt(at++) : one);
            }
            return "a quote is not closed";
        }

        private String escaped() {
            if (at == text.length() || text.charAt(at) == '\n') {
                return "a line that goes on after \\ needs a shell";
            }
            word.append(text.charAt(at++));
            return "";
        }

        private void endWord() {
            if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }

        private static String named(char one) {
            return switch (one) {
                case 0 -> "a NUL character";
                case '\n', '\r' -> "a second line";
                default -> "\"" + one + "\"";
            };
        }
    }
}
