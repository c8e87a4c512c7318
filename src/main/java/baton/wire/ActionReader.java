package baton.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.engine.fact.Action;
import baton.engine.fact.Action.Access;
import baton.engine.fact.Evidence;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.HandoffNote.NotedArtifact;

/**
 * Reads what a tool call means.
 *
 * <p>Coordination calls are read generously, since what counts is what the model wants to say. Calls on the workspace are
 * only classified; the tool itself reads their arguments, and strictly. Whatever cannot be understood becomes
 * {@link Action.Malformed} with a reason that tells the model what to send instead. Any thread may use it.
 */
public final class ActionReader {
    private static final String DEFAULT_SEVERITY = "P2";
    private static final int PERCENT_MAX = 100;

    /** Never throws. */
    public Action read(String tool, String argumentsJson) {
        try {
            return read(tool, Arguments.parse(argumentsJson));
        } catch (WireException e) {
            return new Action.Malformed(tool + ": " + e.getMessage() + ". Send the arguments as one JSON object.");
        }
    }

    private static Action read(String tool, Arguments arguments) {
        return switch (tool) {
            case "list_files", "search_files" -> new Action.Workspace(Access.READ, arguments.text("path"));
            case "read_file" -> onPath(tool, Access.READ, arguments);
            case "write_file", "edit_file" -> onPath(tool, Access.WRITE, arguments);
            case "run_command" -> command(arguments);
            case "report_blocker" -> blocker(arguments);
            case "hand_off" -> handOff(arguments);
            case "ask_question" -> question(arguments);
            case "propose_decision" -> decision(arguments);
            case "publish_contract" -> contract(arguments);
            case "share_finding" -> finding(arguments);
            case "update_status" -> status(arguments);
            case "complete_task" -> claim(tool, arguments);
            case "give_review" -> review(arguments);
            case "delegate", "add_task", "split", "reassign", "reprioritise", "resolve_blocker", "finish" ->
                OrchestrationReader.read(tool, arguments);
            default -> new Action.Malformed("There is no tool \"" + tool + "\". Use one of the tools you were given.");
        };
    }

    static Action missing(String tool, String name, String what) {
        return new Action.Malformed(tool + " needs \"" + name + "\": " + what + ".");
    }

    private static Action onPath(String tool, Access access, Arguments arguments) {
        String path = arguments.text("path");
        return path.isEmpty()
                ? missing(tool, "path", "the file, from the workspace root")
                : new Action.Workspace(access, path);
    }

    /** Never split from a text: what would run must be exactly what was judged. */
    private static Action command(Arguments arguments) {
        var argv = arguments.list("argv");
        return argv.isEmpty()
                ? missing("run_command", "argv",
                        "a list with the program and each argument as a text of its own, such as"
                                + " [\"git\", \"status\"]; there is no shell")
                : new Action.RunCommand(argv.get());
    }

    private static Action blocker(Arguments arguments) {
        String text = arguments.text("text", "description", "blocker", "reason", "message", "title");
        if (text.isEmpty()) {
            return missing("report_blocker", "text", "what stops you");
        }
        String said = arguments.text("severity", "priority", "level");
        return severity(said)
                .<Action>map(severity -> new Action.ReportBlocker(severity, kind(arguments), text,
                        arguments.text("needs", "need", "resolution", "what_would_help")))
                .orElseGet(() -> new Action.Malformed("report_blocker: the severity is P0, P1, P2 or P3, not \"" + said
                        + "\"."));
    }

    private static String kind(Arguments arguments) {
        String kind = arguments.text("kind", "type", "category").toLowerCase(Locale.ROOT);
        return kind.isEmpty() ? "technical" : kind;
    }

    private static Optional<String> severity(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(DEFAULT_SEVERITY);
            case "p0", "0", "critical", "blocker", "urgent" -> Optional.of("P0");
            case "p1", "1", "high", "major" -> Optional.of("P1");
            case "p2", "2", "medium", "normal", "moderate" -> Optional.of("P2");
            case "p3", "3", "low", "minor" -> Optional.of("P3");
            default -> Optional.empty();
        };
    }

    private static Action handOff(Arguments outer) {
        var arguments = outer.inside("note", "handoff");
        List<NotedArtifact> artifacts = new ArrayList<>();
        for (var artifact : arguments.objects("path", "artifacts", "files")) {
            artifacts.add(new NotedArtifact(artifact.text("path", "file", "name"),
                    artifact.text("description", "purpose", "note", "summary")));
        }
        var note = new HandoffNote(arguments.texts("completed", "done"),
                arguments.texts("dependencies_ready", "ready"), arguments.texts("blockers"),
                arguments.texts("next_steps", "remaining", "todo"), artifacts,
                arguments.text("notes", "note", "summary", "text"));
        return note.equals(HandoffNote.EMPTY)
                ? missing("hand_off", "completed", "what is done; say also \"next_steps\" and \"notes\"")
                : new Action.HandOff(outer.text("to", "to_agent", "agent", "recipient"), note);
    }

    private static Action question(Arguments arguments) {
        String text = arguments.text("text", "question", "message");
        return text.isEmpty()
                ? missing("ask_question", "text", "the question")
                : new Action.AskQuestion(text, arguments.texts("options", "choices"), recommendation(arguments));
    }

    private static String recommendation(Arguments arguments) {
        return arguments.text("recommendation", "recommended", "default");
    }

    private static Action decision(Arguments arguments) {
        String question = arguments.text("question", "text", "title");
        if (question.isEmpty()) {
            return missing("propose_decision", "question", "what is to be decided");
        }
        var options = arguments.texts("options", "choices", "alternatives");
        if (options.isEmpty()) {
            return missing("propose_decision", "options", "a list of the ways open, as texts");
        }
        return new Action.ProposeDecision(arguments.text("title", "question", "text"), question, options,
                recommendation(arguments), arguments.text("reason", "rationale", "why"),
                arguments.texts("reviewers", "reviewed_by"));
    }

    private static Action contract(Arguments arguments) {
        String name = arguments.text("name", "title", "contract");
        if (name.isEmpty()) {
            return missing("publish_contract", "name", "what the interface is called");
        }
        String version = arguments.text("version");
        return new Action.PublishContract(name, version.isEmpty() ? "1" : version, arguments.text("path", "file"),
                arguments.text("summary", "description", "text"));
    }

    private static Action finding(Arguments arguments) {
        String text = arguments.text("text", "finding", "description", "details", "summary", "title");
        if (text.isEmpty()) {
            return missing("share_finding", "text", "what others should know");
        }
        String title = arguments.text("title", "name");
        return new Action.ShareFinding(title.isEmpty() ? firstLine(text) : title, text,
                arguments.flag("urgent", "is_urgent", "priority"));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    private static Action status(Arguments arguments) {
        int percent = arguments.number("percent", "progress", "percentage").orElse(0);
        String text = arguments.text("text", "status", "message", "summary", "current_task");
        if (percent < 0 || percent > PERCENT_MAX) {
            return new Action.Malformed(
                    "update_status: \"percent\" is a whole number from 0 to 100, not " + percent + ".");
        }
        return text.isEmpty() && arguments.text("percent", "progress", "percentage").isEmpty()
                ? missing("update_status", "text", "how it stands, in a few words")
                : new Action.UpdateStatus(percent, text, arguments.text("next_update", "next"));
    }

    private static Action review(Arguments arguments) {
        String text = arguments.text("text", "reason", "summary", "comments", "findings");
        var verdict = verdict(arguments.text("verdict", "decision", "result", "accepted", "approved"));
        if (verdict.isEmpty()) {
            return missing("give_review", "verdict", "accepted or rejected");
        }
        return text.isEmpty()
                ? missing("give_review", "text", "what you looked at, and what is wrong if anything is")
                : new Action.GiveReview(verdict.get(), text);
    }

    private static Optional<Boolean> verdict(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "accepted", "accept", "approved", "approve", "yes", "true", "pass", "passed" -> Optional.of(true);
            case "rejected", "reject", "changes requested", "no", "false", "fail", "failed" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Action claim(String tool, Arguments arguments) {
        String summary = arguments.text("summary", "text", "result", "message", "description");
        if (summary.isEmpty()) {
            return missing(tool, "summary", "what is done, in a few sentences");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (var proof : arguments.objects("ref", "evidence", "proof", "artifacts")) {
            String ref = proof.text("ref", "path", "file", "command", "reference", "value");
            var kind = kindOfEvidence(proof.text("kind", "type"));
            if (kind.isEmpty() || ref.isEmpty()) {
                return new Action.Malformed(
                        tool + ": each piece of evidence needs \"criterion\", \"kind\" (artifact,"
                                + " unchanged, check, review, person or task) and \"ref\" (a path, the check's command, or who).");
            }
            String criterion = proof.text("criterion", "criteria", "for");
            evidence.add(
                    new Evidence(criterion.isEmpty() ? Integer.toString(evidence.size() + 1) : criterion, kind.get(),
                            ref, proof.text("note", "notes", "where", "details")));
        }
        return new Action.CompleteTask(summary, evidence);
    }

    private static Optional<Evidence.Kind> kindOfEvidence(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "", "artifact", "artefact", "file", "output", "document" -> Optional.of(Evidence.Kind.ARTIFACT);
            case "unchanged", "existing" -> Optional.of(Evidence.Kind.UNCHANGED);
            case "check", "test", "tests", "command" -> Optional.of(Evidence.Kind.CHECK);
            case "review" -> Optional.of(Evidence.Kind.REVIEW);
            case "person", "human", "approval" -> Optional.of(Evidence.Kind.PERSON);
            case "task", "delegated", "subtask" -> Optional.of(Evidence.Kind.TASK);
            default -> Optional.empty();
        };
    }
}
