package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.SessionEvent.Status;
import baton.view.InboxItem;
import baton.view.SessionView;

/** What a person would sensibly type after a run. */
final class NextCommands {
    private NextCommands() {}

    /** A whole command line, and what it is for. */
    record Next(String command, String purpose) {}

    static List<Next> of(SessionView view, String session) {
        var next = new ArrayList<Next>();
        if (canGoOn(view)) {
            next.add(new Next("baton resume " + session, "go on where it stopped"));
            next.add(new Next("baton why " + session, "why each task that does not run does not"));
        }
        if (!view.files().isEmpty()) {
            next.add(new Next("baton diff " + session, "what agents changed"));
        }
        next.add(new Next("baton replay " + session + " --plain", "watch it again"));
        next.add(new Next("baton log " + session, "read the conversations"));
        return next;
    }

    static boolean canGoOn(SessionView view) {
        return view.head().result().map(result -> result.status() != Status.COMPLETE
                && result.status() != Status.DEGRADED).orElse(true);
    }

    /** The command that settles an open matter. */
    static String answering(InboxItem item, String session) {
        String command = "baton resume " + session;
        return switch (item.ask()) {
            case InboxItem.Ask.Question question ->
                command + " --answer " + item.id() + "=" + sample(question.options(), question.recommendation());
            case InboxItem.Ask.Decision decision ->
                command + " --answer " + item.id() + "=" + sample(decision.options(), decision.recommendation());
            case InboxItem.Ask.Blocker blocker -> command + " --answer " + item.id() + "=\"how it was resolved\"";
            case InboxItem.Ask.Approval approval -> command + " --approve 'allow:" + approval.what() + "'";
        };
    }

    /** What settles an open matter while the session works: an id and an answer after whatever begins the command. */
    static String answeringLive(InboxItem item, String begin) {
        String answer = switch (item.ask()) {
            case InboxItem.Ask.Question question -> sample(question.options(), question.recommendation());
            case InboxItem.Ask.Decision decision -> sample(decision.options(), decision.recommendation());
            case InboxItem.Ask.Blocker blocker -> "\"how it was resolved\"";
            case InboxItem.Ask.Approval approval -> "yes";
        };
        return begin + " " + item.id() + " " + answer;
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
