package baton.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Flags that a person wrote before the command, as with other programs; they go behind it, where the command reads them. */
final class LeadingFlags {
    private static final List<String> ALONE = List.of("--ascii", "--plain", "--inline", "-v", "--verbose");
    private static final List<String> WITH_VALUE = List.of("--color", "--sessions", "--workspace", "--profiles",
            "--model");

    private LeadingFlags() {}

    /**
     * The words with the flags of the beginning at the end, or before a {@code --}.
     *
     * <p>{@code --help} and {@code --version} stay in front where no command follows; unknown flags are left where they are.
     */
    static String[] behindTheCommand(String[] words) {
        int at = 0;
        while (at < words.length && isKnown(words[at])) {
            at += WITH_VALUE.contains(words[at]) && at + 1 < words.length ? 2 : 1;
        }
        if (at == 0) {
            return words;
        }
        var moved = new ArrayList<>(Arrays.asList(words).subList(at, words.length));
        int end = moved.indexOf("--");
        moved.addAll(end < 0 ? moved.size() : end, Arrays.asList(words).subList(0, at));
        return moved.toArray(String[]::new);
    }

    private static boolean isKnown(String word) {
        String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return ALONE.contains(word) || WITH_VALUE.contains(flag);
    }

    /** True where there is nothing but such flags. */
    static boolean isAll(String[] words) {
        return isKnown(words[0]);
    }

    static boolean isAscii(String[] words) {
        int end = Arrays.asList(words).indexOf("--");
        return Arrays.asList(words).subList(0, end < 0 ? words.length : end).contains("--ascii");
    }
}
