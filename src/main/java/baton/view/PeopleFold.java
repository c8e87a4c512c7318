package baton.view;

import baton.engine.Origins;
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
import baton.engine.fact.RecordedEvent.Subject;
import baton.view.InboxItem.Ask;
import baton.view.InboxItem.Settlement;

/** What blockers, questions and decisions change in the inbox. */
final class PeopleFold {
    private PeopleFold() {}

    static SessionView apply(SessionView view, Subject subject, PeopleEvent fact) {
        return switch (fact) {
            case BlockerRaised raised -> open(view, subject, raised.id(),
                    new Ask.Blocker(raised.severity(), raised.kind(), raised.text(), raised.needs(), raised.gates()));
            case BlockerResolved resolved ->
                settle(view, resolved.id(), new Settlement.Settled(resolved.how(), resolved.by()));
            case QuestionAsked asked -> doubted(open(view, subject, asked.id(), new Ask.Question(asked.text(),
                    asked.options(), asked.recommendation(), asked.group(), asked.about(), asked.gates())), asked);
            case QuestionAnswered answered -> settle(view, answered.id(), answered.assumed()
                    ? new Settlement.Assumed(answered.answer(), answered.by())
                    : new Settlement.Settled(answered.answer(), answered.by()));
            case DecisionOpened opened -> open(view, subject, opened.id(), new Ask.Decision(opened.title(),
                    opened.question(), opened.options(), opened.recommendation(), opened.gates()));
            case DecisionReviewed ignored -> view;
            case DecisionMade made -> settle(view, made.id(), new Settlement.Settled(made.choice(), made.by()));
            case DecisionProvisional provisional ->
                settle(view, provisional.id(), new Settlement.Assumed(provisional.choice(), provisional.by()));
            case DecisionOverturned overturned ->
                settle(view, overturned.id(), new Settlement.Settled(overturned.choice(), overturned.by()));
            case Withdrawn withdrawn ->
                settle(view, withdrawn.id(), new Settlement.Withdrawn(withdrawn.reason()));
            case MessageSaid said -> view;
            case MessageWithdrawn back -> view;
            case MessageDelivered delivered -> view;
        };
    }

    private static SessionView open(SessionView view, Subject subject, String id, Ask ask) {
        return view.with(new InboxItem(id, ask, subject.agent(), subject.task(), view.head().runMs(),
                new Settlement.Open()));
    }

    /** What it is about was accepted on an answer that holds no more, and stays marked so until it is done again. */
    private static SessionView doubted(SessionView view, QuestionAsked asked) {
        if (asked.about().isEmpty() || !asked.group().startsWith(Origins.OVERTURNED)) {
            return view;
        }
        var matter = asked.group().substring(Origins.OVERTURNED.length());
        var changed = view;
        for (var id : asked.about()) {
            changed = TaskFold.change(changed, new Subject("", id, 0), task -> task.withDoubt(matter));
        }
        return changed;
    }

    private static SessionView settle(SessionView view, String id, Settlement how) {
        return view.inbox().get(id).map(item -> view.with(item.settled(how))).orElse(view);
    }
}
