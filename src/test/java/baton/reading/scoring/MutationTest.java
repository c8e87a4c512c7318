package baton.reading.scoring;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.LoadedPlan;
import baton.plan.TaskSpec;
import baton.reading.PlanReader;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Broken documents: never a crash, never a hang, and nothing in the plan whose words are not in the text. */
class MutationTest {
    private static final int ROUNDS = Boolean.getBoolean("baton.deep") ? 1_000 : 60;
    /** Far above what a document of this size takes, and far below what a person would wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    /** Words under which the reader may supply somebody where a document names nobody. */
    private static final List<String> SUPPLIED = List.of("orchestrator", "developer", "worker", "agent", "human",
            "owner",
            "lead", "coordinator", "assistant");

    @Test
    void nothingIsReadOutOfABrokenDocumentThatIsNotInIt() throws IOException {
        List<ScoredDocument> documents = ScoredDocument.all();
        var random = new Random(20);
        List<Mutation> ways = List.of(Mutation.values());
        List<String> invented = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ScoredDocument document = documents.get(random.nextInt(documents.size()));
            Mutation mutation = ways.get(round % ways.size());
            List<SourceDocument> sources = new ArrayList<>();
            for (ScoredDocument.Part part : document.parts()) {
                byte[] broken = mutation.apply(part.text().getBytes(StandardCharsets.UTF_8), random);
                sources.add(new SourceDocument(part.file(), broken));
            }
            String where = "round " + round + ", " + mutation + " of " + document.name();
            LoadedPlan loaded = assertTimeoutPreemptively(PATIENCE, () -> PlanReader.read(sources), where);
            assertTrue(loaded.coverage().linesUnderstood() <= loaded.coverage().linesTotal(), where);
            invented.addAll(invented(where, words(sources), loaded));
        }
        assertEquals(List.of(), invented);
    }

    private static List<String> invented(String where, String text, LoadedPlan loaded) {
        List<String> invented = new ArrayList<>();
        for (AgentSpec agent : loaded.plan().agents()) {
            strange(agent.name(), text).forEach(word -> invented
                    .add(where + ": agent " + agent.name() + " at " + agent.place() + " has " + word));
        }
        for (TaskSpec task : loaded.plan().tasks()) {
            strange(task.title(), text).forEach(
                    word -> invented.add(where + ": task " + task.title() + " at " + task.place() + " has " + word));
        }
        return invented;
    }

    private static List<String> strange(String name, String text) {
        return WORD.matcher(name.toLowerCase(Locale.ROOT)).results().map(match -> match.group())
                .filter(word -> !text.contains(word) && !SUPPLIED.contains(word)).toList();
    }

    /** The documents in every way they can be decoded, with and without the marks that may stand inside a word. */
    private static String words(List<SourceDocument> sources) {
        var words = new StringBuilder();
        for (SourceDocument source : sources) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE)) {
                String text = new String(source.bytes(), charset).toLowerCase(Locale.ROOT);
                words.append(text).append('\n').append(text.replaceAll("[^\\p{L}\\p{N}\\s]+", "")).append('\n');
            }
        }
        return words.toString();
    }
}
