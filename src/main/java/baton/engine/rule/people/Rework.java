package baton.engine.rule.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.engine.Origins;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.TaskState.Status;
import baton.engine.Working;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.engine.rule.task.TaskCommands;

/**
 * Tasks that were accepted knowing an answer which holds no more: a person says whether they are done again.
 *
 * <p>Until then nothing begins that needs one of them. No rule answers in the person's place, because doing work again costs,
 * and keeping it may be wrong; a batch run stops with the question.
 */
public final class Rework {
    private static final String KEEP = "Keep what was accepted";
    private static final int NAMED_MAX = 12;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+(?:and[\\s,;]+)?");

    private Rework() {}

    /** Somebody must still say what becomes of accepted tasks. */
    public static boolean isAsked(SessionState state) {
        return open(state).findAny().isPresent();
    }

    /** {@code item} is the matter as it was answered before, {@code words} is how it is answered now. */
    static void ask(Working working, Item item, String words, String reason) {
        var state = working.state();
        var group = Origins.OVERTURNED + item.id();
        open(state).filter(asked -> asked.title().equals(group)).toList()
                .forEach(asked -> withdraw(working, asked, item.id() + " is answered otherwise once more"));
        var built = state.people().builtOn(item.id());
        var about = state.work().order().stream().filter(built::contains).filter(id -> isAccepted(state, id))
                .filter(id -> !state.shared().reviews().containsKey(id)).toList();
        if (about.isEmpty()) {
            return;
        }
        var id = working.nextId("Q");
        var behind = behind(state, about);
        var options = new ArrayList<>(List.of("Do again: " + named(about)));
        if (!behind.isEmpty()) {
            options.add("Do these again and what was built on them: " + named(behind));
        }
        options.add(KEEP);
        var waiting = about.stream().flatMap(task -> working.state().work().needing(task).stream())
                .filter(task -> task.status() == Status.PENDING || task.status() == Status.READY)
                .map(task -> task.id()).distinct().toList();
        working.record(Subject.SESSION, new QuestionAsked(id, change(item, words, reason) + " Accepted before: "
                + titled(state, about) + ". Is that done again? Ids of tasks are an answer too.", options, "", group,
                "", about, waiting));
        waiting.forEach(task -> working.record(new Subject("", task, 0), new TaskWaiting(
                "a person must say in " + id + " whether what it needs is done again")));
        Inbox.settleInAdvance(working, id);
    }

    private static String change(Item item, String words, String reason) {
        return item.id() + (item.state() == Item.State.ASSUMED ? " was assumed to be \"" : " was decided as \"")
                + item.answer() + "\" and is now \"" + words + "\"" + (reason.isBlank() ? "" : " (" + reason + ")")
                + ".";
    }

    /** Why the words are no answer to such a question; empty for one that is understood, and for every other matter. */
    static String problem(SessionState state, Item item, String words) {
        return !item.asksForRework() || chosen(state, item, Inbox.spelledOut(item, words)).isPresent()
                ? ""
                : "choose by number, 1 to " + item.options().size() + ", or name tasks of it: "
                        + named(candidates(state, item));
    }

    /** Carries out what a person said; nothing for every other matter. */
    static void answered(Working working, Item item, String words, String by) {
        if (!item.asksForRework()) {
            return;
        }
        var matter = item.title().substring(Origins.OVERTURNED.length());
        var settled = working.state().people().items().get(matter);
        var now = settled == null ? "" : " It is now \"" + settled.answer() + "\".";
        chosen(working.state(), item, words).ifPresent(tasks -> TaskCommands.again(working, tasks,
                "This task was accepted before " + matter + " was answered otherwise." + now
                        + " Do it again on the new answer; what stands in the workspace is from the first time.",
                by));
    }

    /** Takes back questions of which every task is done again already. */
    public static void withdrawSettled(Working working) {
        open(working.state()).filter(item -> item.about().stream().noneMatch(id -> isAccepted(working.state(), id)))
                .toList().forEach(item -> withdraw(working, item, "everything it is about is done again"));
    }

    private static void withdraw(Working working, Item item, String why) {
        working.record(Subject.SESSION, new Withdrawn(item.id(), why));
    }

    private static Stream<Item> open(SessionState state) {
        return state.people().open().stream().flatMap(id -> Stream.ofNullable(state.people().items().get(id)))
                .filter(Item::asksForRework);
    }

    /** The tasks to be done again; nothing where the words are no answer. */
    private static Optional<List<String>> chosen(SessionState state, Item item, String words) {
        int option = item.options().indexOf(words);
        if (words.equals(KEEP)) {
            return Optional.of(List.of());
        }
        if (option >= 0) {
            return Optional.of(option == 0 ? accepted(state, item) : candidates(state, item));
        }
        var candidates = candidates(state, item);
        var named = BETWEEN.splitAsStream(words.strip()).map(word -> word.replaceFirst("^#", ""))
                .map(word -> candidates.stream().filter(word::equalsIgnoreCase).findFirst()).toList();
        return named.stream().allMatch(Optional::isPresent)
                ? Optional.of(named.stream().flatMap(Optional::stream).distinct().toList())
                : Optional.empty();
    }

    private static List<String> candidates(SessionState state, Item item) {
        var about = accepted(state, item);
        return Stream.concat(about.stream(), behind(state, about).stream()).toList();
    }

    /** Those it is about that nobody has brought back meanwhile. */
    private static List<String> accepted(SessionState state, Item item) {
        return item.about().stream().filter(id -> isAccepted(state, id)).toList();
    }

    /** Accepted tasks that need one of these, however far behind. */
    private static List<String> behind(SessionState state, List<String> tasks) {
        var seen = new LinkedHashSet<String>(tasks);
        var open = new ArrayDeque<String>(tasks);
        while (!open.isEmpty()) {
            for (var task : state.work().needing(open.removeFirst())) {
                if (task.status() == Status.ACCEPTED && seen.add(task.id())) {
                    open.add(task.id());
                }
            }
        }
        tasks.forEach(seen::remove);
        return seen.stream().toList();
    }

    private static boolean isAccepted(SessionState state, String id) {
        return state.work().task(id).map(task -> task.status() == Status.ACCEPTED).orElse(false);
    }

    private static String named(List<String> ids) {
        return ids.stream().limit(NAMED_MAX).collect(Collectors.joining(", ")) + more(ids);
    }

    private static String titled(SessionState state, List<String> ids) {
        return ids.stream().limit(NAMED_MAX).flatMap(id -> state.work().task(id).stream())
                .map(task -> task.id() + " \"" + task.spec().title() + "\"").collect(Collectors.joining(", "))
                + more(ids);
    }

    private static String more(List<String> ids) {
        return ids.size() > NAMED_MAX ? " and " + (ids.size() - NAMED_MAX) + " more" : "";
    }
}
