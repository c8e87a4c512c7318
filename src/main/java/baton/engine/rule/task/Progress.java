package baton.engine.rule.task;

import baton.engine.AttemptState;
import baton.engine.AttemptState.Closing;
import baton.engine.AttemptState.Phase;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.rule.call.Calls;
import baton.engine.rule.turn.Requests;

/** What an attempt does next, once something happened to it. */
public final class Progress {
    private Progress() {}

    /** Moves one attempt as far as it can go without the world; does nothing where it has ended, waits or is busy. */
    public static void of(Working working, String id) {
        var found = working.state().work().attempt(id);
        if (found.isEmpty() || found.get().phase() == Phase.PARKED) {
            return;
        }
        var attempt = found.get();
        if (attempt.turn().isPresent() || !attempt.gate().isEmpty()) {
            return;
        }
        if (!attempt.calls().isEmpty()) {
            withCalls(working, attempt);
        } else if (attempt.closing() == Closing.ASKED) {
            AttemptEnds.end(working, attempt, End.TIME_BOX, "the time box is over");
        } else {
            nextTurn(working, attempt);
        }
    }

    private static void withCalls(Working working, AttemptState attempt) {
        if (Calls.advance(working, attempt)) {
            return;
        }
        if (attempt.waitsForPerson() && !attempt.isBusy()) {
            var review = attempt.calls().values().stream()
                    .map(call -> working.state().shared().reviews().get(call.waitsFor()))
                    .filter(known -> known != null).findFirst();
            if (review.isPresent() && attempt.calls().size() == 1) {
                park(working, attempt, "waits for the review " + review.get().id() + " by " + review.get().reviewer(),
                        Hold.REVIEW);
            } else {
                park(working, attempt, waitingFor(working, attempt), Hold.PERSON);
            }
        }
    }

    /** Gives the slot back; what is left of the box is kept. */
    public static void park(Working working, AttemptState attempt, String reason, Hold hold) {
        long left = attempt.softAtMs() == 0 ? 0 : Math.max(1, attempt.softAtMs() - working.elapsedMs());
        working.record(attempt.subject(), new AttemptParked(reason, left, hold));
    }

    private static String waitingFor(Working working, AttemptState attempt) {
        var ids = attempt.calls().values().stream().map(call -> call.waitsFor()).filter(id -> !id.isEmpty()).toList();
        var kinds = ids.stream().map(id -> working.state().people().items().get(id)).filter(item -> item != null)
                .map(item -> item.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + item.id()).toList();
        return "waits for a person: " + String.join(", ", kinds);
    }

    private static void nextTurn(Working working, AttemptState attempt) {
        var pause = Pausing.reason(working.state(), attempt.task(), attempt.agent());
        if (!pause.isEmpty()) {
            park(working, attempt, pause, Hold.PAUSE);
            return;
        }
        var limits = working.state().setup().settings().limits();
        boolean loops = attempt.sameCalls().values().stream().anyMatch(same -> same.times() >= limits.sameCallsMax());
        if (loops) {
            working.record(attempt.subject(),
                    new RedFlagRaised("same-call",
                            "attempt " + attempt.id() + " made the same call in " + limits.sameCallsMax()
                                    + " turns and got the same result"));
            AttemptEnds.end(working, attempt, End.LOOPED, "repeated the same call without progress");
        } else if (attempt.turns() >= limits.turnsPerAttemptMax()) {
            AttemptEnds.end(working, attempt, End.FAILED,
                    "used all " + limits.turnsPerAttemptMax() + " turns of an attempt");
        } else {
            Requests.ask(working, attempt);
        }
    }
}
