package baton.tui.state;

import baton.tui.state.UiEvent.Typed;

/** Keys while a folder waits for a yes; none counts that was typed before the question was seen. */
final class TrustKeys {
    private TrustKeys() {}

    static UiStep typed(UiState state, Overlay.Trust trust, Typed key) {
        return Boxes.closes(key)
                ? said(state, Overlay.Yes.READ)
                : ChoiceKeys.chosen(state,
                        new ChoiceKeys.Seen(trust.choices().size(), trust.at(), trust.shownAtMs()), key,
                        row -> new Overlay.Trust(trust.folder(), trust.checks(), row, trust.shownAtMs()),
                        row -> said(state, trust.choices().get(row)));
    }

    private static UiStep said(UiState state, Overlay.Yes yes) {
        return UiStep.of(state.with(Overlay.None.ONLY), new UiAction.Switch(new UiAction.Destination.Trusted(yes)));
    }
}
