package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.engine.fact.Action;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Usage;
import baton.llm.Tongue.End;
import baton.runtime.AgentModel.ChatMessage;
import baton.settings.ProviderEndpoint.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What goes well, over the wire, in each of the four dialects. */
class ConversationTest {

    private static Stream<DynamicTest> each(ThrowingConsumer<Tongue> test) {
        return Tongue.ALL.stream()
                .map(tongue -> DynamicTest.dynamicTest(tongue.dialect().name(), () -> test.accept(tongue)));
    }

    private static Usage usage(Tongue tongue) {
        return switch (tongue.dialect()) {
            case OPENAI, GEMINI -> new Usage(19, 7, 5, 0, false);
            case ANTHROPIC -> new Usage(19, 7, 5, 3, false);
            case OLLAMA -> new Usage(19, 7, 0, 0, false);
        };
    }

    private static CallRequest read(String id, String path) {
        return new CallRequest(id, "read_file", "{\"path\":\"" + path + "\"}",
                new Action.Workspace(Action.Access.READ, "read_file"));
    }

    private static boolean givesIds(Tongue tongue) {
        return tongue.dialect() == Dialect.OPENAI || tongue.dialect() == Dialect.ANTHROPIC;
    }

    @TestFactory
    Stream<DynamicTest> plainTextStreamsAndIsCounted() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK,
                    Asking.saying(tongue, tongue.answer("Hel", "lo ", "wörld")))) {
                var hearing = asking.ask("Say hello.");
                assertEquals(new ModelReply("peer-1", "Hello wörld", "", "", List.of(), usage(tongue), Finish.STOP),
                        hearing.reply());
                assertEquals("Hello wörld", hearing.streamed());
                assertEquals(List.of("ended STOP"), hearing.said());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theRequestHoldsHeadToolsAndKeyOfTheDialect() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, Asking.saying(tongue, tongue.answer("ok")))) {
                asking.ask("Say \"hello\".").reply();
                var request = asking.peer().requests().getFirst();
                String head = "# Role\n\nYou test.\n\n# Task\n\nSay it.";
                JsonNode body = Json.object(request.body()).orElseThrow();
                switch (tongue.dialect()) {
                    case OPENAI -> {
                        assertEquals("/v1/chat/completions", request.path());
                        assertEquals("Bearer " + Asking.KEY, request.headers().get("authorization"));
                        assertEquals(head, body.at("/messages/0/content").asText());
                        assertEquals("Say \"hello\".", body.at("/messages/1/content").asText());
                        assertEquals("path", body.at("/tools/0/function/parameters/required/0").asText());
                        assertEquals(200, body.path("max_tokens").asInt());
                        assertTrue(body.at("/stream_options/include_usage").asBoolean());
                    }
                    case ANTHROPIC -> {
                        assertEquals("/v1/messages", request.path());
                        assertEquals(Asking.KEY, request.headers().get("x-api-key"));
                        assertEquals(head, body.at("/system/0/text").asText());
                        assertEquals("ephemeral", body.at("/system/0/cache_control/type").asText());
                        assertEquals("ephemeral", body.at("/tools/0/cache_control/type").asText());
                        assertEquals("ephemeral", body.at("/messages/0/content/0/cache_control/type").asText());
                        assertEquals("hex", body.at("/tools/0/input_schema/properties/mode/enum/1").asText());
                        assertEquals(200, body.path("max_tokens").asInt());
                    }
                    case GEMINI -> {
                        assertEquals("/v1beta/models/peer-1:streamGenerateContent?alt=sse", request.path());
                        assertEquals(Asking.KEY, request.headers().get("x-goog-api-key"));
                        assertEquals(head, body.at("/systemInstruction/parts/0/text").asText());
                        assertEquals("INTEGER", body.at(
                                "/tools/0/functionDeclarations/0/parameters/properties/lines/items/type").asText());
                        assertEquals(200, body.at("/generationConfig/maxOutputTokens").asInt());
                    }
                    case OLLAMA -> {
                        assertEquals("/api/chat", request.path());
                        assertFalse(request.headers().containsKey("authorization"));
                        assertEquals(head, body.at("/messages/0/content").asText());
                        assertEquals(8192, body.at("/options/num_ctx").asInt());
                        assertEquals(200, body.at("/options/num_predict").asInt());
                    }
                }
                assertEquals("baton", request.headers().get("user-agent"));
            }
        });
    }

    /** A script of rounds: the first calls tools side by side, the second calls one, the third answers. */
    private static FakePeer.Script rounds(Tongue tongue) {
        return (number, request, line) -> {
            var pieces = new ArrayList<String>();
            pieces.add(tongue.start());
            if (number == 1) {
                pieces.add(tongue.thinking("Look first.", "proof-1"));
                pieces.addAll(tongue.call(0, "a1", "read_file", "{\"path\":\"a.txt\"}", "proof-1"));
                pieces.addAll(tongue.call(1, "a2", "read_file", "{\"path\":\"b.txt\"}", ""));
                pieces.addAll(tongue.close(End.CALLS));
            } else if (number == 2) {
                pieces.addAll(tongue.call(0, "b1", "read_file", "{\"path\":\"c.txt\"}", "proof-2"));
                pieces.addAll(tongue.close(End.CALLS));
            } else {
                pieces.add(tongue.text("Done."));
                pieces.addAll(tongue.close(End.STOP));
            }
            Asking.saying(tongue, pieces).answer(number, request, line);
        };
    }

    @TestFactory
    Stream<DynamicTest> toolsAreCalledInSeveralRoundsAndSideBySide() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, rounds(tongue))) {
                var question = new ChatMessage.User("What is in the files?");
                ModelReply first = asking.ask(Asking.call(question)).reply();
                String one = givesIds(tongue) ? "a1" : "baton-call-T-1-1-1-1";
                String two = givesIds(tongue) ? "a2" : "baton-call-T-1-1-1-2";
                assertEquals(List.of(read(one, "a.txt"), read(two, "b.txt")), first.calls());
                assertEquals(Finish.TOOL_CALLS, first.finish());
                assertEquals("Look first.", first.thinking());
                assertEquals(usage(tongue), first.usage());

                var talk = new ArrayList<ChatMessage>(List.of(question, new ChatMessage.Assistant(first),
                        new ChatMessage.ToolResult(one, "read_file", "AAA"),
                        new ChatMessage.ToolResult(two, "read_file", "BBB")));
                ModelReply second = asking.ask(Asking.call(talk.toArray(ChatMessage[]::new))).reply();
                assertEquals(List.of(read(givesIds(tongue) ? "b1" : "baton-call-T-1-1-1-1", "c.txt")), second.calls());

                talk.add(new ChatMessage.Assistant(second));
                talk.add(new ChatMessage.ToolResult(second.calls().getFirst().id(), "read_file", "CCC"));
                assertEquals("Done.", asking.ask(Asking.call(talk.toArray(ChatMessage[]::new))).reply().text());
                checkGivenBack(tongue, asking.peer().requests().get(2).body());
            }
        });
    }

    /** The third request: both calls, both results, and the signatures, as the provider sent them. */
    private static void checkGivenBack(Tongue tongue, String sent) {
        JsonNode body = Json.object(sent).orElseThrow();
        switch (tongue.dialect()) {
            case OPENAI -> {
                assertEquals("a2", body.at("/messages/2/tool_calls/1/id").asText());
                assertEquals("{\"path\":\"b.txt\"}", body.at("/messages/2/tool_calls/1/function/arguments").asText());
                assertEquals("AAA", body.at("/messages/3/content").asText());
                assertEquals("a2", body.at("/messages/4/tool_call_id").asText());
                assertEquals("CCC", body.at("/messages/6/content").asText());
                assertTrue(body.at("/messages/2/reasoning_content").isMissingNode());
            }
            case ANTHROPIC -> {
                assertEquals("Look first.", body.at("/messages/1/content/0/thinking").asText());
                assertEquals("proof-1", body.at("/messages/1/content/0/signature").asText());
                assertEquals("b.txt", body.at("/messages/1/content/2/input/path").asText());
                assertEquals("BBB", body.at("/messages/2/content/1/content").asText());
                assertEquals("b1", body.at("/messages/4/content/0/tool_use_id").asText());
                assertEquals("ephemeral", body.at("/messages/4/content/0/cache_control/type").asText());
            }
            case GEMINI -> {
                assertEquals("proof-1", body.at("/contents/1/parts/0/thoughtSignature").asText());
                assertTrue(body.at("/contents/1/parts/1/thoughtSignature").isMissingNode());
                assertEquals("b.txt", body.at("/contents/1/parts/1/functionCall/args/path").asText());
                assertEquals("AAA", body.at("/contents/2/parts/0/functionResponse/response/response").asText());
                assertFalse(sent.contains("baton-call"));
                assertEquals("proof-2", body.at("/contents/4/parts/0/thoughtSignature").asText());
            }
            case OLLAMA -> {
                assertEquals("b.txt", body.at("/messages/2/tool_calls/1/function/arguments/path").asText());
                assertEquals("BBB", body.at("/messages/4/content").asText());
                assertFalse(sent.contains("baton-call"));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> textThatReachesItsLengthIsWholeAllTheSame() {
        return each(tongue -> {
            var pieces = new ArrayList<>(List.of(tongue.start(), tongue.text("Once upon")));
            pieces.addAll(tongue.close(End.LENGTH));
            try (var asking = new Asking(tongue, Asking.QUICK, Asking.saying(tongue, pieces))) {
                assertEquals(new ModelReply("peer-1", "Once upon", "", "", List.of(), usage(tongue), Finish.LENGTH),
                        asking.ask("Tell a story.").reply());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aRefusalIsAReplyOfItsOwnKind() {
        return each(tongue -> {
            if (tongue.dialect() == Dialect.OLLAMA) {
                return;
            }
            var pieces = new ArrayList<>(List.of(tongue.start(), tongue.text("I can")));
            pieces.addAll(tongue.close(End.FILTERED));
            try (var asking = new Asking(tongue, Asking.QUICK, Asking.saying(tongue, pieces))) {
                assertEquals(List.of("ended FILTERED"), asking.ask("Do harm.").said());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutFiguresTheTokensAreEstimated() {
        return each(tongue -> {
            var pieces = new ArrayList<String>();
            for (String piece : tongue.answer("12345678")) {
                pieces.add(piece.replace("\"usage\"", "\"unused\"").replace("\"usageMetadata\"", "\"unused\"")
                        .replace("eval_count", "unused"));
            }
            try (var asking = new Asking(tongue, Asking.QUICK, Asking.saying(tongue, pieces))) {
                Usage usage = asking.ask("Count.").reply().usage();
                assertTrue(usage.estimated());
                assertEquals(2, usage.outputTokens());
                assertTrue(usage.inputTokens() > 20 && usage.inputTokens() < 200, usage.toString());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> keysInAnswersAndArgumentsAreRedacted() {
        return each(tongue -> {
            var pieces = new ArrayList<>(
                    List.of(tongue.start(), tongue.text("The key is " + Asking.KEY.substring(0, 9)),
                            tongue.text(Asking.KEY.substring(9) + " it is.")));
            if (tongue.dialect() == Dialect.ANTHROPIC) {
                pieces.set(2, pieces.get(2).substring(pieces.get(2).indexOf("event: content_block_delta")));
            }
            pieces.addAll(tongue.call(0, "a1", "read_file", "{\"path\":\"" + Asking.KEY + "\"}", ""));
            pieces.addAll(tongue.close(End.CALLS));
            try (var asking = new Asking(tongue, Asking.QUICK, Asking.saying(tongue, pieces))) {
                var hearing = asking.ask("Tell me.");
                assertEquals("The key is [secret: PEER_API_KEY] it is.", hearing.reply().text());
                assertEquals(hearing.reply().text(), hearing.streamed());
                assertEquals("{\"path\":\"[secret: PEER_API_KEY]\"}",
                        hearing.reply().calls().getFirst().argumentsJson());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bytesThatAreNoUtf8DoNoHarm() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, (_, _, line) -> {
                line.open(tongue.type());
                line.chunk(tongue.start() + " ".repeat(0) + "\n");
                byte[] bytes = tongue.text("a?b").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = bytes[i] == '?' ? (byte) 0xff : bytes[i];
                }
                line.chunk(bytes);
                for (String piece : tongue.close(End.STOP)) {
                    line.chunk(piece);
                }
                line.end();
            })) {
                assertEquals("a\uFFFDb", asking.ask("Go.").reply().text());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aStreamMayArriveByteByByteAndLeaveTheConnectionOpen() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, (_, _, line) -> {
                line.open(tongue.type());
                for (byte one : String.join("", tongue.answer("slow ", "text")).getBytes(
                        java.nio.charset.StandardCharsets.UTF_8)) {
                    line.chunk(new byte[]{one});
                }
                line.awaitClose();
            })) {
                assertEquals("slow text", asking.ask("Go.").reply().text());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aHundredStreamsAtOnceAllEnd() {
        return each(tongue -> {
            int calls = Boolean.getBoolean("baton.deep") ? 1_000 : 100;
            var tokens = Stream.generate(() -> "token ").limit(20).toArray(String[]::new);
            try (var asking = new Asking(tongue, GuardSettings.DEFAULTS,
                    Asking.saying(tongue, tongue.answer(tokens)))) {
                var hearings = new ArrayList<Hearing>();
                for (int i = 0; i < calls; i++) {
                    hearings.add(asking.ask("Call " + i));
                }
                for (Hearing hearing : hearings) {
                    assertEquals("token ".repeat(20), hearing.reply().text());
                    assertEquals(1, hearing.endings());
                }
            }
        });
    }

}
