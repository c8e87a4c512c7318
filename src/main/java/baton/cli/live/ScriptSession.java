package baton.cli.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import baton.chat.ScriptLine;
import baton.cli.console.ExitCode;
import baton.cli.console.Interrupts;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.RecordHand;
import baton.cli.record.SessionsFolder;
import baton.engine.Command.Stop;
import baton.engine.Command.StopReason;
import baton.engine.fact.RecordedEvent;
import baton.line.ChatHand;
import baton.line.ChatHand.Who;
import baton.line.Console;
import baton.line.Script;
import baton.line.ScriptTalk;
import baton.line.ScriptTalk.Failure;
import baton.line.SessionNow;
import baton.line.Telling;
import baton.plan.Problem;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.SessionRecord;
import baton.runtime.TimeSource;
import baton.settings.RunSettings;
import baton.view.SessionView;
import baton.view.page.SentenceLayout.Detail;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.EventCodec;

/** One session with a script before it; what it says is told as it happens. */
public final class ScriptSession implements SessionFace {
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private final Surroundings around;
    private final SessionsFolder sessions;
    private final Script script;
    private final String session;
    private final Console console;
    private final SessionNow now = new SessionNow();
    private final Telling telling;
    private final ScriptTalk talk;

    /** {@code file} finds the text of a file of the workspace. */
    public ScriptSession(Surroundings around, SessionsFolder sessions, Script script, Console console,
            Function<String, Optional<String>> file, String session) {
        this.around = around;
        this.sessions = sessions;
        this.script = script;
        this.session = session;
        this.console = console;
        this.telling = new Telling(console, now, new Telling.Manner(Detail.MAIN, true));
        this.talk = new ScriptTalk(now, console, recorded -> EventCodec.nameOf(recorded.event()), file);
    }

    @Override
    public RunSettings.Face kind() {
        return RunSettings.Face.LINE;
    }

    @Override
    public void clock(TimeSource time) {
        talk.clock(time);
    }

    @Override
    public List<SessionListener> listeners() {
        return List.of(now, telling, talk);
    }

    @Override
    public void catchUp(RecordedEvent event) {
        now.catchUp(event);
    }

    @Override
    public SessionView view() {
        return now.view();
    }

    @Override
    public void remark(String note) {
        console.show(StyledLine.of(Tone.DIM, "note: " + note));
    }

    /** Ends with 0 where every line was carried out and every expectation held, whatever the session itself came to. */
    @Override
    public ExitCode watch(SessionControl control, String filesIn, SessionRecord record) throws InterruptedException {
        Interrupts.passTo(reason -> control.tell(new Stop(reason)));
        var hand = new ChatHand(control, now::moment,
                new RecordHand(around, sessions, session, console::tellTerminal),
                new Who("person", sessions.typing(session), around.columns()));
        var failure = talk.run(script.steps(), hand, control);
        control.tell(new Stop(StopReason.QUIT));
        var result = control.awaitResult(STOP_WAIT);
        control.failure().ifPresent(broken -> {
            throw broken;
        });
        var ended = result.orElseThrow(() -> new IllegalStateException("the session did not end in time"));
        failure.ifPresent(ScriptSession::refuse);
        boolean expects = script.steps().stream().anyMatch(step -> step.line() instanceof ScriptLine.Expect);
        console.show(StyledLine.of(Tone.GOOD, Amounts.of(script.steps().size(), "line") + " carried out, and "
                + (expects ? "all that was expected held" : "nothing was expected")));
        boolean signal = ended.exitCode() > 130 || ended.reason().equals("interrupted");
        return signal ? ExitCode.of(ended.exitCode()) : ExitCode.OK;
    }

    private static void refuse(Failure failure) {
        var step = failure.step();
        var problem = Problem.error("script", step.place(), step.text() + ": " + failure.message(), failure.hint());
        throw switch (failure.kind()) {
            case NOT_UNDERSTOOD -> UserError.refused("the script cannot be carried out", List.of(problem));
            case NOT_HELD -> UserError.failed("the script did not come out as it says", List.of(problem));
        };
    }

    @Override
    public void close() {
        console.close();
    }
}
