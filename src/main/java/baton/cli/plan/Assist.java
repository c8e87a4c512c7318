package baton.cli.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import baton.batch.LineOutput;
import baton.cli.console.Consent;
import baton.cli.console.Durations;
import baton.cli.console.ExitCode;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.setup.PlanFiles;
import baton.cli.setup.Preparation;
import baton.cli.setup.RunSettingsMaker;
import baton.engine.fact.ModelReply;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanLint;
import baton.plan.Problem;
import baton.plan.assist.AssistRequest;
import baton.plan.assist.CitedDocument;
import baton.plan.assist.Proposal;
import baton.plan.assist.Screening;
import baton.plan.assist.Screening.Kept;
import baton.plan.assist.Screening.Screened;
import baton.reading.planfile.PlanYamlWriter.Remark;
import baton.reading.source.Read;
import baton.reading.source.SourceDocument;
import baton.reading.source.SourceText;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.ProposalReader;
import baton.wire.ProposalReader.Proposed;
import baton.wire.WireException;

/**
 * Lets a model propose what the reader missed, shows what of it holds, and enters what the person says yes to.
 *
 * <p>The documents are only read. What is entered makes another plan, for the command that asked to show or write.
 */
final class Assist {
    private static final int OUTPUT_TOKENS_USUAL = 8_192;
    private static final String TIMEOUT = "3m";

    private final Surroundings around;
    private final AssistOptions options;
    private final Preparation preparation;
    private final LineOutput err;

    /**
     * A plan with what was entered.
     *
     * @param remarks what {@code plan.yaml} says above each entered part
     */
    record Assisted(LoadedPlan loaded, List<Remark> remarks) {
        Assisted {
            remarks = List.copyOf(remarks);
        }
    }

    /** {@code flags} name the model and what it may cost. */
    Assist(Surroundings around, AssistOptions options, Map<Setting, String> flags, LineOutput err) {
        this.around = around;
        this.options = options;
        this.preparation = Preparation.of(flags, around);
        this.err = err;
    }

    /** The plan as it is where nothing was entered. */
    Assisted on(PlanFiles files, LoadedPlan loaded) {
        var models = preparation.modelForAll();
        if (models.standard().isRehearsal()) {
            throw UserError.of(ExitCode.PROVIDER, "--assist asks a real model, and "
                    + (preparation.layers().text(Setting.MODEL).isEmpty()
                            ? "no provider is configured"
                            : "the rehearsal model reads no documents"),
                    "Name one with --model PROVIDER/MODEL; baton doctor  shows which providers were found.");
        }
        var request = AssistRequest.of(loaded.plan(), loaded.coverage(), documents(files));
        if (request.linesLeftOut() > 0) {
            err.show(StyledLine.of(Tone.ATTENTION, "The documents are too long for one request: the last "
                    + Amounts.of(request.linesLeftOut(), "line") + " are not shown to the model."));
        }
        var reply = ask(models, request);
        var proposed = proposals(reply);
        var screened = Screening.screen(proposed.proposals(), loaded.plan(), request.shown());
        var page = new ProposalPage(loaded.plan(), screened, proposed.malformed());
        err.show(page.head(models.standard(), spent(models, reply)));
        err.show(page.dropped());
        err.show(page.kept());
        return entered(chosen(screened, request, loaded.plan()), loaded, models.standard());
    }

    /** As text with known secrets taken out; what cannot be read as text the reader has refused already. */
    private List<CitedDocument> documents(PlanFiles files) {
        UnaryOperator<String> redact = preparation.wiring().redact();
        var documents = new ArrayList<CitedDocument>();
        for (SourceDocument document : files.documents()) {
            if (SourceText.decode(document.name(), document.bytes()) instanceof Read.Taken<SourceText>(var text, _)) {
                documents.add(new CitedDocument(text.file(), text.lines().stream().map(redact).toList()));
            }
        }
        return documents;
    }

    private ModelReply ask(ModelChoice models, AssistRequest request) {
        var model = models.standard();
        int outputMax = models.factsOf(model).map(ModelFacts::outputTokensMax).filter(max -> max < OUTPUT_TOKENS_USUAL)
                .orElse(OUTPUT_TOKENS_USUAL);
        new AssistBudget(around, new RunSettingsMaker(preparation.layers()).budget(), err).consent(models,
                request.tokens(), outputMax, options.isYes());
        String timeout = preparation.layers().text(Setting.TIMEOUT);
        long timeoutMs = Durations.parseMs(timeout.isEmpty() ? TIMEOUT : timeout,
                preparation.layers().where(Setting.TIMEOUT));
        return AssistCall.ask(preparation.wiring(), model, request, outputMax, timeoutMs, err);
    }

    private static String spent(ModelChoice models, ModelReply reply) {
        var used = reply.usage();
        return Amounts.count(used.totalTokens()) + " tokens" + models.factsOf(models.standard())
                .flatMap(ModelFacts::price)
                .map(price -> ", " + Amounts.money(price.costMicros(used.inputTokens(), used.outputTokens(),
                        used.cacheReadTokens(), used.cacheWriteTokens())))
                .orElse("");
    }

    /** From the call that was asked for; a model that only writes may write the same as its whole answer. */
    private static Proposed proposals(ModelReply reply) {
        var all = new ArrayList<Proposal>();
        int malformed = 0;
        var calls = reply.calls().stream().filter(call -> call.tool().equals(ProposalReader.TOOL.name()))
                .map(ModelReply.CallRequest::argumentsJson).toList();
        try {
            for (String json : calls.isEmpty() ? List.of(unfenced(reply.text())) : calls) {
                var proposed = ProposalReader.read(json);
                all.addAll(proposed.proposals());
                malformed += proposed.malformed();
            }
        } catch (WireException garbage) {
            throw UserError.of(ExitCode.PROVIDER, "the model's answer cannot be used: " + garbage.getMessage(),
                    "Nothing was entered. Try again, or take another --model.");
        }
        return new Proposed(all, malformed);
    }

    private static String unfenced(String text) {
        String bare = text.strip();
        return bare.startsWith("```")
                ? bare.replaceFirst("^```\\w*\\s*", "").replaceFirst("\\s*```$", "")
                : bare;
    }

    /** What the person wants of it, screened once more by itself: one part may rest on another that was left out. */
    private Screened chosen(Screened screened, AssistRequest request, Plan plan) {
        if (screened.kept().isEmpty()) {
            return screened;
        }
        var wanted = wanted(screened.kept());
        if (wanted.size() == screened.kept().size()) {
            return screened;
        }
        var chosen = Screening.screen(wanted, plan, request.shown());
        err.show(new ProposalPage(plan, chosen, 0).dropped());
        return chosen;
    }

    private List<Proposal> wanted(List<Kept> kept) {
        var all = kept.stream().map(Kept::proposal).toList();
        if (options.isYes()) {
            return all;
        }
        if (!Consent.of(around).isPossible()) {
            err.show(StyledLine.of("Nothing was entered, for nobody could be asked. Give --yes to enter them all."));
            return List.of();
        }
        String answer = Consent.of(around)
                .answer("Enter " + (all.size() == 1 ? "it" : "them") + "? [y/N, or numbers such as 1 3]").orElse("");
        var wanted = Consent.isYes(answer) ? all : numbered(answer, all);
        if (wanted.isEmpty()) {
            err.show(StyledLine.of("Nothing was entered."));
        }
        return wanted;
    }

    private static List<Proposal> numbered(String answer, List<Proposal> all) {
        if (!answer.matches("[\\d ,]*\\d[\\d ,]*")) {
            return List.of();
        }
        Set<String> numbers = new LinkedHashSet<>(List.of(answer.split("[ ,]+", -1)));
        var wanted = new ArrayList<Proposal>();
        for (int i = 0; i < all.size(); i++) {
            if (numbers.contains(String.valueOf(i + 1))) {
                wanted.add(all.get(i));
            }
        }
        return wanted;
    }

    private static Assisted entered(Screened chosen, LoadedPlan loaded, ModelName model) {
        Plan plan = chosen.planOr(loaded.plan());
        if (chosen.kept().isEmpty()) {
            return new Assisted(loaded, List.of());
        }
        var problems = new ArrayList<>(loaded.problems());
        PlanLint.check(loaded.plan()).forEach(problems::remove);
        problems.addAll(PlanLint.check(plan));
        chosen.kept().forEach(kept -> problems.add(Problem.note("assist-entered",
                kept.proposal().cites().getFirst().place(), "\"" + kept.proposal().title() + "\" was proposed by "
                        + model + " and entered on a yes",
                "")));
        return new Assisted(new LoadedPlan(plan, problems, loaded.coverage()),
                ProposalPage.remarks(loaded.plan(), chosen.kept(), model));
    }
}
