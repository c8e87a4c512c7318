package baton.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.engine.fact.Trouble;
import baton.rehearsal.Tempo.Work;
import baton.runtime.AgentModel.Call;

/**
 * Decides what the rehearsal model does in one turn: look, read, search, write, claim, and mend what a gate refused.
 *
 * <p>A pure function of the seed and the call. What was done before is seen in the call's own conversation, so a turn that is
 * asked again after a crash comes out the same.
 */
final class Player {
    private static final int READS_PER_TURN = 3;
    private static final int WRITES_PER_TURN = 4;
    private static final int WRITE_TRIES_MAX = 2;
    private static final int REJECTS_ONE_IN = 4;
    private static final Pattern ASKED_FOR = Pattern
            .compile("\\b(?:ask|confirm with|agree with|check with)\\b", Pattern.CASE_INSENSITIVE);

    private final long seed;
    private final Mishaps mishaps;

    Player(long seed, Mishaps mishaps) {
        this.seed = seed;
        this.mishaps = mishaps;
    }

    Turn play(Call call) {
        var scene = new Scene(call, seed, mishaps);
        if (isFreeChat(scene)) {
            return Turn.says(Speech.freeChat(scene), Tempo.takesMs(scene, Work.TALK));
        }
        var calls = new ToolCalls(call.turn());
        if (call.tools().stream().anyMatch(tool -> tool.name().equals(ToolCalls.REVIEW))) {
            return review(scene, calls);
        }
        var crew = call.brief().crew().filter(known -> !known.members().isEmpty());
        if (crew.isPresent()) {
            return new Conductor(scene, crew.get(), seed).play(calls);
        }
        return switch (scene.card()) {
            case BREAKS_ALWAYS -> breaks(scene);
            case BREAKS_ONCE -> isVeryFirst(scene) ? breaks(scene) : work(scene, calls);
            case LIES -> lies(scene, calls);
            case LOOPS -> does(scene, Work.LOOK, Speech.loops(), calls.list(scene.startFolder(), 2));
            case TALKS -> Turn.says(Speech.talks(scene), Tempo.takesMs(scene, Work.TALK));
            case NONE, EVIDENCE_FORGOTTEN, OUTPUT_FORGOTTEN, SLOW, ASKS, BLOCKED -> work(scene, calls);
        };
    }

    /** Reads the work, then judges it; some first claims are sent back, which shows what follows from that. */
    private Turn review(Scene scene, ToolCalls calls) {
        if (!scene.unread().isEmpty() && !scene.brief().closing()) {
            return read(scene, calls);
        }
        boolean first = scene.task().contract().stream().anyMatch(line -> line.startsWith("Claim 1 of "));
        boolean accepts = !first || !Dice.of(seed, "review", scene.task().title()).oneIn(REJECTS_ONE_IN);
        return does(scene, Work.CLAIM, Speech.review(accepts), calls.review(accepts, Speech.review(accepts)));
    }

    private static boolean isFreeChat(Scene scene) {
        return !scene.task().runs() || scene.task().title().isBlank();
    }

    private static boolean isVeryFirst(Scene scene) {
        return scene.isFirstAttempt() && scene.brief().turnNumber() <= 1;
    }

    private static Turn breaks(Scene scene) {
        var trouble = scene.dice().pick(List.of(Trouble.values()));
        return Turn.breaks(trouble, Tempo.takesMs(scene, Work.LOOK));
    }

    private static Turn lies(Scene scene, ToolCalls calls) {
        return does(scene, Work.CLAIM, "Rehearsal: all done.", calls.complete("All done.", List.of()));
    }

    private static Turn does(Scene scene, Work work, String text, ToolCalls calls) {
        return Turn.does(text, calls, Tempo.takesMs(scene, work));
    }

    /** The ordinary course, one step a turn; the first step that is still to be done is the next. */
    private Turn work(Scene scene, ToolCalls calls) {
        var deeds = scene.deeds();
        if (scene.brief().closing()) {
            return close(scene, calls);
        }
        if (!deeds.did(ToolCalls.LIST)) {
            return look(scene, calls);
        }
        if (!scene.unread().isEmpty()) {
            return read(scene, calls);
        }
        if (mustBlock(scene)) {
            return does(scene, Work.TALK, "None of my inputs is there, so I say so instead of inventing them.",
                    calls.block("P1", "dependency",
                            "None of the inputs is in the workspace: " + Wording.joined(scene.absent()),
                            "The files, or a word that the task can be done without them"));
        }
        if (mustAsk(scene)) {
            return ask(scene, calls);
        }
        return make(scene, calls);
    }

    private Turn make(Scene scene, ToolCalls calls) {
        var deeds = scene.deeds();
        boolean slow = scene.card() == Mishap.SLOW && scene.isFirstAttempt();
        if (slow && scene.brief().changes().isEmpty() && !scene.outputs().isEmpty() && !deeds.did(ToolCalls.WRITE)) {
            String path = scene.outputs().getFirst();
            return does(scene, Work.WRITE, Speech.draft(scene), calls
                    .write(path, new ReportWriter(scene).draft()).status(30, "Draft written", "The sections"));
        }
        if (!deeds.did(ToolCalls.SEARCH) && (slow || chance("search", scene, 2)) && !scene.sources().isEmpty()) {
            return search(scene, calls);
        }
        boolean forgets = scene.card() == Mishap.OUTPUT_FORGOTTEN && scene.isFirstAttempt()
                && !deeds.did(ToolCalls.CLAIM);
        var open = toWrite(scene, slow);
        if (!open.isEmpty() && !forgets) {
            return write(scene, calls, open);
        }
        if (!scene.unwritten().isEmpty() && !forgets && !deeds.did(ToolCalls.BLOCK)) {
            return does(scene, Work.TALK, "My file could not be written, twice. I stop here and say so.",
                    calls.block("P2", "access",
                            "Writing was refused: " + Wording.joined(scene.unwritten()),
                            "The right to write this path, or another path"));
        }
        return scene.outputs().isEmpty() ? answer(scene) : finish(scene, calls);
    }

    private boolean chance(String what, Scene scene, int times) {
        return Dice.of(seed, what, scene.task().id()).oneIn(times);
    }

    /** What this attempt has not written yet; a slow agent's own draft counts as not written. */
    private static List<String> toWrite(Scene scene, boolean slow) {
        int tries = slow ? WRITE_TRIES_MAX + 1 : WRITE_TRIES_MAX;
        var deeds = scene.deeds();
        return scene.outputs().stream()
                .filter(path -> scene.unwritten().contains(path) || (slow && deeds.times(ToolCalls.WRITE, path) == 1))
                .filter(path -> deeds.times(ToolCalls.WRITE, path) < tries).limit(WRITES_PER_TURN).toList();
    }

    private static Turn look(Scene scene, ToolCalls calls) {
        calls.list(scene.startFolder(), 2).status(5, "Looking at what is there", "What the inputs say");
        return does(scene, Work.LOOK, Speech.look(scene), calls);
    }

    private static Turn read(Scene scene, ToolCalls calls) {
        var next = scene.unread().stream().limit(READS_PER_TURN).toList();
        next.forEach(calls::read);
        return does(scene, Work.READ, Speech.read(scene, next), calls);
    }

    private static Turn search(Scene scene, ToolCalls calls) {
        String term = Speech.searchTerm(scene);
        calls.search(term, scene.startFolder()).status(40, "Read " + Speech.readSoFar(scene), "The report");
        return does(scene, Work.SEARCH, Speech.search(scene, term), calls);
    }

    private static boolean mustBlock(Scene scene) {
        return scene.card() == Mishap.BLOCKED && !scene.deeds().did(ToolCalls.BLOCK) && !scene.namedInputs().isEmpty()
                && scene.sources().isEmpty();
    }

    private static boolean mustAsk(Scene scene) {
        String words = scene.task().title() + " " + String.join(" ", scene.task().acceptance());
        return scene.card() == Mishap.ASKS && scene.brief().answers().isEmpty() && !scene.deeds().did(ToolCalls.ASK)
                && ASKED_FOR.matcher(words).find();
    }

    private static Turn ask(Scene scene, ToolCalls calls) {
        var contradictions = scene.contradictions();
        if (contradictions.isEmpty()) {
            calls.ask("\"" + scene.task().title() + "\" wants somebody asked. Shall it follow the files as they are?",
                    List.of("Follow the files as they are", "Wait for more material"), "Follow the files as they are");
        } else {
            var options = contradictions.getFirst().sides().stream()
                    .map(side -> side.file() + ": " + Wording.quote(side.text())).toList();
            calls.ask(contradictions.getFirst().title() + ". Which one holds?", options, options.getFirst());
        }
        return does(scene, Work.TALK, "This is not mine to decide, so I ask and recommend.", calls);
    }

    private Turn write(Scene scene, ToolCalls calls, List<String> open) {
        boolean editedLater = editsLater(scene);
        for (String path : open) {
            calls.write(path, FileContent.of(path, scene,
                    editedLater ? Optional.of(ReportWriter.DRAFT_LINE) : Optional.empty()));
        }
        calls.status(80, "Written: " + Wording.joined(open), "The claim");
        var contradictions = scene.news();
        boolean shares = !contradictions.isEmpty() && !scene.deeds().did(ToolCalls.FIND) && !chance("quiet", scene, 3);
        if (shares) {
            var shared = contradictions.get(Dice.of(seed, "finding", scene.task().id()).below(contradictions.size()));
            calls.find(shared.title(), Speech.finding(shared), chance("urgent", scene, 4));
        }
        for (String contract : scene.task().contract().stream().limit(1).toList()) {
            calls.publish(Wording.quote(contract), "0.1", open.getFirst(), "Rehearsed: " + Wording.quote(contract));
        }
        return does(scene, Work.WRITE, Speech.write(scene, open, shares), calls);
    }

    private boolean editsLater(Scene scene) {
        return scene.outputs().size() == 1 && scene.outputs().getFirst().endsWith(".md") && chance("edit", scene, 3);
    }

    private Turn finish(Scene scene, ToolCalls calls) {
        boolean written = scene.unwritten().isEmpty();
        if (written && editsLater(scene) && !scene.deeds().did(ToolCalls.EDIT)) {
            String path = scene.outputs().getFirst();
            calls.edit(path, ReportWriter.DRAFT_LINE, ReportWriter.FINAL_LINE);
            return does(scene, Work.EDIT, Speech.edit(path), calls);
        }
        boolean firstClaim = !scene.deeds().did(ToolCalls.CLAIM);
        boolean leavesOut = scene.card() == Mishap.EVIDENCE_FORGOTTEN && scene.isFirstAttempt() && firstClaim;
        var evidence = Proofs.of(scene);
        var shown = leavesOut && !evidence.isEmpty() ? evidence.subList(0, evidence.size() - 1) : evidence;
        calls.complete(Speech.summary(scene), shown);
        return does(scene, Work.CLAIM, firstClaim ? Speech.claim(scene) : Speech.claimAgain(scene), calls);
    }

    private static Turn answer(Scene scene) {
        return Turn.says(Speech.answer(scene), Tempo.takesMs(scene, Work.TALK));
    }

    /** The last turn before the hard limit: a claim where the work is done, otherwise notes for whoever comes next. */
    private Turn close(Scene scene, ToolCalls calls) {
        if (scene.outputs().isEmpty()) {
            return Turn.says(Speech.answer(scene), Tempo.takesMs(scene, Work.CLOSE));
        }
        boolean onlyDraft = scene.card() == Mishap.SLOW && scene.isFirstAttempt()
                && scene.deeds().times(ToolCalls.WRITE) <= 1;
        if (scene.unwritten().isEmpty() && !onlyDraft) {
            return does(scene, Work.CLOSE, Speech.claim(scene),
                    calls.complete(Speech.summary(scene), Proofs.of(scene)));
        }
        return does(scene, Work.CLOSE, Speech.handOff(scene), calls.handOff(ClosingNotes.of(scene)));
    }
}
