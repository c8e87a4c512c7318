package baton.view.talk;

import baton.view.Ordered;
import baton.view.talk.Block.Body;
import baton.view.talk.Block.Delivery;
import baton.view.talk.Block.Said;
import baton.view.talk.Block.Stage;
import baton.view.talk.Block.Turn;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The conversation so far; immutable.
 *
 * @param blocks in the order in which there was first something to read of them
 * @param lanes ids of blocks by agent
 * @param open answers that were asked for and of which nothing has come yet, by turn
 * @param callTurns the turn that made a call, by call
 * @param unread ids of what was said and nobody has read yet, oldest first
 */
public record Talk(Ordered<Block> blocks, TreePMap<String, PVector<String>> lanes, TreePMap<String, Opening> open,
        TreePMap<String, String> callTurns, PVector<String> unread) {
    public static final Talk EMPTY = new Talk(Ordered.none(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(),
            TreePVector.empty());

    /** Whose answer is awaited. */
    public record Opening(String agent, String task, int attempt, long seq, long runMs) {}

    /** With one more piece of streamed text. A piece of a turn nobody knows, or of one that has ended, changes nothing. */
    public Talk piece(String turn, String text, long runMs) {
        var opening = open.get(turn);
        if (opening != null && !blocks.byId().containsKey(turn)) {
            var body = new Turn(opening.agent(), opening.task(), opening.attempt(), Words.of(text), Stage.WRITING,
                    TreePVector.empty());
            return plus(new Block(turn, opening.seq(), runMs, body));
        }
        return blocks.get(turn).filter(block -> block.body() instanceof Turn known && known.stage() == Stage.WRITING)
                .map(block -> with(block, ((Turn) block.body()).plus(text))).orElse(this);
    }

    Talk plus(Block block) {
        var longer = block.agent().map(agent -> lanes.plus(agent, lane(agent).plus(block.id()))).orElse(lanes);
        return new Talk(blocks.with(block.id(), block), longer, open, callTurns,
                waits(block.body()) ? unread.plus(block.id()) : unread);
    }

    private static boolean waits(Body body) {
        return body instanceof Said said && said.delivery() == Delivery.WAITING;
    }

    Talk with(Block block, Body body) {
        return new Talk(blocks.with(block.id(), block.with(body)), lanes, open, callTurns,
                waits(block.body()) && !waits(body) ? unread.minus(block.id()) : unread);
    }

    /** Only what was said and nobody has read yet. */
    public Talk unreadAlone() {
        var waiting = EMPTY;
        for (String id : unread) {
            var block = blocks.byId().get(id);
            waiting = block == null ? waiting : waiting.plus(block);
        }
        return waiting;
    }

    Talk opens(String turn, Opening opening) {
        return new Talk(blocks, lanes, open.plus(turn, opening), callTurns, unread);
    }

    Talk closes(String turn) {
        return new Talk(blocks, lanes, open.minus(turn), callTurns, unread);
    }

    Talk calls(String call, String turn) {
        return new Talk(blocks, lanes, open, callTurns.plus(call, turn), unread);
    }

    /** Ids of the blocks of one agent, oldest first. */
    public PVector<String> lane(String agent) {
        var lane = lanes.get(agent);
        return lane == null ? TreePVector.empty() : lane;
    }
}
