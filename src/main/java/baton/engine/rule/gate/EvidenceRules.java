package baton.engine.rule.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import baton.engine.AttemptState;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.Evidence;
import baton.plan.TaskSpec;

/** Which evidence counts: a file of this attempt, a file checked and left as it is, a check of the plan, a review that the gate asks for, or a person's answer. */
final class EvidenceRules {
    private EvidenceRules() {}

    /** What a claim lacks, each as a failed check; empty where nothing is missing. */
    static List<CheckResult> missing(SessionState state, AttemptState attempt, TaskSpec task, List<Evidence> evidence) {
        var missing = new ArrayList<CheckResult>();
        for (var output : task.outputs()) {
            if (!covers(attempt, evidence, output) && !othersWrote(state, attempt, output)) {
                missing.add(new CheckResult("output " + output, Verdict.FAILED,
                        isPath(output) ? "not written in this attempt" : "nothing was written for it"));
            }
        }
        for (int number = 1; number <= task.acceptance().size(); number++) {
            var criterion = task.acceptance().get(number - 1);
            var why = unproved(state, attempt, evidence, criterion, number);
            why.ifPresent(reason -> missing.add(new CheckResult("criterion " + criterion, Verdict.FAILED, reason)));
        }
        return missing;
    }

    private static boolean covers(AttemptState attempt, List<Evidence> evidence, String output) {
        if (!isPath(output)) {
            return !attempt.changes().isEmpty();
        }
        if (!isFile(output)) {
            return attempt.changes().values().stream().anyMatch(
                    change -> !change.afterSha256().isEmpty() && bare(change.path()).startsWith(fixedPart(output)));
        }
        return wrote(attempt, output)
                || evidence.stream()
                        .anyMatch(item -> item.kind() == Evidence.Kind.UNCHANGED && samePath(item.ref(), output));
    }

    private static Optional<String> unproved(SessionState state, AttemptState attempt, List<Evidence> evidence,
            String criterion,
            int number) {
        var offered = evidence.stream().filter(item -> isAbout(item.criterion(), criterion, number)).toList();
        if (offered.isEmpty()) {
            return Optional.of("no evidence was given");
        }
        return offered.stream().anyMatch(item -> counts(state, attempt, item))
                ? Optional.empty()
                : Optional.of("the evidence does not count: "
                        + offered.getFirst().kind().name().toLowerCase(Locale.ROOT) + " "
                        + offered.getFirst().ref());
    }

    private static boolean counts(SessionState state, AttemptState attempt, Evidence item) {
        return switch (item.kind()) {
            case ARTIFACT -> wrote(attempt, item.ref()) || othersWrote(state, attempt, item.ref());
            case UNCHANGED -> isPath(item.ref());
            case CHECK -> Gates.planChecks(state, attempt.task()).stream()
                    .filter(check -> !check.command().isEmpty() || !check.path().isEmpty())
                    .anyMatch(check -> check.text().equals(item.ref()) || check.command().equals(item.ref()));
            case PERSON -> isSettled(state, attempt.task(), item.ref());
            case REVIEW -> Stream.concat(
                    Gates.planChecks(state, attempt.task()).stream().map(check -> check.text()),
                    state.work().task(attempt.task()).orElseThrow().spec().acceptance().stream())
                    .anyMatch(check -> Reviews.isReview(state, attempt, check, item.ref()));
            case TASK -> acceptedChildren(state, attempt).contains(item.ref().strip());
        };
    }

    /** A file that a delegated task wrote, and that task was accepted. */
    private static boolean othersWrote(SessionState state, AttemptState attempt, String path) {
        var maker = state.shared().makers().get(bare(path));
        return maker != null && acceptedChildren(state, attempt).contains(maker);
    }

    private static List<String> acceptedChildren(SessionState state, AttemptState attempt) {
        return state.work().task(attempt.task()).orElseThrow().children().stream()
                .filter(id -> state.work().task(id).map(child -> child.status() == TaskState.Status.ACCEPTED)
                        .orElse(false))
                .toList();
    }

    /** What a person said on another task, or to a command, proves nothing here. */
    private static boolean isSettled(SessionState state, String task, String id) {
        var item = state.people().items().get(id);
        return item != null && item.state() == Item.State.SETTLED && item.kind() != Item.Kind.APPROVAL
                && (item.task().equals(task) || item.gates().contains(task));
    }

    /** A criterion is named by its number, its words, or enough of its words to be unmistakable. */
    private static boolean isAbout(String named, String criterion, int number) {
        var word = plain(named);
        if (word.equals(Integer.toString(number))) {
            return true;
        }
        var whole = plain(criterion);
        return word.equals(whole) || (word.length() >= 12 && (whole.contains(word) || word.contains(whole)));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }

    static boolean wrote(AttemptState attempt, String path) {
        return attempt.changes().values().stream()
                .anyMatch(change -> !change.afterSha256().isEmpty() && samePath(change.path(), path));
    }

    static boolean samePath(String left, String right) {
        return bare(left).equals(bare(right));
    }

    /** A leading slash or {@code ./} means the workspace root. */
    static String bare(String path) {
        var rest = path.strip();
        while (rest.startsWith("./")) {
            rest = rest.substring(2);
        }
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    /** Whether an output names one file, not a folder or a pattern that any file below it fulfils. */
    static boolean isFile(String output) {
        return isPath(output) && !output.strip().endsWith("/") && output.indexOf('*') < 0;
    }

    private static String fixedPart(String output) {
        var bare = bare(output);
        int star = bare.indexOf('*');
        return star < 0 ? bare : bare.substring(0, star);
    }

    /** Whether an output names a place rather than describing what is there. */
    static boolean isPath(String output) {
        var text = output.strip();
        return !text.isEmpty() && text.indexOf(' ') < 0 && (text.indexOf('/') >= 0 || text.indexOf('.') >= 0);
    }
}
