package baton.rehearsal;

import java.util.Comparator;
import java.util.List;

import baton.engine.fact.HandoffNote;
import baton.rehearsal.SourceText.Passage;

/** What the rehearsal model says with its calls: short, in the first person, and about what it really has before it. */
final class Speech {
    private Speech() {}

    static String freeChat(Scene scene) {
        return scene.dice().pick(
                List.of("This is a rehearsal: I am the offline model, so I can't talk things over. I read, write and hand in "
                        + "what the plan asks for. With a provider configured, the same words reach a real model.",
                        "I am the offline rehearsal model. I play the tasks of the plan and cannot answer freely; "
                                + "`baton doctor` says which providers a live run would find."));
    }

    static String loops() {
        return "Rehearsal: I look again.";
    }

    static String talks(Scene scene) {
        return "Rehearsal: I think about \"" + scene.task().title() + "\" and have nothing to show for it.";
    }

    static String look(Scene scene) {
        String title = "\"" + scene.task().title() + "\"";
        String who = scene.brief().agentName();
        if (scene.takenOver().isPresent()) {
            return "Rehearsal: I am " + who + " and take over " + title + ". " + takenOver(scene.takenOver().get());
        }
        return scene.dice().pick(List.of(
                "Rehearsal: I am " + who + ", and my task is " + title + ". First I look at what is there.",
                "Rehearsal: " + title + " is mine (" + who + "). Before I read anything I see which files there are.",
                "Rehearsal: as " + who + " I start with a look around for " + title + "."));
    }

    private static String takenOver(HandoffNote note) {
        String done = note.completed().isEmpty()
                ? "The notes name nothing as done"
                : "The notes say: " + Wording.withoutFullStop(note.completed().getLast());
        String next = note.nextSteps().isEmpty()
                ? ""
                : "; next is: " + Wording.withoutFullStop(note.nextSteps().getFirst());
        return done + next + ". I go on from there.";
    }

    static String read(Scene scene, List<String> next) {
        String files = Wording.files(next);
        if (scene.namedInputs().isEmpty()) {
            return "The task names no file, so I take the ones whose names fit: " + files + ".";
        }
        return scene.dice().pick(List.of("Now the inputs: " + files + ".", "I read " + files + " from end to end.",
                Wording.capital(files) + (next.size() == 1 ? " is" : " are") + " what this rests on; I read on."));
    }

    static String readSoFar(Scene scene) {
        int lines = scene.sources().stream().mapToInt(SourceText::lines).sum();
        return Wording.count(scene.sources().size(), "file", "files") + " (" + lines + " lines)";
    }

    /** The longest word of the criteria that the files use too, else of the title. */
    static String searchTerm(Scene scene) {
        var used = scene.passages().all().stream().map(Passage::text).toList();
        String wanted = String.join(" ", ReportWriter.topics(scene.task())) + " " + scene.task().title();
        return Words.in(wanted).stream().filter(word -> !Words.isFiller(word))
                .filter(word -> used.stream().anyMatch(text -> text.contains(word)))
                .max(Comparator.comparingInt(String::length)).orElse(scene.task().title());
    }

    static String search(Scene scene, String term) {
        return scene.dice().pick(List.of(
                "That makes " + readSoFar(scene) + ". Before I write I look where else \"" + term + "\" turns up.",
                "I have read " + readSoFar(scene) + ". One search for \"" + term
                        + "\", so that I miss no second mention."));
    }

    static String draft(Scene scene) {
        return "I put down a draft first: the sources, the open sections and where each of them starts. "
                + "This goes slower than I thought.";
    }

    static String write(Scene scene, List<String> open, boolean shares) {
        String files = Wording.files(open);
        boolean again = !scene.brief().missing().isEmpty();
        String start = again
                ? "The gate is right, " + files + " was never written. I write it now."
                : scene.dice().pick(List.of(
                        "I have " + readSoFar(scene) + " to work with and write " + files + ".",
                        "Enough read: " + files + " gets a section for each criterion.",
                        "Now " + files + ": quotations with their places, figures, and what does not go together."));
        return shares ? start + " One thing in it concerns others, so I share it." : start;
    }

    static String finding(Contradiction shared) {
        var sides = shared.sides().stream().map(side -> side.place() + ": " + Wording.quote(side.text())).toList();
        return shared.remark() + " " + String.join(" / ", sides) + " (found by the rehearsal model)";
    }

    static String edit(String path) {
        return "I read `" + SourceText.fileName(path) + "` back once and mark it as complete.";
    }

    static String summary(Scene scene) {
        var contradictions = scene.contradictions();
        String odd = contradictions.isEmpty()
                ? "no contradiction found"
                : Wording.count(contradictions.size(), "contradiction", "contradictions") + " named";
        return "Rehearsal: " + Wording.joined(scene.outputs()) + " with "
                + Wording.count(ReportWriter.topics(scene.task()).size(), "section", "sections") + " from "
                + readSoFar(scene) + ", " + odd + ".";
    }

    static String claim(Scene scene) {
        return scene.dice().pick(List.of("That is all the task asks for; here is the evidence.",
                "Every criterion has its section. I hand in.", "Done, as far as I can see; the gate may judge."));
    }

    static String claimAgain(Scene scene) {
        var missing = scene.brief().missing();
        String what = missing.isEmpty() ? "something was missing" : Wording.withoutFullStop(missing.getFirst());
        return "The gate sent this back: " + what + ". I hand in again, now with evidence for every criterion.";
    }

    static String handOff(Scene scene) {
        return "My time is up before the report is done. I leave notes so that the next attempt need not start over.";
    }

    static String answer(Scene scene) {
        var passages = scene.passages();
        var answer = new StringBuilder("Rehearsal answer to \"" + scene.task().title() + "\", from "
                + (scene.sources().isEmpty() ? "no file at all" : readSoFar(scene)) + ".");
        for (String topic : ReportWriter.topics(scene.task())) {
            passages.about(topic, 2)
                    .forEach(best -> answer.append("\n- `").append(best.place()).append("` — ")
                            .append(Wording.quote(best.text())));
        }
        return answer.append("\nA live run would draw its conclusion here.").toString();
    }

    static String review(boolean accepts) {
        return accepts
                ? "Rehearsal: I read what was written; nothing real was judged."
                : "Rehearsal: sent back once, so that you see what follows from a rejection.";
    }
}
