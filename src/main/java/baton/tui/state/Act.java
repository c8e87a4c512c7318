package baton.tui.state;

/** What a deed does to the state. */
interface Act {
    UiStep on(UiState state, Moment moment);
}
