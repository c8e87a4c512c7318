package baton.llm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import baton.engine.Effect.Brief;
import baton.engine.Effect.Part;
import baton.engine.fact.Action;
import baton.engine.fact.ToolSpec;
import baton.plan.TaskSpec;
import baton.runtime.AgentModel.Call;
import baton.runtime.AgentModel.ChatMessage;
import baton.runtime.Redactor;
import baton.runtime.Running;
import baton.runtime.SystemTime;
import baton.settings.ModelName;

/** A peer, a model that talks to it, and questions to ask. */
final class Asking implements AutoCloseable {
    static final GuardSettings QUICK = new GuardSettings(new CallClocks(10_000, 20_000, 5_000, 30_000),
            StreamCaps.DEFAULTS,
            new RetryRules(3, 2, 1, 2, 3_600_000), LimiterRules.DEFAULTS);
    static final GuardSettings ONCE = new GuardSettings(new CallClocks(10_000, 20_000, 20_000, 30_000),
            new StreamCaps(10_000, 100_000, 500, 2_000), new RetryRules(1, 1, 1, 1, 3_600_000), LimiterRules.DEFAULTS);
    /** Clocks of an eye's blink, for tests that wait for them. */
    static final GuardSettings HASTY = new GuardSettings(new CallClocks(10_000, 300, 150, 1_000), ONCE.caps(),
            ONCE.retries(), LimiterRules.DEFAULTS);
    static final String KEY = "peer-key-0123456789";

    private static final Brief BRIEF = new Brief(TaskSpec.of("T-1", "Test", "tester"), "tester", 1, 1, false, List.of(),
            List.of(), List.of(), List.of(), "");

    private final SystemTime time = new SystemTime();
    private final FakePeer peer;
    private final LangChainModel model;

    Asking(Tongue tongue, GuardSettings settings, FakePeer.Script script) throws IOException {
        this(tongue, settings, NetworkSettings.DIRECT, script);
    }

    Asking(Tongue tongue, GuardSettings settings, NetworkSettings network, FakePeer.Script script) throws IOException {
        peer = new FakePeer(script);
        Map<String, String> environment = Map.of("PEER_API_KEY", KEY);
        var directory = ProviderDirectory.of(environment, List.of(tongue.endpoint(peer.address())),
                ModelAliases.DEFAULTS);
        model = new LangChainModel(directory, network, settings, Redactor.of(environment), time,
                (tool, arguments) -> new Action.Workspace(Action.Access.READ, tool), new Random(1));
    }

    /** Answers every request with these pieces, each as a chunk. */
    static FakePeer.Script saying(Tongue tongue, List<String> pieces) {
        return (_, _, line) -> {
            line.open(tongue.type());
            for (String piece : pieces) {
                if (!piece.isEmpty()) {
                    line.chunk(piece);
                }
            }
            line.end();
        };
    }

    Hearing ask(Call call) {
        var hearing = new Hearing();
        model.ask(call, hearing);
        return hearing;
    }

    Running ask(Call call, Hearing hearing) {
        return model.ask(call, hearing);
    }

    Hearing ask(String question) {
        return ask(call(new ChatMessage.User(question)));
    }

    FakePeer peer() {
        return peer;
    }

    static Call call(ChatMessage... messages) {
        var tool = new ToolSpec("read_file", "Reads a file.", """
                {"type":"object","properties":{"path":{"type":"string","description":"which"},
                "lines":{"type":"array","items":{"type":"integer"}},"mode":{"enum":["text","hex"]}},
                "required":["path"]}""");
        return new Call("T-1/1#1", new ModelName("peer", "peer-1"),
                List.of(new Part("Role", "You test."), new Part("Empty", " "), new Part("Task", "Say it.")),
                new ArrayList<>(List.of(messages)), List.of(tool), 200, BRIEF);
    }

    @Override
    public void close() throws IOException {
        model.close();
        peer.close();
        time.close();
    }
}
