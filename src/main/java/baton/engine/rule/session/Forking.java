package baton.engine.rule.session;

import baton.engine.Command.Fork;
import baton.engine.Command.Say;
import baton.engine.Working;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.SessionForked;
import baton.engine.rule.people.PeopleCommands;
import baton.engine.rule.turn.Requests;

/**
 * A session goes its own way from a point of another one: with other settings, models, answers and words.
 *
 * <p>What was under way at that point is left as a crash would leave it; {@link Resuming} then loses it or runs it again.
 */
public final class Forking {
    private Forking() {}

    public static void fork(Working working, Fork command) {
        var modelsBefore = working.state().setup().settings().models();
        long forked = working.record(Subject.SESSION,
                new SessionForked(command.origin(), command.settings(), command.changes()));
        working.causedBy(forked);
        for (var attempt : working.state().work().attempts().keySet()) {
            Requests.takeModels(working, attempt, modelsBefore);
        }
        for (var answer : command.answers()) {
            working.causedBy(forked);
            PeopleCommands.answerAnew(working, answer.key(), answer.answer(), command.by());
        }
        for (var words : command.words()) {
            working.causedBy(forked);
            PeopleCommands.say(working, new Say(words.toAgent(), words.toTask(), words.text(), command.by()));
        }
    }
}
