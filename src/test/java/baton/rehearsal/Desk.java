package baton.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import baton.engine.Effect.Brief;
import baton.engine.fact.Action;
import baton.engine.fact.Evidence;
import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.plan.TaskSpec;
import baton.runtime.AgentModel;
import baton.runtime.AgentModel.Call;
import baton.runtime.AgentModel.ChatMessage;
import baton.runtime.Content;
import baton.settings.ModelName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One agent's desk: a workspace in memory, the gate's two plainest rules, and the clock of the rehearsal. */
final class Desk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    final Map<String, String> files = new TreeMap<>();
    final List<ModelReply> replies = new ArrayList<>();
    final List<String> chunks = new ArrayList<>();
    final List<Action> coordination = new ArrayList<>();
    final List<Long> turnsMs = new ArrayList<>();
    /** Every gate's verdict, oldest first; an empty list is a pass. */
    final List<List<String>> verdicts = new ArrayList<>();
    boolean writable = true;
    private final VirtualTime time = VirtualTime.start(0, 0);
    private final RehearsalModel model;

    Desk(long seed, Mishaps mishaps) {
        this.model = new RehearsalModel(time, seed, mishaps);
    }

    @Override
    public void close() {
        model.close();
        time.close();
    }

    /** A file that must be there. */
    String text(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    /** How an attempt ended. */
    enum End {
        ACCEPTED, HANDED_OFF, ANSWERED, BLOCKED, ASKED, BROKE, TURNS_USED_UP
    }

    /** Plays one attempt; {@code boxMs} is when the closing turn is due. */
    End attempt(TaskSpec task, int attempt, List<HandoffNote> handoffs, long boxMs) {
        var messages = new ArrayList<ChatMessage>();
        var changes = new LinkedHashMap<String, FileChange>();
        List<String> missing = List.of();
        long begunMs = time.monotonicMs();
        for (int number = 1; number <= 30; number++) {
            boolean closing = time.monotonicMs() - begunMs >= boxMs;
            var brief = new Brief(task, task.agent(), attempt, number, closing, missing, List.of(),
                    List.copyOf(changes.values()), handoffs, "Say whether the service is ready");
            var reply = ask(task.id() + "/" + attempt + "#" + number, messages, brief);
            if (reply == null) {
                return End.BROKE;
            }
            messages.add(new ChatMessage.Assistant(reply));
            for (CallRequest call : reply.calls()) {
                messages.add(new ChatMessage.ToolResult(call.id(), call.tool(), run(call, changes)));
            }
            switch (reply.calls().isEmpty() ? null : reply.calls().getLast().action()) {
                case null -> {
                    return End.ANSWERED;
                }
                case Action.HandOff _ -> {
                    return End.HANDED_OFF;
                }
                case Action.ReportBlocker _ -> {
                    return End.BLOCKED;
                }
                case Action.AskQuestion _ -> {
                    return End.ASKED;
                }
                case Action.CompleteTask claim -> {
                    missing = missing(task, claim.evidence(), changes);
                    verdicts.add(missing);
                    if (missing.isEmpty()) {
                        return End.ACCEPTED;
                    }
                }
                default -> {
                }
            }
        }
        return End.TURNS_USED_UP;
    }

    @org.jspecify.annotations.Nullable
    private ModelReply ask(String turn, List<ChatMessage> messages, Brief brief) {
        var ended = new CompletableFuture<ModelReply>();
        long begunMs = time.monotonicMs();
        model.ask(new Call(turn, ModelName.REHEARSAL, List.of(), messages, List.of(), 4000, brief),
                new AgentModel.Listener() {
                    @Override
                    public void chunk(String text) {
                        chunks.add(text);
                    }

                    @Override
                    public void retrying(Trouble trouble, int attempt, long delayMs, String message, Usage used) {}

                    @Override
                    public void paused(String provider, Trouble trouble, long untilMs, String message) {}

                    @Override
                    public void back(String provider) {}

                    @Override
                    public void ended(ModelReply reply) {
                        ended.complete(reply);
                    }

                    @Override
                    public void broke(Trouble trouble, String message, Usage used) {
                        ended.complete(null);
                    }
                });
        var reply = ended.join();
        turnsMs.add(time.monotonicMs() - begunMs);
        if (reply != null) {
            replies.add(reply);
        }
        return reply;
    }

    private String run(CallRequest call, Map<String, FileChange> changes) {
        return switch (call.action()) {
            case Action.Workspace workspace when call.tool().equals("list_files") -> listing(workspace.path());
            case Action.Workspace workspace when call.tool().equals("read_file") -> read(workspace.path());
            case Action.Workspace workspace when workspace.access() == Action.Access.WRITE -> write(call,
                    workspace.path(), changes);
            case Action.Workspace _ -> "nothing found";
            default -> {
                coordination.add(call.action());
                yield "noted";
            }
        };
    }

    private String listing(String folder) {
        var found = files.keySet().stream().filter(path -> path.startsWith(folder))
                .map(path -> path + "  " + text(path).length() + " bytes").toList();
        return "\"" + folder + "\": " + found.size() + " entries\n" + String.join("\n", found);
    }

    private String read(String path) {
        String text = files.get(path);
        if (text == null) {
            return "There is no file " + path + ".";
        }
        return path + ": " + text.length() + " bytes, sha256 " + Content.of(text).sha256() + ", "
                + text.lines().count() + " lines:\n" + text;
    }

    private String write(CallRequest call, String path, Map<String, FileChange> changes) {
        if (!writable) {
            return "Refused: " + path + " is not yours to write.";
        }
        String before = files.getOrDefault(path, "");
        String after = call.tool().equals("write_file")
                ? argument(call, "content")
                : before.replace(argument(call, "old"), argument(call, "new"));
        files.put(path, after);
        changes.put(path, new FileChange(path, "", Content.of(after).sha256(),
                after.getBytes(StandardCharsets.UTF_8).length, true));
        return "Written.";
    }

    private static List<String> missing(TaskSpec task, List<Evidence> evidence, Map<String, FileChange> changes) {
        var missing = new ArrayList<String>();
        task.outputs().stream().filter(path -> changes.keySet().stream().noneMatch(changed -> changed.startsWith(path)))
                .map(path -> path + " is not there")
                .forEach(missing::add);
        task.acceptance().stream().filter(
                criterion -> evidence.stream().noneMatch(
                        proof -> proof.criterion().equals(criterion) && changes.containsKey(proof.ref())))
                .map(criterion -> "no evidence for: " + criterion).forEach(missing::add);
        return missing;
    }

    static String argument(CallRequest call, String name) {
        try {
            return JSON.readTree(call.argumentsJson()).path(name).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arguments are not JSON: " + call.argumentsJson(), e);
        }
    }
}
