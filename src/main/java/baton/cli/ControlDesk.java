package baton.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import baton.engine.Command;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.runtime.ControlSocket;
import baton.runtime.ControlSocket.Visitor;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.Wording;
import baton.view.page.SentenceLayout;
import baton.view.page.SentenceLayout.Detail;
import baton.view.page.Standing;
import baton.view.text.StyledLine;
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
    private static final long RECORDED_SECONDS_MAX = 20;
    private static final int COLUMNS = 120;

    private final String session;
    private final Supplier<SessionView> view;
    private final ControlCodec codec = new ControlCodec();
    private final SentenceLayout layout = new SentenceLayout();
    /** Who watches, and how many lines they have missed since the last one they got. */
    private final Map<Visitor, AtomicLong> watching = new ConcurrentHashMap<>();
    private volatile @Nullable SessionControl control;

    /** {@code view} must never be behind what this listener is told. */
    ControlDesk(String session, Supplier<SessionView> view) {
        this.session = session;
        this.view = view;
    }

    /** From now on requests go to this session. */
    void serve(SessionControl session) {
        control = session;
    }

    @Override
    public void asked(Visitor by, String line) {
        try {
            switch (codec.request(line)) {
                case ControlRequest.Answer answer -> reply(by, settle(answer));
                case ControlRequest.Tell tell -> reply(by, new Refused("not understood: " + tell.line(), ""));
                case ControlRequest.Pause pause -> reply(by, new Refused("not understood", ""));
                case ControlRequest.Continue goOn -> reply(by, new Refused("not understood", ""));
                case ControlRequest.Status status -> reply(by, standing());
                case ControlRequest.Attach attach -> attach(by);
            }
        } catch (WireException notOurs) {
            reply(by, new Refused("the session does not understand this request: " + notOurs.getMessage(),
                    "It may run in another version of baton."));
        }
    }

    private void reply(Visitor to, ControlReply reply) {
        to.answer(codec.line(reply));
    }

    private Done standing() {
        return done(Standing.of(view.get(), "baton answer " + session, COLUMNS));
    }

    private static Done done(List<StyledLine> lines) {
        return new Done(lines.stream().map(Line::of).toList());
    }

    /** Only offers: the session waits while this is done, and must not wait for a visitor. */
    private synchronized void attach(Visitor by) {
        by.offer(codec.line(standing()));
        watching.putIfAbsent(by, new AtomicLong());
        view.get().head().result().ifPresent(result -> by.offer(codec.line(over(result))));
    }

    private ControlReply settle(ControlRequest.Answer answer) {
        return Settling.command(view.get(), answer.id(), answer.text(), "person")
                .map(this::carriedOut)
                .orElseGet(() -> Settling.unknown(view.get(), answer.id()));
    }

    /** Waits until it is durable, so that whoever gets a yes can rely on it. */
    private ControlReply carriedOut(Command command) {
        var at = control;
        if (at == null) {
            return new Refused("the session is only just beginning", "Try again in a moment.");
        }
        try {
            return told(at.ask(command).get(RECORDED_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException slow) {
            return new Refused("the session has not said in time whether it took this",
                    "See  baton attach " + session + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused("the session ends", "");
        }
    }

    private ControlReply told(List<RecordedEvent> recorded) {
        if (recorded.isEmpty()) {
            return new Refused("the session is over", "Go on with it by  baton resume " + session + ".");
        }
        var now = view.get();
        for (var event : recorded) {
            if (event.event() instanceof CommandRefused refused) {
                return new Refused(refused.reason(), "");
            }
        }
        return done(List.of(StyledLine.of(Sentences.of(now, recorded.getFirst()).says().value())));
    }

    @Override
    public void left(Visitor who) {
        watching.remove(who);
    }

    @Override
    public synchronized void committed(List<RecordedEvent> events, SessionState state) {
        if (watching.isEmpty()) {
            return;
        }
        var now = view.get();
        for (var event : events) {
            layout.line(now, event, Detail.MAIN).map(line -> codec.line(new Told(Line.of(line))))
                    .ifPresent(line -> watching.forEach((visitor, missed) -> tell(visitor, missed, line)));
            if (event.event() instanceof SessionResult result) {
                String line = codec.line(over(result));
                watching.keySet().forEach(visitor -> visitor.offer(line));
            }
        }
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
