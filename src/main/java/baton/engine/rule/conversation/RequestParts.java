package baton.engine.rule.conversation;

import java.util.ArrayList;
import java.util.List;

import baton.engine.AttemptState;
import baton.engine.Effect.Part;
import baton.engine.SessionState;
import baton.engine.StandardTexts;
import baton.plan.TaskSpec;

/**
 * The head of a request: role, plan section, context, task contract, then what concerns the task.
 *
 * <p>It depends on the record alone and stays the same throughout an attempt, so that a provider's cache can keep it. Every
 * part has a cap in characters; what is cut is said at its end. News reach the agent as messages.
 */
public final class RequestParts {
    static final int ROLE_CHARS_MAX = 30_000;
    static final int PLAN_CHARS_MAX = 8_000;
    static final int TEAM_CHARS_MAX = 16_000;
    static final int CONTEXT_CHARS_MAX = 60_000;
    static final int TASK_CHARS_MAX = 16_000;
    static final int CONCERNS_CHARS_MAX = 24_000;

    private RequestParts() {}

    /** The parts in their fixed order; empty ones are left out. */
    public static List<Part> of(SessionState state, AttemptState attempt) {
        var task = state.work().task(attempt.task()).orElseThrow().spec();
        var parts = new ArrayList<Part>();
        add(parts, "role", role(state, attempt), ROLE_CHARS_MAX);
        add(parts, "plan", PlanSection.of(state, attempt.agent(), task), PLAN_CHARS_MAX);
        if (state.mayDelegate(attempt)) {
            add(parts, "team", Team.of(state, attempt.agent()), TEAM_CHARS_MAX);
        }
        add(parts, "context", context(state, attempt.agent()), CONTEXT_CHARS_MAX);
        add(parts, "task", TaskContract.of(state, attempt, task), TASK_CHARS_MAX);
        add(parts, "concerns", Concerns.of(state, attempt), CONCERNS_CHARS_MAX);
        return parts;
    }

    private static void add(List<Part> parts, String name, String text, int charsMax) {
        if (!text.isBlank()) {
            parts.add(new Part(name, capped(text.strip(), charsMax)));
        }
    }

    /** Cuts at the cap, never inside a surrogate pair, and says how much is missing. */
    static String capped(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return text.substring(0, end) + "\n[cut: " + (text.length() - end) + " more characters]";
    }

    private static String role(SessionState state, AttemptState attempt) {
        var agentId = attempt.agent();
        var agent = state.setup().agent(agentId);
        var voice = state.setup().casting(agentId).voice();
        var text = new StringBuilder("You are ").append(agent.name());
        if (!agent.role().isEmpty()) {
            text.append(", ").append(agent.role());
        }
        text.append(".\n\n").append(state.setup().promptText(StandardTexts.RULES));
        if (state.mayDelegate(attempt)) {
            text.append("\n\n").append(state.setup().promptText(StandardTexts.ORCHESTRATOR));
        }
        if (!voice.isBlank()) {
            text.append("\n\n").append(voice.strip());
        }
        return text.toString();
    }

    private static String context(SessionState state, String agent) {
        var text = new StringBuilder();
        for (var document : state.setup().context()) {
            if (document.agents().isEmpty() || document.agents().contains(agent)) {
                text.append("## ").append(document.path()).append('\n');
                text.append(document.present() ? document.text() : "(this document is not in the workspace)")
                        .append("\n\n");
            }
        }
        return text.toString();
    }

    /** The message that begins an attempt. */
    public static String begin(SessionState state, String taskId) {
        TaskSpec task = state.work().task(taskId).orElseThrow().spec();
        return filled(state.setup().promptText(StandardTexts.BEGIN), task.id(), task.title());
    }

    /** A person's words, framed so that they add to the task. */
    public static String amendment(SessionState state, String from, String text) {
        return filled(state.setup().promptText(StandardTexts.AMENDMENT), from, text);
    }

    /** Puts values where the text has {@code %s}, in order; values are not looked at again. */
    private static String filled(String text, String first, String second) {
        int one = text.indexOf("%s");
        if (one < 0) {
            return text + " " + first + " " + second;
        }
        int two = text.indexOf("%s", one + 2);
        return two < 0
                ? text.substring(0, one) + first + text.substring(one + 2)
                : text.substring(0, one) + first + text.substring(one + 2, two) + second + text.substring(two + 2);
    }
}
