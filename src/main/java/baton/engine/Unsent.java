package baton.engine;

import baton.engine.AttemptState.Mail;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Takes words that were said out of every place where they wait to be read. */
final class Unsent {
    private Unsent() {}

    static SessionState from(SessionState state, long message) {
        var work = state.work();
        for (var attempt : work.attempts().values()) {
            var left = without(attempt.inbox(), message);
            if (left.size() < attempt.inbox().size()) {
                var change = attempt.change();
                change.inbox = left;
                work = Attempts.put(work, change.done());
            }
        }
        var people = state.people().knowing(message);
        return state.with(work).with(people.withMail(boxes(people.mail(), message)));
    }

    private static TreePMap<String, TreePVector<Mail>> boxes(TreePMap<String, TreePVector<Mail>> boxes, long message) {
        var left = boxes;
        for (var box : boxes.entrySet()) {
            var mail = without(box.getValue(), message);
            if (mail.size() < box.getValue().size()) {
                left = mail.isEmpty() ? left.minus(box.getKey()) : left.plus(box.getKey(), mail);
            }
        }
        return left;
    }

    private static TreePVector<Mail> without(TreePVector<Mail> inbox, long message) {
        var left = inbox;
        for (var mail : inbox) {
            if (mail.message() == message) {
                left = left.minus(mail);
            }
        }
        return left;
    }
}
