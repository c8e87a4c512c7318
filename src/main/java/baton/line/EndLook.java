package baton.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import baton.chat.ScriptLine;
import baton.engine.Fold;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.line.Script.Step;
import baton.line.ScriptTalk.Failure;
import baton.runtime.SessionRecord;

/** Holds what a script expects against a session that has come to its end; nothing is waited for. */
public final class EndLook {
    private EndLook() {}

    /**
     * The expectations that do not hold, in their order.
     *
     * @param typeOf the name of a fact as scripts write it
     * @param file the text of a file of the workspace, empty where there is none
     */
    public static List<Failure> failures(List<Step> steps, SessionRecord record,
            Function<RecordedEvent, String> typeOf, Function<String, Optional<String>> file) {
        var now = new SessionNow();
        var seen = new Seen(typeOf, file);
        try (var events = record.events(1, Long.MAX_VALUE)) {
            var state = SessionState.EMPTY;
            for (var facts = events.iterator(); facts.hasNext();) {
                var event = facts.next();
                state = Fold.evolve(state, event);
                now.committed(List.of(event), state);
                seen.add(now.view(), event);
            }
        }
        var failures = new ArrayList<Failure>();
        for (var step : steps) {
            if (step.line() instanceof ScriptLine.Expect expect && !seen.holds(expect.expectation(), now.moment())) {
                failures.add(new Failure(step, Failure.Kind.NOT_HELD, "it does not hold: "
                        + seen.instead(expect.expectation(), now.moment()), ""));
            }
        }
        return List.copyOf(failures);
    }
}
