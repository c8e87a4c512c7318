package baton.engine.rule.turn;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.AttemptState.Closing;
import baton.engine.Effect.AskModel;
import baton.engine.Effect.Part;
import baton.engine.Origins;
import baton.engine.Sha256;
import baton.engine.StandardTexts;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.ToolSpec;
import baton.engine.fact.TurnEvent.ModelSwitched;
import baton.engine.fact.TurnEvent.PartRef;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.rule.conversation.Briefs;
import baton.engine.rule.conversation.Digests;
import baton.engine.rule.conversation.RequestParts;
import baton.engine.rule.task.AttemptEnds;
import baton.engine.rule.task.Progress;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;

/** Asks for the next turn of an attempt, if the budget and the model's window allow it. */
public final class Requests {
    /** Used where nothing is known of a model. */
    private static final int OUTPUT_TOKENS_USUAL = 8_192;

    private Requests() {}

    /**
     * Delivers what waits in the inbox, reserves the worst case and asks.
     *
     * <p>Does nothing where the budget is used up or held by other turns; parks the attempt where no provider can be asked.
     */
    public static void ask(Working working, AttemptState before) {
        if (!working.state().course().exhausted().isEmpty()) {
            return;
        }
        if (!findProvider(working, before)) {
            return;
        }
        deliver(working, working.state().work().attempt(before.id()).orElseThrow());
        var attempt = working.state().work().attempt(before.id()).orElseThrow();
        var model = Providers.modelOf(working.state(), attempt);
        var facts = working.state().setup().settings().models().factsOf(model);
        int outputMax = facts.map(ModelFacts::outputTokensMax).orElse(OUTPUT_TOKENS_USUAL);
        var parts = RequestParts.of(working.state(), attempt);
        var tools = toolsFor(working, attempt);
        long inputTokens = estimate(parts, tools, attempt);
        if (facts.isPresent() && inputTokens + outputMax > facts.get().contextTokens()
                && attempt.messages().size() > 1) {
            AttemptEnds.end(working, attempt, End.HANDED_OFF, "the conversation no longer fits the window of " + model);
            return;
        }
        long micros = facts.flatMap(ModelFacts::price).map(price -> price.costMicros(inputTokens, outputMax, 0, 0))
                .orElse(0L);
        if (Budgets.reserve(working, attempt, inputTokens + outputMax, micros)) {
            request(working, attempt, model, parts, tools, outputMax, inputTokens + outputMax, micros);
        }
    }

    /** Goes on to the agent's next model while the provider of this one is out; false where the attempt was parked. */
    private static boolean findProvider(Working working, AttemptState before) {
        var models = Providers.models(working.state(), before.agent());
        var attempt = before;
        while (Providers.isOut(working.state(), Providers.modelOf(working.state(), attempt))) {
            var model = Providers.modelOf(working.state(), attempt);
            var why = "provider " + model.provider() + " cannot be used: "
                    + working.state().course().providerTroubles().get(model.provider());
            if (attempt.modelIndex() + 1 >= models.size()) {
                Progress.park(working, attempt, why, Hold.PROVIDER);
                return false;
            }
            working.record(attempt.subject(), new ModelSwitched(nextTurn(attempt), model.toString(),
                    models.get(attempt.modelIndex() + 1).toString(), why));
            attempt = working.state().work().attempt(before.id()).orElseThrow();
        }
        return true;
    }

    /** An attempt that was under way goes on with the first of the models that a resume gives it, where they are others. */
    public static void takeModels(Working working, String id, ModelChoice before) {
        var attempt = working.state().work().attempt(id).orElseThrow();
        var old = before.modelsFor(attempt.agent());
        var models = Providers.models(working.state(), attempt.agent());
        if (!old.equals(models)) {
            working.record(attempt.subject(),
                    new ModelSwitched(nextTurn(attempt), old.get(Math.min(attempt.modelIndex(), old.size() - 1))
                            .toString(), models.getFirst().toString(), "the session goes on with other models"));
        }
    }

    static String nextTurn(AttemptState attempt) {
        return attempt.id() + "#" + (attempt.turns() + 1);
    }

    private static void request(Working working, AttemptState attempt, ModelName model, List<Part> parts,
            List<ToolSpec> tools,
            int outputMax, long tokens, long micros) {
        var turn = nextTurn(attempt);
        boolean closing = attempt.closing() == Closing.WANTED;
        var refs = parts.stream().map(Requests::reference).toList();
        working.record(attempt.subject(), new TurnRequested(turn, model.toString(), digest(refs, attempt), refs,
                attempt.messages().size(), tokens, micros, closing));
        var brief = Briefs.of(working.state(), attempt, closing);
        working.ask(new AskModel(turn, model, parts, attempt.messages(), tools, outputMax, brief));
    }

    private static void deliver(Working working, AttemptState attempt) {
        for (var inbox = attempt.inbox(); !inbox.isEmpty();) {
            var mail = inbox.getFirst();
            boolean isNews = mail.origin().equals(Origins.NEWS);
            working.record(attempt.subject(), new MessageDelivered(mail.origin(), isNews
                    ? Digests.since(working.state(), attempt.task(), inbox)
                    : RequestParts.amendment(working.state(), mail.origin(), mail.text())));
            inbox = working.state().work().attempt(attempt.id()).orElseThrow().inbox();
        }
        var closing = working.state().setup().promptText(StandardTexts.CLOSING);
        if (attempt.closing() == Closing.WANTED && !endsWith(attempt, closing)) {
            working.record(attempt.subject(), new MessageDelivered(Origins.CLOSING, closing));
        }
    }

    /** A closing turn that is asked again needs no second call to close. */
    private static boolean endsWith(AttemptState attempt, String text) {
        return !attempt.messages().isEmpty() && attempt.messages().getLast().sha256().equals(Sha256.of(text));
    }

    /** The session's tools that this agent may use; coordination is open to everybody. */
    static List<ToolSpec> toolsFor(Working working, AttemptState attempt) {
        var setup = working.state().setup();
        var allowed = setup.casting(attempt.agent()).tools();
        boolean reviews = working.state().shared().reviews().containsKey(attempt.task());
        boolean orchestrates = working.state().mayDelegate(attempt);
        return setup.tools().stream()
                .filter(tool -> reviews
                        ? !tool.name().equals(StandardTexts.CLAIM)
                        : !tool.name().equals(StandardTexts.REVIEW))
                .filter(tool -> StandardTexts.isOrchestration(tool.name())
                        ? orchestrates
                        : allowed.contains("*") || allowed.contains(tool.name())
                                || StandardTexts.isCoordination(tool.name()))
                .toList();
    }

    private static long estimate(List<Part> parts, List<ToolSpec> tools, AttemptState attempt) {
        long chars = parts.stream().mapToLong(part -> part.text().length()).sum();
        long toolChars = tools.stream().mapToLong(tool -> tool.description().length() + tool.parametersJson().length())
                .sum();
        long messages = attempt.messages().stream().mapToLong(message -> message.tokens()).sum();
        return Math.ceilDiv(chars + toolChars, 4) + messages;
    }

    private static PartRef reference(Part part) {
        var bytes = part.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new PartRef(part.name(), Sha256.of(bytes), bytes.length);
    }

    private static String digest(List<PartRef> parts, AttemptState attempt) {
        var digest = Sha256.newDigest();
        parts.forEach(part -> digest
                .update((part.name() + " " + part.sha256() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        attempt.messages().forEach(
                message -> digest.update((message.role() + " " + message.sha256() + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return java.util.HexFormat.of().formatHex(digest.digest());
    }
}
