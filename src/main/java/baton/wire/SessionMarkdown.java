package baton.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import baton.engine.fact.HandoffNote;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.BlockerResolved;
import baton.engine.fact.PeopleEvent.DecisionMade;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.DecisionProvisional;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionForked;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.plan.Plan;
import baton.settings.RunSettings.Mode;

/**
 * A session told in Markdown: result, plan, tasks, files, handoffs, blockers, questions, decisions, findings.
 *
 * <p>Built from the events alone, read once. A section without entries is left out. Not for use twice.
 */
public final class SessionMarkdown {
    private final String session;
    private final UnaryOperator<String> redact;
    private final List<String> result = new ArrayList<>();
    private final List<String> plan = new ArrayList<>();
    private final Map<String, TaskLine> tasks = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> handoffs = new ArrayList<>();
    private final Map<String, String> blockers = new LinkedHashMap<>();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final Map<String, String> decisions = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private String note = "";

    private record TaskLine(String title, String agent, String state, String summary) {
        TaskLine now(String changed, String why) {
            return new TaskLine(title, agent, changed, why);
        }
    }

    private SessionMarkdown(String session, UnaryOperator<String> redact) {
        this.session = session;
        this.redact = redact;
    }

    /** The whole report; the stream is read to its end and not closed. */
    public static String of(String session, Stream<RecordedEvent> events) {
        return of(session, events, UnaryOperator.identity());
    }

    /** The same with every foreign text put through {@code redact} before it is dressed as Markdown. */
    public static String of(String session, Stream<RecordedEvent> events, UnaryOperator<String> redact) {
        var report = new SessionMarkdown(session, redact);
        events.forEachOrdered(report::take);
        return report.text();
    }

    private void take(RecordedEvent recorded) {
        String task = recorded.subject().task();
        switch (recorded.event()) {
            case SessionStarted started -> note = "Started " + LineWriter.time(recorded.atMs())
                    + (started.settings().mode() == Mode.REHEARSAL ? ", a rehearsal: no model was asked." : ".");
            case SessionForked forked -> note += " " + forked(forked);
            case PlanLoaded loaded -> plan(loaded.plan());
            case SessionResult ended -> result(ended);
            case TaskAdded added -> tasks.put(added.task().id(),
                    new TaskLine(added.task().title(), added.task().agent(), "not started", ""));
            case TaskStarted _ -> task(task, "started", "");
            case TaskWaiting waiting -> task(task, "waiting", waiting.reason());
            case TaskAccepted accepted -> task(task, accepted.degraded() ? "accepted, with a fall-back" : "accepted",
                    accepted.summary());
            case TaskFailed failed -> task(task, "failed", failed.reason());
            case TaskCancelled cancelled -> task(task, "cancelled", cancelled.reason());
            case TaskResumed _ -> task(task, "started again", "");
            case ArtifactProduced file -> files.put(file.path(), code(file.path()) + ", " + file.bytes() + " bytes, by "
                    + inline(recorded.subject().agent()) + " for " + inline(task));
            case HandoffCreated handoff -> handoffs.add(handoff(handoff, task));
            case FindingShared finding -> findings.add("**" + inline(finding.id() + " " + finding.title()) + "**"
                    + (finding.urgent() ? " (urgent)" : "") + " " + inline(finding.text()));
            default -> people(recorded);
        }
    }

    private String forked(SessionForked forked) {
        return "Forked from " + inline(forked.origin().session()) + " at event " + forked.origin().seq()
                + (forked.changes().isEmpty() ? "" : ": " + inline(String.join("; ", forked.changes())))
                + (forked.settings().mode() == Mode.REHEARSAL ? "; from there on no model was asked." : ".");
    }

    private void people(RecordedEvent recorded) {
        switch (recorded.event()) {
            case BlockerRaised raised -> blockers.put(raised.id(), "**" + raised.id() + "** " + raised.severity() + " "
                    + inline(raised.text()) + " (" + inline(raised.by()) + ")");
            case BlockerResolved resolved -> blockers.merge(resolved.id(), "",
                    (said, _) -> said + "  \n  Resolved by " + inline(resolved.by()) + ": " + inline(resolved.how()));
            case QuestionAsked asked -> questions.put(asked.id(), "**" + asked.id() + "** " + inline(asked.text()));
            case QuestionAnswered answered -> questions.merge(answered.id(), "", (said, _) -> said + "  \n  "
                    + inline(answered.by()) + (answered.assumed() ? " (assumed): " : ": ") + inline(answered.answer()));
            case DecisionOpened opened -> decisions.put(opened.id(), "**" + opened.id() + "** " + inline(opened.title())
                    + ": " + inline(opened.question()));
            case DecisionMade made -> decisions.merge(made.id(), "", (said, _) -> said + "  \n  " + inline(made.by())
                    + " decided: " + inline(made.choice()) + because(made.reason()));
            case DecisionProvisional made -> decisions.merge(made.id(), "",
                    (said, _) -> said + "  \n  For the time being: " + inline(made.choice()));
            default -> {
                // Turns, tool calls and the like are in the log; the report tells what came of them.
            }
        }
    }

    private String because(String reason) {
        return reason.isBlank() ? "" : ", because " + inline(reason);
    }

    private void task(String id, String state, String why) {
        tasks.computeIfPresent(id, (_, line) -> line.now(state, why));
    }

    private void plan(Plan loaded) {
        plan.clear();
        plan.add("**" + inline(loaded.name()) + "** from " + code(loaded.source()));
        if (!loaded.goal().isBlank()) {
            plan.add(inline(loaded.goal()));
        }
        loaded.agents().forEach(agent -> plan.add(code(agent.id()) + " " + inline(agent.name())
                + (agent.role().isBlank() ? "" : ": " + inline(agent.role()))));
    }

    private void result(SessionResult ended) {
        result.clear();
        var counts = ended.counts();
        result.add("**" + WordShape.word(ended.status()) + "**" + (ended.reason().isBlank()
                ? ""
                : ": "
                        + inline(ended.reason())));
        result.add(counts.accepted() + " of " + counts.tasks() + " tasks accepted, " + counts.failed() + " failed, "
                + counts.waiting() + " waiting, " + counts.cancelled() + " cancelled");
        result.add(counts.turns() + " turns, " + counts.toolCalls() + " tool calls, " + ended.usage().totalTokens()
                + " tokens, cost " + (ended.costKnown()
                        ? LineWriter.dollars(ended.costMicros()).toPlainString() + " USD"
                        : "not known"));
        ended.metrics().forEach(metric -> result.add(inline(metric.name()) + ": " + inline(metric.value()) + " (target "
                + inline(metric.target()) + ", " + inline(metric.verdict()) + ")"));
        ended.toolsMissing().forEach(tool -> result.add("Tool that was not here: " + inline(tool)));
        ended.humanTasks().forEach(left -> result.add("Left for people: " + inline(left)));
    }

    private String handoff(HandoffCreated handoff, String task) {
        HandoffNote note = handoff.note();
        var text = new StringBuilder("**" + handoff.id() + "** " + inline(task) + ", " + inline(handoff.from()) + " to "
                + (handoff.to().isEmpty() ? "the next attempt" : inline(handoff.to()))
                + (handoff.synthesised() ? ", written from the record" : ""));
        fields(text, "Completed", note.completed());
        fields(text, "Ready for others", note.dependenciesReady());
        fields(text, "Blockers", note.blockers());
        fields(text, "Next steps", note.nextSteps());
        fields(text, "Files", note.artifacts().stream().map(file -> file.path() + " " + file.description()).toList());
        fields(text, "Notes", note.notes().isBlank() ? List.of() : List.of(note.notes()));
        return text.toString();
    }

    private void fields(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append("\n  - ").append(name).append(": ")
                    .append(String.join("; ", values.stream().map(this::inline).toList()));
        }
    }

    private String text() {
        var text = new StringBuilder("# " + inline(session) + "\n\n");
        if (!note.isEmpty()) {
            text.append(note).append('\n');
        }
        section(text, "Result", result);
        section(text, "Plan", plan);
        section(text, "Tasks", tasks.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList());
        section(text, "Files", List.copyOf(files.values()));
        section(text, "Handoffs", handoffs);
        section(text, "Blockers", List.copyOf(blockers.values()));
        section(text, "Questions", List.copyOf(questions.values()));
        section(text, "Decisions", List.copyOf(decisions.values()));
        section(text, "Findings", findings);
        return text.toString();
    }

    private String line(String id, TaskLine task) {
        return "**" + inline(id) + "** " + inline(task.title()) + " (" + inline(task.agent()) + "): " + task.state()
                + (task.summary().isBlank() ? "" : ". " + inline(task.summary()));
    }

    private static void section(StringBuilder text, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            entries.forEach(entry -> text.append("- ").append(entry).append('\n'));
        }
    }

    /** Foreign text on one line, with what Markdown or a terminal would take for a command made harmless. */
    private String inline(String foreign) {
        return redact.apply(foreign).strip().replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }

    private String code(String path) {
        return "`" + redact.apply(path).replaceAll("[\\p{Cc}\\p{Cf}`]", "") + "`";
    }
}
