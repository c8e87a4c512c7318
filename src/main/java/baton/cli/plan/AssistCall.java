package baton.cli.plan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.UserError;
import baton.cli.setup.Wiring;
import baton.engine.Effect.Brief;
import baton.engine.Effect.Part;
import baton.engine.fact.ModelReply;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.llm.CallClocks;
import baton.llm.GuardSettings;
import baton.llm.LimiterRules;
import baton.llm.RetryRules;
import baton.llm.StreamCaps;
import baton.plan.PlanLint;
import baton.plan.TaskSpec;
import baton.plan.assist.AssistRequest;
import baton.runtime.AgentModel;
import baton.runtime.SystemTime;
import baton.settings.ModelName;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.ProposalReader;

/** Asks one model once, and waits no longer than the person wants to. */
final class AssistCall implements AgentModel.Listener {
    /** What was paid for is not asked for again by itself; a provider that is busy is tried a few times. */
    private static final GuardSettings BOUNDS = new GuardSettings(CallClocks.DEFAULTS, StreamCaps.DEFAULTS,
            new RetryRules(3, 1, 1_000, 20_000, 60_000), LimiterRules.DEFAULTS);

    private final LineOutput err;
    private final CompletableFuture<ModelReply> answer = new CompletableFuture<>();

    private AssistCall(LineOutput err) {
        this.err = err;
    }

    /**
     * The whole answer.
     *
     * @throws UserError where there is none, with the exit code that fits
     */
    static ModelReply ask(Wiring wiring, ModelName model, AssistRequest request, int outputTokensMax, long timeoutMs,
            LineOutput err) {
        var brief = new Brief(TaskSpec.of("assist", "assist", PlanLint.ORCHESTRATOR), PlanLint.ORCHESTRATOR, 1, 1,
                false, List.of(), List.of(), List.of(), List.of(), "");
        var call = new AgentModel.Call("assist", model, List.of(new Part("rules", request.rules())),
                List.of(new AgentModel.ChatMessage.User(request.material())), List.of(ProposalReader.TOOL),
                outputTokensMax, brief);
        var listening = new AssistCall(err);
        try (var models = wiring.providers(new SystemTime(), BOUNDS)) {
            models.ask(call, listening);
            return listening.await(model, timeoutMs);
        }
    }

    private ModelReply await(ModelName model, long timeoutMs) {
        try {
            return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalling) {
            throw UserError.of(ExitCode.TIMEOUT,
                    model + " has not answered within " + Amounts.duration(timeoutMs) + "; nothing was entered",
                    "Give it longer with --timeout, or take another --model.");
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof UserError known) {
                throw known;
            }
            throw new IllegalStateException(broken.getMessage(), broken);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw UserError.of(ExitCode.INTERRUPTED, "interrupted; nothing was entered", "");
        }
    }

    @Override
    public void chunk(String text) {
        // The answer is for the screening, not for reading.
    }

    @Override
    public void retrying(Trouble trouble, int attempt, long delayMs, String message, Usage used) {
        err.show(StyledLine.of(Tone.DIM, "The provider could not answer (" + message + "); asked again in "
                + Amounts.duration(delayMs) + "."));
    }

    @Override
    public void paused(String provider, Trouble trouble, long untilMs, String message) {
        err.show(StyledLine.of(Tone.DIM, provider + " wants a pause: " + message));
    }

    @Override
    public void back(String provider) {
        // The answer says it.
    }

    @Override
    public void ended(ModelReply reply) {
        answer.complete(reply);
    }

    @Override
    public void broke(Trouble trouble, String message, Usage used) {
        answer.completeExceptionally(UserError.of(ExitCode.PROVIDER, "the model could not be asked: " + message,
                "baton doctor  shows which providers were found; nothing was entered."));
    }
}
