package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import baton.tui.flow.Flow;
import baton.tui.state.Scene;
import baton.tui.state.Source;
import baton.view.talk.Block;

/**
 * Where words stand in a conversation. What was read once is not read again: blocks only come behind the last one, and of
 * those before it only answers that were not finished can still change.
 *
 * <p>Belongs to one thread.
 */
final class Places {
    private String words = "";
    private Optional<String> lane = Optional.empty();
    private Optional<String> beginning = Optional.empty();
    private final TreeSet<Integer> found = new TreeSet<>();
    private List<Integer> unfinished = new ArrayList<>();
    private int read;

    /** The number of the next block with these words behind {@code from}, or before it with a direction below zero. */
    Optional<Integer> next(Flow flow, Scene scene, Query query, int from, int direction) {
        if (!isOf(flow, query)) {
            begin(flow, query);
        }
        var again = unfinished;
        unfinished = new ArrayList<>();
        again.forEach(number -> read(flow, scene, number));
        for (; read < flow.count(); read++) {
            read(flow, scene, read);
        }
        return Optional.ofNullable(direction < 0 ? found.lower(from) : found.higher(from));
    }

    /** What is looked for, and in whose lane. */
    record Query(String words, Optional<String> lane) {}

    /** A replay may go back, and then fewer blocks are there than were read. */
    private boolean isOf(Flow flow, Query query) {
        return words.equals(query.words()) && lane.equals(query.lane()) && read <= flow.count()
                && beginning.equals(flow.block(0).map(Block::id));
    }

    private void begin(Flow flow, Query query) {
        words = query.words();
        lane = query.lane();
        beginning = flow.block(0).map(Block::id);
        found.clear();
        unfinished.clear();
        read = 0;
    }

    private void read(Flow flow, Scene scene, int number) {
        flow.block(number).ifPresent(block -> {
            if (Source.of(scene, block).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
                found.add(number);
            }
            if (block.body() instanceof Block.Turn turn && !turn.isFinished()) {
                unfinished.add(number);
            }
        });
    }
}
