package baton.tui.state;

import java.util.List;
import java.util.Optional;

import baton.tui.state.UiEvent.Typed;
import baton.view.talk.Block;
import baton.view.talk.Block.Delivery;
import baton.view.talk.Block.Said;

/**
 * Messages that nobody has read yet: they are seen, and until they are read they may be edited or withdrawn. The words come back
 * only when the session has taken the message back, and what was being written meanwhile stays in the history of the draft.
 */
public final class Unread {
    private static final String ID = "said-";

    static final Deed UNSEND = new Deed("unsend", "edit or withdraw a message nobody has read yet",
            Unread::unsend);

    private Unread() {}

    /** The messages that wait, oldest first. */
    public static List<Block> of(Scene scene) {
        return scene.talk().unread().stream().flatMap(id -> scene.talk().blocks().get(id).stream()).toList();
    }

    private static boolean waits(Block block) {
        return block.body() instanceof Said said && said.delivery() == Delivery.WAITING;
    }

    /** The row of the box that is chosen: the one that was, the newest where it is gone. */
    public static int at(List<Block> waiting, Overlay.Queue box) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id().equals(box.chosen())) {
                return i;
            }
        }
        return waiting.size() - 1;
    }

    /** The chosen message, or the only one; a box where there are several. */
    private static UiStep unsend(UiState state, Moment moment) {
        var chosen = state.view() == View.CHAT && state.zone() == UiState.Zone.VIEW
                ? state.reading().selected().flatMap(moment.scene().talk().blocks()::get).filter(Unread::waits)
                : Optional.<Block>empty();
        var waiting = of(moment.scene());
        if (chosen.isPresent()) {
            return taken(state, chosen.get(), UiAction.Use.EDIT);
        }
        return switch (waiting.size()) {
            case 0 -> UiStep.of(state.saying("No message waits: whatever was said has been read."));
            case 1 -> taken(state, waiting.getFirst(), UiAction.Use.EDIT);
            default -> open(state, waiting);
        };
    }

    static UiStep named(UiState state, Moment moment, String name) {
        String id = ID + name.strip().replaceFirst("(?i)^m-", "");
        var block = moment.scene().talk().blocks().get(id);
        return block.filter(Unread::waits).map(found -> taken(state, found, UiAction.Use.EDIT))
                .orElseGet(() -> name.isBlank()
                        ? unsend(state, moment)
                        : UiStep.of(state.saying(block.isPresent()
                                ? name.strip() + " has been read already; what was read stays."
                                : "No message is called " + name.strip() + "; /queue shows those that wait.")));
    }

    static UiStep box(UiState state, Moment moment) {
        var waiting = of(moment.scene());
        return waiting.isEmpty() ? unsend(state, moment) : open(state, waiting);
    }

    private static UiStep open(UiState state, List<Block> waiting) {
        return UiStep.of(state.with(new Overlay.Queue(waiting.getLast().id())));
    }

    private static UiStep taken(UiState state, Block block, UiAction.Use use) {
        return block.body() instanceof Said said
                ? UiStep.of(state, new UiAction.Unsend(block.seq(), said.line(), use))
                : UiStep.of(state);
    }

    static UiStep typed(UiState state, Moment moment, Overlay.Queue box, Typed key) {
        var closed = state.with(Overlay.None.ONLY);
        var waiting = of(moment.scene());
        int by = Boxes.steps(key);
        if (waiting.isEmpty() || Boxes.closes(key) || key.chord().equals("q")) {
            return UiStep.of(waiting.isEmpty() ? closed.saying("No message waits any more.") : closed);
        }
        if (by != 0) {
            int at = Math.clamp(at(waiting, box) + (long) by, 0, waiting.size() - 1);
            return UiStep.of(state.with(new Overlay.Queue(waiting.get(at).id())));
        }
        var use = switch (key.chord()) {
            case "Enter", "e" -> Optional.of(UiAction.Use.EDIT);
            case "x", "Delete" -> Optional.of(UiAction.Use.DROP);
            default -> Optional.<UiAction.Use>empty();
        };
        return use.map(what -> chosen(closed, waiting, box, what)).orElse(UiStep.of(state));
    }

    /** What was read while the box was open is not another message's fate. */
    private static UiStep chosen(UiState closed, List<Block> waiting, Overlay.Queue box, UiAction.Use use) {
        return waiting.stream().filter(block -> block.id().equals(box.chosen())).findFirst()
                .map(block -> taken(closed, block, use))
                .orElseGet(() -> UiStep.of(closed.saying("That message has just been read; nothing was taken back.")));
    }

    /** The session has taken it back: its words are the draft, or the newest of the history. */
    static UiState back(UiState state, UiEvent.TakenBack back) {
        var now = state.at(Math.max(state.nowMs(), back.atMs()));
        if (back.use() == UiAction.Use.DROP) {
            return now.with(now.composer().keeping(back.line()))
                    .saying("Withdrawn: nobody had read it. Up has its words.");
        }
        boolean wrote = !now.composer().text().isBlank();
        int behind = back.line().indexOf(' ') + 1;
        // Whom it is for is seen, also where the rest is so long that it stands as a mark.
        var draft = now.composer().cleared().insert(back.line().substring(0, behind))
                .paste(back.line().substring(behind));
        var picked = now.with(draft).with(Completion.NONE);
        boolean free = picked.view() == View.CHAT && picked.overlay() instanceof Overlay.None;
        return (free ? picked.in(UiState.Zone.COMPOSER) : picked).saying("Taken back: nobody had read it."
                + (wrote ? " What you were writing is one Up away." : " Enter sends it again."));
    }
}
