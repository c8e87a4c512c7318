package baton.tui.state;

import java.util.function.IntFunction;

import baton.tui.state.UiEvent.Typed;

/** Keys while a question stands before a session; none counts that was typed before the question was seen. */
final class ChoiceKeys {
    private ChoiceKeys() {}

    static UiStep typed(UiState state, Overlay.Choice choice, Typed key) {
        return Boxes.closes(key)
                ? said(state, choice.left())
                : chosen(state, new Seen(choice.choices().size(), choice.at(), choice.shownAtMs()), key,
                        row -> choice.with(row, choice.shownAtMs()), row -> said(state, row));
    }

    private static UiStep said(UiState state, int choice) {
        return UiStep.of(state.with(Overlay.None.ONLY), new UiAction.Switch(new UiAction.Destination.Chosen(choice)));
    }

    /** Rows to choose from, the one that is marked, and when they were first seen. */
    record Seen(int rows, int at, long shownAtMs) {}

    /** Moves the mark by arrows and numbers, and says it by Enter. */
    static UiStep chosen(UiState state, Seen seen, Typed key, IntFunction<Overlay> marked, IntFunction<UiStep> said) {
        if (seen.shownAtMs() < 0 || key.atMs() < seen.shownAtMs() + Form.GUARD_MS) {
            return UiStep.of(state);
        }
        int last = seen.rows() - 1;
        return switch (key.chord()) {
            case "Enter" -> said.apply(seen.at());
            case "j", "Down", "Tab" -> UiStep.of(state.with(marked.apply(Math.min(last, seen.at() + 1))));
            case "k", "Up", "Shift+Tab" -> UiStep.of(state.with(marked.apply(Math.max(0, seen.at() - 1))));
            case "1", "2", "3", "4" ->
                UiStep.of(state.with(marked.apply(Math.min(last, Integer.parseInt(key.chord()) - 1))));
            default -> UiStep.of(state);
        };
    }
}
