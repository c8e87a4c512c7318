package baton.llm;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import baton.llm.Tongue.Call;
import baton.settings.ProviderEndpoint.Dialect;

/**
 * A provider on the loopback that works: it knows what to do next from the conversation it is sent, as a model would.
 *
 * <p>It keeps nothing between two requests, so a request that comes twice is answered twice the same.
 */
public final class WorkingPeer implements AutoCloseable {
    private static final Pattern OUTPUT = Pattern.compile("reports/[A-Za-z0-9-]+\\.md");

    private final Tongue tongue;
    private final FakePeer peer;

    /** What it does for a task. */
    public enum Work {
        /** Looks around, writes the report the task declares, claims it. */
        REPORTS,
        /** Reads a faulty script, edits it, runs its tests, claims the task. */
        REPAIRS
    }

    /** {@code delayMs} is how long every answer takes. */
    public WorkingPeer(Dialect dialect, Work work, long delayMs) throws IOException {
        this(dialect, work, delayMs, "[\"sh\",\"test.sh\"]");
    }

    /** {@code argv} is the command by which it runs the tests, as JSON. */
    public WorkingPeer(Dialect dialect, Work work, long delayMs, String argv) throws IOException {
        this.tongue = new Tongue(dialect);
        this.peer = new FakePeer((number, request, line) -> {
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(delayMs);
            var calls = work == Work.REPORTS ? report(request.body()) : repair(request.body(), argv);
            line.open(tongue.type());
            for (var event : tongue.turn(number, "Going on.", calls)) {
                line.chunk(event);
            }
            line.end();
        });
    }

    /** The variables a person would set to use it. */
    public Map<String, String> environment() {
        return new TreeMap<>(switch (tongue.dialect()) {
            case OPENAI -> Map.of("OPENAI_API_KEY", "sk-peer-0000", "OPENAI_BASE_URL", peer.address() + "/v1");
            case ANTHROPIC -> Map.of("ANTHROPIC_API_KEY", "peer-0000", "ANTHROPIC_BASE_URL", peer.address());
            case GEMINI -> Map.of("GEMINI_API_KEY", "peer-0000", "GOOGLE_GEMINI_BASE_URL", peer.address());
            case OLLAMA -> Map.of("OLLAMA_HOST", peer.address());
        });
    }

    /** {@code provider/model} for {@code --model}. */
    public String model() {
        return switch (tongue.dialect()) {
            case OPENAI -> "openai/peer-1";
            case ANTHROPIC -> "anthropic/peer-1";
            case GEMINI -> "gemini/peer-1";
            case OLLAMA -> "ollama/peer-1";
        };
    }

    /** The bodies of all requests so far. */
    public List<String> requests() {
        return peer.requests().stream().map(FakePeer.Request::body).toList();
    }

    private static List<Call> report(String body) {
        var path = firstOutput(body);
        if (body.contains("peer-step-two")) {
            return List
                    .of(new Call("complete_task", "{\"summary\":\"Report written.\",\"evidence\":[{\"criterion\":\"1\","
                            + "\"kind\":\"artifact\",\"ref\":\"" + path + "\",\"note\":\"whole file\"}]}"));
        }
        if (body.contains("peer-step-one")) {
            return List.of(new Call("write_file",
                    "{\"path\":\"" + path + "\",\"content\":\"peer-step-two: what was found for " + path + "\"}"));
        }
        return List.of(new Call("list_files", "{\"path\":\"\"}"),
                new Call("update_status", "{\"percent\":10,\"text\":\"peer-step-one\"}"));
    }

    private static List<Call> repair(String body, String argv) {
        if (body.contains("tests passed")) {
            return List.of(new Call("complete_task", "{\"summary\":\"Repaired.\",\"evidence\":[{\"criterion\":\"1\","
                    + "\"kind\":\"artifact\",\"ref\":\"add.sh\",\"note\":\"the operator\"}]}"));
        }
        if (body.contains("$1 + $2")) {
            return List.of(new Call("run_command", "{\"argv\":" + argv + "}"));
        }
        if (body.contains("$1 - $2")) {
            return List.of(new Call("edit_file", "{\"path\":\"add.sh\",\"old\":\"$1 - $2\",\"new\":\"$1 + $2\"}"));
        }
        return List.of(new Call("read_file", "{\"path\":\"add.sh\"}"), new Call("read_file", "{\"path\":\"test.sh\"}"));
    }

    private static String firstOutput(String body) {
        int from = Math.max(0, body.indexOf("must exist at the end"));
        var found = OUTPUT.matcher(body);
        return found.find(from) ? found.group() : "reports/unknown.md";
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
