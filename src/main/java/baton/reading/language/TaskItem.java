package baton.reading.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a task list as task tools write it: a box, an id, marks in brackets, the words, and what it waits for.
 *
 * @param done
 *            whether the box is ticked
 * @param parallel
 *            whether it carries the mark {@code [P]}: it may run beside the others
 * @param story
 *            the user story of a mark such as {@code [US1]}, or empty
 * @param agent
 *            who is named with an {@code @}, or empty
 * @param words
 *            the task itself, without id, marks and dependencies
 * @param needs
 *            ids behind "depends on", "after" or "blocked by", ranges written out
 */
public record TaskItem(String id, boolean done, boolean parallel, String story, String agent, String words,
        List<String> needs) {

    private static final String ID = "(?:[A-Z]{1,8}[-_]?\\d{1,5}(?:\\.\\d{1,3})*[a-z]?|#\\d{1,6})";
    private static final Pattern BOX = Pattern.compile("^\\[([ xX✓✔-])]\\s+");
    private static final Pattern HEAD = Pattern
            .compile("^(?:\\*\\*|__|`)?\\[?(" + ID + ")]?:?(?:\\*\\*|__|`)?\\s*[:.)–—-]?\\s+(.*)$");
    private static final Pattern NUMBERED = Pattern
            .compile("^(?:\\*\\*|__)?(?:[Tt]ask\\s+)?(\\d{1,3}(?:\\.\\d{1,3})*)[.):]?(?:\\*\\*|__)?\\s+(.*)$");
    private static final Pattern MARK = Pattern.compile("^\\[([A-Za-z0-9]{1,8})]\\s*");
    private static final Pattern NEEDS = Pattern.compile(
            "(?iu)\\s*,?\\s*[(\\[{]?\\s*(?<![\\p{L}])(?:depends? on|dependenc(?:y|ies):?|deps:|"
                    + Lexicon.WORDS.pattern("DEPENDS")
                    + ")\\s*:?\\s*((?:"
                    + "[*`]*" + ID + "[*`]*(?:\\s*[-–]\\s*" + ID
                    + ")?(?:\\s*(?:,|and|&|und|et|y|e|en|i|и)\\s*)*)+)\\s*[)\\]}]?[.]?\\s*$");
    /** "(T02 と T03 に依存)": the word for it stands behind where the language puts it there. */
    private static final Pattern NEEDS_BEHIND = Pattern
            .compile("\\s*[(\\[]\\s*(" + ID + "(?:\\s*(?:,|、|と|和|や|及び|及|\\s)\\s*"
                    + ID + ")*)\\s*" + Lexicon.WORDS.pattern("AFTER_BEHIND") + "\\s*[)\\]][.。]?\\s*$");
    /** "[T1, T3]" at the end. */
    private static final Pattern ONLY_IDS = Pattern.compile(
            "\\s*[(\\[]\\s*(" + ID + "(?:\\s*(?:,|and|&|und|et|y|e|en|i|и|\\s)\\s*" + ID + ")*)\\s*[)\\]][.]?\\s*$");
    private static final Pattern RANGE = Pattern
            .compile(
                    "([A-Z]{1,8}[-_]?|#)(\\d{1,6})([a-z]?)(?:\\s*(?:-|–|—|to|through|\\.\\.)\\s*(?:\\1)?(\\d{1,5}))?(?![\\w.])");
    private static final Pattern WHO = Pattern.compile("(?:^|\\s)[(]?@([\\p{L}][\\p{L}\\p{N}_-]*)[)]?");
    /** Requirements, criteria, checks and stories carry ids too, and are no work. */
    private static final Set<String> NO_WORK = Set.of("FR", "NFR", "REQ", "AC", "SC", "CHK", "US", "ADR", "NR", "BR",
            "UC", "RFC", "EC", "FAQ", "OKR", "KPI", "RISK", "INC");
    private static final int RANGE_MAX = 200;

    public TaskItem {
        needs = List.copyOf(needs);
    }

    /** An item with an id of letters and digits; empty where it has none or one that stands for something else. */
    public static Optional<TaskItem> withId(String raw) {
        return of(raw, HEAD).filter(item -> !NO_WORK.contains(item.id.replaceAll("[^A-Z]", "")));
    }

    /** An item that counts itself, as in {@code 2.1 Write the tests}; only sensible where a list of tasks is known. */
    public static Optional<TaskItem> numbered(String raw) {
        return of(raw, NUMBERED);
    }

    private static Optional<TaskItem> of(String raw, Pattern head) {
        Matcher box = BOX.matcher(raw);
        boolean boxed = box.find();
        boolean done = boxed && !box.group(1).isBlank() && !box.group(1).equals("-");
        Matcher matcher = head.matcher(boxed ? raw.substring(box.end()) : raw);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2).strip();
        boolean parallel = false;
        String story = "";
        for (Matcher mark = MARK.matcher(rest); mark.find(); mark = MARK.matcher(rest)) {
            parallel |= mark.group(1).equalsIgnoreCase("p");
            story = mark.group(1).matches("(?i)us-?\\d+|story-?\\d+") ? mark.group(1) : story;
            rest = rest.substring(mark.end());
        }
        List<String> needs = new ArrayList<>();
        Matcher needed = NEEDS.matcher(rest);
        if (needed.find()) {
            needs.addAll(ids(needed.group(1)));
            rest = rest.substring(0, needed.start()).strip();
        }
        Matcher behind = NEEDS_BEHIND.matcher(rest);
        if (needs.isEmpty() && EastAsian.isIn(rest) && behind.find()) {
            needs.addAll(ids(behind.group(1)));
            rest = rest.substring(0, behind.start()).strip();
        }
        Matcher only = ONLY_IDS.matcher(rest);
        if (needs.isEmpty() && only.find() && isKin(matcher.group(1), ids(only.group(1)))) {
            needs.addAll(ids(only.group(1)));
            rest = rest.substring(0, only.start()).strip();
        }
        Matcher who = WHO.matcher(rest);
        String agent = who.find() ? who.group(1) : "";
        String words = Words.plain(agent.isEmpty() ? rest : who.replaceFirst(" "));
        return words.isBlank()
                ? Optional.empty()
                : Optional.of(new TaskItem(matcher.group(1), done, parallel, story, agent, words, needs));
    }

    /** Ids of the item's own series, and not of requirements that it serves. */
    private static boolean isKin(String id, List<String> others) {
        String series = id.replaceAll("[^A-Z]", "");
        return !series.isEmpty() && !others.contains(id)
                && others.stream().allMatch(other -> other.replaceAll("[^A-Z]", "").equals(series));
    }

    public static boolean isBoxed(String raw) {
        return BOX.matcher(raw).find();
    }

    /** All ids in a text, in order; {@code T004-T007} is four of them. */
    public static List<String> ids(String text) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = RANGE.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group(1) + matcher.group(2) + matcher.group(3));
            if (matcher.group(4) != null) {
                int first = Integer.parseInt(matcher.group(2));
                int last = Math.min(Integer.parseInt(matcher.group(4)), first + RANGE_MAX);
                String form = "%0" + matcher.group(2).length() + "d";
                for (int i = first + 1; i <= last; i++) {
                    ids.add(matcher.group(1) + form.formatted(i));
                }
            }
        }
        return List.copyOf(ids);
    }
}
