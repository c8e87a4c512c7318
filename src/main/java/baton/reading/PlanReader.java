package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.ContextDocument;
import baton.plan.Coverage;
import baton.plan.Coverage.LineRange;
import baton.plan.Edit;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.PlanDraftMerge;
import baton.plan.PlanLint;
import baton.plan.Problem;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTreeBuilder;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.DoubtfulMerge;
import baton.reading.found.Findings;
import baton.reading.found.ReadingOptions;
import baton.reading.found.Recogniser;
import baton.reading.language.ReadingMemory;
import baton.reading.linking.PlanLinker;
import baton.reading.planfile.PlanYamlReader;
import baton.reading.profile.ProfileReader;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceDocument;
import baton.reading.source.SourceText;
import baton.reading.tree.OwnShape;
import baton.reading.tree.TreeDocument;
import baton.reading.tree.TreeShapes;

/**
 * Reads the documents of one plan: Markdown as people write it, or {@code plan.yaml}.
 *
 * <p>
 * Several documents make one plan; the first gives its name. Nothing is invented: a document that names no agents with work
 * gives an empty plan and the error "no agents found". All problems are reported at once.
 */
public final class PlanReader {

    private static final Pattern YAML_NAME = Pattern.compile(".*\\.(ya?ml|json)");
    private static final Pattern FIRST_LINE = Pattern.compile("[\\w-]+:(\\s.*|)|---\\s*|\\{.*|\"[^\"]+\":.*");

    private static final List<String> GRAPH = List.of("cycle", "duplicate-id");

    private final Findings findings;
    private final List<Problem> problems = new ArrayList<>();
    private final List<LineRange> notUnderstood = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private int linesTotal;

    private final ReadingOptions options;

    private PlanReader(String source, ReadingOptions options) {
        this.findings = new Findings(new PlanDraft("", source));
        this.options = options;
    }

    /**
     * A plan with what a person could do about it.
     *
     * @param edits would mend some of what is wrong in its documents
     * @param doubts mentions that may be one job, for somebody to say
     */
    public record Reviewed(LoadedPlan loaded, List<Edit> edits, List<DoubtfulMerge> doubts) {
        public Reviewed {
            edits = List.copyOf(edits);
            doubts = List.copyOf(doubts);
        }
    }

    /** Reads and checks; the answer says by {@link LoadedPlan#isRefused()} whether it may run. */
    public static LoadedPlan read(List<SourceDocument> documents) {
        return review(documents, ReadingOptions.USUAL).loaded();
    }

    public static LoadedPlan read(List<SourceDocument> documents, ReadingOptions options) {
        return review(documents, options).loaded();
    }

    public static Reviewed review(List<SourceDocument> documents) {
        return review(documents, ReadingOptions.USUAL);
    }

    /** Reads and checks, with the edits that are safe to make. */
    public static Reviewed review(List<SourceDocument> documents, ReadingOptions options) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("documents: at least one is needed");
        }
        return ReadingMemory.during(() -> {
            var reader = new PlanReader(documents.getFirst().name(), options);
            return new Reviewed(reader.loaded(documents), reader.edits, reader.findings.doubts);
        });
    }

    private LoadedPlan loaded(List<SourceDocument> documents) {
        List<Plan> explicit = new ArrayList<>();
        List<MarkdownDocument> written = new ArrayList<>();
        var shapes = new TreeShapes();
        int understood = 0;
        for (SourceDocument document : documents) {
            findings.files.add(document.name());
            Read<SourceText> decoded = SourceText.decode(document.name(), document.bytes());
            problems.addAll(decoded.problems());
            if (decoded instanceof Read.Taken<SourceText>(var text, _)) {
                linesTotal += text.lines().size();
                if (takeTree(text, shapes)) {
                    understood++;
                    continue;
                }
                if (isYaml(text)) {
                    var drafted = PlanYamlReader.draft(text);
                    problems.addAll(drafted.problems());
                    drafted.plan().ifPresent(explicit::add);
                    understood += drafted.plan().isPresent() ? 1 : 0;
                } else {
                    var remarks = new Remarks(text.file());
                    findings.markdown.add(text.file());
                    written.add(MarkdownDocument.parse(text, remarks));
                    findings.outline(written.getLast());
                    problems.addAll(remarks.all());
                    understood++;
                }
            }
        }
        boolean partial = understood == documents.size();
        boolean unreadable = problems.stream().anyMatch(Problem::isError);
        shapes.readInto(findings);
        recognise(written);
        boolean listed = findings.tasks.stream()
                .anyMatch(task -> task.draft().agent.equals(PlanLint.ORCHESTRATOR));
        if (listed || (!findings.agents.isEmpty() && !(findings.tasks.isEmpty() && findings.edges.isEmpty()))) {
            PlanLinker.link(findings, options);
        }
        explicit.forEach(this::add);
        return finished(unreadable, partial, documents.getFirst().name(), written);
    }

    private void recognise(List<MarkdownDocument> documents) {
        List<Claims> all = documents.stream().map(Claims::new).toList();
        recognisePlans(documents.stream().filter(document -> !isTold(document)).toList(),
                IntStream.range(0, all.size()).filter(i -> !isTold(documents.get(i))).mapToObj(all::get)
                        .toList());
        all.forEach(taken -> notUnderstood.addAll(taken.notUnderstood()));
        problems.addAll(findings.remarks);
        findings.remarks.clear();
    }

    /** A text about the teams of others gives no work. */
    private static boolean isTold(MarkdownDocument document) {
        return Article.isOne(document) || ToldText.is(document);
    }

    private void recognisePlans(List<MarkdownDocument> documents, List<Claims> claims) {
        recognise(Recognisers.people(), documents, claims);
        findings.settleAgents();
        recognise(Recognisers.work(), documents, claims);
    }

    private void recognise(List<Recogniser> recognisers, List<MarkdownDocument> documents, List<Claims> claims) {
        for (Recogniser recogniser : recognisers) {
            for (int i = 0; i < documents.size(); i++) {
                recogniser.recognise(documents.get(i), claims.get(i), findings);
            }
        }
    }

    private LoadedPlan finished(boolean unreadable, boolean partial, String source, List<MarkdownDocument> written) {
        PlanDraft draft = findings.draft;
        draft.name = draft.name.isBlank() ? ProfileReader.stem(source) : draft.name;
        draft.context.replaceAll(document -> document.exists() == ContextDocument.Existence.UNKNOWN
                ? new ContextDocument(document.path(), options.files().apply(document.path()), document.place())
                : document);
        Plan plan = draft.agents.isEmpty() && draft.tasks.isEmpty()
                ? Plan.empty(draft.name, draft.source)
                : draft.toPlan();
        problems.addAll(findings.remarks);
        if (!unreadable) {
            problems.addAll(PlanLint.check(plan));
            TextChecks.Found found = TextChecks.check(written, plan);
            problems.addAll(found.problems());
            edits.addAll(found.edits());
        } else if (partial) {
            // What waits for itself or is there twice is so whatever is wrong elsewhere; the rest may be missing only because
            // of the errors that are already said.
            PlanLint.check(plan).stream().filter(problem -> GRAPH.contains(problem.code())).forEach(problems::add);
        }
        int open = notUnderstood.stream().mapToInt(range -> range.to() - range.from() + 1).sum();
        return new LoadedPlan(plan, problems, new Coverage(linesTotal, linesTotal - open, notUnderstood));
    }

    /** An explicit plan joins what was read from Markdown, part by part. */
    private void add(Plan plan) {
        PlanDraftMerge.into(findings.draft, plan);
    }

    /** Hands a file in the form of another program to its shape; what is no such file is left to the other readers. */
    private boolean takeTree(SourceText text, TreeShapes shapes) {
        if (!isYaml(text)) {
            return false;
        }
        var remarks = new Remarks(text.file());
        boolean taken = YamlTreeBuilder.parse(text.text(), 0, remarks)
                .filter(root -> !(root instanceof Yaml.Scalar)).map(OwnShape::whole)
                .filter(root -> shapes.take(new TreeDocument(text.file(), root))).isPresent();
        if (taken) {
            problems.addAll(remarks.all());
        }
        return taken;
    }

    /** By its name, or where the first line that says anything begins a mapping or an object. */
    private static boolean isYaml(SourceText text) {
        String name = text.file().toLowerCase(Locale.ROOT);
        if (YAML_NAME.matcher(name).matches()) {
            return true;
        }
        boolean open = !name.endsWith(".md") && !name.endsWith(".markdown");
        return text.lines().stream().filter(line -> !line.isBlank() && !(open && line.startsWith("#"))).findFirst()
                .filter(line -> line.matches("\\{.*") || (open && FIRST_LINE.matcher(line).matches())).isPresent()
                && isMapping(text);
    }

    private static boolean isMapping(SourceText text) {
        var unread = new Remarks(text.file());
        return YamlTreeBuilder.parse(text.text(), 0, unread).filter(Yaml.Fields.class::isInstance).isPresent()
                && !unread.hasErrors();
    }
}
