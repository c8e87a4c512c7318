package baton.reading.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.plan.Place;
import baton.reading.data.Yaml;
import baton.reading.data.YamlFields;
import baton.reading.data.YamlTreeBuilder;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceText;
import baton.settings.ProviderEndpoint;
import baton.settings.ProviderEndpoint.Dialect;

/**
 * Reads a settings file: single values by key, lists of texts, and providers with their endpoints.
 *
 * <p>Which keys there are, and which of them a project may set, is decided by whoever asks.
 */
public final class SettingsReader {

    private static final List<String> DIALECTS = List.of("openai", "anthropic", "gemini", "ollama");

    private final Remarks remarks;

    private SettingsReader(String file) {
        this.remarks = new Remarks(file);
    }

    /**
     * What a file says, in its order.
     *
     * @param entries a list of texts gives one entry for each text
     */
    public record SettingsFile(String file, List<Entry> entries, List<ProviderEndpoint> providers) {
        public SettingsFile {
            entries = List.copyOf(entries);
            providers = List.copyOf(providers);
        }

        public static SettingsFile none(String file) {
            return new SettingsFile(file, List.of(), List.of());
        }
    }

    /** One value with its place. */
    public record Entry(String key, String value, Place place) {}

    public static Read<SettingsFile> read(SourceText source) {
        return new SettingsReader(source.file()).read(source.text());
    }

    private Read<SettingsFile> read(String text) {
        Optional<Yaml> root = YamlTreeBuilder.parse(text, 0, remarks);
        if (remarks.hasErrors()) {
            return remarks.refused();
        }
        if (root.isEmpty() || (root.get() instanceof Yaml.Scalar(_, var kind, _) && kind == Yaml.Kind.NOTHING)) {
            return remarks.result(SettingsFile.none(remarks.file()));
        }
        if (!(root.get() instanceof Yaml.Fields fields)) {
            remarks.error(1, "settings-shape", "settings are a mapping from a key to its value", "");
            return remarks.refused();
        }
        var entries = new ArrayList<Entry>();
        var top = new YamlFields(fields, remarks);
        for (Yaml.Field field : fields.fields()) {
            if (!field.key().equals("providers")) {
                top.textsOrNone(field.key()).forEach(value -> entries
                        .add(new Entry(field.key(), value, new Place(remarks.file(), field.line()))));
            }
        }
        var providers = top.mappings("providers", this::provider);
        return remarks.result(new SettingsFile(remarks.file(), entries, providers));
    }

    private Optional<ProviderEndpoint> provider(YamlFields fields) {
        var id = fields.required("id");
        var dialect = fields.choice("dialect", DIALECTS);
        var address = fields.required("base-url");
        String variable = fields.textOrEmpty("key-variable");
        var headers = fields.textsOrNone("headers");
        if (id.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        String trimmed = address.get().endsWith("/")
                ? address.get().substring(0, address.get().length() - 1)
                : address.get();
        return Optional.of(new ProviderEndpoint(id.get(),
                Dialect.valueOf(dialect.orElse("openai").toUpperCase(Locale.ROOT)), trimmed, variable, headers));
    }
}
