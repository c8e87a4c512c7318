package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.Action;
import baton.engine.fact.Action.Access;
import baton.engine.fact.Evidence;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.ModelReply.CallRequest;
import baton.plan.TaskWish;

/** The calls of one turn: arguments as a model would send them, and what they mean. */
final class ToolCalls {
    static final String LIST = "list_files";
    static final String READ = "read_file";
    static final String SEARCH = "search_files";
    static final String WRITE = "write_file";
    static final String EDIT = "edit_file";
    static final String CLAIM = "complete_task";
    static final String REVIEW = "give_review";
    static final String ASK = "ask_question";
    static final String BLOCK = "report_blocker";
    static final String FIND = "share_finding";
    static final String DELEGATE = "delegate";
    static final String RESOLVE = "resolve_blocker";

    private final String turn;
    private final List<CallRequest> calls = new ArrayList<>();

    ToolCalls(String turn) {
        this.turn = turn;
    }

    List<CallRequest> made() {
        return List.copyOf(calls);
    }

    private ToolCalls add(String tool, JsonText arguments, Action action) {
        calls.add(new CallRequest("rehearsal-" + turn + "-" + (calls.size() + 1), tool, arguments.toString(), action));
        return this;
    }

    ToolCalls list(String path, int depth) {
        return add(LIST, new JsonText().with("path", path).with("depth", depth),
                new Action.Workspace(Access.READ, path));
    }

    ToolCalls read(String path) {
        return add(READ, new JsonText().with("path", path), new Action.Workspace(Access.READ, path));
    }

    ToolCalls search(String query, String path) {
        return add(SEARCH, new JsonText().with("query", query).with("path", path),
                new Action.Workspace(Access.READ, path));
    }

    ToolCalls write(String path, String content) {
        return add(WRITE, new JsonText().with("path", path).with("content", content),
                new Action.Workspace(Access.WRITE, path));
    }

    ToolCalls edit(String path, String old, String replacement) {
        return add(EDIT, new JsonText().with("path", path).with("old", old).with("new", replacement),
                new Action.Workspace(Access.WRITE, path));
    }

    ToolCalls status(int percent, String text, String nextUpdate) {
        return add("update_status",
                new JsonText().with("percent", percent).with("text", text).with("next_update", nextUpdate),
                new Action.UpdateStatus(percent, text, nextUpdate));
    }

    ToolCalls find(String title, String text, boolean urgent) {
        return add(FIND, new JsonText().with("title", title).with("text", text).with("urgent", urgent),
                new Action.ShareFinding(title, text, urgent));
    }

    ToolCalls ask(String text, List<String> options, String recommendation) {
        return add(ASK,
                new JsonText().with("text", text).with("options", options).with("recommendation", recommendation),
                new Action.AskQuestion(text, options, recommendation));
    }

    ToolCalls block(String severity, String kind, String text, String needs) {
        return add(BLOCK,
                new JsonText().with("severity", severity).with("kind", kind).with("text", text).with("needs", needs),
                new Action.ReportBlocker(severity, kind, text, needs));
    }

    ToolCalls publish(String name, String version, String path, String summary) {
        return add("publish_contract",
                new JsonText().with("name", name).with("version", version).with("path", path).with("summary", summary),
                new Action.PublishContract(name, version, path, summary));
    }

    ToolCalls delegate(TaskWish wish) {
        return add(DELEGATE,
                new JsonText().with("title", wish.title()).with("agent", wish.agent()).with("brief", wish.brief())
                        .with("needs", wish.dependsOn()).with("outputs", wish.outputs())
                        .with("criteria", wish.acceptance()),
                new Action.Delegate("", List.of(), wish));
    }

    ToolCalls resolve(String id, String how) {
        return add(RESOLVE, new JsonText().with("id", id).with("how", how), new Action.ResolveBlocker(id, how));
    }

    ToolCalls finish(String summary, List<Evidence> evidence) {
        return add("finish", claim(summary, evidence), new Action.Finish(summary, evidence));
    }

    private static JsonText claim(String summary, List<Evidence> evidence) {
        var proofs = evidence.stream()
                .map(proof -> new JsonText().with("criterion", proof.criterion())
                        .with("kind", proof.kind().name().toLowerCase(java.util.Locale.ROOT)).with("ref", proof.ref())
                        .with("note", proof.note()))
                .toList();
        return new JsonText().with("summary", summary).withObjects("evidence", proofs);
    }

    ToolCalls handOff(HandoffNote note) {
        var artifacts = note.artifacts().stream()
                .map(noted -> new JsonText().with("path", noted.path()).with("description", noted.description()))
                .toList();
        var arguments = new JsonText().with("to", "").with("completed", note.completed())
                .with("dependencies_ready", note.dependenciesReady()).with("blockers", note.blockers())
                .with("next_steps", note.nextSteps()).withObjects("artifacts", artifacts).with("notes", note.notes());
        return add("hand_off", arguments, new Action.HandOff("", note));
    }

    ToolCalls review(boolean accepted, String text) {
        return add(REVIEW,
                new JsonText().with("verdict", accepted ? "accepted" : "rejected").with("text", text),
                new Action.GiveReview(accepted, text));
    }

    ToolCalls complete(String summary, List<Evidence> evidence) {
        return add(CLAIM, claim(summary, evidence), new Action.CompleteTask(summary, evidence));
    }
}
