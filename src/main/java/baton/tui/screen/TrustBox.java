package baton.tui.screen;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Overlay.Trust;
import baton.tui.state.Overlay.Yes;
import baton.view.prose.Wrapping;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.view.text.Typing;

/** The question what agents may do in a folder; nothing is allowed by looking at it. */
final class TrustBox {
    private static final int CHECKS_SHOWN = 4;
    private static final int ABOUT = 46;

    private final Trust trust;
    private final Typing typing;
    private final Canvas canvas;

    TrustBox(Trust trust, Typing typing, Canvas canvas) {
        this.trust = trust;
        this.typing = typing;
        this.canvas = canvas;
    }

    void paint() {
        int columns = Math.min(92, canvas.columns());
        int checks = Math.min(CHECKS_SHOWN, trust.checks().size());
        int rows = Math.min(canvas.rows(), 11 + trust.choices().size() + (checks == 0 ? 0 : checks + 2));
        var inside = Paint.box(canvas.part((canvas.columns() - columns) / 2, Math.max(0, (canvas.rows() - rows) / 3),
                columns, rows), "May agents write here?",
                "1-" + trust.choices().size()
                        + " choose · Enter · Esc only reads");
        inside.text(0, 0, Paint.cut(trust.folder(), inside.columns()), Ink.BOLD);
        int row = 2;
        for (var line : Wrapping
                .of(StyledLine.of("The session about to begin asks a real model. Nobody has said yes to "
                        + "this folder yet, so its agents may only read in it."), inside.columns())) {
            inside.line(0, row, line);
            row++;
        }
        row++;
        for (int i = 0; i < trust.choices().size(); i++) {
            choice(inside, row, i);
            row++;
        }
        checks(inside, row + 1);
        inside.text(0, inside.rows() - 1, Paint.cut(typing.inOwn("baton trust revoke  takes a yes back."),
                inside.columns()), Ink.DIM);
    }

    private void choice(Canvas inside, int row, int number) {
        boolean here = number == trust.at();
        var yes = trust.choices().get(number);
        inside.text(0, row, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        int at = inside.text(2, row, (here ? "(•) " : "( ) ") + (number + 1) + "  " + words(yes),
                here ? Ink.BOLD : Ink.PLAIN);
        int about = Math.max(at + 2, ABOUT);
        if (inside.columns() - about > 24) {
            inside.text(about, row, Paint.cut(about(yes), inside.columns() - about), Ink.DIM);
        }
    }

    private void checks(Canvas inside, int top) {
        if (trust.checks().isEmpty()) {
            return;
        }
        inside.text(0, top, "The plan's checks:", Ink.DIM);
        for (int i = 0; i < Math.min(CHECKS_SHOWN, trust.checks().size()); i++) {
            boolean rest = i == CHECKS_SHOWN - 1 && trust.checks().size() > CHECKS_SHOWN;
            String words = rest
                    ? "and " + Amounts.of(trust.checks().size() - i, "more command")
                    : trust.checks().get(i);
            inside.line(2, top + 1 + i, StyledLine.of(rest ? Tone.DIM : Tone.CODE, Paint.cut(words,
                    inside.columns() - 2)));
        }
    }

    private String words(Yes yes) {
        return switch (yes) {
            case READ -> "Only read for now";
            case WRITE -> "Agents may write here";
            case WRITE_AND_CHECK -> "Write, and run the plan's " + Amounts.of(trust.checks().size(), "check");
        };
    }

    private static String about(Yes yes) {
        return switch (yes) {
            case READ -> "they look, think and answer";
            case WRITE -> "commands are still asked for";
            case WRITE_AND_CHECK -> "exactly as they are now";
        };
    }
}
