package baton.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import baton.engine.fact.ModelReply;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.runtime.AgentModel.Listener;

/** Writes down what a call says. */
class Hearing implements Listener {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> chunks = new CopyOnWriteArrayList<>();
    private final List<ModelReply> replies = new CopyOnWriteArrayList<>();
    private final AtomicInteger endings = new AtomicInteger();
    private final List<Usage> lost = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch firstChunk = new CountDownLatch(1);

    @Override
    public void chunk(String text) {
        chunks.add(text);
        firstChunk.countDown();
        if (endings.get() > 0) {
            said.add("chunk after the end");
        }
    }

    @Override
    public void retrying(Trouble trouble, int attempt, long delayMs, String message, Usage used) {
        lost.add(used);
        chunks.clear();
        said.add("retry " + attempt + " " + trouble);
    }

    @Override
    public void paused(String provider, Trouble trouble, long untilMs, String message) {
        said.add("paused " + trouble);
    }

    @Override
    public void back(String provider) {
        said.add("back");
    }

    @Override
    public void ended(ModelReply reply) {
        replies.add(reply);
        said.add("ended " + reply.finish());
        endings.incrementAndGet();
        ended.countDown();
    }

    @Override
    public void broke(Trouble trouble, String message, Usage used) {
        lost.add(used);
        said.add("broke " + trouble + ": " + message);
        endings.incrementAndGet();
        ended.countDown();
    }

    /** Everything but chunks, in order. */
    List<String> said() {
        await(ended);
        return List.copyOf(said);
    }

    /** The kinds alone: what follows a colon is left out. */
    List<String> kinds() {
        return said().stream().map(one -> one.contains(":") ? one.substring(0, one.indexOf(':')) : one).toList();
    }

    ModelReply reply() {
        await(ended);
        if (replies.size() != 1) {
            throw new AssertionError("no reply: " + said);
        }
        return replies.getFirst();
    }

    /** What the tries that brought nothing were counted for. */
    Usage lost() {
        await(ended);
        return lost.stream().reduce(Usage.NONE, Usage::plus);
    }

    String streamed() {
        return String.join("", chunks);
    }

    int endings() {
        return endings.get();
    }

    Hearing awaitChunk() {
        await(firstChunk);
        return this;
    }

    private void await(CountDownLatch latch) {
        try {
            if (!latch.await(15, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing for 15 s; so far: " + said);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
