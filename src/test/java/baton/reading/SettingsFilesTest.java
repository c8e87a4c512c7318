package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import baton.plan.Problem;
import baton.settings.FileSettings;
import baton.settings.FileSettings.Amount.Kind;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.Origin;
import baton.settings.PreparedAnswer;
import baton.settings.PriceList;
import baton.settings.ProviderEndpoint;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsFilesTest {

    private static final String ALL = """
            model: sonnet
            fallback-models: [openai/gpt-5]
            agents-max: 4
            time-box: 1h
            budget-usd: 2.50
            on-question: recommend
            aliases: {sonnet: anthropic/claude-sonnet-4-5}
            agent-models: {writer: [opus, sonnet]}
            allow: [git diff *]
            notify: say ready
            providers:
              local: {dialect: openai, base-url: "http://localhost:8000/v1/", key-env: LOCAL_KEY}
            """;

    @Test
    void theUsersOwnFileMaySetEverythingAndEveryValueKnowsItsLine() {
        var settings = taken(ConfigReader.readUserFile(source("config.yaml", ALL)));
        assertEquals(List.of(new Origin<>("sonnet", Origin.Source.USER_FILE, "config.yaml:1"),
                new Origin<>("openai/gpt-5", Origin.Source.USER_FILE, "config.yaml:2")), settings.models());
        assertEquals(Optional.of(new Origin<>(2_500_000L, Origin.Source.USER_FILE, "config.yaml:5")),
                settings.amount(Kind.BUDGET_MICROS));
        assertEquals(Optional.of(60L), settings.amount(Kind.TIME_BOX_MINUTES).map(Origin::value));
        assertEquals(Optional.of(RunSettings.OnQuestion.RECOMMEND), settings.onQuestion().map(Origin::value));
        assertEquals(List.of("opus", "sonnet"), settings.agentModels().getFirst().models().value());
        assertEquals(new FileSettings.Trusted(
                List.of(new Origin<>(
                        new ProviderEndpoint("local", ProviderEndpoint.Dialect.OPENAI, "http://localhost:8000/v1",
                                "LOCAL_KEY", List.of()),
                        Origin.Source.USER_FILE, "config.yaml:12")),
                List.of(new Origin<>("git diff *", Origin.Source.USER_FILE, "config.yaml:9")),
                Optional.of(new Origin<>("say ready", Origin.Source.USER_FILE, "config.yaml:10"))), settings.trusted());
        assertEquals(List.of(), settings.needsTrust());
    }

    @Test
    void aProjectsFileSetsNoEndpointAndNoCommand() {
        var read = ConfigReader.readProjectFile(source("baton.yaml", ALL));
        var settings = taken(read);
        assertEquals(FileSettings.Trusted.NOTHING, settings.trusted());
        assertEquals(List.of("providers", "allow", "notify"),
                settings.needsTrust().stream().map(FileSettings.TrustRequest::key).toList());
        assertEquals(List.of("baton.yaml:11", "baton.yaml:9", "baton.yaml:10"),
                read.problems().stream().map(problem -> problem.place().toString()).toList());
        assertEquals(Optional.of(4L), settings.amount(Kind.AGENTS_MAX).map(Origin::value));
    }

    @Test
    void aKeyInAFileIsRefusedWithoutShowingIt() {
        for (String text : List.of("api_key: sk-123456",
                "providers:\n  x: {base-url: 'http://h', api-key: sk-123456}\n")) {
            var read = ConfigReader.readUserFile(source("config.yaml", text));
            assertInstanceOf(Read.Refused.class, read);
            assertTrue(read.problems().stream().noneMatch(problem -> problem.toString().contains("sk-123456")));
        }
    }

    @Test
    void settingsMistakesComeAllAtOnce() {
        var read = ConfigReader
                .readUserFile(source("c.yaml", "agents-max: 0\ntimeout: soon\nbudget-usd: much\nmodle: x\n"));
        assertEquals(List.of("c.yaml:1: \"agents-max\" needs a whole number of at least 1, not a number",
                "c.yaml:2: \"soon\" is no length of time", "c.yaml:3: \"much\" is no amount of dollars",
                "c.yaml:4: \"modle\" is no key that is known here"),
                read.problems().stream().map(Problem::oneLine).toList());
        assertEquals(FileSettings.NONE, taken(ConfigReader.readUserFile(source("c.yaml", "# nothing\n"))));
    }

    @Test
    void answersAreFoundByIdByTextOrByWords() {
        var read = AnswersReader.read(source("a.yaml", "D-3: 2\n\"Which SLA?\": 200 ms\nmatch:\n  storage: S3\n"));
        assertEquals(List.of(new PreparedAnswer(PreparedAnswer.By.ID, "D-3", "2"),
                new PreparedAnswer(PreparedAnswer.By.TEXT, "Which SLA?", "200 ms"),
                new PreparedAnswer(PreparedAnswer.By.MATCH, "storage", "S3")), taken(read));
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
