package baton.engine.rule.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Origins;
import baton.engine.People.Item;
import baton.engine.Working;
import baton.engine.fact.PeopleEvent.BlockerResolved;
import baton.engine.fact.PeopleEvent.DecisionMade;
import baton.engine.fact.PeopleEvent.DecisionOverturned;
import baton.engine.fact.PeopleEvent.DecisionProvisional;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.rule.gate.PhaseGates;
import baton.engine.rule.task.Readiness;
import baton.engine.rule.task.Stopping;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings.OnQuestion;

/** What is open for people, and how it is settled: by them, by what they said in advance, or by the plan's policy. */
public final class Inbox {
    private Inbox() {}

    /** Settles an item that was just opened, where somebody said in advance what to do. */
    public static void settleInAdvance(Working working, String id) {
        var item = working.state().people().items().get(id);
        if (item == null || !item.isOpen() || item.kind() == Item.Kind.APPROVAL
                || DecisionReviews.areAwaited(working.state(), item)) {
            // A yes to a call is given by its pattern in the approvals, never by an answer in words; and who is asked for a
            // review is heard before a rule decides. A person needs to wait for nobody.
            return;
        }
        var settings = working.state().setup().settings();
        var prepared = settings.answers().stream().filter(answer -> fits(answer, item)).findFirst();
        if (prepared.isPresent() && Rework.problem(working.state(), item, prepared.get().answer()).isEmpty()) {
            settle(working, item, prepared.get().answer(), "", Origins.ANSWERS, false);
        } else if (settings.onQuestion() == OnQuestion.RECOMMEND && !item.recommendation().isEmpty()
                && item.kind() != Item.Kind.BLOCKER) {
            settle(working, item, item.recommendation(), "", Origins.RULE, true);
        }
    }

    private static boolean fits(PreparedAnswer answer, Item item) {
        return switch (answer.by()) {
            case ID -> answer.key().equalsIgnoreCase(item.id());
            case TEXT -> answer.key().strip().equalsIgnoreCase(item.text().strip());
            case MATCH -> item.wholeText().toLowerCase(Locale.ROOT).contains(answer.key().toLowerCase(Locale.ROOT));
        };
    }

    /** Records the answer, tells the agent that waits for it, and lets go the tasks that waited. */
    static void settle(Working working, Item item, String answer, String reason, String by, boolean assumed) {
        var words = spelledOut(item, answer);
        var subject = new Subject(item.call().isEmpty() ? "" : item.agent(), item.task(), 0);
        working.causedBy(working.record(subject, switch (item.kind()) {
            case BLOCKER -> new BlockerResolved(item.id(), words, by);
            case QUESTION -> new QuestionAnswered(item.id(), words, by, assumed);
            case DECISION -> assumed
                    ? new DecisionProvisional(item.id(), words, by)
                    : new DecisionMade(item.id(), words, reason, by);
            case APPROVAL -> throw new IllegalStateException("approvals are settled by their calls: " + item.id());
        }));
        var attempt = item.call().isEmpty()
                ? Optional.<AttemptState>empty()
                : working.state().work().attempt(item.attempt());
        if (attempt.isPresent() && attempt.get().calls().containsKey(item.call())) {
            working.record(attempt.get().subject(),
                    new ToolCompleted(item.call(), tell(item, words, reason, by, assumed), List.of()));
        }
        Rework.answered(working, item, words, by);
        Readiness.release(working, item.id());
        PhaseGates.mended(working, item);
        if (item.title().equals(Origins.STOPPED) && item.call().isEmpty()) {
            Stopping.answered(working, item, words, by);
        }
    }

    /** Takes back what an attempt that ends here asked for, where nobody has settled it. */
    public static void withdraw(Working working, AttemptState attempt) {
        var calls = working.state().work().attempt(attempt.id()).map(AttemptState::calls).orElse(attempt.calls());
        for (var call : calls.values().stream().sorted().toList()) {
            if (working.state().people().open().contains(call.waitsFor())) {
                working.record(attempt.subject(),
                        new Withdrawn(call.waitsFor(), "attempt " + attempt.id() + ", which asked, is over"));
            }
        }
    }

    /** Nothing is overturned by deciding the same again. */
    static void overturn(Working working, Item item, String answer, String reason, String by) {
        if (item.state() == Item.State.SETTLED && spelledOut(item, answer).equals(item.answer())) {
            Refusals.refuse(working, "overturn " + item.id(), "it is decided so already, by " + item.by());
        } else {
            replace(working, item, answer, reason, by);
        }
    }

    /**
     * A person decides otherwise than was assumed or decided, or confirms what was assumed; attempts that were told the old
     * answer hear of it.
     */
    static void replace(Working working, Item item, String answer, String reason, String by) {
        var words = spelledOut(item, answer);
        var subject = new Subject("", item.task(), 0);
        boolean same = words.equals(item.answer());
        working.causedBy(working.record(subject, switch (item.kind()) {
            case QUESTION -> new QuestionAnswered(item.id(), words, by, false);
            case DECISION -> same
                    ? new DecisionMade(item.id(), words, reason, by)
                    : new DecisionOverturned(item.id(), item.answer(), words, reason, by);
            case BLOCKER, APPROVAL -> throw new IllegalStateException("never assumed: " + item.id());
        }));
        if (same) {
            return;
        }
        boolean assumed = item.state() == Item.State.ASSUMED;
        var news = item.id() + (assumed ? " was assumed to be \"" : " was decided as \"") + item.answer()
                + "\" and is now decided: \"" + words + "\"" + (reason.isEmpty() ? "" : " (" + reason + ")")
                + ". Change what you built on " + (assumed ? "the assumption." : "the old decision.");
        for (var attempt : working.state().work().attempts().values()) {
            if (attempt.id().equals(item.attempt()) || attempt.concerns().contains(item.id())) {
                working.record(subject, new MessageSaid(attempt.agent(), attempt.task(), news, by));
            }
        }
        Rework.ask(working, item, words, reason);
    }

    /** An option's number or key stands for its words. */
    static String spelledOut(Item item, String answer) {
        var text = answer.strip();
        if (text.length() <= 2 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= item.options().size()) {
                return item.options().get(number - 1);
            }
        }
        return item.options().stream().filter(option -> startsWithKey(option, text)).findFirst().orElse(text);
    }

    private static boolean startsWithKey(String option, String key) {
        var lower = option.toLowerCase(Locale.ROOT);
        var wanted = key.toLowerCase(Locale.ROOT);
        return !wanted.isEmpty()
                && (lower.startsWith(wanted + ":") || lower.startsWith(wanted + ")") || lower.startsWith(wanted + "."));
    }

    private static String tell(Item item, String words, String reason, String by, boolean assumed) {
        var text = item.id() + " settled by " + by + ": " + words;
        var why = reason.isEmpty() ? "" : " (" + reason + ")";
        return text + why
                + (assumed ? "\nThis is an assumption until a person decides; say so where you build on it." : "");
    }
}
