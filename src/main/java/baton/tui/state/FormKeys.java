package baton.tui.state;

import java.util.Optional;

import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState.Zone;
import baton.view.InboxItem;

/** Keys while a matter of the inbox is being answered. */
final class FormKeys {
    private FormKeys() {}

    /** What the key does to the answer; empty where it has another meaning here. */
    static Optional<UiStep> typed(UiState state, Form form, Moment moment, Typed key) {
        var item = moment.scene().session().inbox().get(form.item());
        if (item.isEmpty() || !item.get().isAnswerable()) {
            return Optional.of(UiStep.of(state.with(Optional.<Form>empty()).in(Zone.VIEW)
                    .saying(form.item() + " was settled meanwhile.")));
        }
        if (isForTheScreen(key) || (!form.writing() && key.chord().equals("?"))) {
            return Optional.empty();
        }
        if (!form.isArmed(key.atMs())) {
            return Optional.of(UiStep.of(state));
        }
        return Optional.of(form.writing() ? write(state, form, item.get(), key) : choose(state, form, item.get(), key));
    }

    private static boolean isForTheScreen(Typed key) {
        return switch (key.chord()) {
            case "Esc", "Ctrl+C", "Ctrl+X", "Ctrl+L", "PgUp", "PgDn" -> true;
            default -> key.chord().matches("F\\d+");
        };
    }

    private static UiStep choose(UiState state, Form form, InboxItem item, Typed key) {
        int count = Answers.options(item).size();
        return switch (key.chord()) {
            case "Enter" -> record(state, form, item);
            case "j", "Down" -> UiStep.of(state.with(Optional.of(form.choose(Math.min(count - 1, form.option() + 1)))));
            case "k", "Up" -> UiStep.of(state.with(Optional.of(form.choose(Math.max(0, form.option() - 1)))));
            case "e", "Tab" -> UiStep.of(state.with(Optional.of(form.writing(true))));
            case "d" -> UiStep.of(state.with(Optional.<Form>empty()).in(Zone.VIEW).saying("Left open for later."));
            default -> key.chord().matches("[1-9]") && Integer.parseInt(key.chord()) <= count
                    ? UiStep.of(state.with(Optional.of(chosen(form, item, Integer.parseInt(key.chord()) - 1))))
                    : UiStep.of(state);
        };
    }

    /** A command that cannot be taken back wants its word, so the word is what is typed next. */
    private static Form chosen(Form form, InboxItem item, int option) {
        var chosen = form.choose(option);
        return option > 0 && Answers.wordFor(item).isPresent() ? chosen.writing(true) : chosen;
    }

    private static UiStep write(UiState state, Form form, InboxItem item, Typed key) {
        return switch (key.chord()) {
            case "Enter" -> record(state, form, item);
            case "Ctrl+J" -> UiStep.of(state.with(Optional.of(form.say(form.comment() + "\n"))));
            case "Tab", "Shift+Tab" ->
                UiStep.of(state.with(Optional.of(form.writing(Answers.options(item).isEmpty()))));
            default -> UiStep.of(state.with(Optional.of(form.say(Lines.edited(form.comment(), key)))));
        };
    }

    private static UiStep record(UiState state, Form form, InboxItem item) {
        var command = Answers.command(item, form);
        if (command.isEmpty()) {
            String hint = Answers.wordFor(item).filter(word -> form.option() > 0)
                    .map(word -> "Type the word  " + word + "  to allow this.")
                    .orElse("Choose a number or write an answer first.");
            return UiStep.of(state.saying(hint));
        }
        return UiStep.of(state.with(Optional.<Form>empty()).in(Zone.VIEW).saying(item.id() + " recorded."),
                new UiAction.Tell(command.get()));
    }

    /** A paste goes into the words of the answer, never into its choices. */
    static Optional<UiStep> pasted(UiState state, Form form, UiEvent.Pasted paste) {
        return form.writing() && form.isArmed(paste.atMs())
                ? Optional.of(UiStep.of(state.with(Optional.of(form.say(form.comment() + paste.text())))))
                : Optional.of(UiStep.of(state));
    }
}
