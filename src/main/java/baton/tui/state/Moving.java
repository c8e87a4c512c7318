package baton.tui.state;

import java.util.Optional;

import baton.tui.state.Reading.Fold;
import baton.tui.state.UiState.Zone;
import baton.view.talk.Block;

/** Deeds that move in a view, and open or fold what is chosen. */
final class Moving {
    static final Deed DOWN = new Deed("move", "one row down", (state, moment) -> step(state, moment, 1));
    static final Deed UP = new Deed("up", "one row up", (state, moment) -> step(state, moment, -1));
    static final Deed PAGE_DOWN = new Deed("page", "a page down", (state, moment) -> page(state, moment, 1));
    static final Deed PAGE_UP = new Deed("page up", "a page up", (state, moment) -> page(state, moment, -1));
    static final Deed FIRST = new Deed("first", "to the first row", (state, moment) -> edge(state, moment, -1));
    static final Deed LAST = new Deed("follow", "to the last row, and follow",
            (state, moment) -> edge(state, moment, 1));
    static final Deed NEXT_BLOCK = new Deed("next block", "to the next block",
            (state, moment) -> block(state, moment, 1));
    static final Deed PREVIOUS_BLOCK = new Deed("block", "to the block before",
            (state, moment) -> block(state, moment, -1));
    static final Deed OPEN = new Deed("open", "open what is chosen", Moving::open);
    static final Deed PEEK = new Deed("fold", "unfold or fold what is chosen", Moving::peek);
    static final Deed ZOOM = new Deed("zoom", "show one part alone, or all again", Moving::zoom);
    static final Deed FIND = new Deed("find", "find words", Moving::find);
    static final Deed FIND_NEXT = new Deed("next", "next place with the words",
            (state, moment) -> found(state, moment, 1));
    static final Deed FIND_BEFORE = new Deed("before", "place with the words before",
            (state, moment) -> found(state, moment, -1));
    private static final int FAR = 1_000_000;

    private Moving() {}

    static UiStep step(UiState state, Moment moment, int by) {
        if (state.zone() == Zone.DETAIL) {
            return UiStep.of(state.scroll(state.view(), state.top(state.view()) + by));
        }
        return switch (state.view()) {
            case CHAT -> UiStep.of(state.with(moment.sight().moved(state, moment.scene(), by)));
            case METRICS, REPLAY -> UiStep.of(state.scroll(state.view(), state.top(state.view()) + by));
            case AGENTS, PLAN, INBOX, HANDOFFS, SESSIONS -> UiStep.of(pick(state, moment, by));
        };
    }

    private static UiState pick(UiState state, Moment moment, int by) {
        var ids = Lists.of(state.view(), moment.scene(), state);
        if (ids.isEmpty()) {
            return state;
        }
        int at = ids.indexOf(Lists.chosen(state.view(), moment.scene(), state));
        return state.pick(state.view(), ids.get(Math.clamp(at + (long) by, 0, ids.size() - 1)));
    }

    private static UiStep page(UiState state, Moment moment, int by) {
        int rows = Math.max(1, Regions.of(state).bodyRows() - 2);
        return step(state, moment, by * rows);
    }

    private static UiStep edge(UiState state, Moment moment, int by) {
        if (state.view() == View.CHAT && by > 0) {
            return UiStep.of(state.with(state.reading().at(Optional.empty()).select(Optional.empty())));
        }
        if (state.view() == View.CHAT) {
            return UiStep.of(state.with(state.reading().at(Optional.of(new Reading.Anchor(0, 0)))));
        }
        return by < 0 && state.zone() == Zone.DETAIL
                ? UiStep.of(state.scroll(state.view(), 0))
                : step(state, moment, by * FAR);
    }

    private static UiStep block(UiState state, Moment moment, int by) {
        return state.view() == View.CHAT
                ? UiStep.of(state.with(moment.sight().stepped(state, moment.scene(), by)))
                : step(state, moment, by);
    }

    private static UiStep open(UiState state, Moment moment) {
        return switch (state.view()) {
            case CHAT -> moment.sight().chosen(state, moment.scene()).map(block -> open(state, moment, block))
                    .orElse(UiStep.of(state));
            case INBOX -> UiStep.of(Going.open(state, moment, Lists.chosen(View.INBOX, moment.scene(), state)));
            case AGENTS -> UiStep.of(lane(state, moment));
            case PLAN, HANDOFFS -> UiStep.of(state.in(Zone.DETAIL));
            case METRICS, REPLAY -> UiStep.of(state);
            case SESSIONS -> Sessions.watch(state, moment);
        };
    }

    private static UiStep open(UiState state, Moment moment, Block block) {
        return switch (block.body()) {
            case Block.Ask ask -> UiStep.of(Going.open(state, moment, ask.item()));
            case Block.Handoff handoff -> UiStep.of(state.in(View.HANDOFFS).pick(View.HANDOFFS, handoff.handoff()));
            case Block.Turn turn -> UiStep.of(state.with(new Overlay.Pager("@" + turn.agent() + " " + turn.task(),
                    Source.page(moment.scene(), block), 0)));
            case Block.Said said -> UiStep.of(state.with(new Overlay.Pager("you", said.text(), 0)));
            case Block.Order order ->
                UiStep.of(state.with(new Overlay.Pager("order " + order.task(), order.text(), 0)));
            case Block.Note note -> UiStep.of(state);
        };
    }

    /** The conversation of the chosen agent alone. */
    private static UiState lane(UiState state, Moment moment) {
        String agent = Lists.chosen(View.AGENTS, moment.scene(), state);
        return agent.isEmpty()
                ? state
                : state.in(View.CHAT).in(Zone.VIEW).with(state.reading().in(Optional.of(agent)))
                        .saying("@" + agent + " alone. Esc shows everybody again.");
    }

    private static UiStep peek(UiState state, Moment moment) {
        if (state.view() == View.AGENTS) {
            return UiStep.of(state.with(state.switches().tail(!state.switches().tail())));
        }
        if (state.view() != View.CHAT) {
            return open(state, moment);
        }
        return moment.sight().chosen(state, moment.scene()).map(block -> {
            var now = Optional.ofNullable(state.reading().folds().get(block.id()));
            var next = now.map(fold -> fold == Fold.UNFOLDED ? Fold.FOLDED : Fold.UNFOLDED).orElse(Fold.UNFOLDED);
            return UiStep.of(state.with(state.reading().fold(block.id(), next).select(Optional.of(block.id()))));
        }).orElse(UiStep.of(state));
    }

    private static UiStep zoom(UiState state, Moment moment) {
        if (state.view() == View.CHAT) {
            boolean alone = state.reading().lane().isPresent();
            var agent = moment.sight().chosen(state, moment.scene()).flatMap(Block::agent);
            return UiStep.of(state.with(state.reading().in(alone ? Optional.empty() : agent)));
        }
        return UiStep.of(state.with(state.switches().zoom(!state.switches().zoom())));
    }

    private static UiStep find(UiState state, Moment moment) {
        return switch (state.view()) {
            case SESSIONS -> UiStep.of(state.with(new Overlay.Ask(Overlay.Purpose.SEARCH_SESSIONS, "")));
            case AGENTS -> UiStep.of(state.with(new Overlay.Ask(Overlay.Purpose.FILTER, "")));
            case CHAT, PLAN, INBOX, HANDOFFS, METRICS, REPLAY ->
                UiStep.of(state.in(View.CHAT).in(Zone.VIEW).with(new Overlay.Ask(Overlay.Purpose.FIND, "")));
        };
    }

    static UiStep found(UiState state, Moment moment, int direction) {
        if (state.reading().find().isEmpty()) {
            return UiStep.of(state.saying("Nothing is looked for yet: / finds words."));
        }
        var reading = moment.sight().found(state, moment.scene(), direction);
        return UiStep.of(reading.equals(state.reading())
                ? state.saying("No further place with \"" + state.reading().find() + "\".")
                : state.in(View.CHAT).in(Zone.VIEW).with(reading));
    }
}
