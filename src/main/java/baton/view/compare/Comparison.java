package baton.view.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import baton.engine.fact.SessionEvent.MetricFigure;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.view.FileCard;
import baton.view.InboxItem;
import baton.view.InboxItem.Ask;
import baton.view.InboxItem.Settlement;
import baton.view.Ordered;
import baton.view.SessionView;
import baton.view.TaskCard;

/**
 * Two sessions, and everything in which they could differ, matched by id, path or name: those of the first in its order, then
 * those that only the second has.
 */
public record Comparison(Side a, Side b, Parting common, List<Matter> matters, List<Job> tasks, List<Output> files,
        List<Figure> metrics) {

    /**
     * Something for a person: a decision, a question, a blocker, an approval.
     *
     * @param a how it stands in the one, empty where it never came up
     */
    public record Matter(String id, String kind, String what, String a, String b, boolean same) {}

    /** A task; a side without it is empty. */
    public record Job(String id, String title, Optional<JobSide> a, Optional<JobSide> b, boolean same) {}

    /**
     * How a task fared.
     *
     * @param agent who worked on it last
     * @param workedMs of all attempts together
     */
    public record JobSide(String state, String agent, int attempts, long workedMs) {}

    /** A file that agents changed; empty hashes where it is not there, or was not changed. */
    public record Output(String path, String aSha256, long aBytes, String bSha256, long bBytes, boolean same) {}

    /** A figure of the plan; empty where it is not measured. */
    public record Figure(String name, String target, String a, String b, boolean same) {}

    public Comparison {
        matters = List.copyOf(matters);
        tasks = List.copyOf(tasks);
        files = List.copyOf(files);
        metrics = List.copyOf(metrics);
    }

    /** A session's name and its view after its last event. */
    public record Seen(String session, SessionView view) {}

    public static Comparison of(Seen one, Seen other, Parting common) {
        var a = one.view();
        var b = other.view();
        return new Comparison(Side.of(one.session(), a), Side.of(other.session(), b), common,
                matters(a.inbox(), b.inbox()), jobs(a, b), outputs(a.files(), b.files()), figures(a, b));
    }

    /** Ids of both, those of the first in its order. */
    private static Set<String> both(Stream<String> one, Stream<String> other) {
        var all = new LinkedHashSet<String>();
        Stream.concat(one, other).forEach(all::add);
        return all;
    }

    private static List<Matter> matters(Ordered<InboxItem> a, Ordered<InboxItem> b) {
        var matters = new ArrayList<Matter>();
        for (var id : both(a.stream().map(InboxItem::id), b.stream().map(InboxItem::id))) {
            var known = a.get(id).or(() -> b.get(id)).orElseThrow();
            String inA = a.get(id).map(Comparison::stands).orElse("");
            String inB = b.get(id).map(Comparison::stands).orElse("");
            matters.add(new Matter(id, kind(known.ask()), known.ask().words(), inA, inB, inA.equals(inB)));
        }
        return matters;
    }

    private static String kind(Ask ask) {
        return switch (ask) {
            case Ask.Question question -> "question";
            case Ask.Decision decision -> "decision";
            case Ask.Blocker blocker -> "blocker";
            case Ask.Approval approval -> "approval";
        };
    }

    private static String stands(InboxItem item) {
        return switch (item.settlement()) {
            case Settlement.Open() -> "open";
            case Settlement.Settled(String how, String by) -> how + " (" + by + ")";
            case Settlement.Assumed(String how, String by) -> how + " (assumed by " + by + ")";
            case Settlement.Withdrawn(String reason) -> "withdrawn";
        };
    }

    private static List<Job> jobs(SessionView a, SessionView b) {
        var jobs = new ArrayList<Job>();
        for (var id : both(a.tasks().stream().map(TaskCard::id), b.tasks().stream().map(TaskCard::id))) {
            var known = a.task(id).or(() -> b.task(id)).orElseThrow();
            var inA = a.task(id).map(task -> side(task, a.head().runMs()));
            var inB = b.task(id).map(task -> side(task, b.head().runMs()));
            jobs.add(new Job(id, known.spec().title(), inA, inB, inA.equals(inB)));
        }
        return jobs;
    }

    private static JobSide side(TaskCard task, long nowMs) {
        return new JobSide(task.stand().words(),
                task.lastAttempt().map(attempt -> attempt.agent()).orElse(task.spec().agent()), task.attempts().size(),
                task.workedMs(nowMs));
    }

    private static List<Output> outputs(Ordered<FileCard> a, Ordered<FileCard> b) {
        var outputs = new ArrayList<Output>();
        for (var path : both(a.stream().map(FileCard::path), b.stream().map(FileCard::path))) {
            var inA = a.get(path);
            var inB = b.get(path);
            String hashA = inA.map(FileCard::afterSha256).orElse("");
            String hashB = inB.map(FileCard::afterSha256).orElse("");
            outputs.add(new Output(path, hashA, inA.map(FileCard::bytes).orElse(0L), hashB,
                    inB.map(FileCard::bytes).orElse(0L), hashA.equals(hashB)));
        }
        return outputs;
    }

    private static List<Figure> figures(SessionView a, SessionView b) {
        var figures = new ArrayList<Figure>();
        for (var name : both(metrics(a).map(MetricFigure::name), metrics(b).map(MetricFigure::name))) {
            var inA = metrics(a).filter(metric -> metric.name().equals(name)).findFirst();
            var inB = metrics(b).filter(metric -> metric.name().equals(name)).findFirst();
            figures.add(new Figure(name, inA.or(() -> inB).map(MetricFigure::target).orElse(""),
                    inA.map(MetricFigure::value).orElse(""), inB.map(MetricFigure::value).orElse(""),
                    inA.equals(inB)));
        }
        return figures;
    }

    private static Stream<MetricFigure> metrics(SessionView view) {
        return view.head().result().map(SessionResult::metrics).orElse(List.of()).stream();
    }
}
