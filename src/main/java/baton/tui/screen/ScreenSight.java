package baton.tui.screen;

import java.util.Optional;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Flow;
import baton.tui.state.Moment;
import baton.tui.state.Reading;
import baton.tui.state.Regions;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.view.talk.Block;

/** Moves and chooses in the conversation as it lies on the screen. Belongs to one thread. */
public final class ScreenSight implements Moment.Sight {
    private final BlockRows blocks = new BlockRows();
    private final Remembered remembered = new Remembered();
    private final Places places = new Places();
    /** The block that was chosen last: a key more moves from there, however long the conversation is. */
    private Known known = new Known("", -1);

    private record Known(String id, int number) {}

    private Flow flow(UiState state, Scene scene) {
        return ChatScreen.flow(blocks, scene, remembered.tags(scene.session()), state);
    }

    @Override
    public Reading moved(UiState state, Scene scene, int rows) {
        // Following and going further down stays following.
        return state.reading().follows() && rows > 0
                ? state.reading()
                : state.reading().at(flow(state, scene).moved(rows));
    }

    @Override
    public Reading stepped(UiState state, Scene scene, int by) {
        var flow = flow(state, scene);
        var seen = flow.sight().rows();
        if (seen.isEmpty()) {
            return state.reading();
        }
        int last = flow.count() - 1;
        int from = selected(state, flow).orElse(by < 0 ? seen.getLast().block() + 1 : seen.getFirst().block() - 1);
        int to = Math.clamp(from + (long) by, 0, Math.max(0, last));
        boolean visible = seen.stream().anyMatch(placed -> placed.block() == to && placed.index() == 0);
        var reading = visible ? state.reading() : state.reading().at(flow.at(to));
        return chosen(reading, flow, to);
    }

    private Reading chosen(Reading reading, Flow flow, int number) {
        var id = flow.block(number).map(Block::id);
        id.ifPresent(chosen -> known = new Known(chosen, number));
        return reading.select(id);
    }

    private Optional<Integer> selected(UiState state, Flow flow) {
        if (state.reading().selected().isEmpty()) {
            return Optional.empty();
        }
        String id = state.reading().selected().get();
        if (known.id().equals(id) && flow.block(known.number()).filter(block -> block.id().equals(id)).isPresent()) {
            return Optional.of(known.number());
        }
        for (int number = flow.count() - 1; number >= 0; number--) {
            if (flow.block(number).filter(block -> block.id().equals(id)).isPresent()) {
                known = new Known(id, number);
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    @Override
    public Reading under(UiState state, Scene scene, int column, int row) {
        var regions = Regions.of(state);
        var flow = flow(state, scene);
        var seen = flow.sight().rows();
        int at = row - regions.bodyTop();
        return at < 0 || at >= seen.size() || column >= regions.bodyColumns()
                ? state.reading()
                : chosen(state.reading(), flow, seen.get(at).block());
    }

    @Override
    public Optional<Block> chosen(UiState state, Scene scene) {
        var flow = flow(state, scene);
        var selected = selected(state, flow);
        if (selected.isPresent()) {
            return flow.block(selected.get());
        }
        var seen = flow.sight().rows();
        for (int i = seen.size() - 1; i >= 0; i--) {
            var block = flow.block(seen.get(i).block());
            if (block.filter(known -> !(known.body() instanceof Block.Note)).isPresent()) {
                return block;
            }
        }
        return Optional.empty();
    }

    @Override
    public Reading found(UiState state, Scene scene, int direction) {
        var flow = flow(state, scene);
        int from = selected(state, flow).orElse(direction < 0 ? flow.count() : -1);
        var query = new Places.Query(state.reading().find(), state.reading().lane());
        return places.next(flow, scene, query, from, direction)
                .map(number -> chosen(state.reading().at(flow.at(number)), flow, number)).orElse(state.reading());
    }
}
