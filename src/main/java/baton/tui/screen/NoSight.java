package baton.tui.screen;

import java.util.Optional;

import baton.tui.state.Moment;
import baton.tui.state.Reading;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.view.talk.Block;

/** Nothing is in sight: where only the words of a box are wanted. */
enum NoSight implements Moment.Sight {
    INSTANCE;

    @Override
    public Reading moved(UiState state, Scene scene, int rows) {
        return state.reading();
    }

    @Override
    public Reading stepped(UiState state, Scene scene, int blocks) {
        return state.reading();
    }

    @Override
    public Reading under(UiState state, Scene scene, int column, int row) {
        return state.reading();
    }

    @Override
    public Optional<Block> chosen(UiState state, Scene scene) {
        return Optional.empty();
    }

    @Override
    public Reading found(UiState state, Scene scene, int direction) {
        return state.reading();
    }
}
