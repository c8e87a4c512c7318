package baton.wire;

import java.util.List;

import baton.engine.fact.ToolSpec;

/**
 * The tools by which agents coordinate, as models are told of them, always in this order.
 *
 * <p>The tools on the workspace describe themselves in {@code baton.tool}; whoever wires a session puts both lists
 * together. The words are stored with each session, so changing them here never changes an old one.
 */
public final class ToolCatalogue {
    private static final String TEXT = "\"type\":\"string\"";
    private static final String TEXTS = "\"type\":\"array\",\"items\":{\"type\":\"string\"}";

    /** What every agent can do besides work on files. */
    public static final List<ToolSpec> COORDINATION = List.of(
            tool("update_status", "Say how far you are. Use it after each larger step.",
                    List.of("percent", "text"),
                    field("percent", "\"type\":\"integer\",\"minimum\":0,\"maximum\":100",
                            "how much of the task is done"),
                    field("text", TEXT, "what you are doing now, one sentence"),
                    field("next_update", TEXT, "what you will report next")),
            tool("share_finding", "Tell the other agents something they should know.",
                    List.of("title", "text"),
                    field("title", TEXT, "a few words"),
                    field("text", TEXT, "what you found, where, and why it matters"),
                    field("urgent", "\"type\":\"boolean\"", "true only if somebody must act on it at once")),
            tool("publish_contract", "Publish an interface that other agents build against, or a new version of it.",
                    List.of("name", "version", "path", "summary"),
                    field("name", TEXT, "what it is called; the same for every version"),
                    field("version", TEXT, "such as 1 or 1.1"),
                    field("path", TEXT, "the file that defines it"),
                    field("summary", TEXT, "what it offers, and what changed since the last version")),
            tool("ask_question",
                    "Ask a person something only a person can answer. Your work pauses until the answer is there.",
                    List.of("text"),
                    field("text", TEXT, "the question, understandable on its own"),
                    field("options", TEXTS, "the answers you can work with, if there are few"),
                    field("recommendation", TEXT, "the one you would take")),
            tool("propose_decision", "Put a choice to whoever may decide it. Your work pauses until it is decided.",
                    List.of("title", "question", "options"),
                    field("title", TEXT, "a few words"),
                    field("question", TEXT, "what is to be decided"),
                    field("options", TEXTS, "the ways open, one text each"),
                    field("recommendation", TEXT, "the option you would take"),
                    field("reason", TEXT, "why"),
                    field("reviewers", TEXTS, "agents who shall say what they think of it first")),
            tool("report_blocker", "Say that you cannot go on without help. Try what you can do yourself first.",
                    List.of("severity", "kind", "text", "needs"),
                    field("severity", "\"type\":\"string\",\"enum\":[\"P0\",\"P1\",\"P2\",\"P3\"]",
                            "P0 stops everybody, P1 stops this task, P2 slows it down, P3 is a nuisance"),
                    field("kind", TEXT, "technical, dependency, access or requirement"),
                    field("text", TEXT, "what stops you and what you have tried"),
                    field("needs", TEXT, "what would resolve it")),
            tool("hand_off", "End your work here and leave it to another agent, or to your successor on this task.",
                    List.of("completed", "next_steps"),
                    field("to", TEXT, "the agent that goes on; leave it out for your successor on this task"),
                    field("completed", TEXTS, "what is done"),
                    field("dependencies_ready", TEXTS, "what others can use from now on"),
                    field("blockers", TEXTS, "what stands in the way"),
                    field("next_steps", TEXTS, "what is left, in order"),
                    field("artifacts", "\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                            + field("path", TEXT, "the file") + "," + field("description", TEXT, "what is in it")
                            + "},\"required\":[\"path\",\"description\"]}", "files worth knowing about"),
                    field("notes", TEXT, "anything else the next agent should know")),
            tool("complete_task",
                    "Claim that the task is done. Each criterion needs evidence, and the claim is checked.",
                    List.of("summary", "evidence"),
                    field("summary", TEXT, "what you did and what came out, a few sentences"),
                    field("evidence", "\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                            + field("criterion", TEXT, "the criterion's number, counted from 1, or its words") + ","
                            + field("kind",
                                    "\"type\":\"string\",\"enum\":[\"artifact\",\"unchanged\",\"check\",\"review\","
                                            + "\"person\"]",
                                    "artifact: a file you wrote; unchanged: a file that was right already; check: a"
                                            + " command that ran; review; person")
                            + "," + field("ref", TEXT, "the path, the command, or who") + ","
                            + field("note", TEXT, "where to look")
                            + "},\"required\":[\"criterion\",\"kind\",\"ref\"]}", "one entry a criterion")));

    private static final String JOB = String.join(",",
            field("title", TEXT, "what is to be done, in one line"),
            field("agent", TEXT, "who does it, by the id in your team list"),
            field("brief", TEXT, "what the agent must know: why, from what, how; it does not see your conversation"),
            field("priority", "\"type\":\"string\",\"enum\":[\"critical\",\"high\",\"medium\",\"low\"]",
                    "how urgent it is"),
            field("needs", TEXTS, "ids of tasks that must be accepted first; leave it out where it can start at once"),
            field("inputs", TEXTS, "files to read"),
            field("outputs", TEXTS, "files that must be there at the end"),
            field("criteria", TEXTS, "how it is judged, one criterion a text"),
            field("time_box_minutes", "\"type\":\"integer\",\"minimum\":1", "for one attempt"));

    /** How a review that somebody asked for ends; offered for nothing else. */
    public static final List<ToolSpec> REVIEWING = List.of(
            tool("give_review", "Give your verdict on the work you were asked to review. It ends your task.",
                    List.of("verdict", "text"),
                    field("verdict", "\"type\":\"string\",\"enum\":[\"accepted\",\"rejected\"]",
                            "rejected sends the work back to its author"),
                    field("text", TEXT, "what you looked at, and what must change if anything must")));

    /** What an orchestrator can do besides; nobody else is told of these. */
    public static final List<ToolSpec> ORCHESTRATION = List.of(
            tool("delegate", "Give a job to an agent. It starts at once where a slot is free and its needs are done.",
                    List.of("agent", "title"), JOB,
                    field("template", TEXT, "a template of your team list, instead of writing everything yourself"),
                    field("slots", "\"type\":\"object\"", "values for the template's slots, by their names")),
            tool("add_task", "Add a job to the work, for an agent or, where none is named, for yourself.",
                    List.of("title"), JOB),
            tool("split", "Put several jobs in place of one that you delegated; whoever needs it needs all of them.",
                    List.of("task", "parts"), field("task", TEXT, "its id"),
                    field("parts", "\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{" + JOB
                            + "},\"required\":[\"title\"]}",
                            "two or more; the agent of the whole where none is named")),
            tool("reassign", "Give a job that you delegated to another agent, with what is there so far.",
                    List.of("task", "agent"), field("task", TEXT, "its id"), field("agent", TEXT, "who goes on"),
                    field("reason", TEXT, "why")),
            tool("reprioritise", "Change how urgent a job is that you delegated.", List.of("task", "priority"),
                    field("task", TEXT, "its id"),
                    field("priority", "\"type\":\"string\",\"enum\":[\"critical\",\"high\",\"medium\",\"low\"]",
                            "how urgent it is now")),
            tool("resolve_blocker", "Tell an agent that is blocked how to go on.", List.of("id", "how"),
                    field("id", TEXT, "the blocker's id, such as B-1"),
                    field("how", TEXT, "what settles it, or what to do instead")),
            tool("finish", "Claim that the goal is met, once everything you delegated is done. The claim is checked.",
                    List.of("summary", "evidence"),
                    field("summary", TEXT, "the result for the person: what came out, and where it is"),
                    field("evidence", "\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                            + field("criterion", TEXT, "the criterion's number, counted from 1; 1 for the goal itself")
                            + ","
                            + field("kind", "\"type\":\"string\",\"enum\":[\"task\",\"artifact\",\"unchanged\","
                                    + "\"check\",\"person\"]",
                                    "task: one you delegated and that was accepted; artifact: a file that was written;"
                                            + " unchanged: a file that was right already; check: a command that ran")
                            + "," + field("ref", TEXT, "the task's id, the path, the command, or who") + ","
                            + field("note", TEXT, "where to look")
                            + "},\"required\":[\"criterion\",\"kind\",\"ref\"]}", "one entry a criterion")));

    private ToolCatalogue() {}

    private static ToolSpec tool(String name, String description, List<String> required, String... fields) {
        return new ToolSpec(name, description, "{\"type\":\"object\",\"properties\":{" + String.join(",", fields)
                + "},\"required\":[\"" + String.join("\",\"", required) + "\"]}");
    }

    private static String field(String name, String type, String description) {
        return "\"" + name + "\":{" + type + ",\"description\":\"" + description + "\"}";
    }
}
