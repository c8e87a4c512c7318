package baton.tui.state;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Command;

/** What can be stopped, and what each of it keeps; asked before anything is stopped. */
final class StopOrders {
    private StopOrders() {}

    /** One choice: its words, a bar, and what it keeps. */
    record Order(String words, Act act) {}

    static List<Order> of(UiState state, Moment moment) {
        var orders = new ArrayList<Order>();
        orders.add(new Order("Pause everybody|finish what is under way, then wait", (now, then) -> pauseAll(now)));
        Steering.agent(state, moment).ifPresent(agent -> orders.add(new Order(
                "Pause @" + agent + "|its turn is finished, then it waits",
                (now, then) -> told(now, "Asked to pause @" + agent + ".",
                        new Command.PauseAgent(agent, Answers.BY)))));
        Steering.task(state, moment).filter(task -> task.stand().isUnderWay()).ifPresent(task -> {
            orders.add(new Order("Stop " + task.id() + "|break it off, keep its files, ask what next",
                    (now, then) -> told(now, "Asked to stop " + task.id() + ".",
                            new Command.StopAttempt(task.id(), Answers.BY))));
            orders.add(new Order("Cancel " + task.id() + "|it will not be done; its files stay",
                    (now, then) -> told(now, "Asked to cancel " + task.id() + ".",
                            new Command.CancelTask(task.id(), "cancelled by a person", Answers.BY))));
        });
        orders.add(new Order(moment.scene().typing().inOwn("Leave baton|everything is kept; baton resume goes on"),
                (now, then) -> UiStep.of(now, new UiAction.Leave())));
        return orders;
    }

    /** Also what a second Ctrl+C in the box means. */
    static UiStep pauseAll(UiState state) {
        return told(state, "Asked everybody to pause. /resume goes on.", new Command.PauseSession(Answers.BY));
    }

    private static UiStep told(UiState state, String said, Command command) {
        return UiStep.of(state.saying(said), new UiAction.Tell(command));
    }
}
