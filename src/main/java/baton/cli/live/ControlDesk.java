package baton.cli.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import baton.chat.FaceAction;
import baton.engine.Command;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.ToolEvent;
import baton.line.Came;
import baton.line.ChatHand;
import baton.line.ChatHand.Who;
import baton.line.RecordDesk;
import baton.line.SessionNow.Moment;
import baton.runtime.ControlSocket;
import baton.runtime.ControlSocket.Visitor;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.view.InboxItem.Ask;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.Wording;
import baton.view.page.AnswerWay;
import baton.view.page.Asked;
import baton.view.page.SentenceLayout;
import baton.view.page.SentenceLayout.Detail;
import baton.view.page.Standing;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Typing;
import baton.wire.ControlCodec;
import baton.wire.ControlReply;
import baton.wire.ControlReply.Done;
import baton.wire.ControlReply.LeftOut;
import baton.wire.ControlReply.Line;
import baton.wire.ControlReply.Over;
import baton.wire.ControlReply.Refused;
import baton.wire.ControlReply.Told;
import baton.wire.ControlRequest;
import baton.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * Does for other terminals what the face does for its own: carries out what they ask and tells them what the engine recorded of it.
 */
final class ControlDesk implements ControlSocket.Desk, SessionListener {
    private static final String SOMEBODY = "person at another terminal";
    private static final int NAME_CHARS_MAX = 60;
    /** A reply is one line between two processes, and that has a bound. */
    private static final int PAGE_CHARS_MAX = 150_000;
    private static final int COLUMNS = 120;
    private static final long BEGIN_SECONDS_MAX = 20;

    private final String session;
    private final SessionFace face;
    private final RecordDesk pages;
    private final ControlCodec codec = new ControlCodec();
    private final SentenceLayout layout = new SentenceLayout();
    /** Who watches, and how many lines they have missed since the last one they got. */
    private final Map<Visitor, AtomicLong> watching = new ConcurrentHashMap<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile SessionState state = SessionState.EMPTY;
    private volatile @Nullable SessionControl steered;

    /** The view of {@code face} must never be behind what this listener is told. */
    ControlDesk(String session, SessionFace face, RecordDesk pages) {
        this.session = session;
        this.face = face;
        this.pages = pages;
    }

    /** From now on requests go to this session. */
    void serve(SessionControl control) {
        steered = control;
    }

    @Override
    public void asked(Visitor by, String line) {
        try {
            // Whoever knocks in the first moment is let in once there is something to see.
            if (!begun.await(BEGIN_SECONDS_MAX, TimeUnit.SECONDS)) {
                reply(by, new Refused("the session is only just beginning", "Try again in a moment."));
                return;
            }
            switch (codec.request(line)) {
                case ControlRequest.Answer(String id, String text, var who) ->
                    carry(by, who, hand -> hand.settle(id, text));
                case ControlRequest.Tell(String words, var who) -> carry(by, who, hand -> hand.say(words, ""));
                case ControlRequest.Pause(var who) ->
                    carry(by, who, hand -> hand.tell(List.of(new Command.PauseSession(named(who)))));
                case ControlRequest.Continue(var who) ->
                    carry(by, who, hand -> hand.tell(List.of(new Command.ContinueSession(named(who)))));
                case ControlRequest.Status status -> reply(by, standing());
                case ControlRequest.Attach attach -> attach(by);
            }
        } catch (WireException notOurs) {
            reply(by, new Refused("the session does not understand this request: " + notOurs.getMessage(),
                    "It may run in another version of baton."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Visitor by, Optional<String> who, Function<ChatHand, Came> what) {
        var control = steered;
        reply(by, control == null
                ? new Refused("the session is only just beginning", "Try again in a moment.")
                : told(what.apply(new ChatHand(control, () -> new Moment(face.view(), state), this::ofRecord,
                        new Who(named(who), Typing.PLAIN.of(session, session), COLUMNS)))));
    }

    /** Pages are shown; what belongs to a terminal or a folder is done in the visitor's own. */
    private Came ofRecord(FaceAction.OfRecord wanted) {
        return switch (wanted) {
            case FaceAction.ShowPrompt prompt -> pages.of(prompt);
            case FaceAction.ShowDiff diff -> pages.of(diff);
            case FaceAction.Export(String format) -> hereBy("sessions export " + session + " --format " + format);
            case FaceAction.Save save -> hereBy("log " + session + " > FILE");
            case FaceAction.Copy copy -> hereBy("log " + session);
            case FaceAction.Dump dump -> hereBy("log " + session);
        };
    }

    private static Came hereBy(String command) {
        return new Came.Refused("that is not done for another terminal", "Here:  baton " + command);
    }

    /** As the record shall name them: one short line, whatever was sent. */
    private static String named(Optional<String> who) {
        String name = who.map(text -> new ScreenText(text).value().strip()).filter(text -> !text.isEmpty())
                .orElse(SOMEBODY);
        return name.substring(0, name.offsetByCodePoints(0, Math.min(name.codePointCount(0, name.length()),
                NAME_CHARS_MAX)));
    }

    private void reply(Visitor to, ControlReply reply) {
        to.answer(codec.line(reply));
    }

    private Done standing() {
        return done(Standing.of(face.view(), new AnswerWay.FromElsewhere(session), COLUMNS));
    }

    private static Done done(List<StyledLine> lines) {
        var all = new ArrayList<Line>();
        int chars = 0;
        for (var each : lines) {
            var line = each.bounded();
            chars += line.text().length();
            if (chars > PAGE_CHARS_MAX) {
                all.add(Line.of(StyledLine.of("(" + (lines.size() - all.size()) + " more lines)")));
                break;
            }
            all.add(Line.of(line));
        }
        return new Done(all);
    }

    /** Only offers: the session waits while this is done, and must not wait for a visitor. */
    private synchronized void attach(Visitor by) {
        by.offer(codec.line(standing()));
        watching.putIfAbsent(by, new AtomicLong());
        face.view().head().result().ifPresent(result -> by.offer(codec.line(over(result))));
    }

    /** What came of a line, in the words of the record. */
    private ControlReply told(Came came) {
        return switch (came) {
            case Came.Recorded(List<RecordedEvent> events) -> done(recorded(events.getFirst()));
            case Came.Shown(List<StyledLine> lines) -> done(lines);
            case Came.TakenBack(String line) ->
                done(List.of(StyledLine.of("Taken back: nobody had read it. It said:"), StyledLine.of("  " + line)));
            case Came.Refused(String reason, String hint) -> new Refused(reason, hint);
            case Came.NotUnderstood(String reason, String hint) -> new Refused(reason, hint);
            case Came.Focused(String agent) -> new Refused("a lane can only be chosen where the session runs",
                    "Begin the line with @" + agent + ".");
            case Came.Left() -> new Refused("the session cannot be left from here",
                    "baton pause " + session + "  holds it; Ctrl-C leaves this terminal alone.");
        };
    }

    /** Who allowed or denied a command sees once more which it was. */
    private List<StyledLine> recorded(RecordedEvent event) {
        var view = face.view();
        var lines = new ArrayList<>(List.of(StyledLine.of(Sentences.of(view, event).says().value())));
        String call = switch (event.event()) {
            case ToolEvent.ToolApproved approved -> approved.call();
            case ToolEvent.ToolDenied denied -> denied.call();
            default -> "";
        };
        view.inbox().stream()
                .filter(item -> item.ask() instanceof Ask.Approval approval && approval.call().equals(call))
                .forEach(item -> lines.add(StyledLine.of("  " + item.ask().words())));
        return lines;
    }

    @Override
    public void left(Visitor who) {
        watching.remove(who);
    }

    @Override
    public synchronized void committed(List<RecordedEvent> events, SessionState after) {
        state = after;
        begun.countDown();
        if (watching.isEmpty()) {
            return;
        }
        var now = face.view();
        for (var event : events) {
            told(now, event).forEach(line -> {
                String told = codec.line(new Told(Line.of(line.bounded())));
                watching.forEach((visitor, missed) -> tell(visitor, missed, told));
            });
            if (event.event() instanceof SessionResult result) {
                String line = codec.line(over(result));
                watching.keySet().forEach(visitor -> visitor.offer(line));
            }
        }
    }

    private List<StyledLine> told(SessionView now, RecordedEvent event) {
        var asked = Asked.raised(now, event, new AnswerWay.FromElsewhere(session)::line);
        return asked.isEmpty() ? layout.lines(now, event, Detail.MAIN) : asked;
    }

    private static ControlReply over(SessionResult result) {
        return new Over(Wording.status(result.status()), result.exitCode());
    }

    private void tell(Visitor visitor, AtomicLong missed, String line) {
        boolean told = missed.get() == 0 || visitor.offer(codec.line(new LeftOut(missed.get())));
        if (told) {
            missed.set(0);
        }
        if (!told || !visitor.offer(line)) {
            missed.incrementAndGet();
        }
    }
}
