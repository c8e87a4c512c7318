package baton.llm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import baton.llm.ModelResolution.Found;
import baton.llm.ModelResolution.Replaced;
import baton.settings.ModelName;
import baton.settings.ProviderEndpoint;
import baton.settings.ProviderEndpoint.Dialect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class ProviderDirectoryTest {
    private static final ModelName STANDARD = new ModelName("openai", "gpt-5");

    private static ProviderDirectory directory(String... pairs) {
        return ProviderDirectory.of(environment(pairs), List.of(), ModelAliases.DEFAULTS);
    }

    private static Map<String, String> environment(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static ProviderEndpoint endpoint(String id, Dialect dialect, String base, String key, String... headers) {
        return new ProviderEndpoint(id, dialect, base, key, List.of(headers));
    }

    @Test
    void theVariablesUsersHaveNameTheProviders() {
        assertEquals(List.of(
                endpoint("anthropic", Dialect.ANTHROPIC, "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
                endpoint("openai", Dialect.OPENAI, "https://api.openai.com/v1", "OPENAI_API_KEY",
                        "OpenAI-Organization: ${OPENAI_ORG_ID}"),
                endpoint("gemini", Dialect.GEMINI, "https://generativelanguage.googleapis.com/v1beta",
                        "GOOGLE_API_KEY"),
                endpoint("azure", Dialect.OPENAI, "https://me.openai.azure.com/openai/v1", "",
                        "api-key: ${AZURE_API_KEY}"),
                endpoint("openrouter", Dialect.OPENAI, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
                endpoint("groq", Dialect.OPENAI, "https://api.groq.com/openai/v1", "GROQ_API_KEY"),
                endpoint("mistral", Dialect.OPENAI, "https://api.mistral.ai/v1", "MISTRAL_API_KEY"),
                endpoint("xai", Dialect.OPENAI, "https://api.x.ai/v1", "XAI_API_KEY"),
                endpoint("deepseek", Dialect.OPENAI, "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"),
                endpoint("ollama", Dialect.OLLAMA, "http://127.0.0.1:11434", "")),
                directory("OPENAI_API_KEY", "k", "OPENAI_ORG_ID", "o", "ANTHROPIC_API_KEY", "k", "GOOGLE_API_KEY", "k",
                        "AZURE_API_KEY", "k", "AZURE_OPENAI_ENDPOINT", "https://me.openai.azure.com/",
                        "OPENROUTER_API_KEY", "k", "GROQ_API_KEY", "k", "MISTRAL_API_KEY", "k", "XAI_API_KEY", "k",
                        "DEEPSEEK_API_KEY", "k", "OLLAMA_HOST", "0.0.0.0", "HOME", "/root").endpoints());
        assertEquals(List.of(), directory("OPENAI_API_KEY", " ").endpoints());
    }

    @Test
    void addressesOfOnesOwnAreTaken() {
        assertEquals(List.of(
                endpoint("anthropic", Dialect.ANTHROPIC, "http://gateway:4000/v1", "",
                        "Authorization: Bearer ${ANTHROPIC_AUTH_TOKEN}"),
                endpoint("openai", Dialect.OPENAI, "http://localhost:8000/v1", ""),
                endpoint("gemini", Dialect.GEMINI, "http://proxy/v1beta", "GEMINI_API_KEY")),
                directory("ANTHROPIC_AUTH_TOKEN", "t", "ANTHROPIC_BASE_URL", "http://gateway:4000", "OPENAI_API_BASE",
                        "http://localhost:8000/v1/", "GEMINI_API_KEY", "k", "GOOGLE_API_KEY", "other",
                        "GOOGLE_GEMINI_BASE_URL", "http://proxy").endpoints());
    }

    @TestFactory
    Stream<DynamicTest> everyFormOfAnOllamaHostIsAnAddress() {
        return environment("", "http://127.0.0.1:11434", ":9999", "http://127.0.0.1:9999", "box", "http://box:11434",
                "box:80", "http://box:80", "0.0.0.0:5000", "http://127.0.0.1:5000", "http://box/", "http://box",
                "https://box:443/ollama/", "https://box:443/ollama", "[::]:7", "http://[::1]:7")
                .entrySet().stream().map(one -> DynamicTest.dynamicTest("\"" + one.getKey() + "\"",
                        () -> assertEquals(one.getValue(), EnvironmentProviders.ollamaAddress(one.getKey()))));
    }

    @Test
    void whatTheUserConfiguredWins() {
        var own = endpoint("openai", Dialect.OPENAI, "http://here/v1", "MY_KEY", "X-Team: ${TEAM} a${B");
        var directory = ProviderDirectory.of(environment("OPENAI_API_KEY", "k", "MY_KEY", "mine", "TEAM", "red"),
                List.of(own), ModelAliases.DEFAULTS);
        assertEquals(List.of(own), directory.endpoints());
        assertEquals(new ProviderDirectory.Access("mine", environment("X-Team", "red a${B")), directory.access(own));
    }

    @Test
    void anAliasMeansTheModelOfAProviderThatIsThere() {
        assertEquals(new Found(new ModelName("anthropic", "claude-sonnet-4-5")),
                directory("ANTHROPIC_API_KEY", "k").resolve("Sonnet", STANDARD));
        assertEquals(new Found(new ModelName("openrouter", "anthropic/claude-haiku-4.5")),
                directory("OPENROUTER_API_KEY", "k").resolve("haiku", STANDARD));
        assertEquals(new Found(STANDARD), directory().resolve(" inherit ", STANDARD));
        assertEquals(new Found(STANDARD), directory().resolve("", STANDARD));
        var changed = ProviderDirectory.of(environment("OPENAI_API_KEY", "k"), List.of(),
                ModelAliases.DEFAULTS.with(Map.of("Opus", "openai/gpt-5")));
        assertEquals(new Found(STANDARD), changed.resolve("opus", new ModelName("openai", "other")));
    }

    @Test
    void aNameIsResolvedWholeOrBareOrReplacedWithAReason() {
        var directory = directory("OPENAI_API_KEY", "k");
        assertEquals(new Found(new ModelName("openai", "gpt-5-mini")),
                directory.resolve("openai/gpt-5-mini", STANDARD));
        assertEquals(new Found(new ModelName("openai", "gpt-4o")), directory.resolve("gpt-4o", STANDARD));
        assertEquals(new Found(new ModelName("ollama", "qwen3:8b")), directory.resolve("ollama/qwen3:8b", STANDARD));
        assertEquals(new Found(ModelName.REHEARSAL), directory.resolve("rehearsal", STANDARD));
        assertEquals(new Replaced("sonnet", STANDARD, "\"sonnet\" means anthropic/claude-sonnet-4-5 or "
                + "openrouter/anthropic/claude-sonnet-4.5, and no such provider is configured"),
                directory.resolve("sonnet", STANDARD));
        assertEquals(new Replaced("claude-3", STANDARD, "no configured provider has a model \"claude-3\""),
                directory.resolve("claude-3", STANDARD));
        assertEquals(new Replaced("acme/big", STANDARD, "no provider \"acme\" is configured"),
                directory.resolve("acme/big", STANDARD));
    }

    @Test
    void theStandardModelIsTheFirstUsableProviders() {
        assertEquals(Optional.empty(), directory().standard());
        assertEquals(Optional.empty(), directory("OPENAI_BASE_URL", "http://vllm/v1").standard());
        assertEquals(Optional.of(new ModelName("openai", "qwen")),
                directory("OPENAI_BASE_URL", "http://vllm/v1", "OPENAI_MODEL", "qwen").standard());
        assertEquals(Optional.of(new ModelName("anthropic", "claude-sonnet-4-5")),
                directory("ANTHROPIC_API_KEY", "k", "OPENAI_API_KEY", "k").standard());
    }

    @Test
    void findingsNameVariablesAndNeverShowAKey() {
        var configured = List.of(endpoint("mine", Dialect.OPENAI, "http://mine/v1", "MINE_KEY"),
                endpoint("open", Dialect.OPENAI, "http://open/v1", ""));
        var directory = ProviderDirectory.of(
                environment("GROQ_API_KEY", "very-secret-1", "ANTHROPIC_AUTH_TOKEN", "very-secret-2"), configured,
                ModelAliases.DEFAULTS);
        assertEquals(List.of(new ProviderFinding("mine", "http://mine/v1", "MINE_KEY is not set", false),
                new ProviderFinding("open", "http://open/v1", "needs none", true),
                new ProviderFinding("anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_AUTH_TOKEN is set", true),
                new ProviderFinding("groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY is set", true)),
                directory.findings());
        for (ProviderEndpoint endpoint : directory.endpoints()) {
            assertFalse(directory.access(endpoint).toString().contains("secret"));
        }
    }
}
