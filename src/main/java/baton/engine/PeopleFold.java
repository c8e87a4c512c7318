package baton.engine;

import java.util.List;

import baton.engine.AttemptState.Mail;
import baton.engine.Effect.Role;
import baton.engine.People.Item;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.BlockerResolved;
import baton.engine.fact.PeopleEvent.DecisionMade;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.DecisionOverturned;
import baton.engine.fact.PeopleEvent.DecisionProvisional;
import baton.engine.fact.PeopleEvent.DecisionReviewed;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.PeopleEvent.MessageWithdrawn;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.RecordedEvent;
import org.pcollections.TreePVector;

/** Folds facts about what only people can settle. */
final class PeopleFold {
    private PeopleFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, PeopleEvent event) {
        return switch (event) {
            case BlockerRaised raised -> opened(state, recorded, new Item(raised.id(), Item.Kind.BLOCKER,
                    raised.severity() + " " + raised.kind(), raised.text(), List.of(), raised.needs(), raised.gates(),
                    raised.by(),
                    recorded.subject().task(), attemptOf(recorded, raised.call()), raised.call(), Item.State.OPEN, "",
                    "",
                    recorded.seq()));
            case QuestionAsked asked -> opened(state, recorded,
                    new Item(asked.id(), Item.Kind.QUESTION, asked.group(), asked.text(),
                            asked.options(), asked.recommendation(), asked.gates(), asked.about(),
                            recorded.subject().agent(), recorded.subject().task(),
                            attemptOf(recorded, asked.call()), asked.call(), Item.State.OPEN, "", "", recorded.seq()));
            case DecisionOpened opened -> opened(state, recorded,
                    new Item(opened.id(), Item.Kind.DECISION, opened.title(),
                            opened.question(), opened.options(), opened.recommendation(), opened.gates(),
                            recorded.subject().agent(),
                            recorded.subject().task(), attemptOf(recorded, opened.call()), opened.call(),
                            Item.State.OPEN, "", "",
                            recorded.seq()));
            case BlockerResolved resolved ->
                settled(state, resolved.id(), resolved.how(), resolved.by(), Item.State.SETTLED);
            case QuestionAnswered answered -> settled(state, answered.id(), answered.answer(), answered.by(),
                    answered.assumed() ? Item.State.ASSUMED : Item.State.SETTLED);
            case DecisionReviewed ignored -> state;
            case DecisionMade made -> settled(state, made.id(), made.choice(), made.by(), Item.State.SETTLED);
            case DecisionProvisional assumed ->
                settled(state, assumed.id(), assumed.choice(), assumed.by(), Item.State.ASSUMED);
            case DecisionOverturned overturned ->
                settled(state, overturned.id(), overturned.choice(), overturned.by(), Item.State.SETTLED);
            case Withdrawn withdrawn -> state.with(state.people().settled(withdrawn.id(), withdrawn.reason(),
                    Origins.RULE, Item.State.WITHDRAWN));
            case MessageSaid said -> said(state, said, recorded.seq());
            case MessageWithdrawn back -> Unsent.from(state, back.message());
            case MessageDelivered delivered -> delivered(state, recorded, delivered);
        };
    }

    private static String attemptOf(RecordedEvent recorded, String call) {
        return call.isEmpty() ? "" : Attempts.id(recorded.subject());
    }

    private static SessionState opened(SessionState state, RecordedEvent recorded, Item item) {
        var gated = item.asksForRework()
                ? TaskFold.waiting(state, item.id(), item.gates())
                : TaskFold.gate(state, item.id(), item.gates());
        var next = gated.with(gated.people().opened(item)).with(numbered(gated.course(), item.id()));
        var attempt = item.call().isEmpty()
                ? java.util.Optional.<AttemptState>empty()
                : next.work().attempt(item.attempt());
        if (attempt.isEmpty()) {
            return next;
        }
        next = NewsFold.opened(next, item);
        var call = attempt.get().calls().get(item.call());
        if (call == null) {
            throw new IllegalStateException("event " + recorded.seq() + " names no open call: " + item.call());
        }
        var change = attempt.get().change();
        change.calls = attempt.get().calls().plus(call.id(), call.waitingFor(item.id()));
        return next.with(Attempts.put(next.work(), change.done()));
    }

    private static SessionState settled(SessionState state, String id, String answer, String by, Item.State as) {
        var item = state.people().items().get(id);
        var next = TaskFold.settle(state.with(state.people().settled(id, answer, by, as)), id);
        var attempt = item == null ? java.util.Optional.<AttemptState>empty() : next.work().attempt(item.attempt());
        if (attempt.isEmpty()) {
            return next;
        }
        var change = attempt.get().change();
        change.answers = attempt.get().answers().plus(answer);
        return next.with(Attempts.put(next.work(), change.done()));
    }

    /** Takes note of the number in an id such as {@code B-7}; ids of other shapes come from the plan. */
    static Course numbered(Course course, String id) {
        int dash = id.indexOf('-');
        if (dash != 1 || id.length() < 3 || id.length() > 8
                || !id.chars().skip(2).allMatch(c -> c >= '0' && c <= '9')) {
            return course;
        }
        return course.using(id.substring(0, 1), Integer.parseInt(id.substring(2)));
    }

    /** What is for one agent about one task tells of a decision; that is not a person's to take back. */
    private static SessionState said(SessionState before, MessageSaid said, long seq) {
        boolean own = said.toAgent().isEmpty() || said.toTask().isEmpty();
        var mail = new Mail(said.by(), said.text(), own ? seq : 0);
        var state = own ? before.with(before.people().saying(seq, said)) : before;
        var work = state.work();
        boolean heard = false;
        for (var attempt : work.attempts().values()) {
            if (concerns(attempt, said)) {
                work = Attempts.mail(work, attempt, mail);
                heard = true;
            }
        }
        var box = said.toTask().isEmpty() ? said.toAgent() : taskBox(said.toTask());
        if (heard || box.isEmpty()) {
            return state.with(work);
        }
        var kept = state.people().mail().get(box);
        var filled = (kept == null ? TreePVector.<Mail>empty() : kept).plus(mail);
        return state.with(state.people().withMail(state.people().mail().plus(box, filled)));
    }

    /** Where words for a task wait that nobody works at. */
    static String taskBox(String task) {
        return "#" + task;
    }

    private static boolean concerns(AttemptState attempt, MessageSaid said) {
        return (said.toAgent().isEmpty() || said.toAgent().equals(attempt.agent()))
                && (said.toTask().isEmpty() || said.toTask().equals(attempt.task()));
    }

    /** Without the words that were just delivered: the first ones, and all news that follow each other. */
    private static TreePVector<Mail> without(TreePVector<Mail> inbox, String origin) {
        var rest = inbox;
        boolean first = true;
        while (!rest.isEmpty() && rest.getFirst().origin().equals(origin)
                && (first || origin.equals(Origins.NEWS))) {
            rest = rest.minus(0);
            first = false;
        }
        return rest;
    }

    private static SessionState delivered(SessionState state, RecordedEvent recorded, MessageDelivered delivered) {
        var attempt = Attempts.require(state, recorded.subject());
        var change = attempt.change();
        change.messages = attempt.messages().plus(Attempts.message(recorded.seq(), Role.USER, delivered.text()));
        change.inbox = without(attempt.inbox(), delivered.origin());
        var people = state.people();
        for (var mail : attempt.inbox().subList(0, attempt.inbox().size() - change.inbox.size())) {
            people = people.knowing(mail.message());
        }
        if (delivered.origin().equals(Origins.NUDGE)) {
            change.nudges = attempt.nudges() + 1;
        }
        return state.with(Attempts.put(state.work(), change.done())).with(people);
    }
}
