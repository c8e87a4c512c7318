package baton.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.chat.ChatCommands;
import baton.chat.ChatNames;
import baton.chat.Dispatch;
import baton.chat.TemplateDraft;
import baton.profile.Slot;
import baton.tui.state.Overlay.Filling;
import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState.Zone;

/** Keys while a template is filled in a form. The form and the draft are two looks of one thing; neither loses a word. */
final class FillingKeys {
    static final Deed OPEN = new Deed("form", "fill the template of the draft in a form, and back to text",
            FillingKeys::open);
    private static final int OFFERS_MAX = 6;

    private FillingKeys() {}

    private static UiStep open(UiState state, Moment moment) {
        return UiStep.of(TemplateDraft.read(state.composer().whole(), moment.names().of(Writing.lane(state)))
                .map(draft -> opened(state, moment, draft))
                .orElseGet(() -> state.saying("A form is for a template: begin the draft with + and its name.")));
    }

    /** At the first field that must still be filled. */
    static UiState opened(UiState state, Moment moment, TemplateDraft draft) {
        var values = new ArrayList<>(List.of(draft.agent().isEmpty() ? "" : "@" + draft.agent()));
        draft.template().slots().forEach(slot -> values.add(String.join("\n", draft.values(slot.name()))));
        var filling = new Filling(draft.template(), values, 0, List.of(), false);
        return state.in(View.CHAT).in(Zone.COMPOSER).with(offering(filling, wanted(filling), state, moment));
    }

    static UiStep typed(UiState state, Moment moment, Filling filling, Typed key) {
        int last = filling.values().size();
        int at = filling.at();
        if (filling.prefixed()) {
            return key.chord().equals("v") ? asText(state, filling) : UiStep.of(state.with(prefixed(filling, false)));
        }
        return switch (key.chord()) {
            case "Esc", "Ctrl+C" -> asText(state, filling);
            case "Ctrl+X" -> UiStep.of(state.with(prefixed(filling, true)));
            case "Tab", "Down" -> to(state, moment, filling, at + 1 > last ? 0 : at + 1);
            case "Shift+Tab", "Up" -> to(state, moment, filling, at == 0 ? last : at - 1);
            case "Enter" -> at == last ? send(state, moment, filling) : to(state, moment, filling, at + 1);
            case "Ctrl+J" ->
                at == last ? UiStep.of(state) : edit(state, moment, filling, filling.values().get(at) + "\n");
            case "Right" -> take(state, moment, filling);
            default -> at == last
                    ? UiStep.of(state)
                    : edit(state, moment, filling, Lines.edited(filling.values().get(at), key));
        };
    }

    /** A paste goes into its field; one that is a template of its own is what the draft is for. */
    static UiState pasted(UiState state, Filling filling, String text) {
        return filling.at() == filling.values().size()
                ? state
                : state.with(with(filling, filling.values().get(filling.at()) + text.stripTrailing()));
    }

    private static Filling prefixed(Filling filling, boolean on) {
        return new Filling(filling.template(), filling.values(), filling.at(), filling.offers(), on);
    }

    private static Filling with(Filling filling, String value) {
        var values = new ArrayList<>(filling.values());
        values.set(filling.at(), value);
        return new Filling(filling.template(), values, filling.at(), filling.offers(), false);
    }

    private static UiStep edit(UiState state, Moment moment, Filling filling, String value) {
        return UiStep.of(state.with(offering(with(filling, value), filling.at(), state, moment)));
    }

    private static UiStep to(UiState state, Moment moment, Filling filling, int field) {
        return UiStep.of(state.saying("").with(offering(filling, field, state, moment)));
    }

    /** The first offer takes the place of the last line typed. */
    private static UiStep take(UiState state, Moment moment, Filling filling) {
        if (filling.offers().isEmpty()) {
            return UiStep.of(state);
        }
        String value = filling.values().get(filling.at());
        return edit(state, moment, filling, value.substring(0, value.lastIndexOf('\n') + 1)
                + filling.offers().getFirst());
    }

    /** Back in the draft, as the text that reads back as this form. */
    private static UiStep asText(UiState state, Filling filling) {
        String text = filling.draft().text();
        return UiStep.of(state.with(Overlay.None.ONLY).with(state.composer().with(text, text.length()))
                .saying("The template as text. Ctrl+X v opens the form again."));
    }

    private static UiStep send(UiState state, Moment moment, Filling filling) {
        var draft = filling.draft();
        int wanted = wanted(filling);
        if (wanted < filling.values().size()) {
            String what = wanted == 0 ? "who shall do it" : draft.template().slots().get(wanted - 1).name();
            return UiStep.of(state.with(offering(filling, wanted, state, moment))
                    .saying("+" + draft.template().name() + " needs " + what + "."));
        }
        var names = moment.names().of(Writing.lane(state));
        String text = draft.text();
        var sent = state.with(Overlay.None.ONLY).with(state.composer().with(text, text.length()).cleared());
        return switch (ChatCommands.dispatch(draft.line(), names, Answers.BY)) {
            case Dispatch.ToEngine told -> Sending.told(sent.saying("Delegated by +" + draft.template().name() + "."),
                    told);
            case Dispatch.ByFace face -> UiStep.of(sent);
            case Dispatch.Unclear unclear -> UiStep.of(state.saying(unclear.problem().oneLine()));
            case Dispatch.Nothing nothing -> UiStep.of(sent);
        };
    }

    /** The first field that must be filled and is not; behind the last one where all is said. */
    private static int wanted(Filling filling) {
        var draft = filling.draft();
        if (draft.isForNobody()) {
            return 0;
        }
        var slots = draft.template().slots().stream().map(Slot::name).toList();
        return draft.missing().stream().findFirst().map(name -> slots.indexOf(name) + 1)
                .orElse(filling.values().size());
    }

    private static Filling offering(Filling filling, int field, UiState state, Moment moment) {
        boolean button = field == filling.values().size();
        String typed = button ? "" : filling.values().get(field);
        var offers = button
                ? List.<String>of()
                : offers(filling, field, moment.names().of(Writing.lane(state))).stream()
                        .filter(offer -> begins(offer, typed.substring(typed.lastIndexOf('\n') + 1)))
                        .limit(OFFERS_MAX).toList();
        return new Filling(filling.template(), filling.values(), field, offers, false);
    }

    private static boolean begins(String offer, String typed) {
        return !offer.equals(typed) && offer.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private static List<String> offers(Filling filling, int field, ChatNames names) {
        if (field == 0) {
            return names.agents().stream().map(agent -> "@" + agent.id()).toList();
        }
        var slot = filling.template().slots().get(field - 1);
        return switch (slot.type()) {
            case ENUM -> slot.options();
            case TASK_ID -> tasks(names);
            case TEXT, LIST, PATH, NUMBER -> slot.name().contains("depend") ? tasks(names) : List.of();
        };
    }

    private static List<String> tasks(ChatNames names) {
        return names.tasks().stream().filter(task -> !task.ended()).map(ChatNames.Task::id).toList();
    }
}
