package baton.tui.state;

import java.util.Optional;

import baton.engine.Command;
import baton.tui.state.UiState.Zone;
import baton.view.HandoffCard;
import baton.view.SessionView;
import baton.view.TaskCard;
import baton.view.talk.Block;

/** Deeds that reach agents and tasks. Each is the command that everybody else would type. */
final class Steering {
    private static final int RECENT = 200;
    private static final long MORE_MS = 5 * 60_000L;

    static final Deed MESSAGE = new Deed("message", "write to the chosen agent", Steering::message);
    static final Deed STOP = new Deed("stop", "ask what of the chosen agent should stop",
            (state, moment) -> UiStep.of(state.with(new Overlay.StopChoice(0))));
    static final Deed PAUSE = new Deed("pause", "pause the chosen agent, or let it go on", Steering::pause);
    static final Deed RETRY = new Deed("retry", "try the chosen task again", (state, moment) -> tell(state, moment,
            task -> new Command.RetryTask(task.id(), Answers.BY), "Asked for another try of "));
    static final Deed MORE_TIME = new Deed("+5 min", "five minutes more for the chosen task",
            (state, moment) -> tell(state, moment, task -> new Command.ExtendBox(task.id(), MORE_MS, Answers.BY),
                    "Asked for 5 minutes more for "));
    static final Deed SORT = new Deed("sort", "by need, or by name",
            (state, moment) -> UiStep.of(state.with(state.switches().byName(!state.switches().byName()))));
    static final Deed CRITICAL = new Deed("critical", "the critical path alone, or all tasks",
            (state, moment) -> UiStep.of(state.with(state.switches().criticalOnly(!state.switches().criticalOnly()))));
    static final Deed LANE = new Deed("lane", "one agent's lane after the other, then everybody",
            (state, moment) -> lane(state, moment, 1));
    static final Deed LANE_BACK = new Deed("lane back", "the lane before", (state, moment) -> lane(state, moment, -1));
    static final Deed LANES = new Deed("lanes", "agents side by side, or everybody in one flow", Steering::lanes);

    private Steering() {}

    private interface Order {
        Command of(TaskCard task);
    }

    /** The task that is meant: the chosen one of the plan, or the one the chosen agent is at. */
    static Optional<TaskCard> task(UiState state, Moment moment) {
        SessionView session = moment.scene().session();
        if (state.view() == View.PLAN) {
            return session.task(Lists.chosen(View.PLAN, moment.scene(), state));
        }
        if (state.view() == View.HANDOFFS) {
            return session.handoffs().get(Lists.chosen(View.HANDOFFS, moment.scene(), state))
                    .flatMap(card -> passedOn(session, card));
        }
        if (state.view() == View.CHAT) {
            var known = moment.sight().chosen(state, moment.scene()).flatMap(Block::task)
                    .or(() -> state.reading().lane().isPresent() ? Optional.empty() : latest(moment.scene()));
            if (known.isPresent()) {
                return session.task(known.get());
            }
        }
        return agent(state, moment).flatMap(session.agents()::get).flatMap(card -> Lists.task(session, card));
    }

    /** The task that was last heard of. */
    private static Optional<String> latest(Scene scene) {
        var ids = scene.talk().blocks().ids();
        for (int i = ids.size() - 1; i >= Math.max(0, ids.size() - RECENT); i--) {
            var task = scene.talk().blocks().get(ids.get(i)).flatMap(Block::task);
            if (task.isPresent()) {
                return task;
            }
        }
        return Optional.empty();
    }

    /** Work goes on in another task where it was passed to another agent; what was passed on is the giver's. */
    private static Optional<TaskCard> passedOn(SessionView session, HandoffCard card) {
        return session.agents().get(card.from()).filter(giver -> !card.to().isEmpty())
                .flatMap(giver -> Lists.task(session, giver)).or(() -> session.task(card.task()));
    }

    static Optional<String> agent(UiState state, Moment moment) {
        return switch (state.view()) {
            case AGENTS -> Optional.of(Lists.chosen(View.AGENTS, moment.scene(), state)).filter(id -> !id.isEmpty());
            case PLAN -> task(state, moment).map(task -> task.spec().agent());
            case INBOX -> moment.scene().session().inbox().get(Lists.chosen(View.INBOX, moment.scene(), state))
                    .map(item -> item.agent()).filter(id -> !id.isEmpty());
            case CHAT, HANDOFFS, METRICS, REPLAY, SESSIONS -> state.reading().lane()
                    .or(() -> moment.sight().chosen(state, moment.scene()).flatMap(block -> block.agent()));
        };
    }

    private static UiStep tell(UiState state, Moment moment, Order order, String said) {
        return task(state, moment)
                .map(task -> UiStep.of(state.saying(said + task.id() + "."), new UiAction.Tell(order.of(task))))
                .orElse(UiStep.of(state.saying("No task is chosen.")));
    }

    private static UiStep pause(UiState state, Moment moment) {
        return agent(state, moment).flatMap(moment.scene().session().agents()::get).map(agent -> {
            boolean paused = !agent.pausedBy().isEmpty();
            Command command = paused
                    ? new Command.ResumeAgent(agent.id(), Answers.BY)
                    : new Command.PauseAgent(agent.id(), Answers.BY);
            return UiStep.of(state.saying((paused ? "Asked to go on: @" : "Asked to pause @") + agent.id() + "."),
                    new UiAction.Tell(command));
        }).orElse(UiStep.of(state.saying("No agent is chosen.")));
    }

    private static UiStep message(UiState state, Moment moment) {
        return agent(state, moment).map(agent -> {
            String draft = "@" + agent + " " + state.composer().text();
            return UiStep.of(state.in(View.CHAT).in(Zone.COMPOSER)
                    .with(state.composer().with(draft, draft.length())));
        }).orElse(UiStep.of(state.in(View.CHAT).in(Zone.COMPOSER)));
    }

    private static UiStep lane(UiState state, Moment moment, int by) {
        if (Lanes.areShown(state)) {
            return UiStep.of(Lanes.moved(state, moment.scene(), by));
        }
        var agents = moment.scene().session().agents().ids();
        int everybody = agents.size();
        int at = state.reading().lane().map(agents::indexOf).orElse(by > 0 ? -1 : everybody) + by;
        var next = at >= 0 && at < everybody ? Optional.of(agents.get(at)) : Optional.<String>empty();
        return UiStep.of(state.with(state.reading().in(next))
                .saying(next.map(agent -> "@" + agent + " alone.").orElse("Everybody.")));
    }

    private static UiStep lanes(UiState state, Moment moment) {
        var turned = state.in(View.CHAT).with(state.switches().lanes(!state.switches().lanes()))
                .with(state.reading().in(Optional.empty()));
        return UiStep.of(!turned.switches().lanes()
                ? turned.saying("Everybody in one flow.")
                : Lanes.areShown(turned)
                        ? turned.saying("Agents side by side: h and l move on, Z ends it.")
                        : turned.with(turned.switches().lanes(false)).saying("Lanes side by side need "
                                + Lanes.COLUMNS_MIN + " columns; z shows one alone."));
    }
}
