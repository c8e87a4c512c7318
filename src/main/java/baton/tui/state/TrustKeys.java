package baton.tui.state;

import baton.tui.state.UiEvent.Typed;

/** Keys while a folder waits for a yes; none counts that was typed before the question was seen. */
final class TrustKeys {
    private TrustKeys() {}

    static UiStep typed(UiState state, Overlay.Trust trust, Typed key) {
        if (key.chord().equals("Esc") || key.chord().equals("Ctrl+C")) {
            return said(state, Overlay.Yes.READ);
        }
        if (trust.shownAtMs() < 0 || key.atMs() < trust.shownAtMs() + Form.GUARD_MS) {
            return UiStep.of(state);
        }
        int last = trust.choices().size() - 1;
        return switch (key.chord()) {
            case "Enter" -> said(state, trust.choices().get(trust.at()));
            case "j", "Down", "Tab" -> at(state, trust, Math.min(last, trust.at() + 1));
            case "k", "Up", "Shift+Tab" -> at(state, trust, Math.max(0, trust.at() - 1));
            case "1", "2", "3" -> at(state, trust, Math.min(last, Integer.parseInt(key.chord()) - 1));
            default -> UiStep.of(state);
        };
    }

    private static UiStep at(UiState state, Overlay.Trust trust, int choice) {
        return UiStep.of(state.with(new Overlay.Trust(trust.folder(), trust.checks(), choice, trust.shownAtMs())));
    }

    private static UiStep said(UiState state, Overlay.Yes yes) {
        return UiStep.of(state.with(Overlay.NONE), new UiAction.Switch(new UiAction.Destination.Trusted(yes)));
    }
}
