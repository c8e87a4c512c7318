package baton.tui.screen;

import baton.tui.frame.Ink;
import baton.view.Stand;

/** How a task stands, in a sign, three letters and an ink; the letters alone say all of it. */
enum Mark {
    RUN("●", "RUN", Ink.OK), CHECKED("●", "CHK", Ink.OK), QUEUED("○", "QUE", Ink.DIM), ASKS("?", "ASK", Ink.WARN), DONE(
            "✔", "DON", Ink.OK),
    FAILED("✖", "ERR", Ink.BAD), CANCELLED("✖", "CAN", Ink.DIM), PAUSED("■", "PAU", Ink.WARN),
    WATCHES("○", "WAT", Ink.OK), IDLE("·", "---", Ink.DIM);

    final String sign;
    final String letters;
    final int ink;

    Mark(String sign, String letters, int ink) {
        this.sign = sign;
        this.letters = letters;
        this.ink = ink;
    }

    static Mark of(Stand stand) {
        return switch (stand) {
            case WAITING, READY -> QUEUED;
            case PAUSED -> PAUSED;
            case AT_WORK -> RUN;
            case CLAIMED -> CHECKED;
            case PARKED -> ASKS;
            case ACCEPTED, DEGRADED -> DONE;
            case FAILED -> FAILED;
            case CANCELLED, SPLIT -> CANCELLED;
            case WATCHING -> WATCHES;
        };
    }
}
