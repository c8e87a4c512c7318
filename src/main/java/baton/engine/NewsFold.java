package baton.engine;

import java.util.stream.Collectors;

import baton.engine.AttemptState.Mail;
import baton.engine.People.Item;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskSplit;

/** Puts what becomes of a delegated task into the inbox of whoever delegated it, and so wakes an attempt that waits for it. */
final class NewsFold {
    private static final int SUMMARY_CHARS_MAX = 600;

    private NewsFold() {}

    static SessionState accepted(SessionState state, TaskState task, TaskAccepted fact) {
        var files = state.shared().madeBy(task.id());
        return tell(state, task, "is accepted: " + shortened(fact.summary())
                + (files.isEmpty() ? "" : " Files: " + String.join(", ", files) + "."));
    }

    static SessionState failed(SessionState state, TaskState task, TaskFailed fact) {
        return tell(state, task, "failed: " + shortened(fact.reason()));
    }

    static SessionState cancelled(SessionState state, TaskState task, TaskCancelled fact) {
        return tell(state, task, "was cancelled by " + fact.by() + ": " + shortened(fact.reason()));
    }

    static SessionState paused(SessionState state, TaskState task, TaskPaused fact) {
        return tell(state, task, "is paused by " + fact.by());
    }

    /** The parts are the parent's own from now on; whoever split the task itself need not be told. */
    static SessionState split(SessionState state, TaskState task, TaskSplit fact) {
        return fact.by().equals(task.origin().by())
                ? state
                : tell(state, task, "was split by " + fact.by() + " into " + String.join(", ", fact.into()));
    }

    /** An agent at work on a delegated task asks for something. */
    static SessionState opened(SessionState state, Item item) {
        var task = item.call().isEmpty() ? null : state.work().tasks().get(item.task());
        if (task == null) {
            return state;
        }
        return switch (item.kind()) {
            case BLOCKER -> tell(state, task, "is blocked, " + item.id() + ": " + shortened(item.text())
                    + (item.recommendation().isBlank() ? "" : " It needs: " + shortened(item.recommendation())));
            case QUESTION -> tell(state, task, "asks a person, " + item.id() + ": " + shortened(item.text()));
            case DECISION -> tell(state, task, "wants a decision, " + item.id() + ": " + shortened(item.text()));
            case APPROVAL -> state;
        };
    }

    private static SessionState tell(SessionState state, TaskState task, String what) {
        var parent = state.work().tasks().get(task.origin().parent());
        var attempt = parent == null ? null : state.work().attempts().get(parent.id() + "/" + parent.attempts());
        return attempt == null
                ? state
                : state.with(Attempts.mail(state.work(), attempt, new Mail(Origins.NEWS,
                        task.id() + " \"" + task.spec().title() + "\" (" + task.spec().agent() + ") " + what)));
    }

    /** One line, cut at the cap and never inside a surrogate pair. */
    private static String shortened(String text) {
        var line = text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        if (line.length() <= SUMMARY_CHARS_MAX) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SUMMARY_CHARS_MAX - 1))
                ? SUMMARY_CHARS_MAX - 1
                : SUMMARY_CHARS_MAX;
        return line.substring(0, end) + " …";
    }
}
