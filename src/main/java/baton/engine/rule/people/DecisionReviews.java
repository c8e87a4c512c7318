package baton.engine.rule.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.engine.Origins;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.Shared.Review;
import baton.engine.Working;
import baton.engine.fact.GateEvent.ReviewRequested;
import baton.engine.fact.GateEvent.ReviewVerdict;
import baton.engine.fact.PeopleEvent.DecisionReviewed;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.rule.task.Assignment;
import baton.engine.rule.task.Readiness;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.plan.TaskSpec.Minutes;

/**
 * Agents who are named for a decision say what they think of it, each by a task of its own with a time box.
 *
 * <p>They are named by whoever proposes it, by its own words ("Reviewers: A, B"), or, for what an agent proposes, by the plan's
 * rule for the resource it is about. No rule settles the decision before all of them were heard or had their time.
 */
public final class DecisionReviews {
    private static final int REVIEWERS_MAX = 5;
    private static final int RESOURCE_CHARS_MIN = 3;
    private static final Minutes BOX = new Minutes(15);
    private static final Pattern NAMED = Pattern.compile("\\breviewers?\\s*:\\s*([^.;\\n]+)", Pattern.CASE_INSENSITIVE);

    private DecisionReviews() {}

    /** Asks for the reviews of a decision that was just opened; whoever proposes it is not asked. */
    public static void ask(Working working, String id, List<String> named) {
        var item = working.state().people().items().get(id);
        if (item == null) {
            return;
        }
        for (var reviewer : reviewers(working.state(), item, named)) {
            var review = working.nextId("R");
            working.record(new Subject(item.agent(), item.task(), 0), new ReviewRequested(id, review, reviewer,
                    "decision " + id + ", " + item.title(), "", List.of()));
            working.record(new Subject("", review, 0), new TaskAdded(errand(item, review, reviewer), Origins.RULE));
            Readiness.readyIfFree(working, review);
        }
    }

    private static List<String> reviewers(SessionState state, Item item, List<String> named) {
        var names = new ArrayList<>(named);
        NAMED.matcher(item.wholeText()).results()
                .forEach(found -> names.addAll(List.of(found.group(1).split(",|\\band\\b", -1))));
        if (!item.call().isEmpty()) {
            var words = item.wholeText().toLowerCase(Locale.ROOT);
            state.setup().plan().conflictRules().stream()
                    .filter(rule -> rule.resource().length() >= RESOURCE_CHARS_MIN
                            && words.contains(rule.resource().toLowerCase(Locale.ROOT)))
                    .forEach(rule -> names.addAll(rule.reviewers()));
        }
        var reviewers = new LinkedHashSet<String>();
        names.stream().map(name -> Assignment.find(state, name.strip().replaceFirst("^@", "")))
                .flatMap(Optional::stream).filter(agent -> !agent.equals(item.agent())).forEach(reviewers::add);
        return reviewers.stream().limit(REVIEWERS_MAX).toList();
    }

    private static TaskSpec errand(Item item, String id, String reviewer) {
        var draft = new TaskDraft(id, "Review " + item.id() + ": " + item.title(), reviewer);
        draft.kind = TaskSpec.Kind.FOLLOW_UP;
        draft.timeBox = Optional.of(BOX);
        draft.contract.add("Say what you think of decision " + item.id() + " before it is made: " + item.text());
        item.options().forEach(option -> draft.contract.add("An option: " + option));
        if (!item.recommendation().isBlank()) {
            draft.contract.add("Recommended is: " + item.recommendation());
        }
        draft.contract
                .add("Change no files. Accept with give_review where you agree with what is recommended, else say "
                        + "which option is better and why; nothing else ends this task.");
        return draft.toTask();
    }

    /** True while an agent that was asked for this decision has not ended its review. */
    static boolean areAwaited(SessionState state, Item item) {
        return item.kind() == Item.Kind.DECISION && state.shared().reviews().values().stream()
                .filter(review -> review.gate().equals(item.id()))
                .anyMatch(review -> state.work().task(review.id()).map(task -> !task.status().isEnd()).orElse(false));
    }

    /** An agent that was asked has said what it thinks, or will not. The last one lets go what was said in advance. */
    public static void given(Working working, Review review, ReviewVerdict verdict, String text) {
        var item = working.state().people().items().get(review.gate());
        if (item != null) {
            working.causedBy(working.record(new Subject(review.reviewer(), item.task(), 0),
                    new DecisionReviewed(item.id(), review.id(), review.reviewer(), verdict, text)));
            Inbox.settleInAdvance(working, item.id());
        }
    }
}
