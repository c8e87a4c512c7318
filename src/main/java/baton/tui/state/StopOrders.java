package baton.tui.state;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Command;

/** What can be stopped, and what each of it keeps; asked before anything is stopped. */
final class StopOrders {
    private StopOrders() {}

    /** One choice. */
    record Order(String words, Act act) {}

    static List<Order> of(UiState state, Moment moment) {
        var orders = new ArrayList<Order>();
        Steering.task(state, moment).filter(task -> task.stand().isUnderWay()).ifPresent(task -> {
            orders.add(new Order("Stop " + task.id() + "|break off its attempt, keep its files",
                    (now, then) -> Boxes.told(now, "Asked to stop " + task.id() + ".",
                            new Command.CancelTask(task.id(), "stopped by a person", Answers.BY))));
        });
        orders.add(new Order("Leave baton|everything is kept; baton resume goes on",
                (now, then) -> UiStep.of(now, new UiAction.Leave())));
        return orders;
    }

    /** A second Ctrl+C in the box. */
    static UiStep pauseAll(UiState state) {
        return UiStep.of(state, new UiAction.Leave());
    }
}
