package baton.reading.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.TaskItem;

/**
 * Lines with an id that say at once whose they are: "T4 rope-agent: state how long it lasts", "**E4** {@code meunier} : …".
 *
 * <p>
 * Every line of a list must have both, and every name must be one by its form: set as code, or of the form that agent files
 * have. A word before a colon may as well be a part of the product.
 */
public final class OwnedIds {

    private static final int ITEMS_MIN = 2;
    private static final Pattern OWNER = Pattern.compile(
            "^(?:\\[[ xX]]\\s+)?(?:\\*\\*|__|`)?\\[?[A-Z]{1,8}[-_]?\\d{1,5}(?:\\.\\d{1,3})*[a-z]?]?:?(?:\\*\\*|__|`)?\\s*[:.)–—-]?"
                    + "\\s+(?:\\*\\*|__)?(?:`@?([\\p{L}][\\p{L}\\p{N}_ -]{1,39})`|@?(\\p{L}[\\p{L}\\p{N}]*(?:[-_][\\p{L}\\p{N}]+)+))"
                    + "(?:\\*\\*|__)?\\s*(?::(?:\\*\\*|__)?|\\s[–—-])\\s+\\S.*$",
            Pattern.DOTALL);

    private OwnedIds() {}

    /** True where every line of the list names an id, somebody and a job. */
    public static boolean isOwned(Block.Listing list) {
        return !list.items().isEmpty() && list.items().stream().allMatch(item -> !owner(item.raw()).isEmpty());
    }

    /** True where at least two lines of a document do, alone or in several lists. */
    public static boolean areIn(List<Block.Listing> lists) {
        return lists.stream().filter(OwnedIds::isOwned).mapToInt(list -> list.items().size()).sum() >= ITEMS_MIN;
    }

    /** Who is named behind the id, or nobody. */
    public static String owner(String raw) {
        Matcher matcher = OWNER.matcher(raw);
        return !matcher.matches() ? "" : matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** The same item as that agent's own, without the name in its words. */
    public static TaskItem owned(TaskItem item, String owner) {
        String words = item.words();
        int colon = words.indexOf(owner) < 0 ? -1 : words.indexOf(owner) + owner.length();
        String rest = colon < 0 ? words : words.substring(colon).replaceFirst("^\\s*(?::|[–—-])\\s+", "");
        return new TaskItem(item.id(), item.done(), item.parallel(), item.story(), owner, rest, item.needs());
    }
}
