package baton.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import baton.batch.LineOutput;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.plan.ContextDocument;
import baton.plan.Edit;
import baton.plan.LoadedPlan;
import baton.plan.Place;
import baton.plan.Problem;
import baton.plan.lint.AbsentContext;
import baton.plan.lint.PastDates;
import baton.reading.PlanReader;
import baton.reading.SafeEdits;
import baton.reading.found.DoubtfulMerge;
import baton.reading.found.Merging;
import baton.reading.found.ReadingOptions;
import baton.reading.source.SourceDocument;
import baton.reading.source.SourceFiles;
import baton.reading.source.SourceText;

/**
 * The documents that a person named as one plan.
 *
 * <p>Their bytes are taken once, so that they can be read again when more is known of how.
 */
public final class PlanFiles {
    private final Surroundings around;
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<SourceDocument> documents;

    private PlanFiles(List<String> names, Surroundings around) {
        this.around = around;
        this.documents = names.stream().map(this::document).toList();
    }

    /**
     * Takes them, {@code -} being standard input.
     *
     * @throws UserError where a file cannot be read at all; what is wrong inside is in the plan's problems
     */
    public static PlanFiles of(List<String> names, Surroundings around) {
        if (names.isEmpty()) {
            throw UserError.usage("no plan was named",
                    "Name a Markdown document or plan.yaml, or - for standard input.");
        }
        var files = new PlanFiles(names, around);
        if (!files.unreadable.isEmpty()) {
            throw UserError.refused("the plan cannot be read", files.unreadable);
        }
        return files;
    }

    static LoadedPlan read(List<String> names, Surroundings around) {
        return of(names, around).review(Merging.ASK).loaded();
    }

    public List<SourceDocument> documents() {
        return documents;
    }

    /** Reads and checks, with the edits that would mend some of what is wrong. */
    public PlanReader.Reviewed review(Merging merging) {
        return review(merging, _ -> DoubtfulMerge.Answer.OPEN);
    }

    /** The same, with what somebody said of mentions that may be one job. */
    public PlanReader.Reviewed review(Merging merging, Function<DoubtfulMerge, DoubtfulMerge.Answer> answers) {
        return dated(PlanReader.review(documents, new ReadingOptions(merging, this::existence, answers)));
    }

    /** Edits that change nothing but spellings, proven by reading what they would make. */
    public List<Edit> safeEdits(Merging merging) {
        return SafeEdits.of(documents, new ReadingOptions(merging, this::existence));
    }

    /** Context documents are looked for from the working folder, where paths with a slash before them begin too. */
    private ContextDocument.Existence existence(String path) {
        Path file = around.folder().resolve(path.replaceFirst("^/+", ""));
        return Files.exists(file) ? ContextDocument.Existence.PRESENT : ContextDocument.Existence.ABSENT;
    }

    /** Adds what can only be known beside the text: what day it is, and which files are there. */
    private static PlanReader.Reviewed dated(PlanReader.Reviewed reviewed) {
        var loaded = reviewed.loaded();
        var problems = new ArrayList<>(loaded.problems());
        problems.addAll(PastDates.check(loaded.plan(), LocalDate.now(ZoneId.systemDefault())));
        problems.addAll(AbsentContext.check(loaded.plan()));
        return new PlanReader.Reviewed(new LoadedPlan(loaded.plan(), problems, loaded.coverage()), reviewed.edits(),
                reviewed.doubts());
    }

    /** Reads them for a run, refusing a plan that has errors; doubtful merges stay open. */
    public static LoadedPlan readSound(List<String> names, Surroundings around) {
        return sound(of(names, around).review(Merging.ASK).loaded());
    }

    /** The same, asking the person at the terminal whether mentions that may be one job are one. */
    public static LoadedPlan readSound(List<String> names, Merging merging, Surroundings around, LineOutput err) {
        return readSound(names, merging, around, new MergeConsent.AtTerminal(around, err));
    }

    /** The same, asking the person in another way. */
    public static LoadedPlan readSound(List<String> names, Merging merging, Surroundings around,
            MergeConsent.Asker asker) {
        return sound(new MergeConsent(asker).review(of(names, around), merging).loaded());
    }

    private static LoadedPlan sound(LoadedPlan loaded) {
        if (loaded.isRefused()) {
            throw UserError.refused("the plan has errors and was not run", loaded.problems());
        }
        return loaded;
    }

    private SourceDocument document(String name) {
        if (name.equals("-")) {
            return new SourceDocument("-", bytes(name, around.in()));
        }
        Path path = around.resolve(name);
        if (Files.isDirectory(path)) {
            return nothing(name, "file-directory", "this is a folder", "Name a file in it.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new SourceDocument(name, bytes(name, in));
        } catch (NoSuchFileException absent) {
            return nothing(name, "file-absent", "there is no such file", "Check the name and the folder you are in.");
        } catch (IOException failure) {
            return nothing(name, "file-unreadable", "the file cannot be read: " + SourceFiles.why(failure),
                    "Check its permissions.");
        }
    }

    private byte[] bytes(String name, InputStream in) {
        try {
            return in.readNBytes(SourceText.SIZE_BYTES_MAX + 1);
        } catch (IOException failure) {
            nothing(name, "file-unreadable", "reading failed: " + failure.getMessage(), "");
            return new byte[0];
        }
    }

    private SourceDocument nothing(String name, String code, String message, String hint) {
        unreadable.add(Problem.error(code, new Place(name, 0), message, hint));
        return new SourceDocument(name, new byte[0]);
    }
}
