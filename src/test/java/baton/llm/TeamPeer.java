package baton.llm;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import baton.llm.Tongue.Call;
import baton.settings.ProviderEndpoint.Dialect;

/**
 * A provider on the loopback that plays an orchestrator and its three agents: alpha and beta let wait for their first answer,
 * gamma asks a question before it works.
 */
public final class TeamPeer implements AutoCloseable {
    private static final long WAIT_SECONDS_MAX = 20;

    private final Tongue tongue = new Tongue(Dialect.OPENAI);
    private final CountDownLatch alphaAsked = new CountDownLatch(1);
    private final CountDownLatch betaAsked = new CountDownLatch(1);
    private final CountDownLatch alphaMay = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final FakePeer peer;

    public TeamPeer() throws IOException {
        peer = new FakePeer((number, request, line) -> {
            var calls = calls(request.body());
            line.open(tongue.type());
            String words = calls.isEmpty() ? "I wait for news of them." : "Going on with it, word by word.";
            // Token by token, as providers send it.
            for (var event : tongue.turn(number, List.of(words.split("(?<= )", -1)), calls)) {
                line.chunk(event);
            }
            line.end();
        });
    }

    private List<Call> calls(String body) throws InterruptedException {
        if (body.contains("You are orchestrator.")) {
            return conduct(body);
        }
        if (body.contains("You are beta,")) {
            return beta(body);
        }
        return body.contains("You are alpha,") ? alpha(body) : gamma(body);
    }

    private static List<Call> conduct(String body) {
        if (!body.contains("is given to alpha")) {
            return List.of(job("alpha"), job("beta"), job("gamma"));
        }
        boolean done = body.contains("T-2 alpha, accepted") && body.contains("T-3 beta, accepted")
                && body.contains("T-4 gamma, accepted");
        return done
                ? List.of(new Call("finish", "{\"summary\":\"Three reports are there.\",\"evidence\":["
                        + "{\"criterion\":\"1\",\"kind\":\"task\",\"ref\":\"T-2\"},"
                        + "{\"criterion\":\"1\",\"kind\":\"artifact\",\"ref\":\"reports/beta.md\"}]}"))
                : List.of();
    }

    private static Call job(String agent) {
        return new Call("delegate", "{\"agent\":\"" + agent + "\",\"title\":\"Report of " + agent
                + "\",\"outputs\":[\"reports/" + agent + ".md\"],\"criteria\":[\"says what was found\"]}");
    }

    private List<Call> alpha(String body) throws InterruptedException {
        if (alphaAsked.getCount() > 0) {
            alphaAsked.countDown();
            alphaMay.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            return List.of(new Call("update_status", "{\"percent\":10,\"text\":\"looking\"}"));
        }
        return report("alpha", body);
    }

    /** The first answer never comes in time: somebody stops it. */
    private List<Call> beta(String body) throws InterruptedException {
        if (betaAsked.getCount() > 0) {
            betaAsked.countDown();
            over.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        }
        return report("beta", body);
    }

    private static List<Call> gamma(String body) {
        return body.contains("settled by")
                ? report("gamma", body)
                : List.of(new Call("ask_question", "{\"text\":\"Which port?\",\"options\":[\"80\",\"8080\"]}"));
    }

    private static List<Call> report(String agent, String body) {
        var path = "reports/" + agent + ".md";
        return body.contains("what " + agent + " found")
                ? List.of(new Call("complete_task", "{\"summary\":\"Report written.\",\"evidence\":[{\"criterion\":"
                        + "\"1\",\"kind\":\"artifact\",\"ref\":\"" + path + "\"}]}"))
                : List.of(new Call("write_file",
                        "{\"path\":\"" + path + "\",\"content\":\"what " + agent + " found\"}"));
    }

    /** Waits until alpha and beta have both been asked, which shows that they work side by side. */
    public boolean bothAtWork() throws InterruptedException {
        return alphaAsked.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)
                && betaAsked.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    }

    /** From now on alpha answers. */
    public void letAlphaAnswer() {
        alphaMay.countDown();
    }

    /** The variables a person would set to use it. */
    public Map<String, String> environment() {
        return new TreeMap<>(Map.of("OPENAI_API_KEY", "sk-peer-0000", "OPENAI_BASE_URL", peer.address() + "/v1"));
    }

    /** The bodies of all requests in which this agent was addressed, oldest first. */
    public List<String> requestsOf(String agent) {
        return peer.requests().stream().map(FakePeer.Request::body)
                .filter(body -> body.contains("You are " + agent + ",")).toList();
    }

    @Override
    public void close() throws IOException {
        alphaMay.countDown();
        over.countDown();
        peer.close();
    }
}
