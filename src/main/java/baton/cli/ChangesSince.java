package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.reading.DoubtfulMerge;
import baton.reading.Merging;
import baton.tool.Refused;
import baton.tool.Workspace;
import baton.tool.WorkspacePath;
import baton.view.FileCard;
import baton.view.SessionView;

/** What is different in plan and workspace from what a session left, one sentence each. */
final class ChangesSince {
    private ChangesSince() {}

    static List<String> of(SessionView view, Workspace workspace, Surroundings around) {
        var changes = new ArrayList<String>();
        view.head().plan().flatMap(plan -> ofPlan(plan, around)).ifPresent(changes::add);
        view.files().stream().filter(file -> !file.isAsBefore()).forEach(
                file -> ofFile(file, workspace).ifPresent(changes::add));
        return changes;
    }

    private static Optional<String> ofPlan(Plan plan, Surroundings around) {
        var documents = new LinkedHashSet<String>(List.of(plan.source()));
        plan.agents().forEach(agent -> documents.add(agent.place().file()));
        plan.tasks().forEach(task -> documents.add(task.place().file()));
        documents.remove("");
        if (documents.contains("-")
                || documents.stream().anyMatch(name -> !Files.isRegularFile(around.resolve(name)))) {
            return Optional.empty();
        }
        var files = PlanFiles.of(List.copyOf(documents), around);
        boolean same = Stream.of(Merging.values())
                .anyMatch(merging -> files.review(merging, doubt -> settled(doubt, plan)).loaded().plan().equals(plan));
        return same
                ? Optional.empty()
                : Optional.of("the plan in " + plan.source() + " is not what it was; the session keeps its own copy");
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
        try {
            var path = WorkspacePath.parse(file.path());
            boolean there = workspace.look(path).isPresent();
            if (file.afterSha256().isEmpty()) {
                return there ? Optional.of(file.path() + " is there again") : Optional.empty();
            }
            if (!there) {
                return Optional.of(file.path() + " is gone");
            }
            boolean same = workspace.read(path, 0).sha256().equals(file.afterSha256());
            return same ? Optional.empty() : Optional.of(file.path() + " was changed");
        } catch (IOException | Refused unreadable) {
            return Optional.of(file.path() + " cannot be read");
        }
    }
}
