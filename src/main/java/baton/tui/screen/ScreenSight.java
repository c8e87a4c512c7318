package baton.tui.screen;

import java.util.Locale;
import java.util.Optional;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Flow;
import baton.tui.state.Moment;
import baton.tui.state.Reading;
import baton.tui.state.Regions;
import baton.tui.state.Scene;
import baton.tui.state.Source;
import baton.tui.state.UiState;
import baton.view.talk.Block;

/** Moves and chooses in the conversation as it lies on the screen. Belongs to one thread. */
public final class ScreenSight implements Moment.Sight {
    private final BlockRows blocks = new BlockRows();
    private final Remembered remembered = new Remembered();

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
        return reading.select(flow.block(to).map(Block::id));
    }

    private static Optional<Integer> selected(UiState state, Flow flow) {
        if (state.reading().selected().isEmpty()) {
            return Optional.empty();
        }
        String id = state.reading().selected().get();
        for (int number = flow.count() - 1; number >= 0; number--) {
            if (flow.block(number).filter(block -> block.id().equals(id)).isPresent()) {
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
                : state.reading().select(flow.block(seen.get(at).block()).map(Block::id));
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
        String words = state.reading().find().toLowerCase(Locale.ROOT);
        int from = selected(state, flow).orElse(direction < 0 ? flow.count() : -1);
        for (int number = from + direction; number >= 0 && number < flow.count(); number += direction) {
            var block = flow.block(number);
            if (block.filter(known -> Source.of(scene, known).toLowerCase(Locale.ROOT).contains(words)).isPresent()) {
                return state.reading().at(flow.at(number)).select(block.map(Block::id));
            }
        }
        return state.reading();
    }
}
