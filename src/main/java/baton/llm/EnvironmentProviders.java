package baton.llm;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.settings.ModelName;
import baton.settings.ProviderEndpoint;
import baton.settings.ProviderEndpoint.Dialect;

/** Reads the variables that users of other tools already have. */
final class EnvironmentProviders {
    private static final int OLLAMA_PORT = 11434;

    /** Providers that speak OpenAI's dialect, known by their key alone. */
    private record Compatible(String id, String keyVariable, String baseUrl) {}

    private static final List<Compatible> COMPATIBLE = List.of(
            new Compatible("openrouter", "OPENROUTER_API_KEY", "https://openrouter.ai/api/v1"),
            new Compatible("groq", "GROQ_API_KEY", "https://api.groq.com/openai/v1"),
            new Compatible("mistral", "MISTRAL_API_KEY", "https://api.mistral.ai/v1"),
            new Compatible("xai", "XAI_API_KEY", "https://api.x.ai/v1"),
            new Compatible("deepseek", "DEEPSEEK_API_KEY", "https://api.deepseek.com/v1"));

    /** Beginnings of model names, and whose they are. */
    private static final List<List<String>> MAKERS = List.of(List.of("claude-", "anthropic"), List.of("gpt-", "openai"),
            List.of("chatgpt-", "openai"), List.of("o1", "openai"), List.of("o3", "openai"), List.of("o4", "openai"),
            List.of("gemini-", "gemini"), List.of("grok-", "xai"), List.of("deepseek-", "deepseek"),
            List.of("mistral-", "mistral"), List.of("codestral-", "mistral"), List.of("magistral-", "mistral"));

    private EnvironmentProviders() {}

    /** In the order in which a standard model is looked for. */
    static List<ProviderEndpoint> in(Map<String, String> environment) {
        var found = new ArrayList<ProviderEndpoint>();
        anthropic(environment).ifPresent(found::add);
        openAi(environment).ifPresent(found::add);
        gemini(environment).ifPresent(found::add);
        azure(environment).ifPresent(found::add);
        COMPATIBLE.stream().filter(one -> has(environment, one.keyVariable()))
                .map(one -> new ProviderEndpoint(one.id(), Dialect.OPENAI, one.baseUrl(), one.keyVariable(), List.of()))
                .forEach(found::add);
        ollama(environment).ifPresent(found::add);
        return found;
    }

    private static Optional<ProviderEndpoint> anthropic(Map<String, String> environment) {
        String base = versioned(value(environment, "ANTHROPIC_BASE_URL", "https://api.anthropic.com"), "/v1");
        if (has(environment, "ANTHROPIC_API_KEY")) {
            return Optional.of(new ProviderEndpoint("anthropic", Dialect.ANTHROPIC, base, "ANTHROPIC_API_KEY",
                    List.of()));
        }
        return has(environment, "ANTHROPIC_AUTH_TOKEN")
                ? Optional.of(new ProviderEndpoint("anthropic", Dialect.ANTHROPIC, base, "",
                        List.of("Authorization: Bearer ${ANTHROPIC_AUTH_TOKEN}")))
                : Optional.empty();
    }

    /** An address without a key is a server of one's own, such as vLLM or LM Studio. */
    private static Optional<ProviderEndpoint> openAi(Map<String, String> environment) {
        String own = value(environment, "OPENAI_BASE_URL", value(environment, "OPENAI_API_BASE", ""));
        boolean key = has(environment, "OPENAI_API_KEY");
        if (!key && own.isEmpty()) {
            return Optional.empty();
        }
        var headers = new ArrayList<String>();
        if (has(environment, "OPENAI_ORG_ID")) {
            headers.add("OpenAI-Organization: ${OPENAI_ORG_ID}");
        }
        if (has(environment, "OPENAI_PROJECT_ID")) {
            headers.add("OpenAI-Project: ${OPENAI_PROJECT_ID}");
        }
        return Optional.of(new ProviderEndpoint("openai", Dialect.OPENAI,
                own.isEmpty() ? "https://api.openai.com/v1" : withoutSlash(own), key ? "OPENAI_API_KEY" : "", headers));
    }

    private static Optional<ProviderEndpoint> gemini(Map<String, String> environment) {
        String base = versioned(
                value(environment, "GOOGLE_GEMINI_BASE_URL", "https://generativelanguage.googleapis.com"), "/v1beta");
        String variable = has(environment, "GEMINI_API_KEY") ? "GEMINI_API_KEY" : "GOOGLE_API_KEY";
        return has(environment, variable)
                ? Optional.of(new ProviderEndpoint("gemini", Dialect.GEMINI, base, variable, List.of()))
                : Optional.empty();
    }

    /** Azure's own dialect is OpenAI's under another path and header. */
    private static Optional<ProviderEndpoint> azure(Map<String, String> environment) {
        String base = value(environment, "AZURE_OPENAI_ENDPOINT", value(environment, "AZURE_API_BASE", ""));
        String variable = has(environment, "AZURE_OPENAI_API_KEY") ? "AZURE_OPENAI_API_KEY" : "AZURE_API_KEY";
        return base.isEmpty() || !has(environment, variable)
                ? Optional.empty()
                : Optional.of(new ProviderEndpoint("azure", Dialect.OPENAI, versioned(base, "/openai/v1"), "",
                        List.of("api-key: ${" + variable + "}")));
    }

    private static Optional<ProviderEndpoint> ollama(Map<String, String> environment) {
        String host = value(environment, "OLLAMA_HOST", value(environment, "OLLAMA_API_BASE", ""));
        boolean key = has(environment, "OLLAMA_API_KEY");
        if (host.isEmpty() && !key) {
            return Optional.empty();
        }
        String base = host.isEmpty() ? "https://ollama.com" : ollamaAddress(host);
        return Optional
                .of(new ProviderEndpoint("ollama", Dialect.OLLAMA, base, key ? "OLLAMA_API_KEY" : "", List.of()));
    }

    static ProviderEndpoint localOllama() {
        return new ProviderEndpoint("ollama", Dialect.OLLAMA, ollamaAddress(""), "", List.of());
    }

    /** {@code host}, {@code :port}, {@code host:port} or an address; 0.0.0.0 is where a server listens, not where it is. */
    static String ollamaAddress(String host) {
        String text = withoutSlash(host.strip());
        String whole = text.contains("://")
                ? text
                : "http://" + (text.startsWith(":") || text.isEmpty()
                        ? "127.0.0.1"
                        : "") + text;
        URI uri;
        try {
            uri = URI.create(whole);
        } catch (IllegalArgumentException _) {
            return whole;
        }
        String name = uri.getHost() == null ? "127.0.0.1" : uri.getHost();
        String reachable = name.equals("0.0.0.0") ? "127.0.0.1" : name.equals("[::]") ? "[::1]" : name;
        int port = uri.getPort() > 0 ? uri.getPort() : text.contains("://") ? -1 : OLLAMA_PORT;
        String path = uri.getPath() == null ? "" : uri.getPath();
        return uri.getScheme() + "://" + reachable + (port < 0 ? "" : ":" + port) + path;
    }

    /** The model a user of this provider has chosen elsewhere, else one that suits most work. */
    static Optional<ModelName> standardModel(ProviderEndpoint endpoint, Map<String, String> environment) {
        String model = switch (endpoint.id()) {
            case "anthropic" -> value(environment, "ANTHROPIC_MODEL", "claude-sonnet-4-5");
            case "openai" -> value(environment, "OPENAI_MODEL",
                    endpoint.baseUrl().contains("api.openai.com") ? "gpt-5" : "");
            case "gemini" -> value(environment, "GEMINI_MODEL", "gemini-2.5-pro");
            case "openrouter" -> "anthropic/claude-sonnet-4.5";
            case "groq" -> "openai/gpt-oss-120b";
            case "mistral" -> "mistral-large-latest";
            case "xai" -> "grok-4";
            case "deepseek" -> "deepseek-chat";
            case "ollama" -> value(environment, "OLLAMA_MODEL", "");
            default -> "";
        };
        return model.isEmpty() ? Optional.empty() : Optional.of(new ModelName(endpoint.id(), model));
    }

    /** Whose model a bare name is. */
    static Optional<String> makerOf(String name) {
        return MAKERS.stream().filter(maker -> name.startsWith(maker.getFirst())).map(List::getLast).findFirst();
    }

    private static boolean has(Map<String, String> environment, String name) {
        return !value(environment, name, "").isEmpty();
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String versioned(String address, String version) {
        String base = withoutSlash(address);
        return base.contains("/v1") ? base : base + version;
    }
}
