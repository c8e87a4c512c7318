package baton.line;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import baton.engine.Course.RunGate;
import baton.engine.SessionState;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.runtime.SessionListener;
import baton.view.InboxItem;
import baton.view.SessionView;
import baton.view.page.AnswerWay;
import baton.view.page.Asked;
import baton.view.page.Conversation;
import baton.view.page.SentenceLayout;
import baton.view.page.SentenceLayout.Detail;
import baton.view.page.Standing;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * Tells the person at a console what happens: changes of state as sentences, what needs them with its options by number, and the
 * words of an agent after they have spoken to it.
 */
public final class Telling implements SessionListener {
    private final Console console;
    private final SessionNow now;
    private final Manner manner;
    private final SentenceLayout layout;
    /** Attempts whose next words answer the person. */
    private final Set<String> spokenTo = new LinkedHashSet<>();
    /** Matters the person has been called for. */
    private final Set<String> called = new LinkedHashSet<>();
    private boolean idleTold;

    /**
     * How it is told.
     *
     * @param spoken sentences without columns
     */
    public record Manner(Detail detail, boolean spoken) {}

    /** {@code now} must hear every fact before this does. */
    public Telling(Console console, SessionNow now, Manner manner) {
        this.console = console;
        this.now = now;
        this.manner = manner;
        this.layout = new SentenceLayout(console::columns);
    }

    @Override
    public void committed(List<RecordedEvent> events, SessionState state) {
        var view = now.view();
        var lines = new ArrayList<StyledLine>();
        for (var event : events) {
            lines.addAll(lines(view, event));
        }
        console.show(lines);
        boolean fresh = false;
        for (var item : view.inbox()) {
            fresh |= item.isOpen() && called.add(item.id());
        }
        if (fresh) {
            console.ring();
        }
        console.status(Standing.inShort(view));
        tellIdle(view, state);
    }

    private List<StyledLine> lines(SessionView view, RecordedEvent event) {
        var asked = Asked.raised(view, event,
                item -> new AnswerWay.InChat().line(item) + "   or  " + item.id() + "  to open it");
        if (!asked.isEmpty()) {
            return asked;
        }
        var words = words(view, event);
        if (!words.isEmpty()) {
            return words;
        }
        return manner.spoken()
                ? SentenceLayout.spoken(view, event, manner.detail()).map(List::of).orElse(List.of())
                : layout.lines(view, event, manner.detail());
    }

    private List<StyledLine> words(SessionView view, RecordedEvent event) {
        String attempt = event.subject().task() + "/" + event.subject().attempt();
        return switch (event.event()) {
            case MessageDelivered delivered -> {
                if (!delivered.origin().startsWith("baton")) {
                    spokenTo.add(attempt);
                }
                yield List.of();
            }
            case TurnCompleted turn -> spokenTo.remove(attempt) && !turn.reply().text().isBlank()
                    ? Conversation.words(view, event, turn.reply().text())
                    : List.of();
            default -> List.of();
        };
    }

    private void tellIdle(SessionView view, SessionState state) {
        boolean idle = state.work().inFlight() == 0 && view.head().result().isEmpty();
        if (idle && !idleTold && !view.tasks().isEmpty()) {
            console.show(StyledLine.of(Tone.STRONG, idleWords(state)));
        }
        idleTold = idle;
    }

    private static String idleWords(SessionState state) {
        if (state.totals().left() > 0) {
            return "Nothing can go on by itself now: /inbox shows what needs you, /why says what waits for what.";
        }
        var totals = state.totals();
        if (totals.failed() + totals.cancelled() > 0) {
            return "Nothing is left to do, and not everything is accepted: /retry brings a task back, /quit leaves.";
        }
        return state.course().runGate().state() == RunGate.State.FAILED
                ? "All tasks are accepted, but the checks at the end did not pass. Say what to mend, or leave with /quit."
                : "Everything is done. Give a new goal, or leave with /quit.";
    }
}
