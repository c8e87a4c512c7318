package baton.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import baton.view.text.Tone;

/** The sentences about blockers, questions, decisions and what people say. */
final class PeopleSentences {
    private PeopleSentences() {}

    static Sentence of(SessionView view, Subject subject, PeopleEvent fact) {
        return switch (fact) {
            case BlockerRaised raised -> Sentences.main(subject, Tone.ATTENTION, raised(raised));
            case BlockerResolved resolved -> Sentences.main(subject, Tone.GOOD,
                    "blocker " + resolved.id() + " is resolved by " + resolved.by()
                            + Wording.after(resolved.how()));
            case QuestionAsked asked -> Sentences.main(subject, Tone.ATTENTION,
                    "asks " + asked.id() + ": " + asked.text() + options(asked.options(), asked.recommendation()));
            case QuestionAnswered answered -> Sentences.main(subject, "question " + answered.id()
                    + (answered.assumed() ? " is assumed to be answered by " : " is answered by ")
                    + answered.by() + Wording.after(answered.answer()));
            case DecisionOpened opened -> Sentences.main(subject, Tone.ATTENTION,
                    "puts up decision " + opened.id() + ": " + words(opened)
                            + options(opened.options(), opened.recommendation()));
            case DecisionReviewed reviewed -> Sentences.main(subject, GateSentences.tone(reviewed.verdict()),
                    reviewed.reviewer() + " on decision " + reviewed.id() + ": " + switch (reviewed.verdict()) {
                        case ACCEPTED -> "agrees";
                        case REJECTED -> "does not agree";
                        case NOT_GIVEN -> "says nothing";
                    } + Wording.after(reviewed.text()));
            case DecisionMade made -> Sentences.main(subject, Tone.GOOD,
                    "decision " + made.id() + " is made by " + made.by() + ": " + choice(view, made.id(), made.choice())
                            + Wording.after(made.reason()));
            case DecisionProvisional provisional -> Sentences.main(subject,
                    "decision " + provisional.id() + " holds for now by " + provisional.by() + ": "
                            + choice(view, provisional.id(), provisional.choice()));
            case DecisionOverturned overturned -> Sentences.main(subject, Tone.ATTENTION,
                    "decision " + overturned.id() + " is overturned by " + overturned.by() + ": "
                            + choice(view, overturned.id(), overturned.choice()) + " instead of "
                            + choice(view, overturned.id(), overturned.before())
                            + Wording.after(overturned.reason()));
            case Withdrawn withdrawn -> Sentences.detail(subject,
                    withdrawn.id() + " needs no answer any more" + Wording.after(withdrawn.reason()));
            case MessageSaid said -> Sentences.main(new Subject("", "", 0),
                    said.by() + " to " + addressee(said) + ": " + said.text());
            case MessageWithdrawn back -> Sentences.main(new Subject("", "", 0),
                    back.by() + " takes M-" + back.message() + " back; nobody had read it");
            case MessageDelivered delivered -> Sentences.detail(subject,
                    "is told (" + delivered.origin() + ")" + Wording.after(delivered.text()));
        };
    }

    private static String raised(BlockerRaised fact) {
        String needs = fact.needs().isBlank() ? "" : " (needs " + fact.needs() + ")";
        return "is blocked, " + fact.id() + " " + fact.severity() + ": " + fact.text() + needs;
    }

    private static String words(DecisionOpened fact) {
        return fact.question().isBlank() ? fact.title() : fact.question();
    }

    private static String options(List<String> options, String recommendation) {
        if (options.isEmpty()) {
            return recommendation.isBlank() ? "" : " (recommended: " + recommendation + ")";
        }
        String numbered = IntStream.range(0, options.size()).mapToObj(i -> (i + 1) + " " + options.get(i))
                .collect(Collectors.joining(", "));
        return " [" + numbered + (recommendation.isBlank() ? "" : "; recommended: " + recommendation) + "]";
    }

    /** The words of the chosen option where the choice is its number. */
    private static String choice(SessionView view, String id, String choice) {
        return view.inbox().get(id).map(InboxItem::ask)
                .map(ask -> ask instanceof InboxItem.Ask.Decision decision
                        ? chosen(decision.options(), choice)
                        : choice)
                .orElse(choice);
    }

    private static String chosen(List<String> options, String choice) {
        return IntStream.range(0, options.size()).filter(i -> choice.equals(String.valueOf(i + 1)))
                .mapToObj(i -> choice + " " + options.get(i)).findFirst().orElse(choice);
    }

    private static String addressee(MessageSaid fact) {
        if (!fact.toTask().isEmpty()) {
            return fact.toTask();
        }
        return fact.toAgent().isEmpty() ? "everybody" : fact.toAgent();
    }
}
