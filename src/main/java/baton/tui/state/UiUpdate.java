package baton.tui.state;

import java.util.Optional;

import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState.Zone;

/**
 * What an event does to the screen; pure.
 *
 * <p>Nothing here changes a session. What should change it comes out as an action, and only a key a person pressed after
 * seeing what it is about brings one out.
 */
public final class UiUpdate {
    private static final int WHEEL_ROWS = 3;

    /** What begins a line to somebody; it goes into the draft even where the draft is not the zone. */
    private static final String ADDRESSES = "@#+";

    private UiUpdate() {}

    /** The state after the event, and what is to be done. {@code moment} is what the person sees now. */
    public static UiStep apply(UiState state, UiEvent event, Moment moment) {
        return switch (event) {
            case Typed key -> typed(state.at(Math.max(state.nowMs(), key.atMs())).read(key.atMs()), key, moment);
            case UiEvent.Written written ->
                written(state.at(Math.max(state.nowMs(), written.atMs())).read(written.atMs()), written, moment);
            case UiEvent.Pasted paste -> pasted(state, paste);
            case UiEvent.Mouse mouse -> mouse(state, mouse, moment);
            case UiEvent.Resized resized -> UiStep.of(state.with(resized.size()));
            case UiEvent.Exposed exposed -> UiStep.of(state, new UiAction.Redraw());
            case UiEvent.Focused focused -> UiStep.of(state);
            case UiEvent.Background background -> UiStep.of(state);
            case UiEvent.Ticked tick -> UiStep.of(state.at(tick.atMs()));
            case UiEvent.Painted painted -> UiStep.of(painted(state, painted));
            case UiEvent.Told told -> UiStep.of(state.at(Math.max(state.nowMs(), told.atMs())).saying(told.text()));
            case UiEvent.Shown shown -> UiStep.of(state.saying("").with(
                    new Overlay.Pager(shown.title(), new Overlay.Content.Lines(shown.lines()), 0)));
            case UiEvent.TakenBack back -> UiStep.of(Unread.back(state, back));
            case UiEvent.Edited edited -> UiStep.of(state.with(state.composer().with(edited.draft(),
                    edited.draft().length())).in(View.CHAT).in(Zone.COMPOSER));
            case UiEvent.Gone gone -> UiStep.of(state, new UiAction.Leave());
        };
    }

    private static UiState painted(UiState state, UiEvent.Painted painted) {
        if (state.overlay().isUnseen()) {
            return state.with(state.overlay().seen(painted.atMs()));
        }
        return state.form().filter(form -> form.shownAtMs() < 0 && painted.revision() >= form.revision())
                .map(form -> state.with(Optional.of(form.shown(painted.atMs())))).orElse(state);
    }

    private static UiStep typed(UiState state, Typed key, Moment moment) {
        if (!(state.overlay() instanceof Overlay.None)) {
            return Boxes.typed(state, moment, key);
        }
        var answered = state.form().flatMap(form -> FormKeys.typed(state, form, moment, key));
        if (answered.isPresent()) {
            return answered.get();
        }
        var deed = Bindings.find(Bindings.contexts(state), key.chord());
        if (deed.isPresent()) {
            return settled(deed.get().act().on(state, moment), key.chord());
        }
        boolean writing = state.view() == View.CHAT && !key.text().isEmpty()
                && (state.zone() == Zone.COMPOSER || ADDRESSES.contains(key.text()));
        return writing
                ? settled(UiStep.of(Writing.edited(state.in(Zone.COMPOSER), moment,
                        state.composer().insert(key.text()))), key.chord())
                : UiStep.of(state);
    }

    private static UiStep written(UiState state, UiEvent.Written written, Moment moment) {
        return settled(UiStep.of(Writing.edited(state.in(Zone.COMPOSER), moment,
                state.composer().insert(written.text()))), "");
    }

    /** The text of a key that only writes here, so that it may be joined with the next; empty where it does more. */
    public static String writes(UiState state, UiEvent event) {
        return event instanceof Typed key && Writing.isText(state, key) ? Writing.text(key) : "";
    }

    /** Any key other than the pair that leaves takes the offer to leave back. */
    private static UiStep settled(UiStep step, String chord) {
        boolean pair = chord.equals("Ctrl+C") || chord.equals("Ctrl+D");
        var state = step.state();
        return pair || state.switches().leaveAtMs() == 0
                ? step
                : new UiStep(state.with(state.switches().leaveUntil(0)), step.actions());
    }

    private static UiStep pasted(UiState state, UiEvent.Pasted paste) {
        if (state.overlay() instanceof Overlay.Ask ask) {
            String line = paste.text().lines().findFirst().orElse("");
            return UiStep.of(state.with(new Overlay.Ask(ask.purpose(), ask.text() + line)));
        }
        if (state.overlay() instanceof Overlay.Filling filling) {
            return UiStep.of(FillingKeys.pasted(state, filling, paste.text()));
        }
        if (!(state.overlay() instanceof Overlay.None)) {
            return UiStep.of(state);
        }
        var answered = state.form().flatMap(form -> FormKeys.pasted(state, form, paste));
        if (answered.isPresent()) {
            return answered.get();
        }
        var draft = state.composer().paste(paste.text());
        return UiStep.of(state.in(View.CHAT).in(Zone.COMPOSER).with(draft).with(Completion.NONE));
    }

    private static UiStep mouse(UiState state, UiEvent.Mouse mouse, Moment moment) {
        return switch (mouse.button()) {
            case WHEEL_UP -> wheel(state, moment, -WHEEL_ROWS);
            case WHEEL_DOWN -> wheel(state, moment, WHEEL_ROWS);
            case PRESS -> press(state, mouse, moment);
            case DRAG -> ReplayBar.pointed(state, mouse, moment);
            case RELEASE -> UiStep.of(state);
        };
    }

    private static UiStep wheel(UiState state, Moment moment, int rows) {
        return switch (state.overlay()) {
            case Overlay.Pager pager -> UiStep.of(state.with(pager.at(pager.top() + rows)));
            case Overlay.None none -> state.view() == View.CHAT
                    ? UiStep.of(state.with(moment.sight().moved(state, moment.scene(), rows)))
                    : Moving.step(state, moment, Integer.signum(rows));
            case Overlay.Help help -> UiStep.of(state.with(new Overlay.Help(Math.max(0, help.top() + rows))));
            case Overlay.Palette box -> UiStep.of(state);
            case Overlay.StopChoice box -> UiStep.of(state);
            case Overlay.Queue box -> UiStep.of(state);
            case Overlay.Prefix box -> UiStep.of(state);
            case Overlay.Welcome box -> UiStep.of(state);
            case Overlay.Trust box -> UiStep.of(state);
            case Overlay.Choice box -> UiStep.of(state);
            case Overlay.Filling box -> UiStep.of(state);
            case Overlay.Ask box -> UiStep.of(state);
        };
    }

    /** One click chooses and opens; in a box or an answer under way the mouse answers nothing. */
    private static UiStep press(UiState state, UiEvent.Mouse mouse, Moment moment) {
        if (!(state.overlay() instanceof Overlay.None) || state.form().isPresent()) {
            return UiStep.of(state);
        }
        var regions = Regions.of(state);
        if (regions.composerTop() >= 0 && mouse.row() >= regions.composerTop()) {
            return UiStep.of(state.in(Zone.COMPOSER));
        }
        if (state.view() == View.CHAT) {
            var reading = moment.sight().under(state, moment.scene(), mouse.column(), mouse.row());
            return UiStep.of(state.in(Zone.VIEW).with(reading));
        }
        return ReplayBar.pointed(state, mouse, moment);
    }
}
