package baton.view;

import baton.engine.Origins;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskClaimed;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskProgressed;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskReassigned;
import baton.engine.fact.TaskEvent.TaskReprioritised;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.view.text.Tone;

/** The sentences about tasks. */
final class TaskSentences {
    private TaskSentences() {}

    static Sentence of(Subject subject, TaskEvent fact) {
        return switch (fact) {
            case TaskAdded added -> added.by().equals(Origins.PLAN)
                    ? Sentences.detail(subject, "joined the work: " + added.task().title())
                    : Sentences.main(subject, "was given to " + added.task().agent() + " by " + added.by() + ": "
                            + added.task().title());
            case TaskReady ready -> Sentences.detail(subject, "is ready and waits for a slot");
            case TaskWaiting waiting -> Sentences.detail(subject, "waits" + Wording.after(waiting.reason()));
            case TaskStarted started -> Sentences.detail(subject, "began");
            case TaskProgressed progressed ->
                Sentences.detail(subject, "is at " + progressed.percent() + " %" + Wording.after(progressed.text()));
            case TaskClaimed claimed ->
                Sentences.detail(subject, "says it is done" + Wording.after(claimed.summary()));
            case TaskAccepted accepted -> Sentences.main(subject, Tone.GOOD, accepted(accepted));
            case TaskFailed failed -> Sentences.main(subject, Tone.BAD, "failed" + Wording.after(failed.reason()));
            case TaskCancelled cancelled -> Sentences.main(subject, Tone.ATTENTION,
                    "was cancelled by " + cancelled.by() + Wording.after(cancelled.reason()));
            case TaskPaused paused -> Sentences.main(subject, Tone.ATTENTION, "is paused by " + paused.by());
            case TaskResumed resumed -> Sentences.main(subject, "goes on, says " + resumed.by());
            case TaskReassigned changed ->
                Sentences.main(subject, "goes to " + changed.agent() + ", says " + changed.by());
            case TaskSplit split -> Sentences.main(subject,
                    "is split by " + split.by() + " into " + String.join(", ", split.into()));
            case TaskReprioritised changed ->
                Sentences.main(subject, "now has priority " + changed.priority() + ", set by " + changed.by());
        };
    }

    private static String accepted(TaskAccepted fact) {
        return (fact.degraded() ? "is done and accepted with a fall-back" : "is done and accepted")
                + Wording.after(fact.summary());
    }
}
