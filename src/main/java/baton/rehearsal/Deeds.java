package baton.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import baton.engine.fact.Action;
import baton.engine.fact.ModelReply.CallRequest;
import baton.runtime.AgentModel.ChatMessage;

/** What this attempt has done so far, as its own conversation tells it. */
final class Deeds {
    /** A call and what the tool answered; the answer is empty where there is none yet. */
    record Deed(CallRequest call, String answer) {
        String path() {
            return call.action() instanceof Action.Workspace workspace ? workspace.path() : "";
        }
    }

    private final List<Deed> deeds;

    private Deeds(List<Deed> deeds) {
        this.deeds = List.copyOf(deeds);
    }

    static Deeds in(List<ChatMessage> conversation) {
        var calls = new LinkedHashMap<String, CallRequest>();
        var answers = new LinkedHashMap<String, String>();
        for (ChatMessage message : conversation) {
            switch (message) {
                case ChatMessage.Assistant said -> said.reply().calls().forEach(call -> calls.put(call.id(), call));
                case ChatMessage.ToolResult result -> answers.put(result.callId(), result.text());
                case ChatMessage.User _ -> {
                }
            }
        }
        var deeds = new ArrayList<Deed>();
        calls.forEach((id, call) -> deeds.add(new Deed(call, answers.getOrDefault(id, ""))));
        return new Deeds(deeds);
    }

    List<Deed> with(String tool) {
        return deeds.stream().filter(deed -> deed.call().tool().equals(tool)).toList();
    }

    int times(String tool) {
        return with(tool).size();
    }

    boolean did(String tool) {
        return times(tool) > 0;
    }

    long times(String tool, String path) {
        return with(tool).stream().filter(deed -> deed.path().equals(path)).count();
    }

    /** What was read from a file, where it could be read. */
    Optional<String> textOf(String path) {
        return with(ToolCalls.READ).stream().filter(deed -> deed.path().equals(path)).map(Deed::answer)
                .flatMap(answer -> ToolText.fileText(answer).stream()).findFirst();
    }
}
