package baton.llm;

import java.util.ArrayList;
import java.util.List;

import baton.settings.ProviderEndpoint;
import baton.settings.ProviderEndpoint.Dialect;

/** What a provider of each dialect writes, event by event. */
record Tongue(Dialect dialect) {
    static final List<Tongue> ALL = List.of(new Tongue(Dialect.OPENAI), new Tongue(Dialect.ANTHROPIC),
            new Tongue(Dialect.GEMINI), new Tongue(Dialect.OLLAMA));

    /** Why an answer ends, in no provider's words. */
    enum End {
        STOP, CALLS, LENGTH, FILTERED, UNHEARD_OF
    }

    ProviderEndpoint endpoint(String address) {
        return switch (dialect) {
            case OPENAI -> new ProviderEndpoint("peer", dialect, address + "/v1", "PEER_API_KEY", List.of());
            case ANTHROPIC -> new ProviderEndpoint("peer", dialect, address + "/v1", "PEER_API_KEY", List.of());
            case GEMINI -> new ProviderEndpoint("peer", dialect, address + "/v1beta", "PEER_API_KEY", List.of());
            case OLLAMA -> new ProviderEndpoint("peer", dialect, address, "", List.of());
        };
    }

    String type() {
        return dialect == Dialect.OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    String start() {
        return dialect == Dialect.ANTHROPIC
                ? named("message_start",
                        "{'type':'message_start','message':{'id':'m1','type':'message','role':'assistant',"
                                + "'model':'peer-1','content':[],'usage':{'input_tokens':11,'output_tokens':1,"
                                + "'cache_read_input_tokens':5,'cache_creation_input_tokens':3}}}")
                : "";
    }

    String text(String text) {
        return switch (dialect) {
            case OPENAI -> data("{'id':'c1','model':'peer-1','choices':[{'index':0,'delta':{'content':" + quoted(text)
                    + "},'finish_reason':null}]}");
            case ANTHROPIC -> named("content_block_start",
                    "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}")
                    + named("content_block_delta",
                            "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':"
                                    + quoted(text)
                                    + "}}");
            case GEMINI -> data("{'candidates':[{'content':{'role':'model','parts':[{'text':" + quoted(text)
                    + "}]}}],'modelVersion':'peer-1'}");
            case OLLAMA -> line("{'model':'peer-1','message':{'role':'assistant','content':" + quoted(text)
                    + "},'done':false}");
        };
    }

    String thinking(String text, String signature) {
        return switch (dialect) {
            case OPENAI -> data("{'id':'c1','model':'peer-1','choices':[{'index':0,'delta':{'reasoning_content':"
                    + quoted(text) + "},'finish_reason':null}]}");
            case ANTHROPIC -> named("content_block_start",
                    "{'type':'content_block_start','index':9,'content_block':{'type':'thinking','thinking':''}}")
                    + named("content_block_delta",
                            "{'type':'content_block_delta','index':9,'delta':{'type':'thinking_delta','thinking':"
                                    + quoted(text) + "}}")
                    + named("content_block_delta",
                            "{'type':'content_block_delta','index':9,'delta':{'type':'signature_delta','signature':"
                                    + quoted(signature) + "}}")
                    + named("content_block_stop", "{'type':'content_block_stop','index':9}");
            case GEMINI -> data("{'candidates':[{'content':{'role':'model','parts':[{'thought':true,'text':"
                    + quoted(text) + "}]}}]}");
            case OLLAMA -> line("{'model':'peer-1','message':{'role':'assistant','content':'','thinking':"
                    + quoted(text) + "},'done':false}");
        };
    }

    /** A tool call as a model makes it. */
    record Call(String tool, String arguments) {}

    /** One whole turn: some words, then calls, or an end where there are none. */
    List<String> turn(int number, String words, List<Call> calls) {
        return turn(number, List.of(words), calls);
    }

    /** The same with its words in so many pieces. */
    List<String> turn(int number, List<String> pieces, List<Call> calls) {
        var events = new ArrayList<String>();
        events.add(start());
        pieces.forEach(piece -> events.add(text(piece)));
        for (int i = 0; i < calls.size(); i++) {
            events.addAll(call(i, "call-" + number + "-" + i, calls.get(i).tool(), calls.get(i).arguments(), ""));
        }
        events.addAll(close(calls.isEmpty() ? End.STOP : End.CALLS));
        events.removeIf(String::isEmpty);
        return events;
    }

    /** The beginning of a call and, where the dialect streams arguments, each piece of them; the last is the end. */
    List<String> call(int index, String id, String tool, String arguments, String signature) {
        int half = arguments.length() / 2;
        return switch (dialect) {
            case OPENAI -> List.of(
                    data("{'choices':[{'index':0,'delta':{'tool_calls':[{'index':" + index + ",'id':" + quoted(id)
                            + ",'type':'function','function':{'name':" + quoted(tool)
                            + ",'arguments':''}}]},'finish_reason':null}]}"),
                    openAiPiece(index, arguments.substring(0, half)), openAiPiece(index, arguments.substring(half)));
            case ANTHROPIC -> List.of(
                    named("content_block_start", "{'type':'content_block_start','index':" + (index + 1)
                            + ",'content_block':{'type':'tool_use','id':" + quoted(id) + ",'name':" + quoted(tool)
                            + ",'input':{}}}"),
                    anthropicPiece(index, arguments.substring(0, half)),
                    anthropicPiece(index, arguments.substring(half)),
                    named("content_block_stop", "{'type':'content_block_stop','index':" + (index + 1) + "}"));
            case GEMINI -> List.of(data("{'candidates':[{'content':{'role':'model','parts':[{'functionCall':{'name':"
                    + quoted(tool) + ",'args':" + arguments + "}"
                    + (signature.isEmpty() ? "" : ",'thoughtSignature':" + quoted(signature)) + "}]}}]}"));
            case OLLAMA -> List.of(line("{'model':'peer-1','message':{'role':'assistant','content':'','tool_calls':"
                    + "[{'function':{'name':" + quoted(tool) + ",'arguments':" + arguments + "}}]},'done':false}"));
        };
    }

    private static String openAiPiece(int index, String piece) {
        return data("{'choices':[{'index':0,'delta':{'tool_calls':[{'index':" + index + ",'function':{'arguments':"
                + quoted(piece) + "}}]},'finish_reason':null}]}");
    }

    private static String anthropicPiece(int index, String piece) {
        return named("content_block_delta", "{'type':'content_block_delta','index':" + (index + 1)
                + ",'delta':{'type':'input_json_delta','partial_json':" + quoted(piece) + "}}");
    }

    /** The finish reason with figures: 19 tokens in, 5 of them from the cache, 7 out; then the end mark. */
    List<String> close(End end) {
        return switch (dialect) {
            case OPENAI ->
                List.of(data("{'choices':[{'index':0,'delta':{},'finish_reason':" + quoted(word(end)) + "}]}"),
                        data("{'choices':[],'usage':{'prompt_tokens':19,'completion_tokens':7,'total_tokens':26,"
                                + "'prompt_tokens_details':{'cached_tokens':5}}}"),
                        "data: [DONE]\n\n");
            case ANTHROPIC -> List.of(
                    named("content_block_stop", "{'type':'content_block_stop','index':0}"),
                    named("message_delta", "{'type':'message_delta','delta':{'stop_reason':" + quoted(word(end))
                            + "},'usage':{'output_tokens':7}}"),
                    named("message_stop", "{'type':'message_stop'}"));
            case GEMINI -> List.of(data("{'candidates':[{'content':{'role':'model','parts':[{'text':''}]},"
                    + "'finishReason':" + quoted(word(end)) + "}],'modelVersion':'peer-1','usageMetadata':"
                    + "{'promptTokenCount':19,'candidatesTokenCount':4,'thoughtsTokenCount':3,'totalTokenCount':26,"
                    + "'cachedContentTokenCount':5}}"));
            case OLLAMA -> List.of(line("{'model':'peer-1','message':{'role':'assistant','content':''},'done':true,"
                    + "'done_reason':" + quoted(word(end)) + ",'prompt_eval_count':19,'eval_count':7}"));
        };
    }

    private String word(End end) {
        return switch (end) {
            case STOP -> word("stop", "end_turn", "STOP", "stop");
            case CALLS -> word("tool_calls", "tool_use", "STOP", "stop");
            case LENGTH -> word("length", "max_tokens", "MAX_TOKENS", "length");
            case FILTERED -> word("content_filter", "refusal", "SAFETY", "stop");
            case UNHEARD_OF -> word("tired", "tired", "OTHER", "unload");
        };
    }

    private String word(String openAi, String anthropic, String gemini, String ollama) {
        return switch (dialect) {
            case OPENAI -> openAi;
            case ANTHROPIC -> anthropic;
            case GEMINI -> gemini;
            case OLLAMA -> ollama;
        };
    }

    /** An error where an event was expected. */
    String error(String type, String message) {
        return switch (dialect) {
            case OPENAI -> data("{'error':{'message':" + quoted(message) + ",'type':" + quoted(type) + "}}");
            case ANTHROPIC -> named("error", "{'type':'error','error':{'type':" + quoted(type) + ",'message':"
                    + quoted(message) + "}}");
            case GEMINI -> data("{'error':{'code':503,'message':" + quoted(message) + ",'status':'UNAVAILABLE'}}");
            case OLLAMA -> line("{'error':" + quoted(message) + "}");
        };
    }

    String comment() {
        return dialect == Dialect.OLLAMA ? "\n" : ": still there\n\n";
    }

    /** A whole answer of plain text. */
    List<String> answer(String... tokens) {
        var all = new ArrayList<String>();
        all.add(start());
        for (String token : tokens) {
            all.add(text(token));
        }
        all.addAll(close(End.STOP));
        return all;
    }

    private static String data(String json) {
        return "data: " + json.replace('\'', '"') + "\n\n";
    }

    private static String named(String name, String json) {
        return "event: " + name + "\n" + data(json);
    }

    private static String line(String json) {
        return json.replace('\'', '"') + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "'";
    }
}
