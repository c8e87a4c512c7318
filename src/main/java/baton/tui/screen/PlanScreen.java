package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.engine.Origins;
import baton.plan.Gate;
import baton.plan.PlanGraph;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.UiState.Zone;
import baton.tui.state.View;
import baton.view.Tags;
import baton.view.TaskCard;
import baton.view.course.Schedule;
import baton.view.page.Reason;
import baton.view.text.Amounts;

/** The plan as a graph and as a timeline, and the chosen task in words. */
final class PlanScreen {
    private static final int DETAIL_ROWS = 4;
    /** From this height on gates have a row of their own. */
    private static final int ROWS_WITH_GATES = 24;

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;
    private final Schedule schedule;
    private final Optional<PlanGraph> graph;

    PlanScreen(Scene scene, Tags tags, UiState state, Canvas canvas, Optional<PlanGraph> graph) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
        this.graph = graph;
        this.schedule = graph.map(known -> Schedule.of(scene.session(), known, scene.course(), scene.runMs()))
                .orElse(Schedule.NONE);
    }

    void paint() {
        if (scene.session().tasks().isEmpty()) {
            canvas.text(2, 1, "There is no plan yet: a goal makes one.", Ink.DIM);
            return;
        }
        String chosen = Lists.chosen(View.PLAN, scene, state);
        int details = canvas.rows() >= ROWS_WITH_GATES ? DETAIL_ROWS + 1 : DETAIL_ROWS;
        int rows = canvas.rows() - details - 1;
        var shape = Regions.shape(state);
        boolean both = shape == Shape.WIDE && rows >= 20;
        boolean graphAlone = both ? state.switches().zoom() && state.zone() != Zone.DETAIL : state.switches().zoom();
        if (shape == Shape.NARROW) {
            list(canvas.part(0, 0, canvas.columns(), rows), chosen);
        } else if (graphAlone) {
            graph(canvas.part(0, 0, canvas.columns(), rows), chosen);
        } else if (both && !state.switches().zoom()) {
            int widest = graph.stream().flatMap(known -> known.layers().stream()).mapToInt(List::size).max().orElse(1);
            int timeline = Math.clamp(scene.session().tasks().size() + 2L, 5,
                    rows - Math.min(2 * widest + 1, rows / 2));
            graph(canvas.part(0, 0, canvas.columns(), rows - timeline), chosen);
            timeline(canvas.part(0, rows - timeline, canvas.columns(), timeline), chosen);
        } else {
            timeline(canvas.part(0, 0, canvas.columns(), rows), chosen);
        }
        Paint.rule(canvas, rows);
        scene.session().task(chosen)
                .ifPresent(task -> detail(canvas.part(1, rows + 1, canvas.columns() - 2, details), task));
    }

    private void graph(Canvas part, String chosen) {
        new PlanGraphPart(scene, tags, state, schedule, part).paint(graph, chosen);
    }

    private void timeline(Canvas part, String chosen) {
        new TimelinePart(scene, tags, state, schedule, part).paint(chosen);
    }

    /** Where nothing else fits: every task with what it needs, in words. */
    private void list(Canvas part, String chosen) {
        var ids = Lists.of(View.PLAN, scene, state);
        int first = BoardScreen.first(ids.indexOf(chosen), part.rows(), ids.size());
        for (int i = 0; i < part.rows() && first + i < ids.size(); i++) {
            int row = i;
            scene.session().task(ids.get(first + i)).ifPresent(task -> {
                var mark = Mark.of(task.stand());
                boolean critical = schedule.critical().contains(task.id());
                part.text(0, row, task.id().equals(chosen) ? ">" : " ", Ink.ACCENT | Ink.BOLD);
                part.text(1, row, mark.sign + " " + mark.letters, mark.ink);
                String needs = task.spec().dependsOn().isEmpty()
                        ? ""
                        : "  after " + String.join(" ", task.spec().dependsOn());
                part.text(7, row, Paint.cut((critical ? "=" : " ") + Paint.fit(task.id(), 6)
                        + tags.of(task.spec().agent()).letters() + " "
                        + String.format(Locale.ROOT, "%3d", task.percent()) + "% " + task.spec().title()
                        + needs, part.columns() - 8), critical ? Ink.BOLD : Ink.PLAIN);
            });
        }
    }

    private void detail(Canvas part, TaskCard task) {
        var spec = task.spec();
        int at = part.text(0, 0, task.id(), Ink.BOLD);
        part.text(at + 1, 0, Paint.cut(spec.title(), part.columns() - at - 2), Ink.BOLD);
        var tag = tags.of(spec.agent());
        at = part.text(0, 1, tag.letters() + " ", Ink.agent(tag.number()) | Ink.BOLD);
        String facts = "@" + spec.agent() + (task.priority().isEmpty() ? "" : " · priority " + task.priority())
                + task.lastAttempt().map(attempt -> " · attempt " + attempt.number() + " · worked "
                        + Amounts.clock(task.workedMs(scene.runMs()))).orElse("")
                + (spec.phase().isEmpty() ? "" : " · " + phaseName(spec.phase()));
        part.text(at, 1, Paint.cut(facts, part.columns() - at), Ink.PLAIN);
        part.text(0, 2, Paint.cut(Reason.of(scene.session(), task), part.columns()),
                Mark.of(task.stand()).ink);
        part.text(0, 3, Paint.cut(times(task), part.columns()), Ink.DIM);
        if (part.rows() > DETAIL_ROWS) {
            part.text(0, DETAIL_ROWS, Paint.cut(gates(task), part.columns()), Ink.DIM);
        }
    }

    /** What must hold before the task, and before its phase, count as done. */
    private String gates(TaskCard task) {
        var words = new ArrayList<String>();
        int checks = task.spec().acceptance().size() + task.spec().outputs().size();
        words.add("gate: " + Amounts.of(checks, "check") + ", " + stage(task.id()));
        String phase = task.spec().phase();
        scene.session().head().plan().stream().flatMap(plan -> plan.gates().stream())
                .filter(gate -> gate.scope() == Gate.Scope.PHASE && gate.subject().equals(phase))
                .forEach(gate -> words.add("phase gate " + gate.name() + ": "
                        + Amounts.of(gate.checks().size(), "check") + ", " + stage(Origins.PHASE_GATE + phase)));
        return String.join(" · ", words);
    }

    private String stage(String subject) {
        return scene.session().gates().get(subject).map(gate -> switch (gate.stage()) {
            case CHECKING -> "looks now";
            case PASSED -> gate.failed() > 0 ? "passed after " + gate.failed() + " times no" : "passed";
            case FAILED -> "said no" + (gate.failed() > 1 ? " " + gate.failed() + " times" : "");
        }).orElse("not looked at yet");
    }

    private String phaseName(String id) {
        return scene.session().head().plan().flatMap(plan -> plan.phases().stream()
                .filter(phase -> phase.id().equals(id)).findFirst()).map(phase -> phase.name()).orElse(id);
    }

    private String times(TaskCard task) {
        String needs = task.spec().dependsOn().isEmpty() ? "nothing" : String.join(", ", task.spec().dependsOn());
        var planned = schedule.planned(task.id());
        var forecast = schedule.forecast(task.id());
        String when = planned.isEmpty() || forecast.isEmpty()
                ? ""
                : " · planned to end " + Amounts.clock(
                        planned.get().toMs()) + ", " + (task.stand().isEnded() ? "ended " : "now expected ")
                        + Amounts.clock(forecast.get().toMs());
        return (schedule.critical().contains(task.id()) ? "critical path · " : "") + "needs " + needs + when;
    }
}
