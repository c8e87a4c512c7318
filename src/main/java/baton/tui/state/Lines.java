package baton.tui.state;

import java.util.regex.Pattern;

import baton.tui.state.UiEvent.Typed;

/** Keys while a line is typed for something other than the chat. */
final class Lines {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2})");

    private Lines() {}

    /** The text after a key: typed, erased or unchanged. */
    static String edited(String text, Typed key) {
        if (!key.text().isEmpty()) {
            return text + key.text();
        }
        return switch (key.chord()) {
            case "Backspace" -> text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
            case "Ctrl+U" -> "";
            default -> text;
        };
    }

    static UiStep typed(UiState state, Moment moment, Overlay.Ask ask, Typed key) {
        if (Boxes.closes(key)) {
            return UiStep.of(Going.back(state, moment));
        }
        if (ask.purpose() == Overlay.Purpose.SEARCH_SESSIONS
                && (key.chord().equals("Up") || key.chord().equals("Down"))) {
            return Moving.step(state, moment, key.chord().equals("Up") ? -1 : 1);
        }
        if (!key.chord().equals("Enter")) {
            return changed(state, ask, edited(ask.text(), key));
        }
        var closed = state.with(Overlay.None.ONLY);
        String text = ask.text().strip();
        return switch (ask.purpose()) {
            case FIND -> Moving.found(closed.with(closed.reading().finding(text)), moment, -1);
            case SEEK -> seek(closed, moment, text);
            case SEARCH_SESSIONS, FILTER -> UiStep.of(closed);
            case OPEN_PLAN -> text.isEmpty()
                    ? UiStep.of(closed)
                    : UiStep.of(closed, new UiAction.Switch(new UiAction.Destination.OpenPlan(text)));
        };
    }

    /** Searching and filtering happen while the words are typed. */
    private static UiStep changed(UiState state, Overlay.Ask ask, String text) {
        var asked = state.with(new Overlay.Ask(ask.purpose(), text));
        return switch (ask.purpose()) {
            case SEARCH_SESSIONS -> UiStep.of(asked, new UiAction.ListSessions(text));
            case FILTER -> UiStep.of(asked.with(asked.switches().filter(text)));
            case FIND, SEEK, OPEN_PLAN -> UiStep.of(asked);
        };
    }

    private static UiStep seek(UiState state, Moment moment, String text) {
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            long seconds = hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3));
            return Sessions.seekTime(state, moment, seconds * 1_000);
        }
        return text.matches("\\d{1,9}")
                ? Sessions.seek(state, moment, Long.parseLong(text))
                : UiStep.of(state.saying("Write a time such as 14:30, or an event such as 900."));
    }
}
