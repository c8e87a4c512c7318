package baton.llm;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

import baton.engine.fact.Action;
import baton.engine.fact.Trouble;
import baton.llm.ProviderDirectory.Access;
import baton.runtime.AgentModel;
import baton.runtime.Redactor;
import baton.runtime.Running;
import baton.runtime.TimeSource;
import baton.settings.ProviderEndpoint;

/**
 * Answers as an agent by asking a real provider.
 *
 * <p>One connection pool serves all calls; each call runs on a virtual thread. Connections are opened, and a provider's
 * classes loaded, with the first call that needs them.
 */
public final class LangChainModel implements AgentModel {
    private final ProviderDirectory directory;
    private final NetworkSettings network;
    private final GuardSettings settings;
    private final Redactor redactor;
    private final TimeSource time;
    private final BiFunction<String, String, Action> actions;
    private final RandomGenerator random;

    private final Map<ProviderEndpoint, Route> routes = new ConcurrentHashMap<>();
    private final Map<String, ProviderLimiter> limiters = new ConcurrentHashMap<>();
    private final Set<GuardedCall> running = ConcurrentHashMap.newKeySet();
    private final Object opening = new Object();
    private volatile boolean closed;
    private @org.jspecify.annotations.Nullable GuardedHttpClient client;

    /**
     * Connects nothing yet.
     *
     * @param actions gives the meaning of a tool's name and JSON arguments
     * @param random for the jitter of retries; must be safe for many threads
     */
    public LangChainModel(ProviderDirectory directory, NetworkSettings network, GuardSettings settings,
            Redactor redactor, TimeSource time, BiFunction<String, String, Action> actions, RandomGenerator random) {
        this.directory = directory;
        this.network = network;
        this.settings = settings;
        this.redactor = redactor;
        this.time = time;
        this.actions = actions;
        this.random = random;
    }

    @Override
    public Running ask(Call call, Listener listener) {
        var endpoint = directory.endpoint(call.model().provider());
        if (closed || endpoint.isEmpty()) {
            listener.broke(closed ? Trouble.INTERNAL : Trouble.UNAUTHORISED,
                    closed ? "the program is ending" : "no provider is configured for " + call.model());
            return Running.NOTHING;
        }
        try {
            return start(call, endpoint.get(), listener);
        } catch (IllegalArgumentException e) {
            listener.broke(Trouble.REJECTED, redactor.redact(String.valueOf(e.getMessage())).text());
            return Running.NOTHING;
        }
    }

    private Running start(Call call, ProviderEndpoint endpoint, Listener listener) {
        var route = routes.computeIfAbsent(endpoint, this::open);
        var ending = new Ending(listener);
        var guarded = new GuardedCall(call, route, ending, time, redactor, random);
        ending.afterwards(() -> running.remove(guarded));
        running.add(guarded);
        guarded.start();
        if (closed) {
            guarded.cancel();
        }
        return guarded;
    }

    private Route open(ProviderEndpoint endpoint) {
        Access access = directory.access(endpoint);
        var limiter = limiters.computeIfAbsent(endpoint.baseUrl() + " " + access.keyDigest(),
                _ -> new ProviderLimiter(settings.limits(), time));
        return new Route(endpoint, DialectModels.model(endpoint, access, client()), limiter,
                new ReplyJudge(endpoint.dialect(), redactor, actions), settings);
    }

    private GuardedHttpClient client() {
        synchronized (opening) {
            if (client == null) {
                client = new GuardedHttpClient(network, settings.clocks());
            }
            return client;
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(GuardedCall::cancel);
        synchronized (opening) {
            if (client != null) {
                client.close();
            }
        }
    }
}
