package baton.tui.state;

import java.util.Optional;

import baton.tui.state.UiAction.Look.Page;
import baton.view.TaskCard;
import baton.view.talk.Block;

/** Deeds that take text out of the screen: it belongs to whoever reads it. */
final class Keeping {
    static final Deed COPY = new Deed("copy", "copy the chosen text as it was written", Keeping::copy);
    static final Deed COPY_CODE = new Deed("copy code", "copy the last piece of code in the chosen text",
            Keeping::code);
    static final Deed SAVE = new Deed("save", "save the chosen text as a file", Keeping::save);
    static final Deed PAGER = new Deed("pager", "the whole conversation in your pager",
            (state, moment) -> UiStep.of(state, new UiAction.Page(Source.transcript(moment.scene(), 100_000))));
    static final Deed DUMP = new Deed("dump", "print the conversation into the terminal's scrollback",
            (state, moment) -> UiStep.of(state, new UiAction.Dump(Source.transcript(moment.scene(), 2_000))));
    static final Deed EDITOR = new Deed("editor", "write the draft in your editor",
            (state, moment) -> UiStep.of(state, new UiAction.Edit(state.composer().whole())));

    static final Deed DIFF = new Deed("diff", "what the chosen task changed in files", (state, moment) -> look(state,
            moment, Page.DIFF, Steering.task(state, moment).map(TaskCard::id).orElse("")));
    static final Deed PROMPT = new Deed("request", "the last request of the chosen task, as its model got it",
            (state, moment) -> Steering.task(state, moment).map(task -> look(state, moment, Page.PROMPT, task.id()))
                    .orElse(UiStep.of(state.saying("No task is chosen."))));

    private Keeping() {}

    /** Has a page made from the session's record. */
    static UiStep look(UiState state, Moment moment, Page what, String task) {
        return moment.scene().name().isEmpty()
                ? UiStep.of(state.saying("There is no session here."))
                : UiStep.of(state.saying("Reading the record."), new UiAction.Look(what, moment.scene().name(), task));
    }

    /** A text and what it is called. */
    private record Chosen(String what, String text) {}

    private static Optional<Chosen> chosen(UiState state, Moment moment) {
        var session = moment.scene().session();
        return switch (state.view()) {
            case HANDOFFS -> session.handoffs().get(Lists.chosen(View.HANDOFFS, moment.scene(), state))
                    .map(card -> new Chosen("handoff " + card.id(), Source.of(card)));
            case INBOX -> session.inbox().get(Lists.chosen(View.INBOX, moment.scene(), state))
                    .map(item -> new Chosen(item.id(), Source.of(item)));
            case CHAT, AGENTS, PLAN, METRICS, REPLAY, SESSIONS -> block(state, moment)
                    .map(block -> new Chosen(name(block), Source.words(moment.scene(), block)));
        };
    }

    private static Optional<Block> block(UiState state, Moment moment) {
        return moment.sight().chosen(state, moment.scene());
    }

    private static String name(Block block) {
        return block.agent().map(agent -> "text of @" + agent).orElse("text");
    }

    private static UiStep copy(UiState state, Moment moment) {
        return chosen(state, moment).map(chosen -> UiStep.of(state, new UiAction.Copy(chosen.what(), chosen.text())))
                .orElse(UiStep.of(state.saying("There is nothing to copy here.")));
    }

    private static UiStep code(UiState state, Moment moment) {
        return block(state, moment).flatMap(Source::code)
                .map(code -> UiStep.of(state, new UiAction.Copy("code", code)))
                .orElse(UiStep.of(state.saying("There is no code in the chosen text.")));
    }

    private static UiStep save(UiState state, Moment moment) {
        return chosen(state, moment)
                .map(chosen -> UiStep.of(state, new UiAction.Save(
                        "baton-" + chosen.what().replaceAll("[^A-Za-z0-9]+", "-") + ".md", chosen.text())))
                .orElse(UiStep.of(state.saying("There is nothing to save here.")));
    }
}
