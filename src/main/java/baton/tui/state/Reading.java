package baton.tui.state;

import java.util.Optional;

import org.pcollections.TreePMap;

/**
 * How the conversation is being read.
 *
 * @param top the block and its row that stand at the top; empty while the end is followed
 * @param folds blocks a person folded or unfolded by hand
 * @param lane the agent whose blocks alone are shown
 * @param selected the block that copying and opening mean
 */
public record Reading(Optional<Anchor> top, TreePMap<String, Fold> folds, Optional<String> lane,
        Optional<String> selected, String find) {
    public static final Reading START = new Reading(Optional.empty(), TreePMap.empty(), Optional.empty(),
            Optional.empty(), "");

    /**
     * A row of a block, both counted from 0. Blocks are only ever added behind the last one, so the number of a block in
     * its lane is its identity.
     */
    public record Anchor(int block, int row) {}

    /** Whether a block shows all of itself. */
    public enum Fold {
        FOLDED, UNFOLDED
    }

    public Reading at(Optional<Anchor> anchor) {
        return new Reading(anchor, folds, lane, selected, find);
    }

    public Reading fold(String block, Fold fold) {
        return new Reading(top, folds.plus(block, fold), lane, selected, find);
    }

    public Reading in(Optional<String> agent) {
        return new Reading(Optional.empty(), folds, agent, Optional.empty(), find);
    }

    public Reading select(Optional<String> block) {
        return new Reading(top, folds, lane, block, find);
    }

    public Reading finding(String words) {
        return new Reading(top, folds, lane, selected, words);
    }

    public boolean follows() {
        return top.isEmpty();
    }
}
