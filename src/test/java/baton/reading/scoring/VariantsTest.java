package baton.reading.scoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A document scores the same however it is said; the share of those that do has a floor in {@code floor-variants.txt}. */
class VariantsTest {
    private static final double CLOSE = 0.02;

    private final Map<String, List<Boolean>> close = new LinkedHashMap<>();

    @Test
    void aDocumentSaidInAnotherWayScoresTheSame() throws IOException {
        Map<String, Double> translated = new TreeMap<>();
        for (ScoredDocument document : ScoredDocument.all()) {
            Tally original = document.score().promised();
            Variants.renamed(document).ifPresent(variant -> compare("renamed", document, original, variant.score()));
            Variants.reordered(document)
                    .ifPresent(variant -> compare("reordered", document, original, variant.score()));
            compare("other bullets", document, original, Variants.bulleted(document).score());
            for (Map.Entry<String, UnaryOperator<byte[]>> encoding : Variants.encodings(document.text()).entrySet()) {
                compare("other bytes", document, original, document
                        .score(text -> encoding.getValue().apply(text.getBytes(StandardCharsets.UTF_8))),
                        encoding.getKey());
            }
            translated.put(document.name(), original.harmony());
        }
        for (ScoredDocument document : ScoredDocument.all()) {
            Optional<String> source = document.truth().texts("translation-of").stream().findFirst();
            source.ifPresent(name -> note("translated", document.name(), translated.getOrDefault(name, 0.0),
                    translated.getOrDefault(document.name(), 0.0)));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        close.forEach((variant, results) -> shares.put(variant,
                (double) results.stream().filter(result -> result).count() / results.size()));
        assertEquals("", new Floor("floor-variants.txt", 1).broken(shares));
    }

    private void compare(String variant, ScoredDocument document, Tally original, Scorecard changed) {
        compare(variant, document, original, changed, "");
    }

    private void compare(String variant, ScoredDocument document, Tally original, Scorecard changed, String how) {
        note(variant, document.name() + (how.isEmpty() ? "" : " (" + how + ")"), original.harmony(),
                changed.promised().harmony());
    }

    private void note(String variant, String name, double original, double changed) {
        boolean same = Math.abs(original - changed) <= CLOSE;
        close.computeIfAbsent(variant, key -> new ArrayList<>()).add(same);
        if (!same) {
            System.out.printf(Locale.ROOT, "%s: %s scores %.3f instead of %.3f%n", variant, name, changed, original);
        }
    }
}
