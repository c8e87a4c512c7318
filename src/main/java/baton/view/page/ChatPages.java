package baton.view.page;

import java.util.List;

import baton.chat.FaceAction.View;
import baton.view.SessionView;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** The views of a session as pages of plain lines, for faces without a screen. */
public final class ChatPages {
    private ChatPages() {}

    /**
     * The page.
     *
     * @param session as people type it on a command line
     */
    public static List<StyledLine> of(View view, SessionView session, String name, int columnsMax) {
        return switch (view) {
            case CHAT -> List.of(StyledLine.of("This is the chat."));
            case AGENTS -> Standing.of(session, new AnswerWay.InChat(), columnsMax);
            case PLAN, TIMELINE -> titled("Tasks", TaskSection.of(session, columnsMax), "There are no tasks.");
            case INBOX -> titled("Needs you", Standing.open(session, new AnswerWay.InChat()), "Nothing needs you.");
            case HANDOFFS ->
                titled("Handoffs", RecordSection.handoffs(session, columnsMax), "There are no handoffs yet.");
            case ARTIFACTS -> titled("Files", FileSection.of(session, columnsMax), "No files were written yet.");
            case METRICS -> titled("Figures of the plan", RecordSection.metrics(session, columnsMax),
                    "The plan names no figures.");
            case SESSIONS -> elsewhere("baton sessions list");
            case REPLAY -> elsewhere("baton replay " + name + " --plain");
            case LOG -> elsewhere("baton log " + name);
        };
    }

    private static List<StyledLine> titled(String title, List<StyledLine> body, String otherwise) {
        if (body.isEmpty()) {
            return List.of(StyledLine.of(otherwise));
        }
        return new Page(Integer.MAX_VALUE).section(title, body).lines();
    }

    /** What this face cannot show, and the command that does. */
    public static List<StyledLine> elsewhere(String command) {
        return List.of(StyledLine.of("Not shown here; in another terminal:  ").and(Tone.STRONG, command));
    }
}
