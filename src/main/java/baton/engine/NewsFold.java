package baton.engine;

import java.util.stream.Collectors;

import baton.engine.AttemptState.Mail;
import baton.engine.People.Item;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskSplit;

/**
 * Puts what becomes of a task into the inbox of the agent that must know: whoever delegated it, else the orchestrator at work.
 *
 * <p>News of what an agent delegated wakes it. Of the plan's other tasks trouble wakes the orchestrator; what goes well waits
 * for its next turn, or a long plan would ask it again for every task.
 */
final class NewsFold {
    private static final int SUMMARY_CHARS_MAX = 600;
    private static final int PLAN_CHARS_MAX = 280;

    /** Whether somebody may have to do something about it. */
    private enum Kind {
        PROGRESS, TROUBLE
    }

    private NewsFold() {}

    static SessionState accepted(SessionState state, TaskState task, TaskAccepted fact) {
        var files = state.shared().madeBy(task.id());
        return tell(state, task, Kind.PROGRESS, "is accepted: " + shortened(fact.summary())
                + (files.isEmpty() ? "" : " Files: " + String.join(", ", files) + "."));
    }

    static SessionState failed(SessionState state, TaskState task, TaskFailed fact) {
        return tell(state, task, Kind.TROUBLE, "failed: " + shortened(fact.reason()));
    }

    static SessionState cancelled(SessionState state, TaskState task, TaskCancelled fact) {
        return tell(state, task, Kind.TROUBLE, "was cancelled by " + fact.by() + ": " + shortened(fact.reason()));
    }

    static SessionState paused(SessionState state, TaskState task, TaskPaused fact) {
        return tell(state, task, Kind.PROGRESS, "is paused by " + fact.by());
    }

    /** The parts are the parent's own from now on; whoever split the task itself need not be told. */
    static SessionState split(SessionState state, TaskState task, TaskSplit fact) {
        return fact.by().equals(task.origin().by())
                ? state
                : tell(state, task, Kind.PROGRESS,
                        "was split by " + fact.by() + " into " + String.join(", ", fact.into()));
    }

    /** An agent at work on a delegated task asks for something. */
    static SessionState opened(SessionState state, Item item) {
        var task = item.call().isEmpty() ? null : state.work().tasks().get(item.task());
        if (task == null) {
            return state;
        }
        return switch (item.kind()) {
            case BLOCKER -> tell(state, task, Kind.TROUBLE, "is blocked, " + item.id() + ": " + shortened(item.text())
                    + (item.recommendation().isBlank() ? "" : " It needs: " + shortened(item.recommendation())));
            case QUESTION ->
                tell(state, task, Kind.TROUBLE, "asks a person, " + item.id() + ": " + shortened(item.text()));
            case DECISION ->
                tell(state, task, Kind.TROUBLE, "wants a decision, " + item.id() + ": " + shortened(item.text()));
            case APPROVAL -> state;
        };
    }

    private static SessionState tell(SessionState state, TaskState task, Kind kind, String what) {
        String news = task.id() + " \"" + task.spec().title() + "\" (" + task.spec().agent() + ") " + what;
        var parent = state.work().tasks().get(task.origin().parent());
        var attempt = parent == null ? null : state.work().attempts().get(parent.id() + "/" + parent.attempts());
        return attempt == null
                ? tellOrchestrator(state, task, kind, news)
                : state.with(Attempts.mail(state.work(), attempt, new Mail(Origins.NEWS, news)));
    }

    private static SessionState tellOrchestrator(SessionState state, TaskState task, Kind kind, String news) {
        if (!task.origin().parent().isEmpty()) {
            return state;
        }
        var work = state.work();
        for (var attempt : work.attempts().values()) {
            if (!attempt.task().equals(task.id()) && state.mayDelegate(attempt)) {
                var mail = new Mail(Origins.NEWS, "Of the plan: "
                        + (kind == Kind.PROGRESS ? cut(news, PLAN_CHARS_MAX) : news));
                work = kind == Kind.PROGRESS
                        ? Attempts.noting(work, attempt, mail)
                        : Attempts.mail(work, attempt, mail);
            }
        }
        return state.with(work);
    }

    private static String shortened(String text) {
        return cut(text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")),
                SUMMARY_CHARS_MAX);
    }

    /** Never cut inside a surrogate pair. */
    private static String cut(String line, int charsMax) {
        if (line.length() <= charsMax) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return line.substring(0, end) + " …";
    }
}
