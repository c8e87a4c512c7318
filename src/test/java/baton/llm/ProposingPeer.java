package baton.llm;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

import baton.llm.Tongue.Call;
import baton.settings.ProviderEndpoint.Dialect;

/** A provider on the loopback that hands in proposals for a plan, as a script says. */
public final class ProposingPeer implements AutoCloseable {
    private static final Tongue TONGUE = new Tongue(Dialect.OPENAI);

    private final CountDownLatch over;
    private final FakePeer peer;

    private ProposingPeer(CountDownLatch over, FakePeer.Script script) throws IOException {
        this.over = over;
        this.peer = new FakePeer(script);
    }

    /** Calls the tool with these arguments. */
    public static ProposingPeer proposing(String json) throws IOException {
        return new ProposingPeer(new CountDownLatch(1), (number, _, line) -> {
            line.open(TONGUE.type());
            for (var event : TONGUE.turn(number, "", List.of(new Call("propose_additions", json)))) {
                line.chunk(event);
            }
            line.end();
        });
    }

    /** Calls no tool and writes this. */
    public static ProposingPeer writing(String text) throws IOException {
        return new ProposingPeer(new CountDownLatch(1), (_, _, line) -> {
            line.open(TONGUE.type());
            for (var event : TONGUE.answer(text)) {
                if (!event.isEmpty()) {
                    line.chunk(event);
                }
            }
            line.end();
        });
    }

    /** Begins an answer and never goes on. */
    public static ProposingPeer stalling() throws IOException {
        var over = new CountDownLatch(1);
        return new ProposingPeer(over, (_, _, line) -> {
            line.open(TONGUE.type());
            line.chunk(TONGUE.text("Let me"));
            line.stallUntil(over);
        });
    }

    /** The variables a person would set to use it. */
    public Map<String, String> environment() {
        return new TreeMap<>(Map.of("OPENAI_API_KEY", "sk-peer-0000", "OPENAI_BASE_URL", peer.address() + "/v1"));
    }

    /** The bodies of all requests so far. */
    public List<String> requests() {
        return peer.requests().stream().map(FakePeer.Request::body).toList();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        peer.close();
    }
}
