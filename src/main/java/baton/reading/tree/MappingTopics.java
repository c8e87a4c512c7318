package baton.reading.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import baton.plan.Cadence;
import baton.plan.Checkpoint;
import baton.plan.Contact;
import baton.plan.Deliverable;
import baton.plan.EscalationRule;
import baton.plan.Gate;
import baton.plan.Metric;
import baton.plan.Place;
import baton.plan.PlannedDecision;
import baton.plan.PlannedQuestion;
import baton.plan.PlaybookEntry;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.document.Topic;
import baton.reading.found.AgentsInText;
import baton.reading.found.Findings;
import baton.reading.found.Findings.Figure;
import baton.reading.language.GateScopes;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Targets;
import baton.reading.language.TimeBoxes;
import baton.reading.language.Words;

/**
 * What the keys of a YAML mapping say, wherever it stands: in a fence, at the head of a document or as a file of its own.
 *
 * <p>
 * A key is read like a title ("open_questions", "red_flags"), the keys below it like labels.
 */
record MappingTopics(String file, Findings findings) {

    /** Reads one entry; false where its key names nothing or its value has another form. */
    boolean read(Yaml.Field field) {
        String key = Words.key(field.key());
        if (limit(key, field)) {
            return true;
        }
        for (Topic topic : Topic.in(key)) {
            boolean understood = switch (field.value()) {
                case Yaml.Items(var items, _, _) -> !items.isEmpty() && items(topic, key, items);
                case Yaml.Fields(var inner, _, _) -> !inner.isEmpty() && mapping(topic, inner);
                case Yaml.Scalar _ -> false;
            };
            if (understood) {
                return true;
            }
        }
        if (Topic.in(key).isEmpty() && field.value() instanceof Yaml.Items(var items, _, _) && isAsked(items)) {
            return items(Topic.QUESTIONS, key, items);
        }
        return Topic.in(key).isEmpty() && field.value() instanceof Yaml.Fields(var inner, _, _) && isMeasured(inner)
                && mapping(Topic.METRICS, inner);
    }

    /** Nothing but questions, whatever the key above them is called. */
    private static boolean isAsked(List<Yaml> items) {
        return !items.isEmpty() && items.stream().allMatch(item -> item instanceof Yaml.Scalar
                && YamlTexts.inline(item).matches("(?s).*[?？]"));
    }

    /** Figures to be reached, whatever the key above them is called; one is compared at least. */
    private static boolean isMeasured(List<Yaml.Field> inner) {
        List<String> values = inner.stream().filter(one -> one.value() instanceof Yaml.Scalar)
                .map(one -> YamlTexts.inline(one.value())).toList();
        return values.size() > 1 && values.size() == inner.size() && values.stream().allMatch(Targets::isFigure)
                && values.stream().filter(Targets::isAim).count() * 2 >= values.size();
    }

    private boolean limit(String key, Yaml.Field field) {
        if (field.value() instanceof Yaml.Fields(var inner, _, _)) {
            boolean any = false;
            if (Lexicon.WORDS.words("LIMITS_KEY").contains(key)) {
                for (Yaml.Field one : inner) {
                    any |= limit(Words.key(one.key()), one);
                }
            }
            return any;
        }
        Optional<Figure.Kind> kind = kind(key);
        OptionalInt value = field.value() instanceof Yaml.Scalar
                ? TimeBoxes.stated(YamlTexts.inline(field.value()))
                : OptionalInt.empty();
        if (kind.isEmpty() || value.isEmpty()) {
            return false;
        }
        findings.figures.add(new Figure(kind.get(), value.getAsInt(), at(field.line())));
        return true;
    }

    private static Optional<Figure.Kind> kind(String key) {
        if (Lexicon.WORDS.words("POOL_KEY").contains(key)) {
            return Optional.of(Figure.Kind.AGENTS_MAX);
        }
        if (Lexicon.WORDS.words("POOL_MIN_KEY").contains(key)) {
            return Optional.of(Figure.Kind.AGENTS_MIN);
        }
        return Label.all(key).contains(Label.TIME_BOX) ? Optional.of(Figure.Kind.TIME_BOX_MINUTES) : Optional.empty();
    }

    private boolean items(Topic topic, String key, List<Yaml> items) {
        boolean texts = items.stream().allMatch(Yaml.Scalar.class::isInstance);
        boolean mappings = items.stream().allMatch(Yaml.Fields.class::isInstance);
        return texts ? texts(topic, key, items) : mappings && mappings(topic, items);
    }

    private boolean texts(Topic topic, String key, List<Yaml> items) {
        List<String> all = items.stream().map(YamlTexts::inline).toList();
        var draft = findings.draft;
        switch (topic) {
            case QUESTIONS -> items.forEach(item -> question("", YamlTexts.inline(item), List.of(), item.line()));
            case GATES -> draft.gates.add(new Gate(key, GateScopes.of(key).orElse(Gate.Scope.RUN), "",
                    all.stream().map(text -> new Gate.Check(text, "", "")).toList(), at(items.getFirst().line())));
            case RED_FLAGS -> draft.redFlags.addAll(all);
            case PRIORITIES -> draft.priorities.addAll(all);
            case LIMITATIONS -> draft.limitations.addAll(all);
            case COMPLETION -> draft.completion.addAll(all);
            case DELIVERABLES -> items.forEach(item -> draft.deliverables.add(
                    new Deliverable(YamlTexts.inline(item), Paths.in(YamlTexts.inline(item)), at(item.line()))));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean mapping(Topic topic, List<Yaml.Field> inner) {
        if (!inner.stream().allMatch(field -> field.value() instanceof Yaml.Scalar)) {
            return false;
        }
        var draft = findings.draft;
        for (Yaml.Field field : inner) {
            String value = YamlTexts.inline(field.value());
            Place place = at(field.line());
            switch (topic) {
                case METRICS -> draft.metrics.add(new Metric(field.key(), value, "", place));
                case CONTACTS -> draft.contacts.add(new Contact(field.key(), value, place));
                case CADENCES -> draft.cadences.add(new Cadence(field.key(), value, place));
                case ESCALATIONS -> draft.escalations.add(new EscalationRule(field.key(), value,
                        AgentsInText.of(value, findings.roster), place));
                case PLAYBOOK -> draft.playbook.add(new PlaybookEntry(field.key(), value, place));
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean mappings(Topic topic, List<Yaml> items) {
        boolean any = false;
        for (Yaml item : items) {
            any |= item instanceof Yaml.Fields fields && switch (topic) {
                case QUESTIONS -> asked(fields);
                case DECISIONS -> decision(fields);
                case CHECKPOINTS -> checkpoint(fields);
                case PLAYBOOK -> answered(fields);
                default -> false;
            };
        }
        return any;
    }

    private boolean asked(Yaml.Fields fields) {
        Optional<Yaml> text = labelled(fields, Label.QUESTION).or(() -> named(fields));
        text.ifPresent(one -> question("", YamlTexts.inline(one), List.of(), fields.line()));
        return text.isPresent();
    }

    private void question(String group, String text, List<String> details, int line) {
        findings.draft.questions.add(new PlannedQuestion("Q-" + (findings.draft.questions.size() + 1), group, text,
                details, at(line)));
    }

    private boolean decision(Yaml.Fields fields) {
        Optional<Yaml> title = labelled(fields, Label.QUESTION).or(() -> named(fields));
        List<PlannedDecision.Option> options = new ArrayList<>();
        fields.fields().stream().filter(field -> Lexicon.WORDS.words("OPTIONS").contains(Words.key(field.key())))
                .findFirst().ifPresent(field -> options(field.value(), options));
        if (title.isEmpty() || options.isEmpty()) {
            return false;
        }
        String words = YamlTexts.inline(title.get());
        findings.draft.decisions.add(new PlannedDecision("D-" + (findings.draft.decisions.size() + 1), words, words,
                options, labelled(fields, Label.RECOMMENDATION).map(YamlTexts::inline).orElse(""), List.of(),
                at(fields.line())));
        return true;
    }

    private static void options(Yaml value, List<PlannedDecision.Option> options) {
        if (value instanceof Yaml.Fields(var keyed, _, _)) {
            keyed.forEach(one -> options.add(new PlannedDecision.Option(one.key(), YamlTexts.inline(one.value()))));
        } else {
            YamlTexts.list(value).forEach(text -> options.add(
                    new PlannedDecision.Option(String.valueOf((char) ('A' + options.size() % 26)), text)));
        }
    }

    private boolean checkpoint(Yaml.Fields fields) {
        Optional<Yaml> name = named(fields).or(() -> fields.fields().stream().map(Yaml.Field::value).findFirst());
        List<Checkpoint.Criterion> criteria = new ArrayList<>();
        fields.fields().stream().filter(field -> !name.equals(Optional.of(field.value()))).forEach(field -> {
            Optional<String> agent = findings.roster.meant(field.key());
            YamlTexts.list(field.value()).forEach(text -> criteria.add(
                    new Checkpoint.Criterion(agent.orElse(""), text)));
        });
        name.ifPresent(one -> findings.draft.checkpoints.add(
                new Checkpoint(YamlTexts.inline(one), "", criteria, at(fields.line()))));
        return name.isPresent();
    }

    private boolean answered(Yaml.Fields fields) {
        Optional<Yaml> problem = labelled(fields, Label.PROBLEM).or(() -> named(fields));
        Optional<Yaml> solution = labelled(fields, Label.SOLUTION);
        boolean both = problem.isPresent() && solution.isPresent();
        if (both) {
            findings.draft.playbook.add(new PlaybookEntry(YamlTexts.inline(problem.get()),
                    YamlTexts.inline(solution.get()), at(fields.line())));
        }
        return both;
    }

    private static Optional<Yaml> named(Yaml.Fields fields) {
        return fields.fields().stream().filter(field -> Lexicon.WORDS.words("NAME").contains(Words.key(field.key()))
                || Lexicon.WORDS.words("JOB_KEY").contains(Words.key(field.key()))).map(Yaml.Field::value).findFirst();
    }

    private static Optional<Yaml> labelled(Yaml.Fields fields, Label label) {
        return fields.fields().stream().filter(field -> Label.all(field.key()).contains(label))
                .map(Yaml.Field::value).findFirst();
    }

    private Place at(int line) {
        return new Place(file, line);
    }
}
