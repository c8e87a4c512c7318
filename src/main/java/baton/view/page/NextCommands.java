package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.SessionEvent.Status;
import baton.view.SessionView;
import baton.view.text.Typing;

/** What a person would sensibly type after a run. */
final class NextCommands {
    private NextCommands() {}

    /** A whole command line, and what it is for. */
    record Next(String command, String purpose) {}

    static List<Next> of(SessionView view, Typing typing) {
        String session = typing.session();
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
        return next.stream().map(each -> new Next(typing.inSession(each.command()), each.purpose())).toList();
    }

    static boolean canGoOn(SessionView view) {
        return view.head().result().map(result -> result.status() != Status.COMPLETE
                && result.status() != Status.DEGRADED).orElse(true);
    }
}
