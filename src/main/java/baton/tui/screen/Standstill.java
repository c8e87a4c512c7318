package baton.tui.screen;

import java.util.Optional;

import baton.engine.Origins;
import baton.tui.state.Scene;
import baton.view.GateCard;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/**
 * Why nobody works any more, where no open matter says it, and what can be done then.
 *
 * @param words the first part, which stands also where there is little room
 * @param hint the rest
 */
record Standstill(Tone tone, String words, String hint) {

    /** Empty while somebody works, before anybody has, in a recorded session, and where a person is asked something. */
    static Optional<Standstill> of(Scene scene) {
        var session = scene.session();
        if (session.pool().active() > 0 || scene.isRecorded() || session.head().result().isPresent()
                || Chrome.open(session) > 0
                || session.tasks().stream().noneMatch(task -> task.lastAttempt().isPresent())) {
            return Optional.empty();
        }
        if (session.tasks().stream().allMatch(task -> task.stand().isEnded())) {
            return Optional.of(ended(session));
        }
        return Optional.of(session.head().pausedBy().isEmpty()
                ? new Standstill(Tone.ATTENTION, "Nobody is at work.", "/why says what waits for what.")
                : new Standstill(Tone.ATTENTION, "Everybody is paused.", "/resume goes on."));
    }

    private static Standstill ended(SessionView session) {
        int done = session.count(Stand.ACCEPTED) + session.count(Stand.DEGRADED);
        int missing = session.count(Stand.FAILED) + session.count(Stand.CANCELLED);
        if (missing > 0) {
            return new Standstill(Tone.ATTENTION, "Nothing is left to do: " + done + " accepted, " + missing + " not.",
                    "/retry brings a task back.");
        }
        return switch (session.gates().get(Origins.RUN_GATE).map(GateCard::stage).orElse(GateCard.Stage.PASSED)) {
            case CHECKING -> new Standstill(Tone.DIM, "All is accepted; the checks at the end are running.", "");
            case FAILED -> new Standstill(Tone.ATTENTION, "All is accepted, but the checks at the end did not pass.",
                    "Say what to mend.");
            case PASSED -> new Standstill(Tone.GOOD, "Everything is done: " + Amounts.of(done, "task") + " accepted.",
                    "Write a new goal; Ctrl+X q leaves.");
        };
    }
}
