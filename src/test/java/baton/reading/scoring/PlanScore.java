package baton.reading.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.plan.Checkpoint;
import baton.plan.Gate;
import baton.plan.LoadedPlan;
import baton.plan.Metric;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlannedDecision;
import baton.plan.PlannedQuestion;
import baton.plan.Problem;

/** Scores what the reader made of a document against its truth. */
final class PlanScore {
    private static final Pattern COUNT = Pattern.compile("\\d{1,2}");
    private final Truth truth;
    private final LoadedPlan loaded;
    private final Plan plan;
    private final Scorecard card;
    private final Team team;

    private PlanScore(String document, String text, Truth truth, LoadedPlan loaded) {
        this.truth = truth;
        this.loaded = loaded;
        this.plan = loaded.plan();
        this.card = new Scorecard(document, text);
        this.team = new Team(truth, loaded, card);
    }

    static Scorecard of(String document, String text, Truth truth, LoadedPlan loaded) {
        var score = new PlanScore(document, text, truth, loaded);
        score.count();
        return score.card;
    }

    private void count() {
        var work = new Work(truth, plan, team, card);
        new Arrows(truth, plan, team, work, card).count();
        phases();
        checkpoints();
        decisions();
        questions();
        gates();
        metrics();
        new ListCounts(truth, loaded, card).count();
        problems();
        silence();
    }

    /** A box may also stand as a criterion of a task or as a rule of completion; it is checked there just as well. */
    private void gates() {
        List<Box> boxes = plan.gates().stream()
                .flatMap(gate -> gate.checks().stream().map(check -> new Box(gate, check)))
                .toList();
        List<String> elsewhere = Stream
                .concat(plan.completion().stream(), plan.tasks().stream().flatMap(task -> task.acceptance().stream()))
                .toList();
        List<Truth.Item> wanted = truth.items("gates");
        Set<String> boxed = boxes.stream().map(box -> box.check().text()).collect(Collectors.toSet());
        List<Truth.Item> left = wanted.stream()
                .filter(item -> boxed.stream().anyMatch(text -> Words.likeness(item.names(), text) > 0)
                        || elsewhere.stream().noneMatch(text -> Words.likeness(item.names(), text) > 0))
                .toList();
        wanted.stream().filter(item -> !left.contains(item) && !item.maybe())
                .forEach(item -> card.wanted(Kind.GATES, true, item.name()));
        card.pair(Kind.GATES, left, boxes,
                Scorecard.Sight.byText(box -> box.check().text(), box -> box.gate().place()));
    }

    private record Box(Gate gate, Gate.Check check) {}

    private void phases() {
        List<Truth.Item> wanted = truth.items("phases").stream()
                .map(item -> new Truth.Item(item.names().stream().map(PlanScore::bare).toList(), item.maybe()))
                .toList();
        Map<Integer, Phase> pairs = card.pair(Kind.PHASES, wanted, plan.phases(),
                new Scorecard.Sight<>(
                        (item, phase) -> Math.max(Words.likeness(item.names(), phase.name()),
                                0.5 * Words.likeness(item.names(), phase.id())),
                        phase -> phase.name(), phase -> phase.place()));
        for (Map.Entry<Integer, Phase> pair : pairs.entrySet()) {
            String written = String.join(" ", truth.items("phases").get(pair.getKey()).names());
            Phase phase = pair.getValue();
            mode(written, phase, "(parallel)", phase.mode() == Phase.Mode.PARALLEL);
            mode(written, phase, "(sequential)", phase.mode() == Phase.Mode.SEQUENTIAL);
            mode(written, phase, "(barrier)", isBarrier(phase));
        }
    }

    private boolean isBarrier(Phase phase) {
        int place = plan.phases().indexOf(phase);
        return phase.barrier() || (place + 1 < plan.phases().size() && plan.phases().get(place + 1).barrier());
    }

    private void mode(String written, Phase phase, String mode, boolean right) {
        if (written.contains(mode)) {
            card.wanted(Kind.PHASES, right, phase.name() + " is " + mode);
        }
    }

    private static String bare(String name) {
        return name.replaceAll("\\s*\\((parallel|sequential|barrier)\\)", "");
    }

    private void checkpoints() {
        List<Truth.Job> wanted = truth.entries("checkpoints");
        Map<Integer, Checkpoint> pairs = card.pair(Kind.CHECKPOINTS,
                wanted.stream().map(Truth.Job::item).toList(), plan.checkpoints(),
                new Scorecard.Sight<>(
                        (item, point) -> Math.max(Words.likeness(item.names(), point.name()),
                                0.9 * (item.names().stream().anyMatch(name -> Words.within(name, whole(point)))
                                        ? 1
                                        : 0)),
                        Checkpoint::name, Checkpoint::place));
        pairs.forEach((index, point) -> criteria(wanted.get(index), point));
    }

    private static String whole(Checkpoint point) {
        return point.name() + " " + point.phase() + " "
                + point.criteria().stream().map(Checkpoint.Criterion::text).collect(Collectors.joining(" "));
    }

    private void criteria(Truth.Job wanted, Checkpoint point) {
        if (wanted.fields().containsKey("criteria")) {
            List<Truth.Item> items = Truth.list(wanted.fields().get("criteria")).stream()
                    .map(text -> new Truth.Item(List.of(text.toString()), false)).toList();
            card.pair(Kind.CHECKPOINTS, items, point.criteria(), new Scorecard.Sight<>(this::likeness,
                    criterion -> criterion.agent() + " = " + criterion.text(), criterion -> point.place()));
        }
    }

    private double likeness(Truth.Item wanted, Checkpoint.Criterion criterion) {
        String[] parts = wanted.name().split(" = ", 2);
        if (parts.length == 1) {
            return Words.likeness(parts[0], criterion.text());
        }
        return team.same(parts[0], criterion.agent()) ? Words.likeness(parts[1], criterion.text()) : 0;
    }

    private void decisions() {
        List<Truth.Job> wanted = truth.entries("decisions");
        Map<Integer, PlannedDecision> pairs = card.pair(Kind.DECISIONS, wanted.stream().map(Truth.Job::item).toList(),
                plan.decisions(), new Scorecard.Sight<>(
                        (item, decision) -> Math.max(Words.likeness(item.names(), decision.title()),
                                Words.likeness(item.names(), decision.question())),
                        decision -> decision.title() + ": " + decision.question(), PlannedDecision::place));
        pairs.forEach((index, decision) -> {
            Truth.Job job = wanted.get(index);
            List<Truth.Item> options = Truth.list(job.fields().get("options")).stream()
                    .map(option -> new Truth.Item(List.of(option.toString()), false)).toList();
            if (options.size() == 1 && COUNT.matcher(options.getFirst().name()).matches()) {
                String count = options.getFirst().name();
                card.wanted(Kind.DECISIONS, count.equals(Integer.toString(decision.options().size())),
                        job.item().name() + " has " + count + " options (is " + decision.options() + ")");
            } else {
                card.pair(Kind.DECISIONS, options, decision.options(), Scorecard.Sight.byText(
                        option -> option.key() + " " + option.text(), option -> decision.place()));
            }
            recommendation(job, decision);
        });
    }

    private void recommendation(Truth.Job wanted, PlannedDecision decision) {
        String text = wanted.text("recommendation");
        if (!text.isEmpty()) {
            boolean right = List.of(text.split("\\s+\\|\\s+", -1)).stream()
                    .anyMatch(spelling -> Words.within(spelling, decision.recommendation())
                            || Words.within(spelling, byKey(decision)));
            card.wanted(Kind.DECISIONS, right, wanted.item().name() + ": recommended " + text + " (is "
                    + decision.recommendation() + ")");
        }
    }

    /** The text of the option whose key stands at the start of what is recommended: "(b), the large ones only". */
    private static String byKey(PlannedDecision decision) {
        String said = decision.recommendation().replaceFirst("^\\(", "");
        return decision.options().stream().filter(option -> said.matches("(?iu)" + Pattern.quote(option.key())
                + "(?:[^\\p{L}\\p{N}].*)?")).map(PlannedDecision.Option::text).findFirst().orElse("");
    }

    private void questions() {
        List<Truth.Job> wanted = truth.entries("questions");
        Map<Integer, PlannedQuestion> pairs = card.pair(Kind.QUESTIONS, wanted.stream().map(Truth.Job::item).toList(),
                plan.questions(), new Scorecard.Sight<>(
                        (item, question) -> Math.max(Words.likeness(item.names(), question.text()),
                                0.9 * Words.likeness(item.names(), question.group() + " " + question.text())),
                        PlannedQuestion::text, PlannedQuestion::place));
        pairs.forEach((index, question) -> {
            String details = wanted.get(index).text("details");
            if (!details.isEmpty()) {
                card.wanted(Kind.QUESTIONS, details.equals(Integer.toString(question.details().size())),
                        wanted.get(index).item().name() + " has " + details + " parts (is " + question.details() + ")");
            }
        });
    }

    private void metrics() {
        List<Truth.Item> written = truth.items("metrics");
        List<Truth.Item> names = written.stream().map(
                item -> new Truth.Item(item.names().stream().map(name -> name.split(" = ", 2)[0]).toList(),
                        item.maybe()))
                .toList();
        Map<Integer, Metric> pairs = card.pair(Kind.METRICS, names, plan.metrics(), new Scorecard.Sight<>(
                (item, metric) -> Math.max(Words.likeness(item.names(), metric.name()),
                        0.9 * Words.likeness(item.names(), metric.name() + " " + metric.target())),
                Metric::name, Metric::place));
        pairs.forEach((index, metric) -> {
            String[] parts = written.get(index).name().split(" = ", 2);
            if (parts.length == 2) {
                card.wanted(Kind.METRICS, squeezed(metric.target() + metric.name()).contains(squeezed(parts[1])),
                        parts[0] + ": target " + parts[1] + " (is " + metric.target() + ")");
            }
        });
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s*_`]+", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Each wanted problem is a set of words, any of several; in a sound document every warning is a false alarm. Warnings
     * elsewhere are not judged: a truth names the faults that matter, not all there are.
     */
    private void problems() {
        for (Truth.Item wanted : truth.items("problems")) {
            Optional<Problem> match = loaded.problems().stream().filter(problem -> wanted.names().stream()
                    .anyMatch(words -> Words.within(words, problem.code() + " " + problem.message()))).findFirst();
            if (!wanted.maybe()) {
                card.wanted(Kind.PROBLEMS, match.isPresent(), String.join(" | ", wanted.names()));
                match.ifPresent(problem -> card.found(Kind.PROBLEMS, true, "", problem.place()));
            }
        }
        if (truth.flag("clean")) {
            loaded.problems().stream().filter(problem -> problem.severity() != Problem.Severity.NOTE).forEach(
                    problem -> card.found(Kind.PROBLEMS, false, problem.code() + ": " + problem.message(),
                            problem.place()));
        }
    }

    private void silence() {
        for (String words : truth.texts("not-tasks")) {
            boolean silent = plan.tasks().stream()
                    .noneMatch(task -> task.runs() && Words.likeness(words, task.title()) > 0.9);
            card.wanted(Kind.SILENCE, silent, words);
        }
        if (truth.flag("nothing")) {
            card.wanted(Kind.SILENCE, plan.agents().isEmpty() && loaded.isRefused(),
                    "no agents (is " + plan.agents().stream().map(agent -> Objects.toString(agent.name())).toList()
                            + ")");
        }
    }
}
