package baton.tui.state;

import java.util.Optional;

/** Deeds of the list of sessions and of a session that is replayed. */
final class Sessions {
    static final Deed GO_ON = new Deed("continue", "go on with the chosen session", Sessions::goOn);
    static final Deed PLAY = new Deed("play", "play, or hold", (state, moment) -> play(state, moment, 1_000, 1_000));
    static final Deed FASTER = new Deed("faster", "twice as fast", (state, moment) -> speed(state, moment, 2, 1));
    static final Deed SLOWER = new Deed("slower", "half as fast", (state, moment) -> speed(state, moment, 1, 2));
    static final Deed STEP = new Deed("event", "one event on", (state, moment) -> seek(state, moment, at(moment) + 1));
    static final Deed BACK = new Deed("event back", "one event back",
            (state, moment) -> seek(state, moment, at(moment) - 1));
    static final Deed MINUTE = new Deed("1 min", "a minute on", (state, moment) -> minutes(state, moment, 1));
    static final Deed MINUTE_BACK = new Deed("1 min back", "a minute back",
            (state, moment) -> minutes(state, moment, -1));
    static final Deed START = new Deed("start", "to the start", (state, moment) -> seek(state, moment, 1));
    static final Deed END = new Deed("end", "to the end",
            (state, moment) -> seek(state, moment, moment.scene().playback().total()));
    static final Deed SEEK = new Deed("time", "to a time (14:30) or an event (900)",
            (state, moment) -> UiStep.of(state.with(new Overlay.Ask(Overlay.Purpose.SEEK, ""))));
    static final Deed MARK = new Deed("mark A", "compare from here on", Sessions::mark);

    private Sessions() {}

    /** Goes to the next or, with -1, the last mark of a kind. */
    static Deed jump(String word, baton.view.course.Course.Kind kind, int direction) {
        return new Deed(word, (direction > 0 ? "to the next " : "back to the last ") + word,
                (state, moment) -> jump(state, moment, kind, direction));
    }

    static UiStep watch(UiState state, Moment moment) {
        return chosen(state, moment)
                .map(name -> UiStep.of(state, new UiAction.Switch(new UiAction.Destination.Watch(name))))
                .orElse(UiStep.of(state.saying("There is no session yet.")));
    }

    private static UiStep goOn(UiState state, Moment moment) {
        return chosen(state, moment)
                .map(name -> UiStep.of(state, new UiAction.Switch(new UiAction.Destination.GoOn(name))))
                .orElse(UiStep.of(state.saying("There is no session yet.")));
    }

    private static Optional<String> chosen(UiState state, Moment moment) {
        String name = Lists.chosen(View.SESSIONS, moment.scene(), state);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static long at(Moment moment) {
        return moment.scene().playback().at();
    }

    private static UiStep only(UiState state, Moment moment) {
        return UiStep.of(state.saying(moment.scene().typing()
                .inOwn("This session is live. The keys of a replay work in  baton replay.")));
    }

    static UiStep seek(UiState state, Moment moment, long seq) {
        var playback = moment.scene().playback();
        return moment.scene().isRecorded()
                ? UiStep.of(state, new UiAction.Seek(Math.clamp(seq, 1, Math.max(1, playback.total()))))
                : only(state, moment);
    }

    private static UiStep minutes(UiState state, Moment moment, int by) {
        return seekTime(state, moment, moment.scene().session().head().runMs() + by * 60_000L);
    }

    /** To the last fact before this run time. Marks and samples are dense enough to aim with; the source finds the fact. */
    static UiStep seekTime(UiState state, Moment moment, long runMs) {
        return moment.scene().isRecorded()
                ? UiStep.of(state, new UiAction.Seek(-Math.max(1, runMs)))
                : only(state, moment);
    }

    private static UiStep play(UiState state, Moment moment, long times, long of) {
        var playback = moment.scene().playback();
        return moment.scene().isRecorded()
                ? UiStep.of(state, new UiAction.Play(!playback.playing(), playback.speedMilli() * times / of))
                : only(state, moment);
    }

    private static UiStep speed(UiState state, Moment moment, long times, long of) {
        var playback = moment.scene().playback();
        return moment.scene().isRecorded()
                ? UiStep.of(state, new UiAction.Play(playback.playing(),
                        Math.clamp(playback.speedMilli() * times / of, 250, 64_000)))
                : only(state, moment);
    }

    private static UiStep jump(UiState state, Moment moment, baton.view.course.Course.Kind kind, int direction) {
        long here = at(moment);
        var marks = moment.scene().course().marks().stream().filter(mark -> mark.kind() == kind)
                .filter(mark -> direction > 0 ? mark.seq() > here : mark.seq() < here).toList();
        if (marks.isEmpty()) {
            return moment.scene().isRecorded()
                    ? UiStep.of(state.saying("No " + kind.name().toLowerCase(java.util.Locale.ROOT)
                            + (direction > 0 ? " after" : " before") + " this moment."))
                    : only(state, moment);
        }
        return seek(state, moment, direction > 0 ? marks.getFirst().seq() : marks.getLast().seq());
    }

    private static UiStep mark(UiState state, Moment moment) {
        long here = at(moment);
        if (!moment.scene().isRecorded()) {
            return only(state, moment);
        }
        long next = state.switches().markA() == 0 ? here : 0;
        return UiStep.of(state.with(state.switches().markA(next)), new UiAction.Compare(next));
    }
}
