package baton.llm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import baton.runtime.Content;
import baton.settings.ModelName;
import baton.settings.ProviderEndpoint;
import baton.settings.ProviderEndpoint.Dialect;

/**
 * The providers that can be asked: those the environment's variables speak of, and those the user configured, which win.
 *
 * <p>The environment is handed in; a key is read from it only when a call needs it and appears in no text made here.
 */
public final class ProviderDirectory {
    private final Map<String, String> environment;
    private final Map<String, ProviderEndpoint> endpoints = new LinkedHashMap<>();
    private final ModelAliases aliases;

    private ProviderDirectory(Map<String, String> environment, ModelAliases aliases) {
        this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        this.aliases = aliases;
    }

    /** A key and headers, ready to send; never printed. */
    record Access(String key, Map<String, String> headers) {
        Access {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        /** The same for the same key, and useless for anything else. */
        String keyDigest() {
            return Content.of(key + headers).sha256();
        }

        @Override
        public String toString() {
            return "Access[…]";
        }
    }

    public static ProviderDirectory of(Map<String, String> environment, List<ProviderEndpoint> configured,
            ModelAliases aliases) {
        var directory = new ProviderDirectory(environment, aliases);
        configured.forEach(endpoint -> directory.endpoints.put(endpoint.id(), endpoint));
        EnvironmentProviders.in(environment).forEach(found -> directory.endpoints.putIfAbsent(found.id(), found));
        return directory;
    }

    /** Every provider known, the configured ones first. */
    public List<ProviderEndpoint> endpoints() {
        return List.copyOf(endpoints.values());
    }

    /** The provider of this name; a local Ollama is always there to be tried. */
    public Optional<ProviderEndpoint> endpoint(String id) {
        return Optional.ofNullable(endpoints.get(id))
                .or(() -> id.equals("ollama") ? Optional.of(EnvironmentProviders.localOllama()) : Optional.empty());
    }

    /** The model to use where nobody chose one: the first usable provider's; empty means rehearsal. */
    public Optional<ModelName> standard() {
        return endpoints.values().stream().filter(this::isUsable)
                .flatMap(endpoint -> EnvironmentProviders.standardModel(endpoint, environment).stream()).findFirst();
    }

    /**
     * What a name means here.
     *
     * @param asked {@code provider/model}, an alias, a bare model name, {@code inherit} or nothing
     * @param standard what stands in where the name means nothing
     */
    public ModelResolution resolve(String asked, ModelName standard) {
        String name = asked.strip();
        if (name.isEmpty() || name.equalsIgnoreCase("inherit") || name.equalsIgnoreCase("default")) {
            return new ModelResolution.Found(standard);
        }
        if (name.equals("rehearsal")) {
            return new ModelResolution.Found(ModelName.REHEARSAL);
        }
        var aliased = aliases.modelsFor(name).stream().flatMap(one -> named(one).stream()).findFirst();
        return aliased.or(() -> named(name)).or(() -> bare(name)).<ModelResolution>map(ModelResolution.Found::new)
                .orElseGet(() -> new ModelResolution.Replaced(name, standard, reason(name)));
    }

    private Optional<ModelName> named(String name) {
        int slash = name.indexOf('/');
        boolean whole = slash > 0 && slash < name.length() - 1;
        return whole
                ? Optional.of(ModelName.parse(name)).filter(model -> endpoint(model.provider()).isPresent())
                : Optional.empty();
    }

    /** A bare model name goes to the provider whose models are called like that. */
    private Optional<ModelName> bare(String name) {
        if (name.contains("/")) {
            return Optional.empty();
        }
        return EnvironmentProviders.makerOf(name.toLowerCase(Locale.ROOT)).filter(endpoints::containsKey)
                .map(maker -> new ModelName(maker, name));
    }

    private String reason(String name) {
        if (!aliases.modelsFor(name).isEmpty()) {
            return "\"" + name + "\" means " + String.join(" or ", aliases.modelsFor(name))
                    + ", and no such provider is configured";
        }
        int slash = name.indexOf('/');
        return slash > 0
                ? "no provider \"" + name.substring(0, slash) + "\" is configured"
                : "no configured provider has a model \"" + name + "\"";
    }

    /** What was found, for a person. */
    public List<ProviderFinding> findings() {
        var found = new ArrayList<ProviderFinding>();
        endpoints.values().forEach(endpoint -> found.add(new ProviderFinding(endpoint.id(), endpoint.baseUrl(),
                keyInWords(endpoint), isUsable(endpoint))));
        return List.copyOf(found);
    }

    private String keyInWords(ProviderEndpoint endpoint) {
        if (!endpoint.keyVariable().isEmpty()) {
            return endpoint.keyVariable() + (value(endpoint.keyVariable()).isEmpty() ? " is not set" : " is set");
        }
        var named = endpoint.headers().stream().flatMap(header -> HeaderText.variablesOf(header).stream()).toList();
        return named.isEmpty()
                ? "needs none"
                : String.join(", ", named)
                        + (named.stream().allMatch(name -> !value(name).isEmpty()) ? " is set" : " is not set");
    }

    private boolean isUsable(ProviderEndpoint endpoint) {
        boolean key = endpoint.keyVariable().isEmpty() || !value(endpoint.keyVariable()).isEmpty();
        return key && endpoint.headers().stream().flatMap(header -> HeaderText.variablesOf(header).stream())
                .noneMatch(name -> value(name).isEmpty());
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "").strip();
    }

    /** The key and headers of an endpoint, with {@code ${VARIABLE}} in headers filled in. */
    Access access(ProviderEndpoint endpoint) {
        String key = endpoint.keyVariable().isEmpty() ? "" : value(endpoint.keyVariable());
        var headers = new LinkedHashMap<String, String>();
        for (String header : endpoint.headers()) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(header.substring(0, colon).strip(),
                        HeaderText.filled(header.substring(colon + 1).strip(), this::value));
            }
        }
        if (endpoint.dialect() == Dialect.OLLAMA && !key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key);
        }
        return new Access(key, headers);
    }
}
