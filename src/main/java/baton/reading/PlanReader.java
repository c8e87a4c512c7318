package baton.reading;

import java.util.ArrayList;
import java.util.List;

import baton.plan.ContextDocument;
import baton.plan.Coverage;
import baton.plan.Coverage.LineRange;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.PlanLint;
import baton.plan.Problem;

/**
 * Reads the documents of one plan: Markdown as people write it, or {@code plan.yaml}.
 *
 * <p>
 * Several documents make one plan; the first gives its name. Nothing is invented: a document that names no agents with work
 * gives an empty plan and the error "no agents found". All problems are reported at once.
 */
public final class PlanReader {

    private final Findings findings;
    private final List<Problem> problems = new ArrayList<>();
    private final List<LineRange> notUnderstood = new ArrayList<>();
    private int linesTotal;

    private final ReadingOptions options;

    private PlanReader(String source, ReadingOptions options) {
        this.findings = new Findings(new PlanDraft("", source));
        this.options = options;
    }

    /** Reads and checks; the answer says by {@link LoadedPlan#isRefused()} whether it may run. */
    public static LoadedPlan read(List<SourceDocument> documents) {
        return read(documents, ReadingOptions.USUAL);
    }

    public static LoadedPlan read(List<SourceDocument> documents, ReadingOptions options) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("documents: at least one is needed");
        }
        return new PlanReader(documents.getFirst().name(), options).loaded(documents);
    }

    private LoadedPlan loaded(List<SourceDocument> documents) {
        List<Plan> explicit = new ArrayList<>();
        List<MarkdownDocument> written = new ArrayList<>();
        for (SourceDocument document : documents) {
            Read<SourceText> decoded = SourceText.decode(document.name(), document.bytes());
            problems.addAll(decoded.problems());
            if (decoded instanceof Read.Taken<SourceText>(var text, _)) {
                linesTotal += text.lines().size();
                if (isYaml(text)) {
                    Read<Plan> plan = PlanYamlReader.read(text);
                    problems.addAll(plan.problems());
                    if (plan instanceof Read.Taken<Plan>(var value, _)) {
                        explicit.add(value);
                    }
                } else {
                    var remarks = new Remarks(text.file());
                    written.add(MarkdownDocument.parse(text, remarks));
                    problems.addAll(remarks.all());
                }
            }
        }
        boolean unreadable = problems.stream().anyMatch(Problem::isError);
        recognise(written);
        if (!findings.agents.isEmpty() && !(findings.tasks.isEmpty() && findings.edges.isEmpty())) {
            PlanLinker.link(findings, options.merging());
        }
        explicit.forEach(this::add);
        return finished(unreadable, documents.getFirst().name());
    }

    private void recognise(List<MarkdownDocument> documents) {
        List<Claims> claims = documents.stream().map(Claims::new).toList();
        documents.forEach(document -> findings.files.add(document.file()));
        recognise(Recognisers.people(), documents, claims);
        findings.settleAgents();
        recognise(Recognisers.work(), documents, claims);
        claims.forEach(taken -> notUnderstood.addAll(taken.notUnderstood()));
        problems.addAll(findings.remarks);
        findings.remarks.clear();
    }

    private void recognise(List<Recogniser> recognisers, List<MarkdownDocument> documents, List<Claims> claims) {
        for (Recogniser recogniser : recognisers) {
            for (int i = 0; i < documents.size(); i++) {
                recogniser.recognise(documents.get(i), claims.get(i), findings);
            }
        }
    }

    private LoadedPlan finished(boolean unreadable, String source) {
        PlanDraft draft = findings.draft;
        draft.name = draft.name.isBlank() ? ProfileReader.stem(source) : draft.name;
        draft.context.replaceAll(document -> document.exists() == ContextDocument.Existence.UNKNOWN
                ? new ContextDocument(document.path(), options.files().apply(document.path()), document.place())
                : document);
        Plan plan = draft.agents.isEmpty() ? Plan.empty(draft.name, draft.source) : draft.toPlan();
        problems.addAll(findings.remarks);
        if (!unreadable) {
            problems.addAll(PlanLint.check(plan));
        }
        int open = notUnderstood.stream().mapToInt(range -> range.to() - range.from() + 1).sum();
        return new LoadedPlan(plan, problems, new Coverage(linesTotal, linesTotal - open, notUnderstood));
    }

    /** An explicit plan joins what was read from Markdown, part by part. */
    private void add(Plan plan) {
        PlanDraftMerge.into(findings.draft, plan);
    }

    private static boolean isYaml(SourceText text) {
        String name = text.file();
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            return true;
        }
        return !name.contains(".")
                && text.lines().stream().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst()
                        .filter(line -> line.matches("(name|source|goal|agents|tasks):.*|---|\\{.*")).isPresent();
    }
}
