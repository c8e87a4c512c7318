package baton.llm;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import baton.engine.fact.Action;
import baton.engine.fact.Trouble;
import baton.runtime.AgentModel.ChatMessage;
import baton.runtime.Redactor;
import baton.runtime.SystemTime;
import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Answers that come whole instead of as a stream: every dialect tells one trouble from another, and asks as often as it should. */
class WholeAnswersTest {
    private final WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final SystemTime time = new SystemTime();

    record Answer(int status, String body, Trouble trouble, int requests) {}

    private static final List<Answer> ANSWERS = List.of(
            new Answer(401, "{\"error\":{\"message\":\"bad key\"}}", Trouble.UNAUTHORISED, 1),
            new Answer(403, "{\"error\":{\"message\":\"no access\"}}", Trouble.UNAUTHORISED, 1),
            new Answer(400, "{\"error\":{\"message\":\"malformed\"}}", Trouble.REJECTED, 1),
            new Answer(503, "{\"error\":{\"message\":\"overloaded\"}}", Trouble.OVERLOADED, 3));

    static Stream<Arguments> cases() {
        return Tongue.ALL.stream().flatMap(tongue -> ANSWERS.stream().map(answer -> Arguments.of(tongue, answer)));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        time.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRefusalIsToldApartAndAskedAgainOnlyWhereThatHelps(Tongue tongue, Answer answer) throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(answer.status())
                .withHeader("Content-Type", "application/json").withBody(answer.body())));
        var environment = Map.of("PEER_API_KEY", Asking.KEY);
        var directory = ProviderDirectory.of(environment, List.of(tongue.endpoint("http://127.0.0.1:" + server.port())),
                ModelAliases.DEFAULTS);
        try (var model = new LangChainModel(directory, NetworkSettings.DIRECT, Asking.QUICK, Redactor.of(environment),
                time, (tool, _) -> new Action.Workspace(Action.Access.READ, tool), new Random(1))) {
            var hearing = new Hearing();
            model.ask(Asking.call(new ChatMessage.User("Hello")), hearing);

            assertEquals("broke " + answer.trouble(), hearing.kinds().getLast());
            server.verify(answer.requests(), anyRequestedFor(anyUrl()));
        }
    }
}
