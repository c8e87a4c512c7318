package baton.reading.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import baton.plan.Problem;
import baton.reading.source.Read;
import baton.reading.source.SourceText;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.PreparedAnswer;
import baton.settings.PriceList;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsFilesTest {

    @Test
    void answersAreFoundByIdByTextOrByWords() {
        var read = AnswersReader.read(source("a.yaml", "D-3: 2\n\"Which SLA?\": 200 ms\nmatch:\n  storage: S3\n"));
        assertEquals(List.of(new PreparedAnswer(PreparedAnswer.By.ID, "D-3", "2"),
                new PreparedAnswer(PreparedAnswer.By.TEXT, "Which SLA?", "200 ms"),
                new PreparedAnswer(PreparedAnswer.By.MATCH, "storage", "S3")),
                taken(read).stream().map(AnswersReader.PlacedAnswer::answer).toList());
        assertEquals(List.of("a.yaml:1", "a.yaml:2", "a.yaml:4"),
                taken(read).stream().map(answer -> answer.place().toString()).toList());
        assertEquals(List.of("a.yaml:1", "a.yaml:2"),
                AnswersReader.read(source("a.yaml", "D-1: [a]\nmatch: x\n")).problems().stream()
                        .map(problem -> problem.place().toString()).toList());
        assertEquals("yaml-duplicate-key",
                AnswersReader.read(source("a.yaml", "D-1: a\nD-1: b\n")).problems().getFirst().code());
    }

    @Test
    void pricesAreMicroDollarsPerMillionTokensAndNeverGuessed() {
        var list = taken(PricesReader.read(source("p.yaml", """
                as_of: 2026-01-02
                source: somewhere
                models:
                  x/a: {context_tokens: 1000, output_tokens: 100, input: 1.25, output: 10, cache_read: 0.125}
                  x/b: {context_tokens: 1000, output_tokens: 100, input: 1}
                """)));
        assertEquals(new PriceList("2026-01-02", "somewhere", List.of(
                new ModelFacts(new ModelName("x", "a"), 1000, 100,
                        Optional.of(new ModelFacts.Price(1_250_000, 10_000_000, 125_000, 1_250_000, "2026-01-02"))),
                new ModelFacts(new ModelName("x", "b"), 1000, 100, Optional.empty()))), list);
        assertEquals(Optional.empty(), list.factsOf(new ModelName("x", "a-2")));
    }

    @Test
    void theShippedPricesAreReadableAndDated() {
        PriceList shipped = PricesReader.shipped();
        assertTrue(shipped.models().size() > 5);
        assertTrue(shipped.models().stream().allMatch(facts -> facts.price().isPresent()));
    }

    private static SourceText source(String name, String text) {
        return taken(SourceText.decode(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> T taken(Read<T> read) {
        assertInstanceOf(Read.Taken.class, read, () -> read.problems().toString());
        return ((Read.Taken<T>) read).value();
    }
}
