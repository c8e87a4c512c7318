package baton.reading.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.ConflictRule;
import baton.plan.Dashboard;
import baton.plan.DelegationSchema;
import baton.plan.HandoffTemplate;
import baton.plan.Metric;
import baton.plan.Place;
import baton.plan.SeverityLevel;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.data.YamlTreeBuilder;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.TaskLabels;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;
import baton.reading.source.Remarks;

/**
 * Fences of YAML, understood by the keys of their entries rather than by the name above them: who owns, reviews and decides is
 * a conflict rule, a target with a measurement is a metric, a description with a response time is a severity, a job with
 * an agent is a task.
 */
public final class YamlFenceRecogniser implements Recogniser {

    private static final Set<String> YAML = Set.of("yaml", "yml", "json", "");
    private static final int SCHEMA_LABELS_MIN = 3;
    private static final int SECONDS_A_MINUTE = 60;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})\\s*(s|sec|seconds?|m|min|minutes?)?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Fence fence && isYaml(fence)
                    && !claims.isTaken(fence.line())) {
                tree(fence, document).ifPresent(root -> {
                    var reading = new Reading(passage, findings);
                    boolean understood = reading.whole(root) || switch (root) {
                        case Yaml.Fields fields -> reading.root(fields);
                        case Yaml.Items items -> reading.jobs("", items);
                        case Yaml.Scalar _ -> false;
                    };
                    if (understood) {
                        passage.claim(claims);
                    }
                });
            }
        }
    }

    static boolean isYaml(Block.Fence fence) {
        return YAML.contains(fence.info()) && !fence.lines().isEmpty();
    }

    /** The mapping in a fence, or its list of mappings; a fence that is neither is left to those who read lists. */
    static Optional<Yaml> tree(Block.Fence fence, MarkdownDocument document) {
        boolean keys = fence.lines().stream()
                .anyMatch(line -> line.raw().stripTrailing().matches("\\s*(?:- )?[\\w\"-][^#]*:(\\s.*)?|\\s*[{].*"));
        if (!keys) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        int first = fence.lines().getFirst().line();
        int at = first;
        for (Block.TextLine line : fence.lines()) {
            text.append("\n".repeat(line.line() - at)).append(line.raw());
            at = line.line();
        }
        var remarks = new Remarks(document.file());
        Optional<Yaml> root = YamlTreeBuilder.parse(text.append('\n').toString(), first - 1, remarks);
        return remarks.hasErrors()
                ? Optional.empty()
                : root.filter(YamlFenceRecogniser::isTold);
    }

    private static boolean isTold(Yaml root) {
        return switch (root) {
            case Yaml.Fields _ -> true;
            case Yaml.Items(var items, _, _) ->
                !items.isEmpty() && items.stream().allMatch(Yaml.Fields.class::isInstance);
            case Yaml.Scalar _ -> false;
        };
    }

    /** One fence. */
    private static final class Reading {
        private final Passage passage;
        private final Findings findings;

        Reading(Passage passage, Findings findings) {
            this.passage = passage;
            this.findings = findings;
        }

        private Place at(int line) {
            return new Place(passage.document().file(), line);
        }

        /** True where it is a plan in a form of somebody's own: a team that is described, and its work. */
        boolean whole(Yaml root) {
            Optional<OwnShape.Found> found = passage.within(Topic.TEMPLATES) || !(root instanceof Yaml.Fields fields)
                    ? Optional.empty()
                    : OwnShape.find(fields).filter(plan -> plan.team().agents() > 1);
            found.ifPresent(plan -> {
                plan.readWork(passage.document().file(), findings);
                findings.settleAgents();
                plan.work().beside.forEach(this::entry);
            });
            return found.isPresent();
        }

        /** True where anything in it was understood. */
        boolean root(Yaml.Fields whole) {
            Yaml.Fields root = inside(whole).filter(this::isSchema).orElse(whole);
            if (isSchema(root)) {
                findings.draft.delegationSchema = new DelegationSchema(
                        root.fields().stream().map(Yaml.Field::key).toList(), at(root.line()));
                return true;
            }
            boolean understood = false;
            for (Yaml.Field field : root.fields()) {
                understood |= entry(field);
            }
            return understood || entry(new Yaml.Field("", root.line(), root));
        }

        /** What stands below the only key. */
        private static Optional<Yaml.Fields> inside(Yaml.Fields whole) {
            return whole.fields().size() == 1 && whole.fields().getFirst().value() instanceof Yaml.Fields inner
                    ? Optional.of(inner)
                    : Optional.empty();
        }

        private boolean isSchema(Yaml.Fields root) {
            long labels = root.fields().stream().filter(field -> Label.of(field.key()).isPresent()).count();
            return passage.within(Topic.TEMPLATES) && labels >= SCHEMA_LABELS_MIN
                    && findings.draft.delegationSchema.equals(DelegationSchema.NONE);
        }

        private boolean entry(Yaml.Field field) {
            if (isOfAgents(field) && field.value() instanceof Yaml.Fields fields) {
                agents(fields);
                return true;
            }
            Set<Topic> topics = Topic.in(Words.key(field.key()));
            if (topics.contains(Topic.HANDOFF) && field.value() instanceof Yaml.Fields fields) {
                handoff(fields);
                return true;
            }
            boolean understood = switch (field.value()) {
                case Yaml.Fields fields -> mapping(fields);
                case Yaml.Items items -> jobs(field.key(), items);
                case Yaml.Scalar _ -> false;
            };
            return understood
                    || (!findings.roster.isEmpty()
                            && new MappingTopics(passage.document().file(), findings).read(field));
        }

        /** Those who stand below "agents", each under its key. */
        private void agents(Yaml.Fields fields) {
            for (Yaml.Field field : fields.fields()) {
                if (field.value() instanceof Yaml.Fields told) {
                    String name = text(value(told, "NAME"));
                    var agent = new FoundAgent(AgentName.of(name.isEmpty() ? field.key() : name), at(field.line()));
                    agent.aliases.add(field.key());
                    new AgentFields(agent, told.fields().stream()
                            .map(one -> new Field(one.key(), YamlTexts.inline(one.value()), List.of(), one.line(),
                                    one.line()))
                            .toList()).fillAgent();
                    findings.agents.add(agent);
                }
            }
            findings.settleAgents();
        }

        private static boolean isOfAgents(Yaml.Field field) {
            return Lexicon.WORDS.words("AGENT").contains(Words.key(field.key()))
                    && field.value() instanceof Yaml.Fields(var inner, _, _)
                    && inner.stream().allMatch(one -> one.value() instanceof Yaml.Fields);
        }

        private void handoff(Yaml.Fields fields) {
            if (findings.draft.handoffTemplate.fields().isEmpty()) {
                findings.draft.handoffTemplate = new HandoffTemplate(fields.fields().stream()
                        .map(field -> new HandoffTemplate.Field(field.key(), sample(field.value()))).toList(),
                        at(fields.line()));
            }
        }

        private static String sample(Yaml value) {
            return switch (value) {
                case Yaml.Items(var items, _, _) when items.size() == 1 -> YamlTexts.inline(items.getFirst());
                case Yaml.Scalar _,Yaml.Items _,Yaml.Fields _ -> YamlTexts.inline(value);
            };
        }

        private boolean mapping(Yaml.Fields fields) {
            Optional<Yaml> widgets = value(fields, "WIDGETS");
            if (widgets.isPresent() && widgets.get() instanceof Yaml.Items items) {
                dashboard(fields, items);
                return true;
            }
            boolean understood = false;
            for (Yaml.Field field : fields.fields()) {
                understood |= switch (field.value()) {
                    case Yaml.Fields inner -> rule(field, inner);
                    case Yaml.Items items -> jobs(field.key(), items);
                    case Yaml.Scalar _ -> false;
                };
            }
            return understood;
        }

        private boolean rule(Yaml.Field field, Yaml.Fields inner) {
            if (isTold(field, inner)) {
                return true;
            }
            if (isJob(inner)) {
                job(inner, "", field.key());
                return true;
            }
            return mapping(inner);
        }

        /** A metric, a severity or a rule for conflicts. */
        private boolean isTold(Yaml.Field field, Yaml.Fields inner) {
            Optional<Yaml> target = value(inner, "TARGET");
            Optional<Yaml> response = value(inner, "RESPONSE_TIME");
            Optional<Yaml> owner = labelled(inner, Label.AGENT);
            Optional<Yaml> decider = value(inner, "DECIDER");
            Optional<Yaml> reviewers = value(inner, "REVIEWERS");
            if (target.isPresent()) {
                findings.draft.metrics.add(new Metric(field.key(), YamlTexts.inline(target.get()),
                        text(value(inner, "MEASUREMENT")), at(field.line())));
            } else if (response.isPresent()) {
                findings.draft.severities.add(new SeverityLevel(field.key(), text(value(inner, "DESCRIPTION")),
                        YamlTexts.inline(response.get()), names(value(inner, "CALLED")), at(field.line())));
            } else if (owner.isPresent() && (decider.isPresent() || reviewers.isPresent())) {
                String who = name(YamlTexts.inline(owner.get()));
                findings.draft.conflictRules.add(new ConflictRule(field.key(), who, names(reviewers),
                        decider.map(value -> name(YamlTexts.inline(value))).orElse(who), at(field.line())));
            } else {
                return false;
            }
            return true;
        }

        private void dashboard(Yaml.Fields fields, Yaml.Items widgets) {
            int refresh = fields.fields().stream().filter(field -> field.value() instanceof Yaml.Scalar)
                    .map(field -> SECONDS.matcher(YamlTexts.inline(field.value()))).filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1))
                            * (matcher.group(2) != null && matcher.group(2).startsWith("m") ? SECONDS_A_MINUTE : 1))
                    .findFirst().orElse(0);
            List<Dashboard.Widget> all = new ArrayList<>();
            for (Yaml widget : widgets.items()) {
                List<String> texts = widget instanceof Yaml.Fields(var inner, _, _)
                        ? inner.stream().map(field -> YamlTexts.inline(field.value())).toList()
                        : List.of(YamlTexts.inline(widget));
                all.add(new Dashboard.Widget(texts.isEmpty() ? "" : texts.getFirst(),
                        texts.size() > 1 ? texts.get(1) : ""));
            }
            findings.draft.dashboard = new Dashboard(refresh, all);
        }

        private boolean jobs(String key, Yaml.Items items) {
            boolean any = false;
            boolean work = !findings.roster.isEmpty() || passage.within(Topic.TASKS)
                    || Topic.in(Words.key(key)).contains(Topic.TASKS);
            for (Yaml item : items.items()) {
                if (item instanceof Yaml.Fields fields && isJob(fields) && (work || isCalledTask(fields))) {
                    job(fields, priority(key), "");
                    any = true;
                } else if (item instanceof Yaml.Fields fields && !findings.roster.isEmpty()
                        && !fields.fields().isEmpty()) {
                    any |= isTold(
                            new Yaml.Field(YamlTexts.inline(fields.fields().getFirst().value()), fields.line(), fields),
                            fields);
                }
            }
            return any;
        }

        /** "high_priority" above a list is the priority of all in it. */
        private static String priority(String key) {
            List<String> words = List.of(Words.key(key).split(" ", -1));
            return words.stream().anyMatch(word -> Lexicon.WORDS.labels(word).contains(Label.PRIORITY.name()))
                    ? String.join(" ", words.stream()
                            .filter(word -> !Lexicon.WORDS.labels(word).contains(Label.PRIORITY.name())).toList())
                    : "";
        }

        /** Where nobody is known, a name and an owner are not enough: services and packages have those too. */
        private static boolean isCalledTask(Yaml.Fields fields) {
            return labelled(fields, Label.TASK).isPresent();
        }

        private static boolean isJob(Yaml.Fields fields) {
            boolean job = value(fields, "JOB_KEY").isPresent();
            boolean given = labelled(fields, Label.AGENT).isPresent();
            boolean ordered = labelled(fields, Label.DEPENDS).isPresent()
                    && labelled(fields, Label.TASK_ID).isPresent();
            return job && (given || ordered);
        }

        private void job(Yaml.Fields fields, String priority, String id) {
            var draft = new TaskDraft(id, "", "");
            draft.priority = priority;
            draft.place = at(fields.line());
            draft.title = TaskTitles.of(text(value(fields, "JOB_KEY")));
            List<String> needs = new ArrayList<>();
            for (Yaml.Field field : fields.fields()) {
                List<Block.Item> items = field.value() instanceof Yaml.Items(var all, _, _)
                        ? all.stream().map(one -> new Block.Item(
                                List.of(new Block.TextLine(YamlTexts.inline(one), one.line())), List.of(), one.line(),
                                one.line())).toList()
                        : List.of();
                String value = items.isEmpty() && !(field.value() instanceof Yaml.Items)
                        ? YamlTexts.inline(field.value())
                        : "";
                Optional<Label> label = Label.of(field.key());
                if (Label.all(field.key()).contains(Label.AGENT)) {
                    draft.agent = agent(value, field.line());
                } else if (label.isPresent()) {
                    TaskLabels.put(new Field(field.key(), label, value, items, field.line(), field.line()), draft,
                            needs);
                }
            }
            findings.tasks.add(new FoundTask(draft, needs, "queue"));
        }

        /** Who is named; where nobody is described anywhere, being given work is enough to be an agent. */
        private String agent(String written, int line) {
            boolean human = Lexicon.WORDS.words("HUMAN").contains(Words.key(written));
            if (!human && findings.roster.meant(written).isEmpty() && !written.isBlank()
                    && findings.roster.isNamesOnly()) {
                var agent = new FoundAgent(AgentName.of(written), at(line));
                agent.mention = true;
                findings.agents.add(agent);
                findings.settleAgents();
            }
            return written;
        }

        private List<String> names(Optional<Yaml> value) {
            return value.map(YamlTexts::list).orElse(List.of()).stream().map(this::name).toList();
        }

        private String name(String written) {
            return findings.roster.meant(written).orElse(written);
        }

        private static String text(Optional<Yaml> value) {
            return value.map(YamlTexts::inline).orElse("");
        }

        private static Optional<Yaml> value(Yaml.Fields fields, String list) {
            Set<String> words = Lexicon.WORDS.words(list);
            return fields.fields().stream().filter(field -> words.contains(Words.key(field.key())))
                    .map(Yaml.Field::value).findFirst();
        }

        private static Optional<Yaml> labelled(Yaml.Fields fields, Label label) {
            return fields.fields().stream().filter(field -> Label.all(field.key()).contains(label))
                    .map(Yaml.Field::value).findFirst();
        }
    }
}
