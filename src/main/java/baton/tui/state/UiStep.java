package baton.tui.state;

import java.util.ArrayList;
import java.util.List;

/** What an event makes of the state, and what is to be done. */
public record UiStep(UiState state, List<UiAction> actions) {
    public UiStep {
        actions = List.copyOf(actions);
    }

    public static UiStep of(UiState state) {
        return new UiStep(state, List.of());
    }

    public static UiStep of(UiState state, UiAction action) {
        return new UiStep(state, List.of(action));
    }

    public UiStep and(UiAction action) {
        var more = new ArrayList<>(actions);
        more.add(action);
        return new UiStep(state, more);
    }
}
