package baton.reading.tree;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.document.Block;
import baton.reading.document.Field;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.TaskLabels;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/** Makes tasks, phases and order of the jobs in a tree of no known program. */
final class TreeJobs {

    private static final Set<Label> RESULTS = EnumSet.of(Label.OUTPUT, Label.DELIVERABLES, Label.ARTIFACTS);

    private static final int NAME_WORDS_MAX = 4;
    private static final Pattern PATH = Pattern.compile("[^\\s:]+/[^\\s/:]+");

    private final TreeWork work;
    private final TreeTeam team;
    private final String file;
    private final Findings findings;
    /** Under what each job and each stage may be spoken of, in the form for comparing. */
    private final Map<String, TreeWork.Job> byName = new LinkedHashMap<>();
    private final Map<String, TreeWork.Stage> stages = new LinkedHashMap<>();

    private TreeJobs(TreeWork work, TreeTeam team, String file, Findings findings) {
        this.work = work;
        this.team = team;
        this.file = file;
        this.findings = findings;
        for (TreeWork.Job job : work.jobs) {
            names(job).filter(name -> !name.isBlank())
                    .forEach(name -> byName.putIfAbsent(Words.key(name), job));
        }
        work.stages.forEach(stage -> Stream.of(stage.id(), stage.name(), stage.entry().name())
                .forEach(name -> stages.putIfAbsent(Words.key(name), stage)));
    }

    static void read(TreeWork work, TreeTeam team, String file, Findings findings) {
        var reading = new TreeJobs(work, team, file, findings);
        work.stages.forEach(stage -> findings.phases.add(new FoundPhase(new Phase(stage.id(), stage.name(),
                stage.mode(), List.of(), false, reading.at(stage.entry().line())), stage.entry().line() - 1, 0,
                Optional.empty(), List.of(), List.of())));
        work.jobs.forEach(reading::job);
        work.beside.forEach(reading::arrows);
    }

    /** A list of pairs of jobs beside the work is its order: "from" and "to", two in brackets, or an arrow. */
    private void arrows(Yaml.Field field) {
        for (TreeEntry entry : TreeEntry.of(field.value())) {
            List<String> ends = switch (entry.value()) {
                case Yaml.Fields(var fields, _, _) -> fields.stream().limit(2).map(one -> TreeEntry.line(one.value()))
                        .toList();
                case Yaml.Items(var items, _, _) -> items.stream().map(TreeEntry::line).toList();
                case Yaml.Scalar text -> List.of(TreeEntry.line(text).split("\\s*(?:-+>|=+>|→)\\s*", -1));
            };
            if (entry.key().isEmpty() && ends.size() > 1
                    && ends.stream().map(Words::key).allMatch(byName::containsKey)) {
                List<String> titles = ends.stream().flatMap(end -> known(end).stream()).map(TreeWork.Job::title)
                        .toList();
                for (int i = 1; i < titles.size(); i++) {
                    findings.edges.add(new FoundEdge(titles.get(i - 1), titles.get(i), "", Edge.Source.YAML,
                            at(entry.line())));
                }
            }
        }
    }

    private Optional<TreeWork.Job> known(String name) {
        return Optional.ofNullable(byName.get(Words.key(name)));
    }

    private Place at(int line) {
        return new Place(file, line);
    }

    /** What others may call a job: its key, its id, its title, or the short text with which it begins. */
    private static Stream<String> names(TreeWork.Job job) {
        Stream<String> first = job.entry().fields().stream().limit(1).map(Yaml.Field::value)
                .filter(Yaml.Scalar.class::isInstance).map(TreeEntry::line)
                .filter(text -> Words.count(text) <= NAME_WORDS_MAX);
        return Stream.concat(Stream.of(job.entry().key(), id(job), job.title()),
                Stream.concat(first, job.entry().bests("TREE_DO")));
    }

    private static String id(TreeWork.Job job) {
        TreeEntry entry = job.entry();
        Set<String> ids = Set.of("id", "key", "code", "ref", "slug", "handle", "nr", "number", "kennung", "nummer");
        return entry.fields().stream().filter(field -> ids.contains(TreeKeys.of(field.key()))
                || Label.all(TreeKeys.of(field.key())).contains(Label.TASK_ID)).map(Yaml.Field::value)
                .filter(Yaml.Scalar.class::isInstance).map(TreeEntry::line).findFirst().orElse("");
    }

    private boolean isMember(String key) {
        return team.meant(key).isPresent();
    }

    private void job(TreeWork.Job job) {
        TreeEntry entry = job.entry();
        String key = isMember(entry.key()) ? "" : entry.key();
        String id = id(job);
        var draft = new TaskDraft(id.isEmpty() ? key : id, job.title(), team.meant(job.agent()).orElse(job.agent()));
        draft.place = at(entry.line());
        draft.kind = TaskSpec.Kind.TASK;
        draft.phase = job.stage().map(TreeWork.Stage::id).orElse("");
        if (team.isHumanName(job.agent()) || isForPeople(entry)) {
            draft.agent = "";
            draft.kind = TaskSpec.Kind.HUMAN;
            draft.runs = false;
        } else if (job.agent().isEmpty() || AgentName.isEverybody(job.agent())) {
            draft.agent = PlanLint.ORCHESTRATOR;
        } else if (team.meant(job.agent()).isEmpty()) {
            var named = new FoundAgent(AgentName.of(job.agent()), draft.place);
            named.mention = true;
            findings.agents.add(named);
        }
        List<String> needs = new ArrayList<>();
        entry.fields().forEach(field -> field(field, job, draft, needs));
        around(job, needs);
        findings.tasks.add(new FoundTask(draft, needs.stream().distinct().toList(), "mappings"));
    }

    private static boolean isForPeople(TreeEntry entry) {
        return entry.fields().stream().anyMatch(field -> {
            String key = TreeKeys.of(field.key());
            String value = TreeEntry.line(field.value());
            return (Lexicon.WORDS.words("HUMAN").contains(key) || key.equals("manual"))
                    ? value.matches("(?i)true|yes|required")
                    : Set.of("kind", "type", "mode").contains(key)
                            && (Lexicon.WORDS.words("HUMAN").contains(Words.key(value)) || value.equals("manual"));
        });
    }

    private void field(Yaml.Field field, TreeWork.Job job, TaskDraft draft, List<String> needs) {
        String key = field.key();
        List<String> names = names(field.value());
        if (TreeEntry.isNothing(field.value())) {
            return;
        }
        if (TreeKeys.isAfter(key)) {
            needs.addAll(needs(names));
        } else if (TreeKeys.isBefore(key)) {
            names.stream().flatMap(name -> known(name).stream()).forEach(later -> findings.edges
                    .add(new FoundEdge(job.title(), later.title(), "", Edge.Source.YAML, draft.place)));
        } else if (TreeKeys.isCriteria(key) && !(field.value() instanceof Yaml.Fields)) {
            draft.acceptance.addAll(YamlTexts.list(field.value()).size() > 1 && field.value() instanceof Yaml.Scalar
                    ? AgentFields.criteria(TreeEntry.line(field.value()))
                    : TreeEntry.of(field.value()).isEmpty()
                            ? List.of(TreeEntry.line(field.value()))
                            : texts(field.value()));
        } else if (TreeKeys.of(key).equals("status")) {
            draft.runs &= !TreeEntry.line(field.value()).matches("(?i)done|completed|cancelled|closed");
        } else if (isOrder(field, names, job)) {
            needs.addAll(needs(names));
        } else if (!TreeKeys.isWho(key)) {
            labelled(field, draft, needs);
        }
    }

    /** A value that is nothing but names of other jobs says what comes first, whatever it is called. */
    private boolean isOrder(Yaml.Field field, List<String> names, TreeWork.Job job) {
        Predicate<String> sibling = name -> byName.containsKey(Words.key(name))
                && known(name).filter(job::equals).isEmpty();
        return !names.isEmpty() && names.stream().allMatch(sibling) && Label.all(TreeKeys.of(field.key())).isEmpty()
                && TreeKeys.rank("TREE_NAME", field.key()) == Integer.MAX_VALUE
                && TreeKeys.rank("TREE_DO", field.key()) == Integer.MAX_VALUE;
    }

    private void labelled(Yaml.Field field, TaskDraft draft, List<String> needs) {
        String key = TreeKeys.of(field.key());
        Optional<Label> label = Label.of(key);
        boolean told = TreeKeys.rank("TREE_DO", field.key()) < Integer.MAX_VALUE;
        List<String> texts = texts(field.value());
        if (told) {
            texts.stream().filter(text -> !text.equals(draft.title) && !text.equals(draft.id)
                    && Words.count(text) > 1).forEach(draft.contract::add);
        } else if (label.isEmpty() && Lexicon.WORDS.words("TREE_WORK").contains(key)) {
            draft.contract.addAll(texts);
        } else if (label.filter(RESULTS::contains).isPresent()) {
            texts.forEach(text -> {
                List<String> paths = PATH.matcher(text).matches() ? List.of(text) : Paths.in(text);
                (paths.isEmpty() ? draft.deliverables : draft.outputs).addAll(paths.isEmpty() ? List.of(text) : paths);
            });
        } else if (label.isPresent() && label.get() != Label.TASK_ID && label.get() != Label.PHASE) {
            List<Block.Item> items = field.value() instanceof Yaml.Scalar
                    ? List.of()
                    : texts.stream().map(text -> new Block.Item(List.of(new Block.TextLine(text, field.line())),
                            List.of(), field.line(), field.line())).toList();
            TaskLabels.put(new Field(field.key(), label, items.isEmpty() ? String.join(" ", texts) : "", items,
                    field.line(), field.line()), draft, needs);
        } else if (label.isPresent() && label.get() == Label.PHASE) {
            draft.phase = Optional.ofNullable(stages.get(Words.key(String.join(" ", texts))))
                    .map(TreeWork.Stage::id).orElseGet(() -> Words.slug(String.join(" ", texts)));
        }
    }

    private static List<String> texts(Yaml value) {
        return switch (value) {
            case Yaml.Scalar _ -> List.of(TreeEntry.line(value));
            case Yaml.Items(var items, _, _) -> items.stream().map(TreeEntry::line).toList();
            case Yaml.Fields(var fields, _, _) -> fields.stream().map(field -> field.value() instanceof Yaml.Scalar
                    ? field.key() + ": " + TreeEntry.line(field.value())
                    : TreeEntry.line(field.value())).toList();
        };
    }

    /** What a value refers to; a text is taken apart unless it is a name as it stands. */
    private List<String> names(Yaml value) {
        return value instanceof Yaml.Scalar && !isKnown(TreeEntry.line(value))
                ? WordLists.split(TreeEntry.line(value))
                : waited(value);
    }

    private boolean isKnown(String name) {
        return byName.containsKey(Words.key(name)) || stages.containsKey(Words.key(name));
    }

    /** The names behind a word for waiting; what a mapping waits for stands in its keys or below a word for a job. */
    static List<String> waited(Yaml value) {
        return value instanceof Yaml.Fields(var fields, _, _)
                && fields.stream().noneMatch(field -> TreeKeys.rank("TREE_NAME", field.key()) < Integer.MAX_VALUE)
                        ? fields.stream().flatMap(field -> field.value() instanceof Yaml.Items
                                ? TreeEntry.names(field.value()).stream()
                                : Stream.of(field.key())).toList()
                        : TreeEntry.names(value);
    }

    /** A job needs another by the name it has; a stage stands for those jobs in it after which none comes. */
    private List<String> needs(List<String> names) {
        List<String> needs = new ArrayList<>();
        for (String name : names) {
            Optional<TreeWork.Job> job = known(name);
            Optional<TreeWork.Stage> stage = Optional.ofNullable(stages.get(Words.key(name)));
            if (job.isPresent()) {
                needs.add(called(job.get()));
            } else if (stage.isPresent()) {
                needs.addAll(last(stage.get()));
            } else if (!AgentFields.isNothing(name) && !name.isBlank()) {
                needs.add(name);
            }
        }
        return needs;
    }

    private String called(TreeWork.Job job) {
        String id = id(job);
        String key = isMember(job.entry().key()) ? "" : job.entry().key();
        return !id.isEmpty() ? id : key.isEmpty() ? job.title() : key;
    }

    private List<TreeWork.Job> within(TreeWork.Stage stage) {
        return work.jobs.stream().filter(job -> job.stage().filter(stage::equals).isPresent()).toList();
    }

    private Set<String> waitedFor(TreeWork.Job job) {
        Set<String> names = new TreeSet<>();
        job.entry().fields().stream().filter(field -> TreeKeys.isAfter(field.key()))
                .forEach(field -> names(field.value()).forEach(name -> names.add(Words.key(name))));
        return names;
    }

    private boolean waitsFor(TreeWork.Job later, TreeWork.Job earlier) {
        Set<String> names = waitedFor(later);
        return names(earlier).filter(name -> !name.isBlank()).map(Words::key)
                .anyMatch(names::contains);
    }

    private List<String> last(TreeWork.Stage stage) {
        List<TreeWork.Job> inside = within(stage);
        return inside.stream().filter(job -> inside.stream().noneMatch(other -> waitsFor(other, job)))
                .map(this::called).toList();
    }

    /** What a stage waits for holds back those in it that wait for nobody beside them. */
    private void around(TreeWork.Job job, List<String> needs) {
        boolean first = job.stage().map(this::within).orElse(List.of()).stream()
                .noneMatch(other -> waitsFor(job, other));
        if (first) {
            needs.addAll(needs(job.needs()));
        }
    }
}
