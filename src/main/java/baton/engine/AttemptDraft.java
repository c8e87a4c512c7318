package baton.engine;

import java.util.Optional;

import baton.engine.AttemptState.Closing;
import baton.engine.AttemptState.Mail;
import baton.engine.AttemptState.OpenTurn;
import baton.engine.AttemptState.Phase;
import baton.engine.AttemptState.Repeated;
import baton.engine.Effect.MessageRef;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.FileChange;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** The mutable workbench for one {@link AttemptState}; lives within one fold of one event. */
final class AttemptDraft {
    private final AttemptState from;
    Phase phase;
    long softAtMs;
    long hardAtMs;
    long boxLeftMs;
    Closing closing;
    int modelIndex;
    int turns;
    int claims;
    int nudges;
    TreePVector<MessageRef> messages;
    Optional<OpenTurn> turn;
    TreePMap<String, OpenCall> calls;
    String gate;
    TreePMap<String, FileChange> changes;
    TreePSet<String> contents;
    TreePMap<String, Repeated> sameCalls;
    TreePVector<String> missing;
    TreePVector<String> answers;
    TreePVector<Mail> inbox;
    Hold hold;

    AttemptDraft(AttemptState from) {
        this.from = from;
        phase = from.phase();
        softAtMs = from.softAtMs();
        hardAtMs = from.hardAtMs();
        boxLeftMs = from.boxLeftMs();
        closing = from.closing();
        modelIndex = from.modelIndex();
        turns = from.turns();
        claims = from.claims();
        nudges = from.nudges();
        messages = from.messages();
        turn = from.turn();
        calls = from.calls();
        gate = from.gate();
        changes = from.changes();
        contents = from.contents();
        sameCalls = from.sameCalls();
        missing = from.missing();
        answers = from.answers();
        inbox = from.inbox();
        hold = from.hold();
    }

    AttemptState done() {
        return new AttemptState(from.id(), from.subject(), phase, softAtMs, hardAtMs, boxLeftMs, closing, modelIndex,
                turns, claims,
                nudges, messages, turn, calls, gate, changes, contents,
                sameCalls, missing, answers, from.concerns(),
                from.continues(), inbox, hold);
    }
}
