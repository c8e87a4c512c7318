package baton.engine;

import baton.engine.Effect.MessageRef;
import baton.engine.Effect.Role;
import baton.engine.fact.AttemptEvent;
import baton.engine.fact.RecordedEvent.Subject;

/** Finding attempts by the ids of what belongs to them. */
public final class Attempts {
    private Attempts() {}

    /** {@code T-3/1}: task and attempt number. */
    public static String id(Subject subject) {
        return subject.task() + "/" + subject.attempt();
    }

    /** The attempt a turn ({@code T-3/1#2}), call ({@code T-3/1#2.1}) or gate ({@code T-3/1!1}) belongs to. */
    public static String ofPart(String part) {
        int turn = part.lastIndexOf('#');
        int gate = part.lastIndexOf('!');
        int end = Math.max(turn, gate);
        return end < 0 ? part : part.substring(0, end);
    }

    /** The turn a call belongs to. */
    public static String turnOfCall(String call) {
        int dot = call.lastIndexOf('.');
        return dot < 0 ? call : call.substring(0, dot);
    }

    static AttemptState require(SessionState state, Subject subject) {
        return state.work().attempt(id(subject))
                .orElseThrow(() -> new IllegalStateException("no attempt " + id(subject)));
    }

    static Work put(Work work, AttemptState attempt) {
        return work.withAttempts(work.attempts().plus(attempt.id(), attempt));
    }

    /** Parked attempts that wait for no person queue for a slot; those that do go on waiting. */
    static Work returning(Work work) {
        var changed = work;
        for (var attempt : work.attempts().values()) {
            changed = returning(changed, attempt);
        }
        return changed;
    }

    /** One parked attempt queues for a slot where it may. */
    static Work returning(Work work, AttemptState attempt) {
        return attempt.mayReturn() && !work.returning().contains(attempt.id())
                ? work.withReturning(work.returning().plus(attempt.id()))
                : work;
    }

    /** Puts words into the inbox of an attempt; one that waited for news queues for a slot. */
    static Work mail(Work work, AttemptState attempt, AttemptState.Mail mail) {
        var filled = noting(work, attempt, mail);
        var told = filled.attempts().get(attempt.id());
        return told != null && told.hold() == AttemptEvent.Hold.OTHERS ? returning(filled, told) : filled;
    }

    /** The same for something that can wait until the attempt goes on by itself. */
    static Work noting(Work work, AttemptState attempt, AttemptState.Mail mail) {
        var change = attempt.change();
        change.inbox = attempt.inbox().plus(mail);
        return put(work, change.done());
    }

    /** A reference to a message whose text stands in the event {@code seq}. Tokens are estimated at four bytes each. */
    static MessageRef message(long seq, Role role, String text) {
        int bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return new MessageRef(seq, role, Sha256.of(text), bytes, Math.ceilDiv(bytes, 4));
    }
}
