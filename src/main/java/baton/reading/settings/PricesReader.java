package baton.reading.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import baton.reading.data.Yaml;
import baton.reading.data.YamlFields;
import baton.reading.data.YamlTreeBuilder;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceFiles;
import baton.reading.source.SourceText;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.PriceList;

/**
 * Reads a price file: {@code as_of}, {@code source}, and for each {@code provider/model} its window and its dollars per
 * million tokens. A model without all of {@code input} and {@code output} has no price, which is not a price of nothing.
 */
public final class PricesReader {

    private final Remarks remarks;

    private PricesReader(Remarks remarks) {
        this.remarks = remarks;
    }

    public static Read<PriceList> read(SourceText text) {
        var remarks = new Remarks(text.file());
        Optional<Yaml> root = YamlTreeBuilder.parse(text.text(), 0, remarks);
        if (root.isPresent() && root.get() instanceof Yaml.Fields fields) {
            return new PricesReader(remarks).list(new YamlFields(fields, remarks));
        }
        if (!remarks.hasErrors()) {
            remarks.error(1, "prices-shape", "a price file is a mapping with as_of, source and models", "");
        }
        return remarks.refused();
    }

    /** The prices that come with baton. */
    public static PriceList shipped() {
        try (var stream = Objects.requireNonNull(PricesReader.class.getResourceAsStream("/prices.yaml"),
                "prices.yaml")) {
            return switch (SourceFiles.read(stream, "prices.yaml").then(PricesReader::read)) {
                case Read.Taken<PriceList>(var list, _) -> list;
                case Read.Refused<PriceList>(var problems) -> throw new IllegalStateException(problems.toString());
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Read<PriceList> list(YamlFields top) {
        String asOf = top.required("as_of").orElse("");
        if (!asOf.isEmpty() && !asOf.matches("\\d{4}-\\d{2}-\\d{2}")) {
            remarks.error(top.lineOf("as_of"), "prices-date", "\"" + asOf + "\" is no date",
                    "Write it like 2026-11-20.");
        }
        String source = top.textOrEmpty("source");
        List<ModelFacts> models = new ArrayList<>();
        top.mapping("models").ifPresent(all -> all.all().forEach(field -> model(field, asOf).ifPresent(models::add)));
        top.reportUnknown();
        return remarks.result(new PriceList(asOf, source, models));
    }

    private Optional<ModelFacts> model(Yaml.Field field, String asOf) {
        int slash = field.key().indexOf('/');
        if (slash <= 0 || slash == field.key().length() - 1 || !(field.value() instanceof Yaml.Fields mapping)) {
            remarks.error(field.line(), "prices-model", "\"" + field.key() + "\" must be provider/model with a mapping",
                    "");
            return Optional.empty();
        }
        var fields = new YamlFields(mapping, remarks);
        OptionalInt window = fields.integer("context_tokens", 1);
        OptionalInt output = fields.integer("output_tokens", 1);
        Optional<Long> in = dollars(fields, "input");
        Optional<Long> out = dollars(fields, "output");
        Optional<Long> cacheRead = dollars(fields, "cache_read");
        Optional<Long> cacheWrite = dollars(fields, "cache_write");
        fields.reportUnknown();
        if (window.isEmpty() || output.isEmpty()) {
            remarks.error(field.line(), "prices-model",
                    "\"" + field.key() + "\" needs context_tokens and output_tokens", "");
            return Optional.empty();
        }
        // Where a provider charges nothing special for cached tokens, they cost what any input costs.
        Optional<ModelFacts.Price> price = in.flatMap(input -> out.map(answer -> new ModelFacts.Price(input, answer,
                cacheRead.orElse(input), cacheWrite.orElse(input), asOf)));
        return Optional.of(new ModelFacts(ModelName.parse(field.key()), window.getAsInt(), output.getAsInt(), price));
    }

    private Optional<Long> dollars(YamlFields fields, String key) {
        return fields.text(key).flatMap(text -> {
            Optional<Long> micros = micros(text);
            if (micros.isEmpty()) {
                remarks.error(fields.lineOf(key), "prices-amount", "\"" + text + "\" is no amount of dollars",
                        "Write dollars per million tokens, such as 1.25.");
            }
            return micros;
        });
    }

    /** Dollars with up to six decimals, in micro-dollars; empty where the text is no such amount. */
    private static Optional<Long> micros(String dollars) {
        return dollars.matches("[0-9]{1,9}([.][0-9]{1,6})?")
                ? Optional.of(new BigDecimal(dollars).movePointRight(6).longValueExact())
                : Optional.empty();
    }
}
