package baton.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import baton.engine.Effect.Crew;
import baton.engine.Effect.Job;
import baton.engine.Effect.Member;
import baton.engine.TaskState.Status;
import baton.engine.fact.Evidence;
import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.plan.TaskWish;
import baton.rehearsal.Tempo.Work;

/**
 * Plays the orchestrator: cuts the goal into a job for each of three agents, gives them all in one turn, waits, replaces what
 * failed, puts together what came back, and finishes.
 */
final class Conductor {
    private static final int JOBS_MAX = 3;
    private static final int REPLACED_MAX = 2;
    private static final int TALK_WORDS_MAX = 2;
    private static final int LINES_PER_JOB = 6;
    private static final int FOLDER_CHARS_MAX = 30;

    private final Scene scene;
    private final Crew crew;
    private final long seed;

    Conductor(Scene scene, Crew crew, long seed) {
        this.scene = scene;
        this.crew = crew;
        this.seed = seed;
    }

    Turn play(ToolCalls calls) {
        var ended = crew.jobs().stream().filter(job -> job.status().isEnd()).toList();
        if (scene.brief().closing()) {
            return does(Work.CLOSE, "My time is over; these notes say how it stands.", calls.handOff(notes(ended)));
        }
        if (crew.jobs().isEmpty()) {
            return isTalk() ? says(Speech.freeChat(scene)) : delegate(calls);
        }
        var blocker = crew.blockers().stream().filter(id -> !resolved(id)).findFirst();
        if (blocker.isPresent()) {
            return does(Work.TALK, blocker.get() + " need not hold anybody up in a rehearsal.",
                    calls.resolve(blocker.get(), "This is a rehearsal: go on with what the workspace has."));
        }
        var lost = lost();
        if (!lost.isEmpty()) {
            return replace(lost.getFirst(), calls);
        }
        if (ended.size() < crew.jobs().size()) {
            return says("I wait for " + Wording.joined(crew.jobs().stream().filter(job -> !ended.contains(job))
                    .map(job -> job.id() + " of " + job.agent()).toList()) + ".");
        }
        return integrate(calls, crew.jobs().stream().filter(job -> job.status() == Status.ACCEPTED).toList());
    }

    private Turn does(Work work, String text, ToolCalls calls) {
        return Turn.does(text, calls, Tempo.takesMs(scene, work));
    }

    private Turn says(String text) {
        return Turn.says(text, Tempo.takesMs(scene, Work.TALK));
    }

    /** A greeting or a question is no goal to break down. */
    private boolean isTalk() {
        var title = scene.task().title().strip();
        return title.endsWith("?") || Words.in(title).size() <= TALK_WORDS_MAX;
    }

    private boolean resolved(String blocker) {
        return scene.deeds().with(ToolCalls.RESOLVE).stream()
                .anyMatch(deed -> deed.call().argumentsJson().contains("\"" + blocker + "\""));
    }

    private Turn delegate(ToolCalls calls) {
        var chosen = fitting().stream().limit(JOBS_MAX).toList();
        chosen.forEach(member -> calls.delegate(job(member, "")));
        return does(Work.LOOK,
                "Rehearsal: \"" + Wording.quote(scene.task().title()) + "\" can be done side by side. I give "
                        + Wording.count(chosen.size(), "job", "jobs") + " to "
                        + Wording.joined(chosen.stream().map(Member::id).toList()) + ".",
                calls);
    }

    /** Those whose role shares most words with the goal first; among equals chance decides, always in the same way. */
    private List<Member> fitting() {
        var about = Words.stems(scene.task().title() + " " + scene.brief().goal());
        return Dice.of(seed, "team", scene.task().id()).shuffled(crew.members()).stream()
                .sorted(Comparator.comparingLong((Member member) -> -Words.stems(member.id().replace('-', ' ') + " "
                        + member.role()).stream().filter(about::contains).count()))
                .toList();
    }

    private TaskWish job(Member member, String again) {
        var goal = Wording.withoutFullStop(Wording.quote(scene.task().title()));
        var what = member.role().isBlank()
                ? "the view of " + member.id()
                : Wording.withoutFullStop(Wording.quote(firstSentence(member.role())));
        return TaskWish.of(what + again + ", for: " + goal, member.id())
                .with(List.of(), List.of(path(member, again)),
                        List.of("Says what the files tell about " + goal, "Names what is still open"))
                .withBrief(
                        "This is one part of a larger goal: " + goal + ". Others look at other parts at the same time; "
                                + "keep to yours.");
    }

    private static String firstSentence(String text) {
        int stop = text.indexOf(". ");
        return stop < 0 ? text : text.substring(0, stop);
    }

    /** Within what the agent may write. */
    private String path(Member member, String again) {
        var own = member.writes().stream().map(ToolText::plain).findFirst().orElse("reports/" + folder() + "/**");
        int star = own.indexOf('*');
        if (star < 0 && !own.endsWith("/")) {
            return own;
        }
        return (star < 0 ? own : own.substring(0, star)) + member.id() + (again.isEmpty() ? "" : "-2") + ".md";
    }

    private String folder() {
        var words = scene.task().title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        int end = words.length() <= FOLDER_CHARS_MAX ? words.length() : words.lastIndexOf('-', FOLDER_CHARS_MAX);
        return words.isEmpty() ? "goal" : words.substring(0, end < 1 ? FOLDER_CHARS_MAX : end);
    }

    /** Failed jobs that nobody has been asked to do again, where there is somebody else. */
    private List<Job> lost() {
        long replaced = crew.jobs().stream().filter(job -> job.title().contains(" (again)")).count();
        return replaced >= REPLACED_MAX || others().isEmpty()
                ? List.of()
                : crew.jobs().stream().filter(job -> job.status() == Status.FAILED).skip(replaced).toList();
    }

    private List<Member> others() {
        var busy = crew.jobs().stream().map(Job::agent).toList();
        return fitting().stream().filter(member -> !busy.contains(member.id())).toList();
    }

    private Turn replace(Job job, ToolCalls calls) {
        var other = others().getFirst();
        return does(Work.LOOK, job.id() + " of " + job.agent() + " failed; " + other.id() + " tries it in its own way.",
                calls.delegate(job(other, " (again)")));
    }

    /** Reads what was written, writes one page that leads through it, then claims the goal with both. */
    private Turn integrate(ToolCalls calls, List<Job> done) {
        if (done.isEmpty()) {
            return does(Work.TALK, "Nothing came back, so there is nothing to put together.", calls.block("P1",
                    "technical", "Every job that I gave away failed", "A word whether to try again, or another goal"));
        }
        var unread = done.stream().flatMap(job -> job.files().stream().limit(1))
                .filter(path -> scene.deeds().times(ToolCalls.READ, path) == 0).toList();
        if (!unread.isEmpty()) {
            unread.forEach(calls::read);
            return does(Work.READ, "All is back. I read what they wrote.", calls);
        }
        var page = "reports/" + folder() + "/summary.md";
        boolean written = scene.brief().changes().stream().map(FileChange::path).anyMatch(page::equals);
        if (!written && scene.deeds().times(ToolCalls.WRITE, page) < 2) {
            return does(Work.WRITE, "Now I put it together in `" + page + "`.", calls.write(page, summary(done)));
        }
        var evidence = new ArrayList<Evidence>();
        done.forEach(job -> evidence.add(new Evidence("1", Evidence.Kind.TASK, job.id(), job.title())));
        if (written) {
            evidence.add(new Evidence("1", Evidence.Kind.ARTIFACT, page, "leads through all parts"));
        }
        return does(Work.CLAIM, "That is the goal, as far as a rehearsal goes.", calls.finish("Rehearsal: "
                + Wording.count(done.size(), "part is", "parts are") + " done by "
                + Wording.joined(done.stream().map(Job::agent).distinct().toList())
                + (written
                        ? ", put together in " + page
                        : "")
                + ".", evidence));
    }

    private String summary(List<Job> done) {
        var lines = new ArrayList<String>();
        lines.add("# " + Wording.quote(scene.task().title()));
        lines.add("");
        lines.add(Wording.MARK + ".");
        for (var job : done) {
            lines.add("");
            lines.add("## " + job.agent() + " (" + job.id() + ")");
            lines.add("");
            job.files().stream().limit(1).forEach(path -> {
                lines.addAll(excerpt(path));
                lines.add("");
                lines.add("All of it: `" + path + "`");
            });
        }
        return lines.stream().collect(Collectors.joining("\n")) + "\n";
    }

    private List<String> excerpt(String path) {
        return scene.deeds().textOf(path).stream().flatMap(String::lines).map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(Wording.MARK))
                .limit(LINES_PER_JOB).toList();
    }

    private HandoffNote notes(List<Job> ended) {
        var open = crew.jobs().stream().filter(job -> !ended.contains(job)).toList();
        return new HandoffNote(ended.stream().map(job -> job.id() + " of " + job.agent() + " has ended").toList(),
                List.of(), List.of(),
                open.isEmpty()
                        ? List.of("put together what was written, and finish")
                        : open.stream().map(job -> "wait for " + job.id() + " of " + job.agent()).toList(),
                List.of(), "Rehearsal: the time box ended while the team was at work.");
    }
}
