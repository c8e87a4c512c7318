package baton.view;

import java.util.List;
import java.util.stream.Collectors;

import baton.engine.fact.FileChange;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.ToolEvent.ToolApproved;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolLost;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about tool calls. */
final class ToolSentences {
    private ToolSentences() {}

    static Sentence of(Subject subject, ToolEvent fact) {
        return switch (fact) {
            case ToolRequested requested -> Sentences.main(subject, Tone.ATTENTION,
                    "asks for approval " + requested.approval() + ": " + requested.what());
            case ToolApproved approved -> Sentences.main(subject,
                    approved.by() + " allowed it " + Wording.reach(approved.scope(), approved.pattern()));
            case ToolDenied denied -> Sentences.main(subject, Tone.ATTENTION,
                    denied.by() + " denied it" + Wording.after(denied.reason()));
            case ToolStarted started -> Sentences.detail(subject, "runs " + started.tool());
            case ToolCompleted completed -> completed(subject, completed);
            case ToolFailed failed -> Sentences.detail(subject, "the tool failed" + Wording.after(failed.text()));
            case ToolCancelled cancelled ->
                Sentences.detail(subject, "the tool was stopped" + Wording.after(cancelled.reason()));
            case ToolLost lost -> Sentences.main(subject, Tone.ATTENTION,
                    "does not know whether its last tool call took effect: the process ended under it");
        };
    }

    private static Sentence completed(Subject subject, ToolCompleted fact) {
        return fact.changes().isEmpty()
                ? Sentences.detail(subject, "the tool answered" + Wording.after(fact.text()))
                : Sentences.main(subject, changed(fact.changes()));
    }

    static String changed(List<FileChange> changes) {
        return changes.stream().map(ToolSentences::changed).collect(Collectors.joining(", "));
    }

    private static String changed(FileChange change) {
        if (change.afterSha256().isEmpty()) {
            return "deleted " + change.path();
        }
        String verb = change.beforeSha256().isEmpty() ? "wrote " : "changed ";
        return verb + change.path() + " (" + Amounts.bytes(change.afterBytes()) + ")";
    }
}
