package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.fact.HandoffNote;
import baton.plan.TaskSpec;
import baton.rehearsal.SourceText.Passage;

/**
 * Writes a task's report: one section a criterion, each made of what the files that were read say about it.
 *
 * <p>It quotes, counts and compares; it never pretends to have judged.
 */
final class ReportWriter {
    private static final int PASSAGES_PER_SECTION = 4;
    private static final int FIGURES_MAX = 6;
    static final String DRAFT_LINE = "**State** draft";
    static final String FINAL_LINE = "**State** complete, read back once";

    private final Scene scene;
    private final TaskSpec task;
    /** Where in the round of phrases this report starts, so that neighbouring reports and sections differ. */
    private final int turn;
    private final List<String> lines = new ArrayList<>();

    ReportWriter(Scene scene) {
        this.scene = scene;
        this.task = scene.task();
        this.turn = Dice.of(0, "report", task.id(), task.title()).below(12);
    }

    /** What a section is about: the criteria, or the deliverables, or the title where neither is given. */
    static List<String> topics(TaskSpec task) {
        if (!task.acceptance().isEmpty()) {
            return task.acceptance();
        }
        return task.deliverables().isEmpty() ? List.of(task.title()) : task.deliverables();
    }

    /** The finished report; with {@code state} a line says how far it is. */
    String report(Optional<String> state) {
        head(state);
        scene.takenOver().ifPresent(this::takenOver);
        reportsSection();
        var topics = topics(task);
        for (int i = 0; i < topics.size(); i++) {
            section(i + 1, topics.get(i));
        }
        contradictionSection();
        readSection();
        return String.join("\n", lines) + "\n";
    }

    /** What a slow agent leaves: the head, what it has read, and which sections are still to be written. */
    String draft() {
        head(Optional.of(DRAFT_LINE));
        add("## Still to be written", "");
        var topics = topics(task);
        for (int i = 0; i < topics.size(); i++) {
            String start = scene.passages().about(topics.get(i), 1).stream()
                    .map(best -> "; starts from `" + best.place() + "`")
                    .findFirst().orElse("; no passage found for it yet");
            add((i + 1) + ". " + topics.get(i) + start);
        }
        add("");
        contradictionSection();
        readSection();
        return String.join("\n", lines) + "\n";
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private void head(Optional<String> state) {
        add("# " + task.title(), "", "> " + Wording.MARK + ".",
                "> The quotations, places and figures were really read from the files named below. The conclusions are",
                "> missing on purpose: a rehearsal shows where they go, a live run draws them.", "");
        add("**Task** " + task.id() + ", attempt " + scene.brief().attempt() + ", by " + scene.brief().agentName()
                + "  ");
        if (!scene.brief().goal().isBlank()) {
            add("**Serves** " + Wording.quote(scene.brief().goal()) + "  ");
        }
        add("**Read** " + readWords() + state.map(words -> "  ").orElse(""));
        state.ifPresent(this::add);
        add("");
    }

    private String readWords() {
        if (scene.sources().isEmpty()) {
            return "nothing: the task names no file, or none that is there";
        }
        int lineCount = scene.sources().stream().mapToInt(SourceText::lines).sum();
        return Wording.count(scene.sources().size(), "file", "files") + " with " + lineCount + " lines: "
                + Wording.files(scene.sources().stream().map(SourceText::path).toList());
    }

    private void takenOver(HandoffNote note) {
        add("## Taken over", "", "The attempt before this one left notes. They name as done:", "");
        note.completed().forEach(done -> add("* " + done));
        if (note.completed().isEmpty()) {
            add("* nothing that the notes name");
        }
        add("");
    }

    /** Where the task builds on reports of this run, what each of them deals with. */
    private void reportsSection() {
        var reports = scene.sources().stream().filter(SourceText::rehearsed).toList();
        if (reports.isEmpty()) {
            return;
        }
        add("## The reports this builds on", "");
        for (SourceText report : reports) {
            var dealtWith = report.headings().stream().filter(heading -> heading.matches("\\d+\\. .*"))
                    .map(heading -> heading.replaceFirst("^\\d+\\. ", "")).toList();
            String title = report.headings().isEmpty() ? report.file() : report.headings().getFirst();
            add("* `" + report.file() + "`, \"" + title + "\": " + String.join("; ", dealtWith));
        }
        add("");
    }

    private void section(int number, String topic) {
        add("## " + number + ". " + Wording.capital(Wording.withoutFullStop(topic)), "");
        var best = scene.passages().about(topic, PASSAGES_PER_SECTION);
        if (best.isEmpty()) {
            add(scene.contradictions().isEmpty()
                    ? "Nothing that was read speaks of this. A live run would say so here, or look further."
                    : "Nothing that was read says this in so many words. The places below that do not go together are where "
                            + "a live run would begin.",
                    "");
            return;
        }
        add(intro(number, best), "");
        best.forEach(this::cite);
        add("");
        var figures = figures(best);
        if (!figures.isEmpty()) {
            var starts = List.of("Figures to hold on to: ", "In figures: ", "The figures named here: ");
            add(starts.get((number + turn) % 3) + Wording.joined(figures) + ".", "");
        }
    }

    private String intro(int number, List<Passage> best) {
        String where = Wording.files(best.stream().map(Passage::file).distinct().toList());
        return switch ((number + turn) % 4) {
            case 0 -> "What the notes say about this, the nearest first, in " + where + ":";
            case 1 -> Wording.capital(Wording.count(best.size(), "passage bears", "passages bear")) + " on this, from "
                    + where + ":";
            case 2 -> "The place to start is " + where + ":";
            default -> "Most to the point is what stands in " + where + ":";
        };
    }

    private static List<String> figures(List<Passage> best) {
        return best.stream().flatMap(passage -> Quantity.in(passage.text()).stream()).filter(Quantity::isCounted)
                .map(Quantity::text).distinct().limit(FIGURES_MAX).toList();
    }

    /** {@link SourceReader} finds citations of this form in the reports that later tasks read. */
    private void cite(Passage passage) {
        add("- `" + passage.place() + "` — " + Wording.quote(passage.text()));
    }

    private void contradictionSection() {
        if (scene.contradictions().isEmpty()) {
            return;
        }
        add("## What does not go together", "",
                "Found by comparing figures and words, not by understanding. Each needs a person's or a live model's eye.",
                "");
        for (Contradiction contradiction : scene.contradictions()) {
            add("### " + contradiction.title(), "", contradiction.remark(), "");
            contradiction.sides().forEach(this::cite);
            add("");
        }
    }

    private void readSection() {
        add("## What was read", "", "| file | lines | headings | figures |", "| --- | --- | --- | --- |");
        for (SourceText source : scene.sources()) {
            long figures = source.passages().stream().flatMap(passage -> Quantity.in(passage.text()).stream())
                    .filter(Quantity::isCounted).count();
            add("| `" + source.path() + "` | " + source.lines() + " | " + source.headings().size() + " | " + figures
                    + " |");
        }
        scene.absent().forEach(path -> add("| `" + path + "` | not there | | |"));
    }
}
