package baton.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import baton.engine.Effect.Brief;
import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.plan.TaskSpec;
import baton.runtime.AgentModel.Call;
import org.jspecify.annotations.Nullable;

/** One turn as the model finds it: what is asked for, what this attempt has seen and done, and its luck. */
final class Scene {
    private static final int SOURCES_MAX = 6;
    private static final int CHOSEN_MAX = 4;
    private static final int CONTRADICTIONS_MAX = 6;

    private final Call call;
    private final Deeds deeds;
    private final Mishap card;
    private final Dice dice;
    private final List<String> outputs;
    private final List<String> wanted;
    private final List<SourceText> sources;
    private final Passages passages;
    /** Found when they are first asked for, which most turns never do; a scene belongs to one thread. */
    private @Nullable List<Contradiction> contradictions;

    Scene(Call call, long seed, Mishaps mishaps) {
        this.call = call;
        this.deeds = Deeds.in(call.messages());
        this.card = mishaps.drawnBy(task().id(), seed);
        this.dice = Dice.of(seed, "turn", call.turn());
        this.outputs = Outputs.of(task(), brief().writes());
        this.wanted = choose();
        this.sources = readSources();
        this.passages = new Passages(sources);
    }

    Brief brief() {
        return call.brief();
    }

    TaskSpec task() {
        return call.brief().task();
    }

    Deeds deeds() {
        return deeds;
    }

    Mishap card() {
        return card;
    }

    Dice dice() {
        return dice;
    }

    /** Files to write, relative to the workspace. */
    List<String> outputs() {
        return outputs;
    }

    /** Files to read, in the order in which they are read. */
    List<String> wanted() {
        return wanted;
    }

    /** What could be read so far, own drafts left out. */
    List<SourceText> sources() {
        return sources;
    }

    Passages passages() {
        return passages;
    }

    List<Contradiction> contradictions() {
        var found = contradictions == null
                ? Contradiction.in(sources, passages, CONTRADICTIONS_MAX)
                : contradictions;
        contradictions = found;
        return found;
    }

    /** Contradictions that no report read by this attempt names already. */
    List<Contradiction> news() {
        var known = sources.stream().filter(SourceText::rehearsed).flatMap(report -> report.headings().stream())
                .toList();
        return contradictions().stream().filter(found -> !known.contains(found.title())).toList();
    }

    List<String> unread() {
        return wanted.stream().filter(path -> deeds.times(ToolCalls.READ, path) == 0).toList();
    }

    /** Files that were asked for and gave no text. */
    List<String> absent() {
        return wanted.stream().filter(path -> deeds.times(ToolCalls.READ, path) > 0 && deeds.textOf(path).isEmpty())
                .toList();
    }

    List<String> unwritten() {
        var written = call.brief().changes().stream().map(FileChange::path).toList();
        return outputs.stream().filter(path -> !written.contains(path)).toList();
    }

    boolean isFirstAttempt() {
        return call.brief().attempt() <= 1;
    }

    /** The notes of the attempt before this one; they come after those of the tasks this one builds on. */
    Optional<HandoffNote> takenOver() {
        var notes = call.brief().handoffs();
        return isFirstAttempt() || notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast());
    }

    private List<String> passedOn() {
        return call.brief().handoffs().stream().flatMap(note -> note.artifacts().stream())
                .map(HandoffNote.NotedArtifact::path).distinct().limit(SOURCES_MAX).toList();
    }

    /** The folder to look into first. */
    String startFolder() {
        var named = namedInputs();
        return named.isEmpty() ? "" : ToolText.folder(named.getFirst());
    }

    List<String> namedInputs() {
        return task().inputs().stream().flatMap(input -> ToolText.paths(input).stream()).distinct().toList();
    }

    private List<String> listing() {
        return deeds.with(ToolCalls.LIST).stream().flatMap(this::listed).distinct().toList();
    }

    private java.util.stream.Stream<String> listed(Deeds.Deed deed) {
        String base = deed.path().isEmpty() ? "" : deed.path() + "/";
        return ToolText.paths(deed.answer()).stream().map(path -> path.startsWith(base) ? path : base + path);
    }

    private List<String> choose() {
        var listing = listing();
        var chosen = new ArrayList<String>();
        takenOver().ifPresent(note -> note.artifacts().forEach(noted -> chosen.add(noted.path())));
        int inherited = chosen.size();
        for (String input : namedInputs()) {
            String found = listing.contains(input) ? input : byName(listing, input);
            if (!chosen.contains(found) && chosen.size() < inherited + SOURCES_MAX) {
                chosen.add(found);
            }
        }
        if (chosen.size() == inherited) {
            passedOn().stream().filter(path -> !chosen.contains(path)).forEach(chosen::add);
        }
        if (chosen.size() == inherited) {
            fitting(listing).stream().filter(path -> !chosen.contains(path)).forEach(chosen::add);
        }
        return List.copyOf(chosen);
    }

    /** A plan often names a file without its folder. */
    private static String byName(List<String> listing, String input) {
        boolean bare = input.indexOf('/') < 0;
        return listing.stream().filter(path -> bare && path.endsWith("/" + input)).findFirst().orElse(input);
    }

    /** Where the task names no input: files whose names share words with it. */
    private List<String> fitting(List<String> listing) {
        var about = Words.stems(task().title() + " " + String.join(" ", task().acceptance()) + " " + task().agent());
        return listing.stream().filter(ToolText::isReadable).filter(path -> !outputs.contains(path))
                .sorted(Comparator.comparingLong((String path) -> -shared(about, path)).thenComparing(path -> path))
                .limit(CHOSEN_MAX).toList();
    }

    private static long shared(java.util.Set<String> about, String path) {
        long words = Words.stems(path.replace('_', ' ').replace('-', ' ').replace('/', ' ').replace('.', ' ')).stream()
                .filter(about::contains).count();
        return words * 2 + (path.endsWith(".md") ? 1 : 0);
    }

    private List<SourceText> readSources() {
        var read = new ArrayList<SourceText>();
        for (String path : wanted) {
            if (!outputs.contains(path)) {
                deeds.textOf(path).ifPresent(text -> read.add(SourceReader.read(path, text)));
            }
        }
        return List.copyOf(read);
    }
}
