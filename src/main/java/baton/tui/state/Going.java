package baton.tui.state;

import java.util.Optional;

import baton.tui.state.UiState.Zone;

/** Deeds that go somewhere: views, zones, boxes, and out. */
final class Going {
    private static final long LEAVE_MS = 2_000;

    static final Deed NEED = new Deed("needs you", "open the most urgent thing that needs you", Going::need);
    static final Deed HELP = new Deed("help", "the keys of this view",
            (state, moment) -> UiStep.of(state.with(new Overlay.Help(0))));
    static final Deed PALETTE = new Deed("palette", "everything there is to do, with search",
            (state, moment) -> UiStep.of(state.with(new Overlay.Palette("", 0))));
    static final Deed LEADER = new Deed("menu", "the menu that also works while typing",
            (state, moment) -> UiStep.of(state.with(new Overlay.Prefix(Overlay.Kind.LEADER))));
    static final Deed GO = new Deed("go", "go to a view by its letter",
            (state, moment) -> UiStep.of(state.with(new Overlay.Prefix(Overlay.Kind.GO))));
    static final Deed NEXT_ZONE = new Deed("zone", "next zone: draft, view, details",
            (state, moment) -> zone(state, 1));
    static final Deed PREVIOUS_ZONE = new Deed("zone back", "zone before", (state, moment) -> zone(state, -1));
    static final Deed CLOSE = new Deed("close", "close, then leave the draft; never stops anybody's work",
            Going::close);
    static final Deed REDRAW = new Deed("redraw", "paint everything anew and set all modes again",
            (state, moment) -> UiStep.of(state, new UiAction.Redraw()));
    static final Deed INTERRUPT = new Deed("stop or leave",
            "close, then clear the draft, then ask what to stop, then leave",
            Going::interrupt);
    static final Deed LEAVE = new Deed("leave", "leave baton; the session is kept and can be resumed",
            (state, moment) -> UiStep.of(state, new UiAction.Leave()));
    static final Deed PANEL = new Deed("panel", "show or hide the panel beside the chat",
            (state, moment) -> UiStep.of(state.with(state.switches().panel(!state.switches().panel()))));
    static final Deed MOUSE = new Deed("mouse", "give the mouse to the terminal, or take it back", Going::mouse);

    private Going() {}

    static Deed to(View view) {
        return new Deed(view.words(), "go to the view: " + view.words(), (state, moment) -> go(state, moment, view));
    }

    private static UiStep go(UiState state, Moment moment, View view) {
        // Whoever goes to the chat wants to say something; a letter typed there must not act on what is shown.
        var there = view == View.CHAT ? state.in(view).in(Zone.COMPOSER) : state.in(view);
        return view == View.SESSIONS
                ? UiStep.of(there, new UiAction.ListSessions(""))
                : UiStep.of(back(there, moment));
    }

    /** Without what stood over the view; where there is no session, the first screen is all there is behind it. */
    static UiState back(UiState state, Moment moment) {
        boolean nowhere = moment.scene().name().isEmpty() && state.view() == View.CHAT;
        return state.with(nowhere ? new Overlay.Welcome(0) : Overlay.None.ONLY);
    }

    private static UiStep need(UiState state, Moment moment) {
        var session = moment.scene().session();
        var first = Lists.inbox(session).stream().findFirst().flatMap(id -> session.inbox().get(id))
                .filter(item -> item.isOpen());
        return first.map(item -> UiStep.of(open(state, moment, item.id())))
                .orElseGet(() -> UiStep.of(state.saying("Nothing needs you.")));
    }

    /** Opens a matter; keys that were pressed before it was seen do not count. */
    static UiState open(UiState state, Moment moment, String id) {
        var item = moment.scene().session().inbox().get(id);
        var there = state.in(View.INBOX).pick(View.INBOX, id);
        if (item.isEmpty() || !item.get().isAnswerable()) {
            return there;
        }
        boolean words = Answers.options(item.get()).isEmpty();
        return there.with(Optional.of(Form.opened(id, there.revision() + 1, Answers.first(item.get()), words)));
    }

    private static UiStep zone(UiState state, int by) {
        var zones = state.view() == View.CHAT
                ? new Zone[]{Zone.COMPOSER, Zone.VIEW}
                : new Zone[]{Zone.VIEW, Zone.DETAIL};
        int at = state.zone() == zones[1] ? 1 : 0;
        return UiStep.of(state.in(zones[Math.floorMod(at + by, zones.length)]));
    }

    private static UiStep close(UiState state, Moment moment) {
        if (state.form().isPresent()) {
            return UiStep
                    .of(state.with(Optional.<Form>empty()).in(Zone.VIEW).saying("Left open. Nothing was answered."));
        }
        if (state.completion().isOpen()) {
            return UiStep.of(state.with(Completion.NONE));
        }
        if (state.zone() == Zone.DETAIL) {
            return UiStep.of(state.in(Zone.VIEW));
        }
        if (state.view() != View.CHAT) {
            return UiStep.of(back(state.in(View.CHAT), moment));
        }
        if (state.zone() == Zone.COMPOSER) {
            return UiStep.of(state.in(Zone.VIEW));
        }
        var reading = state.reading();
        return UiStep.of(reading.lane().isPresent()
                ? state.with(reading.in(Optional.empty()))
                : state.with(reading.select(Optional.empty())));
    }

    /** What a press of Ctrl+C means, in the order of its force; it never stops anything by itself. */
    private static UiStep interrupt(UiState state, Moment moment) {
        if (state.form().isPresent() || state.completion().isOpen()) {
            return close(state, moment);
        }
        if (!state.composer().isEmpty()) {
            return UiStep.of(state.with(state.composer().cleared()).with(Completion.NONE)
                    .saying("Draft cleared. Up brings it back."));
        }
        if (moment.scene().isRunning() && !moment.scene().isRecorded()) {
            return UiStep.of(state.with(new Overlay.StopChoice(0)));
        }
        return leave(state, moment);
    }

    static UiStep leave(UiState state, Moment moment) {
        if (moment.atMs() < state.switches().leaveAtMs()) {
            return UiStep.of(state, new UiAction.Leave());
        }
        return UiStep.of(state.with(state.switches().leaveUntil(moment.atMs() + LEAVE_MS)));
    }

    private static UiStep mouse(UiState state, Moment moment) {
        boolean on = !state.switches().mouse();
        return UiStep.of(state.with(state.switches().mouse(on))
                .saying(on ? "Mouse on." : "Mouse off: the terminal selects text."), new UiAction.MouseReports(on));
    }
}
