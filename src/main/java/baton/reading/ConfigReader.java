package baton.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import baton.settings.FileSettings;
import baton.settings.FileSettings.Amount;
import baton.settings.Origin;
import baton.settings.Origin.Source;
import baton.settings.ProviderEndpoint;
import baton.settings.RunSettings;

/**
 * Reads a settings file: the user's own, or a project's {@code baton.yaml}.
 *
 * <p>
 * A project's file may not set endpoints, keys or commands; what it says of them is listed as a wish that needs trust. No
 * file may hold a key itself: a key is named by its environment variable.
 */
public final class ConfigReader {

    private final YamlFields top;
    private final Remarks remarks;
    private final Source source;
    private final List<FileSettings.TrustRequest> needsTrust = new ArrayList<>();

    private ConfigReader(Yaml.Fields fields, Remarks remarks, Source source) {
        this.top = new YamlFields(fields, remarks);
        this.remarks = remarks;
        this.source = source;
    }

    /** Reads the user's own file, which may set everything. */
    public static Read<FileSettings> readUserFile(SourceText text) {
        return read(text, Source.USER_FILE);
    }

    /** Reads the file of a project folder; nothing in it is trusted. */
    public static Read<FileSettings> readProjectFile(SourceText text) {
        return read(text, Source.PROJECT_FILE);
    }

    private static Read<FileSettings> read(SourceText text, Source source) {
        var remarks = new Remarks(text.file());
        Optional<Yaml> root = YamlTreeBuilder.parse(text.text(), 0, remarks);
        if (remarks.hasErrors()) {
            return remarks.refused();
        }
        if (root.isEmpty()) {
            return remarks.result(FileSettings.NONE);
        }
        if (!(root.get() instanceof Yaml.Fields fields)) {
            remarks.error(1, "config-shape", "settings are a mapping, not " + root.get().described(), "");
            return remarks.refused();
        }
        return remarks.result(new ConfigReader(fields, remarks, source).settings());
    }

    private FileSettings settings() {
        List<Origin<String>> models = new ArrayList<>();
        top.text("model").ifPresent(model -> models.add(from("model", model)));
        top.textsOrNone("fallback-models").forEach(model -> models.add(from("fallback-models", model)));
        Optional<Origin<RunSettings.OnQuestion>> onQuestion = top
                .choice("on-question", List.of("wait", "recommend", "fail"))
                .map(word -> from("on-question", RunSettings.OnQuestion.valueOf(word.toUpperCase(Locale.ROOT))));
        List<FileSettings.Alias> aliases = new ArrayList<>();
        top.mapping("aliases").ifPresent(mapping -> mapping.all().forEach(field -> aliases.add(
                new FileSettings.Alias(field.key(), at(field.line(), YamlTexts.inline(field.value()))))));
        List<FileSettings.AgentModels> agents = new ArrayList<>();
        top.mapping("agent-models").ifPresent(mapping -> mapping.all().forEach(field -> agents.add(
                new FileSettings.AgentModels(field.key(), at(field.line(), YamlTexts.list(field.value()))))));
        List<Origin<String>> folders = top.textsOrNone("profiles").stream().map(path -> from("profiles", path))
                .toList();
        Optional<Origin<String>> sessions = top.text("sessions").map(path -> from("sessions", path));
        List<Amount> amounts = amounts();
        FileSettings.Trusted trusted = trusted();
        secrets();
        top.reportUnknown();
        return new FileSettings(models, amounts, onQuestion, aliases, agents, folders, sessions, trusted, needsTrust);
    }

    private List<Amount> amounts() {
        List<Amount> amounts = new ArrayList<>();
        whole("agents-max", 1, Amount.Kind.AGENTS_MAX, amounts);
        whole("agents-min", 0, Amount.Kind.AGENTS_MIN, amounts);
        whole("budget-tokens", 1, Amount.Kind.BUDGET_TOKENS, amounts);
        whole("turns-max", 1, Amount.Kind.TURNS_MAX, amounts);
        length("time-box", Amount.Kind.TIME_BOX_MINUTES, amounts);
        length("timeout", Amount.Kind.TIMEOUT_MINUTES, amounts);
        top.text("budget-usd").ifPresent(text -> Micros.parse(text).ifPresentOrElse(
                micros -> amounts.add(new Amount(Amount.Kind.BUDGET_MICROS, from("budget-usd", micros))),
                () -> remarks.error(top.lineOf("budget-usd"), "config-value",
                        "\"" + text + "\" is no amount of dollars",
                        "Write it like 2.50.")));
        return amounts;
    }

    private void whole(String key, int least, Amount.Kind kind, List<Amount> amounts) {
        OptionalInt value = top.integer(key, least);
        if (value.isPresent()) {
            amounts.add(new Amount(kind, from(key, (long) value.getAsInt())));
        }
    }

    private void length(String key, Amount.Kind kind, List<Amount> amounts) {
        Optional<String> text = top.text(key);
        OptionalInt minutes = text.map(Durations::minutes).orElse(OptionalInt.empty());
        if (minutes.isPresent()) {
            amounts.add(new Amount(kind, from(key, (long) minutes.getAsInt())));
        } else if (text.isPresent()) {
            remarks.error(top.lineOf(key), "config-value", "\"" + text.get() + "\" is no length of time",
                    "Write it like 15m or 2h.");
        }
    }

    private FileSettings.Trusted trusted() {
        if (source == Source.PROJECT_FILE) {
            List.of("providers", "allow", "notify", "mcp-servers", "proxy").forEach(this::wish);
            return FileSettings.Trusted.NOTHING;
        }
        List<Origin<ProviderEndpoint>> providers = new ArrayList<>();
        top.mapping("providers")
                .ifPresent(all -> all.all().forEach(field -> provider(field).ifPresent(providers::add)));
        List<Origin<String>> allowed = top.textsOrNone("allow").stream().map(pattern -> from("allow", pattern))
                .toList();
        return new FileSettings.Trusted(providers, allowed, top.text("notify").map(command -> from("notify", command)));
    }

    private void wish(String key) {
        top.value(key).ifPresent(value -> {
            needsTrust.add(new FileSettings.TrustRequest(key, from(key, YamlTexts.inline(value))));
            remarks.warning(top.lineOf(key), "needs-trust", "a project's file can't set \"" + key + "\" by itself",
                    "Look at it and run \"baton trust\", or set it in your own configuration.");
        });
    }

    private Optional<Origin<ProviderEndpoint>> provider(Yaml.Field field) {
        if (!(field.value() instanceof Yaml.Fields mapping)) {
            remarks.error(field.line(), "config-value", "the provider \"" + field.key() + "\" needs a mapping", "");
            return Optional.empty();
        }
        var fields = new YamlFields(mapping, remarks);
        Optional<String> dialect = fields.choice("dialect", List.of("openai", "anthropic", "gemini", "ollama"));
        Optional<String> url = fields.required("base-url").filter(text -> isUrl(text, fields));
        fields.value("api-key").ifPresent(_ -> remarks.error(fields.lineOf("api-key"), "config-key",
                "a key does not belong into a file", "Put it into an environment variable and name that as key-env."));
        String variable = fields.textOrEmpty("key-env");
        List<String> headers = fields.textsOrNone("headers");
        fields.reportUnknown();
        return url.map(address -> at(field.line(), new ProviderEndpoint(field.key(),
                ProviderEndpoint.Dialect.valueOf(dialect.orElse("openai").toUpperCase(Locale.ROOT)),
                address.replaceFirst("/+$", ""), variable, headers)));
    }

    private boolean isUrl(String text, YamlFields fields) {
        boolean url = text.matches("https?://[^\\s/]+.*");
        if (!url) {
            remarks.error(fields.lineOf("base-url"), "config-value", "\"" + text + "\" is no http address", "");
        }
        return url;
    }

    private void secrets() {
        for (Yaml.Field field : top.all()) {
            if (field.key().matches("(?i).*(api[-_]?key|token|secret|password)$")
                    && !field.key().equals("budget-tokens")) {
                top.ignore(field.key());
                remarks.error(field.line(), "config-key", "\"" + field.key() + "\": a key does not belong into a file",
                        "Put it into an environment variable.");
            }
        }
    }

    private <T> Origin<T> from(String key, T value) {
        return at(top.lineOf(key), value);
    }

    private <T> Origin<T> at(int line, T value) {
        return new Origin<>(value, source, remarks.file() + ":" + line);
    }

    /** Dollars as micro-dollars, without a rounding anywhere. */
    static final class Micros {

        private Micros() {}

        static Optional<Long> parse(String dollars) {
            return dollars.matches("[0-9]{1,9}([.][0-9]{1,6})?")
                    ? Optional.of(new BigDecimal(dollars).movePointRight(6).longValueExact())
                    : Optional.empty();
        }
    }
}
