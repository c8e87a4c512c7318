package baton.tui.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import baton.tui.state.Reading;
import baton.tui.state.Reading.Anchor;
import baton.tui.state.Scene;
import baton.view.Tags;
import baton.view.talk.Block;
import org.pcollections.PVector;

/**
 * The rows of the conversation that are in sight, and how they move.
 *
 * <p>While the end is followed the last row stands at the bottom. Otherwise one row of one block stands at the top and
 * stays there, whatever arrives below.
 */
public final class Flow {
    private final BlockRows blocks;
    private final Scene scene;
    private final Tags tags;
    private final Reading reading;
    private final int columns;
    private final int rows;
    private final PVector<String> lane;

    /** A row in sight, with the block it is of. */
    public record Placed(int block, int index, Row row) {}

    /**
     * What is in sight.
     *
     * @param below how many blocks stand wholly below
     */
    public record Sight(List<Placed> rows, int below) {}

    public Flow(BlockRows blocks, Scene scene, Tags tags, Reading reading, int columns, int rows) {
        this.blocks = blocks;
        this.scene = scene;
        this.tags = tags;
        this.reading = reading;
        this.columns = columns;
        this.rows = Math.max(1, rows);
        this.lane = reading.lane().map(scene.talk()::lane).orElse(scene.talk().blocks().ids());
    }

    public Sight sight() {
        return reading.top().filter(anchor -> anchor.block() < lane.size()).map(this::from).orElseGet(this::end);
    }

    public Optional<Block> block(int number) {
        return number < 0 || number >= lane.size()
                ? Optional.empty()
                : scene.talk().blocks().get(lane.get(number));
    }

    public int count() {
        return lane.size();
    }

    private List<Row> rowsOf(int number) {
        var block = block(number);
        return block.map(known -> blocks.of(scene, tags, known, block(number - 1),
                Optional.ofNullable(reading.folds().get(known.id())), columns)).orElse(List.of());
    }

    private Sight end() {
        var found = new ArrayList<Placed>();
        for (int number = lane.size() - 1; number >= 0 && found.size() < rows; number--) {
            var of = rowsOf(number);
            for (int row = of.size() - 1; row >= 0 && found.size() < rows; row--) {
                found.add(new Placed(number, row, of.get(row)));
            }
        }
        Collections.reverse(found);
        return new Sight(found, 0);
    }

    private Sight from(Anchor anchor) {
        var found = new ArrayList<Placed>();
        int number = anchor.block();
        int first = anchor.row();
        while (number < lane.size() && found.size() < rows) {
            var of = rowsOf(number);
            for (int row = Math.min(first, Math.max(0, of.size() - 1)); row < of.size() && found.size() < rows; row++) {
                found.add(new Placed(number, row, of.get(row)));
            }
            first = 0;
            number++;
        }
        return found.size() < rows && lane.size() > 0 && isShort(found)
                ? end()
                : new Sight(found, lane.size() - number);
    }

    /** Where less than a screen is left below the anchor, the end is in sight, and the screen shows it whole. */
    private boolean isShort(List<Placed> found) {
        return found.size() < rows;
    }

    /** The anchor after moving by so many rows, down where positive; empty where that reaches the end. */
    public Optional<Anchor> moved(int by) {
        var now = sight().rows();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        var top = now.getFirst();
        var anchor = by < 0 ? up(top, -by) : down(top, by);
        return endsWithin(anchor) ? Optional.empty() : Optional.of(anchor);
    }

    private Anchor up(Placed from, int by) {
        int number = from.block();
        int row = from.index() - by;
        while (row < 0 && number > 0) {
            number--;
            row += rowsOf(number).size();
        }
        return new Anchor(number, Math.max(0, row));
    }

    private Anchor down(Placed from, int by) {
        int number = from.block();
        int row = from.index() + by;
        int height = rowsOf(number).size();
        while (row >= height && number < lane.size() - 1) {
            row -= height;
            number++;
            height = rowsOf(number).size();
        }
        return new Anchor(number, Math.min(row, Math.max(0, height - 1)));
    }

    /** True where the last row of all is in sight from here. */
    private boolean endsWithin(Anchor anchor) {
        int seen = -anchor.row();
        for (int number = anchor.block(); number < lane.size(); number++) {
            seen += rowsOf(number).size();
            if (seen > rows) {
                return false;
            }
        }
        return true;
    }

    /** The anchor that brings a block to the top. */
    public Optional<Anchor> at(int number) {
        var anchor = new Anchor(Math.clamp(number, 0, Math.max(0, lane.size() - 1)), 0);
        return endsWithin(anchor) ? Optional.empty() : Optional.of(anchor);
    }
}
