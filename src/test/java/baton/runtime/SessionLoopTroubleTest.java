package baton.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import baton.engine.Command;
import baton.engine.Effect.CallTool;
import baton.engine.StandardTexts;
import baton.engine.fact.Action;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.Usage;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.runtime.EventStore.StoreException;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A loop whose disk, engine or surroundings fail must end, say so, and leave nothing behind. */
@Timeout(30)
class SessionLoopTroubleTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final InMemoryEventStore store = new InMemoryEventStore("trouble");
    private final CountingTime time = new CountingTime();
    private final AtomicReference<AgentModel.Listener> heard = new AtomicReference<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    private Command.Open opening() {
        var plan = new PlanDraft("A plan", "plan.md");
        plan.tasks.add(new TaskDraft("T-1", "Look", "a").toTask());
        return new Command.Open(RunSettings.rehearsal(1), plan.toPlan(), List.of(), List.of(), List.of(),
                StandardTexts.all(), List.of());
    }

    private Workplace workplace(ToolBox tools) {
        var model = new AgentModel() {
            @Override
            public Running ask(Call call, Listener listener) {
                heard.set(listener);
                asked.countDown();
                return Running.NOTHING;
            }

            @Override
            public void close() {}
        };
        return new Workplace(store, model, tools, checks -> List.of(), time);
    }

    private SessionLoop start(SessionListener... listeners) {
        return SessionLoop.open(workplace(tools(call -> ToolBox.Result.done("done"))), opening(), List.of(listeners));
    }

    private interface Hand {
        ToolBox.Result call(CallTool call) throws InterruptedException;
    }

    private static ToolBox tools(Hand hand) {
        return new ToolBox() {
            @Override
            public Result call(CallTool call) throws InterruptedException {
                return hand.call(call);
            }

            @Override
            public void close() {}
        };
    }

    private static ModelReply reply(String text, Action... actions) {
        var calls = List.of(actions).stream().map(action -> new CallRequest("c", "read_file", "{}", action)).toList();
        return new ModelReply("test", text, "", "", calls, Usage.NONE,
                calls.isEmpty() ? Finish.STOP : Finish.TOOL_CALLS);
    }

    @Test
    void aDiskThatIsFullFromTheStartEndsTheLoopWithoutAResult() throws Exception {
        store.failWith(StoreException.Kind.DISK_FULL);
        try (var loop = start()) {
            assertEquals(Optional.empty(), loop.awaitResult(WAIT));
            var failure = assertInstanceOf(StoreException.class, loop.failure().orElseThrow());
            assertEquals(StoreException.Kind.DISK_FULL, failure.kind());
            assertEquals(1, asked.getCount(), "nothing leaves that is not on disk");
        }
        assertEquals(0, time.holds());
    }

    @Test
    void aResultThatCouldNotBeKeptIsNoResult() throws Exception {
        try (var loop = start()) {
            asked.await();
            store.failWith(StoreException.Kind.TAKEN_OVER);
            heard.get().ended(reply("done"));
            assertEquals(Optional.empty(), loop.awaitResult(WAIT));
            assertEquals(StoreException.Kind.TAKEN_OVER,
                    assertInstanceOf(StoreException.class, loop.failure().orElseThrow()).kind());
            loop.tell(new Command.Say("", "", "anybody there?", "owner"));
            assertEquals(0, time.holds(), "what comes after the end holds no clock");
        }
    }

    @Test
    void aBugInTheEngineEndsTheSessionWithAResultThatSaysSo() throws Exception {
        try (var loop = start()) {
            asked.await();
            heard.get().ended(new ModelReply("test", "", "", "", List.of(new CallRequest("c", "approve", "{}",
                    new Action.RunCommand(List.of("x")))), Usage.NONE, Finish.TOOL_CALLS));
            loop.tell(bug());
            var result = loop.awaitResult(WAIT);
            assertTrue(result.isPresent());
            assertTrue(loop.failure().isPresent());
            assertEquals(1, result.orElseThrow().exitCode());
        }
        try (var events = store.events(1, Long.MAX_VALUE)) {
            var facts = events.map(event -> event.event()).toList();
            assertInstanceOf(SessionStarted.class, facts.getFirst());
            assertInstanceOf(SessionResult.class, facts.getLast());
        }
        assertEquals(0, time.holds());
    }

    /** Something no engine can handle: a command without an id. */
    @SuppressWarnings("NullAway")
    private static Command bug() {
        return new Command.Answer(null, "", "owner");
    }

    @Test
    void aListenerThatThrowsEndsTheLoopInsteadOfLeavingItHalfAlive() throws Exception {
        try (var loop = start((events, state) -> {
            throw new IllegalStateException("a face fell over");
        })) {
            assertEquals(Optional.empty(), loop.awaitResult(WAIT));
            assertEquals("a face fell over", loop.failure().orElseThrow().getMessage());
        }
        assertEquals(0, time.holds());
    }

    @Test
    void closingWhileAToolRunsStopsTheToolAndLeavesNoThread() throws Exception {
        var working = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var loop = SessionLoop.open(workplace(tools(call -> {
            working.countDown();
            try {
                new CountDownLatch(1).await();
                return ToolBox.Result.done("never");
            } finally {
                stopped.countDown();
            }
        })), opening(), List.of());
        asked.await();
        heard.get().ended(reply("", new Action.Workspace(Action.Access.READ, "x")));
        working.await();
        loop.close();
        loop.close();
        stopped.await();
        assertEquals(Optional.empty(), loop.failure());
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("baton-loop") && thread.isAlive()));
        assertEquals(0, time.holds());
    }

    @Test
    void aToolThatIsCancelledBeforeItsThreadBeginsEndsAndFreesTheClock() throws Exception {
        var working = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var calls = new AtomicInteger();
        try (var loop = SessionLoop.open(workplace(tools(call -> {
            calls.incrementAndGet();
            working.countDown();
            awaitStubbornly(mayEnd);
            return ToolBox.Result.done("late");
        })), opening(), List.of())) {
            asked.await();
            heard.get().ended(reply("", new Action.Workspace(Action.Access.READ, "x"),
                    new Action.Workspace(Action.Access.READ, "y")));
            working.await();
            loop.tell(new Command.CancelTask("T-1", "not wanted", "owner"));
            assertEquals(4, loop.awaitResult(WAIT).orElseThrow().exitCode());
            mayEnd.countDown();
        }
        assertEquals(1, calls.get(), "time is virtual, so the second read waited behind the first");
        assertEquals(0, time.holds());
    }

    /** A tool that does not listen when it is told to stop. */
    private static void awaitStubbornly(CountDownLatch latch) {
        boolean waits = true;
        while (waits) {
            try {
                latch.await();
                waits = false;
            } catch (InterruptedException e) {
                waits = true;
            }
        }
    }
}
