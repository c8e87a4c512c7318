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
                    field("reason", TEXT, "why")),
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

    private ToolCatalogue() {}

    private static ToolSpec tool(String name, String description, List<String> required, String... fields) {
        return new ToolSpec(name, description, "{\"type\":\"object\",\"properties\":{" + String.join(",", fields)
                + "},\"required\":[\"" + String.join("\",\"", required) + "\"]}");
    }

    private static String field(String name, String type, String description) {
        return "\"" + name + "\":{" + type + ",\"description\":\"" + description + "\"}";
    }
}
