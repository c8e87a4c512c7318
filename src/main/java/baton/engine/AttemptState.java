package baton.engine;

import java.util.Optional;

import baton.engine.Effect.MessageRef;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.FileChange;
import baton.engine.fact.RecordedEvent.Subject;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * One try at a task, with its own conversation.
 *
 * @param softAtMs run time of the soft limit; 0 for no box
 * @param hardAtMs run time of the hard limit; 0 before the soft one
 * @param boxLeftMs what is left of the box while it is parked
 * @param closing where the end of the box stands
 * @param modelIndex which of the agent's models is asked, counted from 0
 * @param turns turns requested so far, lost and failed ones included
 * @param claims claims the gate refused
 * @param nudges how often in a row it was told that an answer alone does not end the task
 * @param messages the conversation, by reference
 * @param turn the turn in flight
 * @param calls calls of the last turn that have not ended, by id
 * @param gate the gate that runs, or empty
 * @param changes what this attempt wrote, by path
 * @param contents every path it wrote, with each content it gave it
 * @param sameCalls how often a call was made without progress since, by digest
 * @param missing what the gate found missing last
 * @param inbox messages to deliver before the next turn
 * @param hold what it waits for while it is parked
 */
public record AttemptState(String id, Subject subject, Phase phase, long softAtMs, long hardAtMs, long boxLeftMs,
        Closing closing,
        int modelIndex, int turns, int claims, int nudges, TreePVector<MessageRef> messages, Optional<OpenTurn> turn,
        TreePMap<String, OpenCall> calls, String gate, TreePMap<String, FileChange> changes,
        TreePSet<String> contents, TreePMap<String, Repeated> sameCalls, TreePVector<String> missing,
        TreePVector<String> answers,
        TreePVector<String> concerns, String continues, TreePVector<Mail> inbox, Hold hold) {

    /** Whether it works or waits for a person. */
    public enum Phase {
        ACTIVE, PARKED
    }

    /** The end of a time box: first wanted, then the one closing turn is asked, then it is over. */
    public enum Closing {
        NO, WANTED, ASKED
    }

    /** A turn in flight and what the budget holds back for it. */
    public record OpenTurn(String id, long reservedTokens, long reservedMicros) {}

    /** How many turns made one call with one result, and which was the last of them. */
    public record Repeated(int times, String lastTurn) {}

    /**
     * Words to deliver, and from whom.
     *
     * @param message number of the fact by which they were said; 0 where nobody may take them back
     */
    public record Mail(String origin, String text, long message) {
        public Mail(String origin, String text) {
            this(origin, text, 0);
        }
    }

    public static AttemptState started(String id, Subject subject, long softAtMs, String continues,
            TreePVector<String> concerns, TreePVector<Mail> inbox) {
        return new AttemptState(id, subject, Phase.ACTIVE, softAtMs, 0, 0, Closing.NO, 0, 0, 0, 0, TreePVector.empty(),
                Optional.empty(), TreePMap.empty(), "", TreePMap.empty(), TreePSet.empty(), TreePMap.empty(),
                TreePVector.empty(),
                TreePVector.empty(),
                concerns, continues, inbox, Hold.PERSON);
    }

    public String task() {
        return subject.task();
    }

    public String agent() {
        return subject.agent();
    }

    public int number() {
        return subject.attempt();
    }

    /** Something of it runs: a turn, a gate, or a call that waits for no person. */
    public boolean isBusy() {
        return turn.isPresent() || !gate.isEmpty() || calls.values().stream().anyMatch(OpenCall::isRunning);
    }

    public boolean waitsForPerson() {
        return calls.values().stream().anyMatch(call -> call.state() == OpenCall.State.WAITING);
    }

    /** Parked with nothing that a person must settle and nothing left to wait for: it may queue for a slot. */
    public boolean mayReturn() {
        return phase == Phase.PARKED && !waitsForPerson() && (hold != Hold.OTHERS || !inbox.isEmpty());
    }

    /** A workbench to change several parts at once. */
    public AttemptDraft change() {
        return new AttemptDraft(this);
    }
}
