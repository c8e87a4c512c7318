package baton.engine.rule.conversation;

import java.util.List;
import java.util.Locale;

import baton.engine.AttemptState.Mail;
import baton.engine.Origins;
import baton.engine.SessionState;

/** What an agent that delegated is told: the news since its last turn, and how everything it delegated stands. */
public final class Digests {
    private static final int REASON_CHARS_MAX = 200;

    private Digests() {}

    /** Made of the news at the front of the inbox. */
    public static String since(SessionState state, String task, List<Mail> inbox) {
        var text = new StringBuilder("Since your last turn:\n");
        for (var mail : inbox) {
            if (!mail.origin().equals(Origins.NEWS)) {
                break;
            }
            text.append("- ").append(mail.text()).append('\n');
        }
        return text.append(standing(state, task)).toString();
    }

    /** How the delegated tasks stand, one line each; empty where nothing was delegated. */
    public static String standing(SessionState state, String task) {
        var children = state.work().task(task).orElseThrow().children();
        if (children.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("What you delegated:\n");
        for (var id : children) {
            state.work().task(id).ifPresent(child -> text.append("- ").append(id).append(' ')
                    .append(child.spec().agent()).append(", ")
                    .append(child.status().name().toLowerCase(Locale.ROOT)).append(": ").append(child.spec().title())
                    .append(child.reason().isBlank()
                            ? ""
                            : " (" + RequestParts.capped(child.reason(), REASON_CHARS_MAX) + ")")
                    .append('\n'));
        }
        return text.toString();
    }
}
