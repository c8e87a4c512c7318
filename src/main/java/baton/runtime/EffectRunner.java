package baton.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import baton.engine.Effect;
import baton.engine.Effect.AskModel;
import baton.engine.Effect.CallTool;
import baton.engine.Effect.RunChecks;
import baton.engine.Input;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.Outcome.ProviderBack;
import baton.engine.Outcome.ProviderPaused;
import baton.engine.Outcome.ToolEnd;
import baton.engine.Outcome.ToolEnded;
import baton.engine.Outcome.TurnBroke;
import baton.engine.Outcome.TurnEnded;
import baton.engine.Outcome.TurnRetrying;
import baton.engine.WellFormed;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.ModelReply;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;

/**
 * Carries out effects and sends their outcomes back; each effect gets exactly one ending.
 *
 * <p>Models call back on their own threads. Tools and checks run on the executor; while they do, time is held, so that a virtual
 * clock does not run away from them.
 */
final class EffectRunner {
    private final Workplace workplace;
    private final ExecutorService executor;
    private final MessageLog messages;
    private final Post post;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** Where outcomes go. */
    interface Post {
        void send(Input input, List<Content> contents);

        void chunk(String turn, String text);

        void wakeAt(long elapsedMs);
    }

    EffectRunner(Workplace workplace, ExecutorService executor, MessageLog messages, Post post) {
        this.workplace = workplace;
        this.executor = executor;
        this.messages = messages;
        this.post = post;
    }

    /** Starts an effect and returns at once. */
    void run(Effect effect) {
        switch (effect) {
            case AskModel ask -> ask(ask);
            case CallTool call -> inBackground(new BackgroundWork(call.call(), () -> call(call), cancelled(call)));
            case RunChecks checks -> inBackground(
                    new BackgroundWork(checks.gate(), () -> check(checks),
                            new Ending(unknown(checks, "stopped"), List.of())));
            case Effect.WakeAt wake -> post.wakeAt(wake.elapsedMs());
            case Effect.Cancel cancel -> cancel(cancel.id());
        }
    }

    /** Stops everything; what waits for a thread ends without having begun, and so does whatever comes later. */
    void close() {
        closing = true;
        cancelAll();
        executor.shutdown();
    }

    void cancelAll() {
        running.keySet().forEach(this::cancel);
    }

    private void cancel(String id) {
        var known = running.remove(id);
        if (known != null) {
            known.cancel();
        }
    }

    private void ask(AskModel ask) {
        try {
            var call = new AgentModel.Call(ask.turn(), ask.model(), ask.parts(), messages.resolve(ask.messages()),
                    ask.tools(),
                    ask.outputTokensMax(), ask.brief());
            var listener = new TurnListener(ask.turn());
            running.put(ask.turn(), workplace.model().ask(call, listener));
            // It may have ended before it was put there.
            if (listener.ended) {
                running.remove(ask.turn());
            }
        } catch (RuntimeException e) {
            post.send(new TurnBroke(ask.turn(), Trouble.INTERNAL, "the request could not be made: " + e), List.of());
        }
    }

    private void inBackground(BackgroundWork work) {
        workplace.time().hold();
        running.put(work.id, work);
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            // The session is being closed; nobody waits for the ending.
            running.remove(work.id, work);
            workplace.time().release();
        }
    }

    private Ending call(CallTool call) {
        try {
            var result = workplace.tools().call(call);
            return new Ending(
                    new ToolEnded(call.call(), result.end(), WellFormed.text(result.text()), result.changes()),
                    result.contents());
        } catch (InterruptedException e) {
            return cancelled(call);
        } catch (RuntimeException e) {
            return new Ending(new ToolEnded(call.call(), ToolEnd.FAILED, "the tool met an error of its own: " + e,
                    List.of()), List.of());
        }
    }

    private static Ending cancelled(CallTool call) {
        return new Ending(new ToolEnded(call.call(), ToolEnd.CANCELLED, "stopped", List.of()), List.of());
    }

    private Ending check(RunChecks checks) {
        try {
            return new Ending(new ChecksEnded(checks.gate(), workplace.checks().run(checks)), List.of());
        } catch (InterruptedException e) {
            return new Ending(unknown(checks, "stopped"), List.of());
        } catch (RuntimeException e) {
            return new Ending(unknown(checks, "the check met an error of its own: " + e), List.of());
        }
    }

    private static ChecksEnded unknown(RunChecks checks, String why) {
        return new ChecksEnded(checks.gate(), List.of(new CheckResult("checks", Verdict.UNKNOWN, why)));
    }

    /** What is sent when an effect has ended. */
    private record Ending(Input input, List<Content> contents) {}

    /**
     * A tool or a gate on the executor.
     *
     * <p>It always ends with exactly one outcome, also where it is cancelled before its thread begins; and an interrupt reaches
     * the tool only, never the sending of what came out of it.
     */
    private final class BackgroundWork implements Runnable, Running {
        private final String id;
        private final Supplier<Ending> work;
        private final Ending neverBegun;
        private Optional<Thread> runner = Optional.empty();
        private boolean cancelled;

        BackgroundWork(String id, Supplier<Ending> work, Ending neverBegun) {
            this.id = id;
            this.work = work;
            this.neverBegun = neverBegun;
        }

        @Override
        public void run() {
            try {
                var ending = begins() ? work.get() : neverBegun;
                ends();
                post.send(ending.input(), ending.contents());
            } finally {
                ends();
                running.remove(id, this);
                workplace.time().release();
            }
        }

        private synchronized boolean begins() {
            runner = Optional.of(Thread.currentThread());
            return !cancelled && !closing;
        }

        private synchronized void ends() {
            runner = Optional.empty();
            // The thread may be used again, and what it does next has not been cancelled.
            boolean wasInterrupted = Thread.interrupted();
            assert !wasInterrupted || cancelled;
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            runner.ifPresent(Thread::interrupt);
        }
    }

    /** Sends what a model call reports; the endings free its place. */
    private final class TurnListener implements AgentModel.Listener {
        private final String turn;
        private volatile boolean ended;

        TurnListener(String turn) {
            this.turn = turn;
        }

        @Override
        public void chunk(String text) {
            post.chunk(turn, text);
        }

        @Override
        public void retrying(Trouble trouble, int attempt, long delayMs, String message, Usage used) {
            post.send(new TurnRetrying(turn, trouble, attempt, delayMs, message, used), List.of());
        }

        @Override
        public void paused(String provider, Trouble trouble, long untilMs, String message) {
            post.send(new ProviderPaused(provider, trouble, untilMs, message), List.of());
        }

        @Override
        public void back(String provider) {
            post.send(new ProviderBack(provider), List.of());
        }

        @Override
        public void ended(ModelReply reply) {
            ended = true;
            running.remove(turn);
            post.send(new TurnEnded(turn, reply), List.of());
        }

        @Override
        public void broke(Trouble trouble, String message, Usage used) {
            ended = true;
            running.remove(turn);
            post.send(new TurnBroke(turn, trouble, message, used), List.of());
        }
    }
}
