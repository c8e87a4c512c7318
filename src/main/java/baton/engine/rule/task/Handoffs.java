package baton.engine.rule.task;

import java.util.ArrayList;
import java.util.List;

import baton.engine.AttemptState;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.HandoffNote.NotedArtifact;

/** Handoffs that baton writes itself, from nothing but the record. */
public final class Handoffs {
    private Handoffs() {}

    /** What a successor needs to know of an attempt that ended without a handoff of its own. */
    static HandoffNote fromRecord(Working working, AttemptState attempt, String reason) {
        var task = working.state().work().task(attempt.task()).orElseThrow();
        var completed = new ArrayList<String>();
        attempt.changes().values().forEach(change -> completed.add("wrote " + change.path()));
        if (task.progressPercent() > 0) {
            completed.add("reported " + task.progressPercent() + " %: " + task.progressText());
        }
        var next = new ArrayList<String>();
        attempt.missing().forEach(missing -> next.add("still missing: " + missing));
        task.spec().outputs().stream().filter(path -> !attempt.changes().containsKey(path))
                .forEach(path -> next.add("write " + path));
        if (next.isEmpty()) {
            next.add("check what is there and claim the task with evidence");
        }
        return new HandoffNote(completed, List.of(), unsettled(working, attempt), next, artifacts(attempt),
                "Written by baton from the record, because " + reason + ".");
    }

    /** What it asked of people and got no answer to. */
    private static List<String> unsettled(Working working, AttemptState attempt) {
        var items = working.state().people().items();
        return attempt.calls().values().stream().sorted().map(call -> items.get(call.waitsFor()))
                .filter(item -> item != null && item.isOpen()).map(item -> item.id() + " got no answer: " + item.text())
                .toList();
    }

    /** What an accepted task passes on to the tasks that need it. */
    static HandoffNote ofAccepted(AttemptState attempt, String summary) {
        return new HandoffNote(List.of(summary), List.of(attempt.task()), List.of(), List.of(), artifacts(attempt), "");
    }

    /** What a task that was accepted earlier passes on to one that was added since. */
    public static HandoffNote ofDone(SessionState state, TaskState task) {
        var files = state.shared().madeBy(task.id()).stream()
                .map(path -> new NotedArtifact(path, "written for " + task.id())).toList();
        return new HandoffNote(List.of(task.summary()), List.of(task.id()), List.of(), List.of(), files, "");
    }

    private static List<NotedArtifact> artifacts(AttemptState attempt) {
        return attempt.changes().values().stream().filter(change -> !change.afterSha256().isEmpty())
                .map(change -> new NotedArtifact(change.path(), describe(change))).toList();
    }

    private static String describe(FileChange change) {
        return change.afterBytes() + " bytes, sha256 "
                + change.afterSha256().substring(0, Math.min(12, change.afterSha256().length()));
    }
}
