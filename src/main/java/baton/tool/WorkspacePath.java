package baton.tool;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path inside a workspace, as a list of plain names; only {@link #parse} makes one.
 *
 * <p>It cannot lead outside: there is no {@code ..}, no drive, no separator within a name. Whether something exists there, and
 * whether it is a link, is decided only when it is opened. Names are in Unicode's composed form (NFC).
 */
public final class WorkspacePath {
    /** The workspace itself. */
    public static final WorkspacePath ROOT = new WorkspacePath(List.of());

    static final int TEXT_CHARS_MAX = 4096;
    static final int NAME_BYTES_MAX = 255;
    static final int DEPTH_MAX = 64;

    private static final Pattern DEVICE = Pattern
            .compile("(con|nul|aux|prn|conin\\$|conout\\$|com[0-9]|lpt[0-9])(\\..*)?");

    private final List<String> names;

    private WorkspacePath(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * Reads a path as a model or a plan writes it. A leading {@code /} means the workspace root; empty and {@code .} are the root itself.
     *
     * @throws Refused where the text could mean something outside, or different things on different systems
     */
    public static WorkspacePath parse(String text) throws Refused {
        if (text.length() > TEXT_CHARS_MAX) {
            throw refused(text, "is longer than " + TEXT_CHARS_MAX + " characters");
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        checkCharacters(composed);
        if (composed.startsWith("//")) {
            throw refused(composed, "names another machine");
        }
        var names = new ArrayList<String>();
        for (String name : composed.split("/", -1)) {
            if (!name.isEmpty() && !name.equals(".")) {
                checkName(composed, name, names.isEmpty());
                names.add(name);
            }
        }
        if (names.size() > DEPTH_MAX) {
            throw refused(composed, "is deeper than " + DEPTH_MAX + " folders");
        }
        return new WorkspacePath(names);
    }

    private static void checkCharacters(String text) throws Refused {
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            if (codePoint == '\\') {
                throw refused(text, "has a backslash; folders are separated by /");
            }
            if (isInvisible(codePoint)) {
                throw refused(text, String.format("has an invisible or control character (U+%04X)", codePoint));
            }
            at += Character.charCount(codePoint);
        }
    }

    /** Controls, format characters (some file systems drop them), lone surrogates, line separators, private use, replacement. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE, Character.UNASSIGNED ->
                true;
            default -> codePoint == 0xFFFD;
        };
    }

    private static void checkName(String text, String name, boolean first) throws Refused {
        if (name.equals("..")) {
            throw refused(text, "contains \"..\"; name the path from the workspace root");
        }
        if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
            throw refused(text, "has a name that starts with a space, or ends with a space or a dot");
        }
        if (first && name.startsWith("~")) {
            throw refused(text, "names a home folder");
        }
        if (name.endsWith(":") || name.contains("::") || name.contains(":$") || isDrive(name, first)) {
            throw refused(text, "names a drive, a stream or an address");
        }
        if (DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw refused(text, "has a name that some systems keep for devices");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
            throw refused(text, "has a name longer than " + NAME_BYTES_MAX + " bytes");
        }
    }

    private static boolean isDrive(String name, boolean first) {
        return first && name.length() >= 2 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }

    private static Refused refused(String text, String why) {
        return new Refused("The path " + Shown.quoted(text) + " " + why + ".");
    }

    /** The names from the root down; empty for the root. */
    public List<String> names() {
        return names;
    }

    public boolean isRoot() {
        return names.isEmpty();
    }

    /** The last name; empty text for the root. */
    public String name() {
        return names.isEmpty() ? "" : names.getLast();
    }

    /** The folder that holds it; the root's is the root. */
    public WorkspacePath parent() {
        return names.isEmpty() ? this : new WorkspacePath(names.subList(0, names.size() - 1));
    }

    /** For names that come from a listing; the same rules hold. */
    public WorkspacePath child(String name) throws Refused {
        return parse(isRoot() ? name : this + "/" + name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkspacePath path && names.equals(path.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** With forward slashes and without a leading one; empty for the root. */
    @Override
    public String toString() {
        return String.join("/", names);
    }
}
