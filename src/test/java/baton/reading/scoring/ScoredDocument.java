package baton.reading.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.reading.PlanReader;
import baton.reading.source.SourceDocument;

/** One document of the corpus (or several that make one plan) with its truth. */
record ScoredDocument(String name, List<Part> parts, String truthText) {
    static final Path FOLDER = Path.of("src/test/resources/corpus");
    private static final String TRUTH = ".truth.yaml";

    /** A file of a document, as text. */
    record Part(String file, String text) {
        Part with(String changed) {
            return new Part(file, changed);
        }
    }

    /** All documents, by name. */
    static List<ScoredDocument> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(TRUTH)).sorted().map(ScoredDocument::load).toList();
        }
    }

    private static ScoredDocument load(Path truthFile) {
        String file = truthFile.getFileName().toString();
        String name = file.substring(0, file.length() - TRUTH.length());
        try {
            String text = Files.readString(truthFile, StandardCharsets.UTF_8);
            List<String> documents = new ArrayList<>(Truth.parse(text, file).texts("documents"));
            if (documents.isEmpty()) {
                documents.add(only(name));
            }
            List<Part> parts = new ArrayList<>();
            for (String document : documents) {
                parts.add(new Part(document, Files.readString(file(document), StandardCharsets.UTF_8)));
            }
            return new ScoredDocument(name, List.copyOf(parts), text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The shipped plans stand where people run them, everything else beside its truth. */
    private static Path file(String document) {
        return document.startsWith("prompts/") ? Path.of(document) : FOLDER.resolve(document);
    }

    private static String only(String name) {
        return Stream.of("md", "yaml", "yml", "json", "txt").map(ending -> name + "." + ending)
                .filter(file -> Files.exists(FOLDER.resolve(file))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document for " + name));
    }

    Truth truth() {
        return Truth.parse(truthText, name);
    }

    String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }

    ScoredDocument with(Function<String, String> change) {
        return new ScoredDocument(name, parts.stream().map(part -> part.with(change.apply(part.text()))).toList(),
                truthText);
    }

    /** Changes the parts that are prose; data formats have one way to say a thing. */
    ScoredDocument withProse(Function<String, String> change) {
        return new ScoredDocument(name,
                parts.stream()
                        .map(part -> part.file().matches(".*\\.(md|txt)") ? part.with(change.apply(part.text())) : part)
                        .toList(),
                truthText);
    }

    ScoredDocument withTruth(String changed) {
        return new ScoredDocument(name, parts, changed);
    }

    /** The score of the document as UTF-8. */
    Scorecard score() {
        return score(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    Scorecard score(Function<String, byte[]> encoding) {
        List<SourceDocument> sources = parts.stream()
                .map(part -> new SourceDocument(part.file(), encoding.apply(part.text()))).toList();
        return PlanScore.of(parts.getFirst().file(), text(), truth(), PlanReader.read(sources));
    }
}
