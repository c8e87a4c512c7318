package baton.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.chat.ChatCommand;
import baton.chat.ChatCommands;
import baton.tui.state.Bindings.Context;
import baton.tui.state.UiEvent.Typed;

/** Keys while something stands over the view. */
public final class Boxes {
    private static final List<Context> PALETTE_CONTEXTS = List.of(Context.VIEWS, Context.CHAT, Context.AGENTS,
            Context.PLAN, Context.INBOX, Context.HANDOFFS, Context.REPLAY, Context.SESSIONS, Context.LEADER,
            Context.EVERYWHERE, Context.DRAFT);
    /** What the first screen offers. */
    public static final List<String> WELCOME = List.of("Watch a rehearsal", "Start with a goal", "Open a plan file",
            "Sessions so far",
            "The keys");

    private Boxes() {}

    /** A line of the palette. */
    public record Offer(Context context, String chord, Deed deed) {}

    /** Everything there is to do that fits the words, each deed once, what holds here first. */
    public static List<Offer> offers(UiState state, String query) {
        var offers = new ArrayList<Offer>();
        var contexts = new ArrayList<>(List.of(Bindings.of(state.view())));
        contexts.addAll(PALETTE_CONTEXTS);
        for (var context : contexts) {
            Bindings.keys(context).forEach((deed, chords) -> {
                boolean known = offers.stream().anyMatch(offer -> offer.deed().says().equals(deed.says()));
                if (!known && fits(deed, query)) {
                    offers.add(new Offer(context, chords.getFirst(), deed));
                }
            });
        }
        ChatCommands.all().stream().map(Boxes::typed).filter(deed -> fits(deed, query))
                .forEach(deed -> offers.add(new Offer(Context.DRAFT, deed.word(), deed)));
        return offers;
    }

    /** A command of the chat: choosing it begins the line that is then typed. */
    private static Deed typed(ChatCommand command) {
        String begin = "/" + command.name();
        return new Deed(begin, command.help(), (state, moment) -> UiStep.of(Writing.edited(
                state.in(View.CHAT).in(UiState.Zone.COMPOSER), moment,
                state.composer().with(begin + " ", begin.length() + 1))));
    }

    private static boolean fits(Deed deed, String query) {
        String words = (deed.word() + " " + deed.says()).toLowerCase(Locale.ROOT);
        for (String word : query.toLowerCase(Locale.ROOT).strip().split(" +", -1)) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The lines of the box that asks what should stop; the first one stops nothing. */
    public static List<String> stops(UiState state, Moment moment) {
        var choices = new ArrayList<>(List.of("Keep working"));
        choices.addAll(StopOrders.of(state, moment).stream().map(StopOrders.Order::words).toList());
        return choices;
    }

    static UiStep typed(UiState state, Moment moment, Typed key) {
        if (key.chord().equals("Ctrl+L")) {
            return UiStep.of(state, new UiAction.Redraw());
        }
        return switch (state.overlay()) {
            case Overlay.None none -> UiStep.of(state);
            case Overlay.Help help -> help(state, moment, help, key);
            case Overlay.Palette palette -> palette(state, moment, palette, key);
            case Overlay.StopChoice choice -> stop(state, moment, choice, key);
            case Overlay.Queue queue -> Unread.typed(state, moment, queue, key);
            case Overlay.Prefix prefix -> prefix(state, moment, prefix, key);
            case Overlay.Pager pager -> PagerKeys.typed(state, pager, key);
            case Overlay.Welcome welcome -> welcome(state, moment, welcome, key);
            case Overlay.Trust trust -> TrustKeys.typed(state, trust, key);
            case Overlay.Choice choice -> ChoiceKeys.typed(state, choice, key);
            case Overlay.Filling filling -> FillingKeys.typed(state, moment, filling, key);
            case Overlay.Ask ask -> Lines.typed(state, moment, ask, key);
        };
    }

    static boolean closes(Typed key) {
        return key.chord().equals("Esc") || key.chord().equals("Ctrl+C");
    }

    /** How a key moves a choice of a list: rows down, 0 for not at all. */
    private static int step(Typed key) {
        return switch (key.chord()) {
            case "Down", "Tab" -> 1;
            case "Up", "Shift+Tab" -> -1;
            case "PgDn" -> 10;
            case "PgUp" -> -10;
            default -> 0;
        };
    }

    /** The same in a box where no letter types anything. */
    static int steps(Typed key) {
        return key.chord().equals("j") ? 1 : key.chord().equals("k") ? -1 : step(key);
    }

    private static UiStep help(UiState state, Moment moment, Overlay.Help help, Typed key) {
        int by = steps(key);
        return UiStep.of(by == 0
                ? Going.back(state, moment)
                : state.with(new Overlay.Help(Math.max(0, help.top()
                        + by))));
    }

    private static UiStep palette(UiState state, Moment moment, Overlay.Palette palette, Typed key) {
        var offers = offers(state, palette.query());
        int by = step(key);
        if (closes(key)) {
            return UiStep.of(state.with(Overlay.None.ONLY));
        }
        if (by != 0) {
            int at = Math.clamp(palette.at() + (long) by, 0, Math.max(0, offers.size() - 1));
            return UiStep.of(state.with(new Overlay.Palette(palette.query(), at)));
        }
        if (key.chord().equals("Enter")) {
            var closed = state.with(Overlay.None.ONLY);
            return offers.isEmpty()
                    ? UiStep.of(closed)
                    : offers.get(Math.min(palette.at(), offers.size() - 1)).deed().act().on(closed, moment);
        }
        return UiStep.of(state.with(new Overlay.Palette(Lines.edited(palette.query(), key), 0)));
    }

    private static UiStep prefix(UiState state, Moment moment, Overlay.Prefix prefix, Typed key) {
        var closed = state.with(Overlay.None.ONLY);
        var context = prefix.kind() == Overlay.Kind.LEADER ? Context.LEADER : Context.GO;
        return Bindings.find(List.of(context), key.chord()).map(deed -> deed.act().on(closed, moment))
                .orElse(UiStep.of(closed));
    }

    private static UiStep stop(UiState state, Moment moment, Overlay.StopChoice choice, Typed key) {
        var orders = StopOrders.of(state, moment);
        int by = steps(key);
        var closed = state.with(Overlay.None.ONLY);
        if (by != 0) {
            return UiStep.of(state.with(new Overlay.StopChoice(Math.clamp(choice.at() + (long) by, 0, orders.size()))));
        }
        if (key.chord().equals("Ctrl+C")) {
            return StopOrders.pauseAll(closed);
        }
        if (key.chord().equals("Enter") && choice.at() > 0 && choice.at() <= orders.size()) {
            return orders.get(choice.at() - 1).act().on(closed, moment);
        }
        boolean ends = key.chord().equals("Enter") || key.chord().equals("Esc") || key.chord().equals("q");
        return UiStep.of(ends ? closed.saying("Everybody keeps working.") : state);
    }

    private static UiStep welcome(UiState state, Moment moment, Overlay.Welcome welcome, Typed key) {
        int by = steps(key);
        if (by != 0) {
            return UiStep.of(state.with(new Overlay.Welcome(Math.clamp(welcome.at() + (long) by, 0,
                    WELCOME.size() - 1))));
        }
        if (closes(key) || key.chord().equals("q") || key.chord().equals("Ctrl+D")) {
            return Going.leave(state, moment);
        }
        if (key.chord().equals("?")) {
            return welcome(state, 4);
        }
        boolean digit = key.chord().matches("[1-9]") && Integer.parseInt(key.chord()) <= WELCOME.size();
        return digit
                ? welcome(state, Integer.parseInt(key.chord()) - 1)
                : key.chord().equals("Enter") ? welcome(state, welcome.at()) : UiStep.of(state);
    }

    private static UiStep welcome(UiState state, int choice) {
        return switch (choice) {
            case 0 -> UiStep.of(state.with(Overlay.None.ONLY).saying("The rehearsal starts."),
                    new UiAction.Switch(new UiAction.Destination.Rehearse()));
            case 1 -> UiStep.of(state.with(Overlay.None.ONLY).saying("Write what you want to have done."),
                    new UiAction.Switch(new UiAction.Destination.BeginWithGoal()));
            case 2 -> UiStep.of(state.with(new Overlay.Ask(Overlay.Purpose.OPEN_PLAN, "")));
            case 3 -> UiStep.of(state.in(View.SESSIONS), new UiAction.ListSessions(""));
            default -> UiStep.of(state.with(new Overlay.Help(0)));
        };
    }
}
