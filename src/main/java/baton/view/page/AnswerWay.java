package baton.view.page;

import java.util.List;

import baton.settings.CommandLine;
import baton.view.InboxItem;
import baton.view.InboxItem.Ask;

/** The words by which a person settles a matter from where they sit. */
public sealed interface AnswerWay {
    /** In the chat of the session itself. */
    record InChat() implements AnswerWay {}

    /** From another terminal, by a command that names the session. */
    record FromElsewhere(String session) implements AnswerWay {}

    /** The session has ended; it goes on with the answer. */
    record ByResume(String session) implements AnswerWay {}

    /** A whole line that settles the matter, with the recommended answer where there is one. */
    default String line(InboxItem item) {
        return switch (this) {
            case InChat() -> inChat(item);
            case FromElsewhere(String session) -> "baton answer " + session + " " + item.id() + " " + sample(item);
            case ByResume(String session) -> "baton resume " + session + (item.ask() instanceof Ask.Approval approval
                    ? " --approve " + CommandLine.quoted(List.of("allow:" + approval.what()))
                    : " --answer " + item.id() + "=" + sample(item));
        };
    }

    private static String inChat(InboxItem item) {
        return switch (item.ask()) {
            case Ask.Question question -> "/answer " + item.id() + " " + sample(item);
            case Ask.Decision decision -> "/decide " + item.id() + " " + sample(item);
            case Ask.Blocker blocker -> "/resolve " + item.id() + " " + sample(item);
            case Ask.Approval approval -> "/approve " + item.id() + "  or  /deny " + item.id() + " because …";
        };
    }

    private static String sample(InboxItem item) {
        return switch (item.ask()) {
            case Ask.Question question -> sample(question.options(), question.recommendation());
            case Ask.Decision decision -> sample(decision.options(), decision.recommendation());
            case Ask.Blocker blocker -> "\"how it was resolved\"";
            case Ask.Approval approval -> "yes";
        };
    }

    /** The recommended option's number, else the first; words where there are no options. */
    private static String sample(List<String> options, String recommendation) {
        if (options.isEmpty()) {
            return "\"your answer\"";
        }
        int at = options.indexOf(recommendation);
        boolean isNumber = recommendation.matches("[1-9][0-9]?") && Integer.parseInt(recommendation) <= options.size();
        return isNumber ? recommendation : String.valueOf(Math.max(0, at) + 1);
    }
}
