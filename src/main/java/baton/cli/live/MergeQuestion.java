package baton.cli.live;

import java.util.ArrayList;
import java.util.List;

import baton.cli.setup.MergeConsent;
import baton.cli.setup.TrustQuestion;
import baton.reading.found.DoubtfulMerge;
import baton.tui.ScreenLoop.Exit;
import baton.tui.state.Overlay;
import baton.tui.state.UiAction.Destination;
import baton.view.text.StyledLine;

/** Asks on the screen whether two mentions of a plan are one job; leaving the question leaves the later one out. */
final class MergeQuestion implements MergeConsent.Asker {
    private static final List<String> CHOICES = List.of("One job", "Two jobs, both run", "Leave the later one out",
            "Leave out all the rest");
    /** What each of them means, in the same order. */
    private static final List<MergeConsent.Said> MEANINGS = List.of(MergeConsent.Said.ONE_JOB,
            MergeConsent.Said.TWO_JOBS, MergeConsent.Said.LEAVE_OUT, MergeConsent.Said.LEAVE_OUT_THE_REST);

    private final TrustQuestion.Screen screen;
    private int left;

    MergeQuestion(TrustQuestion.Screen screen) {
        this.screen = screen;
    }

    @Override
    public boolean isPossible() {
        return true;
    }

    @Override
    public void begin(int questions) {
        left = questions;
    }

    @Override
    public MergeConsent.Said ask(DoubtfulMerge doubt) {
        var lines = new ArrayList<>(MergeConsent.mentions(doubt));
        lines.add(StyledLine.EMPTY);
        lines.add(StyledLine.of("Both say " + doubt.words() + ". One job or two?"));
        var box = new Overlay.Choice(MergeConsent.heading(left), lines, CHOICES, 2, 2, -1);
        left--;
        try {
            return screen.show(box) instanceof Exit.Elsewhere(Destination.Chosen(int choice))
                    ? MEANINGS.get(choice)
                    : MergeConsent.Said.LEAVE_OUT_THE_REST;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MergeConsent.Said.LEAVE_OUT_THE_REST;
        }
    }
}
