package baton.cli.live;

import baton.batch.LineOutput;
import baton.cli.console.Consent;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.LiveSession.Start;
import baton.plan.TaskSpec;
import baton.settings.RunSettings.Mode;
import baton.view.page.CostRange;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;

/** Asks before a session with a person before it may spend without a bound; a rehearsal or a budget needs no question. */
public final class SpendingConsent {
    private SpendingConsent() {}

    /** Shows what would run and what it may cost, and goes on only after a yes. Where nobody can be asked, the warning stands. */
    public static void ask(Start start, Surroundings around, LineOutput err) {
        if (!isNeeded(start) || !around.terminals().in() || !around.terminals().err()) {
            return;
        }
        err.show(StyledLine.of(summary(start)));
        if (!Consent.of(around).to("Start without a budget? [y/N]")) {
            throw refusal();
        }
    }

    /** For places that cannot ask: nothing is started that has no bound. */
    static void refuseUnbounded(Start start) {
        if (isNeeded(start)) {
            throw refusal();
        }
    }

    private static boolean isNeeded(Start start) {
        return start.settings().mode() == Mode.LIVE && start.settings().budget().isUnlimited();
    }

    private static String summary(Start start) {
        long tasks = start.plan().tasks().stream().filter(TaskSpec::runs).count();
        return Amounts.of(tasks, "task") + " for " + Amounts.of(start.plan().agents().size(), "agent") + ", asked of "
                + start.settings().models().standard() + ". Cost: " + CostRange.of(tasks, start.settings()).sentence();
    }

    private static UserError refusal() {
        return UserError.usage("nothing was started: a live session needs a budget or a yes",
                "Give --budget-usd 2 or --budget-tokens 500000.");
    }
}
