package baton.cli.live;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.cli.console.Surroundings;
import baton.cli.setup.PlanFiles;
import baton.plan.Plan;
import baton.plan.PlanDifference;
import baton.plan.TaskSpec;
import baton.reading.found.DoubtfulMerge;
import baton.reading.found.Merging;
import baton.tool.Refused;
import baton.tool.Workspace;
import baton.tool.WorkspacePath;
import baton.view.FileCard;
import baton.view.SessionView;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What is different in plan and workspace from what a session left, one sentence each. */
final class ChangesSince {
    private static final String IN_PLAN = "plan: ";
    /** Whoever rewrote a plan wholly need not read of every line. */
    private static final int TOLD_MAX = 20;

    private ChangesSince() {}

    static List<String> of(SessionView view, Workspace workspace, Surroundings around) {
        var changes = new ArrayList<String>();
        view.head().plan().ifPresent(plan -> changes.addAll(ofPlan(plan, around)));
        view.files().stream().filter(file -> !file.isAsBefore()).forEach(
                file -> ofFile(file, workspace).ifPresent(changes::add));
        return List.copyOf(changes);
    }

    /** As many of them as anybody reads line by line, and how many more there are. */
    static List<String> told(List<String> changes) {
        return changes.size() <= TOLD_MAX
                ? changes
                : Stream.concat(changes.stream().limit(TOLD_MAX),
                        Stream.of("and " + (changes.size() - TOLD_MAX) + " more")).toList();
    }

    /** All of them as a page: what is different in the plan, what in the files, and what that means. */
    static List<StyledLine> page(List<String> changes, List<String> meaning) {
        var lines = new ArrayList<StyledLine>();
        var plan = changes.stream().filter(change -> change.startsWith(IN_PLAN))
                .map(change -> change.substring(IN_PLAN.length())).toList();
        var files = changes.stream().filter(change -> !change.startsWith(IN_PLAN)).toList();
        part(lines, "In the plan", plan);
        part(lines, "In the workspace", files);
        meaning.forEach(sentence -> lines.add(StyledLine.of(Tone.DIM, sentence)));
        return List.copyOf(lines);
    }

    private static void part(List<StyledLine> lines, String title, List<String> changes) {
        if (!changes.isEmpty()) {
            lines.add(StyledLine.of(Tone.STRONG, title + ": " + Amounts.of(changes.size(), "change")));
            changes.forEach(change -> lines.add(StyledLine.of("  " + change)));
            lines.add(StyledLine.EMPTY);
        }
    }

    /** What they mean for a session that goes on, and what can be done about it. */
    static List<String> meaning(SessionView view, List<String> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        String source = view.head().plan().map(Plan::source).orElse("");
        var meaning = new ArrayList<String>();
        if (changes.stream().anyMatch(change -> change.startsWith(IN_PLAN))) {
            meaning.add("The session keeps the plan it was loaded with. To take the new text in, change its tasks "
                    + "(/add, /edit, /split, /cancel), or begin anew by  baton run " + source);
        }
        if (changes.stream().anyMatch(change -> !change.startsWith(IN_PLAN))) {
            meaning.add("What is accepted stays accepted; agents read the files as they are now.");
        }
        return meaning;
    }

    private static List<String> ofPlan(Plan plan, Surroundings around) {
        var documents = new LinkedHashSet<String>(List.of(plan.source()));
        plan.agents().forEach(agent -> documents.add(agent.place().file()));
        plan.tasks().forEach(task -> documents.add(task.place().file()));
        plan.decisions().forEach(decision -> documents.add(decision.place().file()));
        plan.questions().forEach(question -> documents.add(question.place().file()));
        plan.phases().forEach(phase -> documents.add(phase.place().file()));
        plan.gates().forEach(gate -> documents.add(gate.place().file()));
        plan.checkpoints().forEach(checkpoint -> documents.add(checkpoint.place().file()));
        documents.remove("");
        if (documents.isEmpty() || documents.contains("-")) {
            return List.of();
        }
        var gone = documents.stream().filter(name -> !Files.isRegularFile(around.resolve(name))).toList();
        if (!gone.isEmpty()) {
            return List.of(IN_PLAN + String.join(", ", gone) + " is not there any more");
        }
        var files = PlanFiles.of(List.copyOf(documents), around);
        var loaded = Stream.of(Merging.values())
                .map(merging -> files.review(merging, doubt -> settled(doubt, plan)).loaded())
                .min(Comparator.comparingInt(read -> PlanDifference.between(plan, read.plan()).size())).orElseThrow();
        return loaded.isRefused()
                ? List.of(IN_PLAN + plan.source() + " has errors now; baton plan lint " + plan.source() + " names them")
                : PlanDifference.between(plan, loaded.plan()).stream().map(ChangesSince::words).toList();
    }

    private static String words(PlanDifference difference) {
        return IN_PLAN + switch (difference.kind()) {
            case ADDED -> difference.place() + " " + difference.what() + " is new";
            case REMOVED -> difference.what() + " is gone (it stood at " + difference.place() + ")";
            case CHANGED -> difference.place() + " " + difference.what() + " is changed"
                    + (difference.fields().isEmpty() ? "" : ": " + String.join(", ", difference.fields()));
        };
    }

    /** What somebody said of a doubtful merge when the session was begun, as its plan shows it. */
    private static DoubtfulMerge.Answer settled(DoubtfulMerge doubt, Plan plan) {
        if (plan.task(doubt.first().id()).filter(task -> task.sameAs().contains(doubt.again().id())).isPresent()) {
            return DoubtfulMerge.Answer.ONE_JOB;
        }
        boolean runs = plan.task(doubt.again().id()).filter(TaskSpec::runs).isPresent();
        return runs ? DoubtfulMerge.Answer.TWO_JOBS : DoubtfulMerge.Answer.OPEN;
    }

    private static Optional<String> ofFile(FileCard file, Workspace workspace) {
        String written = file.path() + ", which " + file.agent() + " " + (file.afterSha256().isEmpty()
                ? "removed"
                : "wrote") + " for " + file.task() + ", ";
        try {
            var path = WorkspacePath.parse(file.path());
            boolean there = workspace.look(path).isPresent();
            if (file.afterSha256().isEmpty()) {
                return there ? Optional.of(written + "is there again") : Optional.empty();
            }
            if (!there) {
                return Optional.of(written + "is gone");
            }
            boolean same = workspace.read(path, 0).sha256().equals(file.afterSha256());
            return same ? Optional.empty() : Optional.of(written + "was changed");
        } catch (IOException | Refused unreadable) {
            return Optional.of(written + "cannot be read");
        }
    }
}
