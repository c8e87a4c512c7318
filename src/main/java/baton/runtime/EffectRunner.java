package baton.runtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

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
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.ModelReply;
import baton.engine.fact.Trouble;

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
            case CallTool call -> inBackground(call.call(), () -> call(call));
            case RunChecks checks -> inBackground(checks.gate(), () -> check(checks));
            case Effect.WakeAt wake -> post.wakeAt(wake.elapsedMs());
            case Effect.Cancel cancel -> cancel(cancel.id());
        }
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
            if (listener.ended) {
                running.remove(ask.turn());
            }
        } catch (RuntimeException e) {
            post.send(new TurnBroke(ask.turn(), Trouble.INTERNAL, "the request could not be made: " + e), List.of());
        }
    }

    private void inBackground(String id, Runnable work) {
        workplace.time().hold();
        Future<?> future = executor.submit(() -> {
            try {
                work.run();
            } finally {
                running.remove(id);
                workplace.time().release();
            }
        });
        running.put(id, () -> future.cancel(true));
        if (future.isDone()) {
            running.remove(id);
        }
    }

    private void call(CallTool call) {
        try {
            var result = workplace.tools().call(call);
            post.send(new ToolEnded(call.call(), result.end(), result.text(), result.changes()), result.contents());
        } catch (InterruptedException e) {
            post.send(new ToolEnded(call.call(), ToolEnd.CANCELLED, "stopped", List.of()), List.of());
        } catch (RuntimeException e) {
            post.send(new ToolEnded(call.call(), ToolEnd.FAILED, "the tool met an error of its own: " + e, List.of()),
                    List.of());
        }
    }

    private void check(RunChecks checks) {
        try {
            post.send(new ChecksEnded(checks.gate(), workplace.checks().run(checks)), List.of());
        } catch (InterruptedException e) {
            post.send(new ChecksEnded(checks.gate(), unknown("stopped")), List.of());
        } catch (RuntimeException e) {
            post.send(new ChecksEnded(checks.gate(), unknown("the check met an error of its own: " + e)), List.of());
        }
    }

    private static List<CheckResult> unknown(String why) {
        return List.of(new CheckResult("checks", Verdict.UNKNOWN, why));
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
        public void retrying(Trouble trouble, int attempt, long delayMs, String message) {
            post.send(new TurnRetrying(turn, trouble, attempt, delayMs, message), List.of());
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
        public void broke(Trouble trouble, String message) {
            ended = true;
            running.remove(turn);
            post.send(new TurnBroke(turn, trouble, message), List.of());
        }
    }
}
