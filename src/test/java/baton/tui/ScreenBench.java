package baton.tui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import baton.engine.Command;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Frame;
import baton.tui.frame.FrameEncoder;
import baton.tui.frame.Size;
import baton.tui.frame.Theme;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.state.View;

/** Measures what the screen costs; prints one line a figure. Run by hand, on a quiet machine. */
final class ScreenBench {
    private static final Size SIZE = new Size(200, 60);
    private static final int AGENTS = 100;
    private static final int TOKENS_A_SECOND = 2_000;

    private ScreenBench() {}

    public static void main(String[] args) throws InterruptedException {
        frames();
        resize();
        longTranscript();
        var live = new LiveScene("crowd");
        Crowd.fill(live, AGENTS);
        live.clock(() -> 1_795_000_000_000L + System.nanoTime() / 1_000_000 % 600_000);
        load(live, View.CHAT);
        load(live, View.AGENTS);
        idle();
    }

    private static void say(String what, String figure) {
        System.out.printf("%-64s %s%n", what, figure);
    }

    private static Scene crowd() {
        var live = new LiveScene("crowd");
        Crowd.fill(live, AGENTS);
        for (int i = 0; i < AGENTS; i++) {
            live.chunk(Crowd.turn(i), "Some words of agent " + i + " about what it found in the notes. ".repeat(6));
        }
        return live.now();
    }

    private static void frames() {
        var scene = crowd();
        for (var view : List.of(View.CHAT, View.AGENTS, View.PLAN)) {
            var renderer = new FrameRenderer();
            var encoder = new FrameEncoder(Theme.TERMINAL);
            var state = state(view);
            var before = Frame.blank(SIZE);
            long began = 0;
            int rounds = 400;
            for (int i = -100; i < rounds; i++) {
                if (i == 0) {
                    began = System.nanoTime();
                }
                scene = scene.piece(Crowd.turn(Math.floorMod(i, AGENTS)), "more ");
                var frame = renderer.render(scene, state, Capabilities.FULL);
                encoder.change(before, frame);
                before = frame;
            }
            say("frame of " + view.words() + ", 100 agents, 200x60: fold a piece, render, diff",
                    String.format("%.2f ms", (System.nanoTime() - began) / 1e6 / rounds));
        }
    }

    private static UiState state(View view) {
        var start = UiState.start(SIZE, 0);
        return view == View.CHAT ? start : start.in(view);
    }

    private static void resize() {
        var scene = crowd();
        var renderer = new FrameRenderer();
        var encoder = new FrameEncoder(Theme.TERMINAL);
        double worst = 0;
        for (int i = 0; i < 60; i++) {
            var state = UiState.start(new Size(60 + i * 2, 20 + i % 40), 0);
            long began = System.nanoTime();
            encoder.whole(renderer.render(scene, state, Capabilities.FULL));
            worst = i < 10 ? 0 : Math.max(worst, (System.nanoTime() - began) / 1e6);
        }
        say("resize to a whole clean frame, worst of 50", String.format("%.1f ms", worst));
    }

    private static void longTranscript() {
        var text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("line ").append(i)
                    .append(" of an output that is as long as outputs are, and longer than a row\n");
        }
        var scene = crowd().piece(Crowd.turn(0), "\n");
        var state = UiState.start(SIZE, 0).with(new Overlay.Pager("output", text.toString(), 0));
        double[] times = new double[2];
        for (int round = 0; round < 6; round++) {
            var renderer = new FrameRenderer();
            long began = System.nanoTime();
            renderer.render(scene, state, Capabilities.FULL);
            times[0] = (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            renderer.render(scene, state.with(new Overlay.Pager("output", text.toString(), 400)), Capabilities.FULL);
            times[1] = (System.nanoTime() - began) / 1e6;
        }
        say("output of 100,000 lines: open", String.format("%.1f ms", times[0]));
        say("output of 100,000 lines: a page on", String.format("%.1f ms", times[1]));
    }

    /** Nothing beyond the screen is reached. */
    private static final class Nobody implements Outside {
        @Override
        public String tell(Command command) {
            return "";
        }

        @Override
        public String ask(Command command) {
            return tell(command);
        }

        @Override
        public List<SessionRow> sessions(String words) {
            return List.of();
        }

        @Override
        public Looked look(UiAction.Look look) {
            return new Looked(look.what() + " " + look.task(), List.of());
        }

        @Override
        public void leaving() {
            // Nobody is there.
        }
    }

    private static void load(LiveScene live, View view) throws InterruptedException {
        var terminal = new CountingTerminal(SIZE);
        var loop = new ScreenLoop(terminal, Capabilities.FULL, live, new Nobody(), new Keeper(Map.of(), Path.of("."),
                Path.of(".")), state(view));
        var screen = Thread.ofPlatform().name("screen").start(() -> run(loop));
        var over = new AtomicBoolean();
        var stream = Thread.ofPlatform().start(() -> stream(live, over));
        Thread.sleep(4_000);
        long cpu = cpuNanos();
        long ours = threadNanos(screen);
        long waited = waitedNanos();
        long frames = terminal.writes.get();
        long bytes = terminal.bytes.get();
        long pauses = pauseMs();
        long began = System.nanoTime();
        double[] keys = new double[150];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(loop, terminal, view, i);
            Thread.sleep(40 + i % 37);
            if (i % 20 == 19) {
                // A draft of usual length.
                loop.hear(new UiEvent.Typed("Ctrl+U", "", System.nanoTime() / 1_000_000));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(keys);
        String where = view.words() + ", 100 agents, 2,000 tokens/s, 200x60: ";
        say(where + "key to its bytes, median, 95 %, worst", String.format("%.1f, %.1f, %.1f ms", keys[75], keys[142],
                keys[149]));
        say(where + "CPU of screen and painter, of the whole process", String.format("%.1f %%, %.1f %% of a core",
                (threadNanos(screen) - ours) / 1e7 / seconds, (cpuNanos() - cpu) / 1e7 / seconds));
        say(where + "CPU a frame; both threads ready but without a CPU; collector's pauses",
                String.format("%.2f ms; %.1f ms a second; %.1f ms a second",
                        (threadNanos(screen) - ours) / 1e6 / (terminal.writes.get() - frames),
                        (waitedNanos() - waited) / 1e6 / seconds, (pauseMs() - pauses) / seconds));
        say(where + "frames a second, bytes a second", String.format("%.1f, %.0f",
                (terminal.writes.get() - frames) / seconds, (terminal.bytes.get() - bytes) / seconds));
        say(where + "full clears after the first frame", String.valueOf(terminal.clears.get() - 1));
        over.set(true);
        stream.join();
        loop.end();
        screen.join();
    }

    private static long pauseMs() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(bean -> bean.getCollectionTime())
                .sum();
    }

    /** How long the screen's threads were ready to run and had no CPU, as Linux counts it; 0 where nobody counts. */
    private static long waitedNanos() {
        long waited = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (var task : tasks) {
                String name = Files.readString(task.resolve("comm")).strip();
                if (name.equals("painter") || name.equals("screen")) {
                    waited += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ", -1)[1]);
                }
            }
        } catch (IOException notCounted) {
            return 0;
        }
        return waited;
    }

    private static void run(ScreenLoop loop) {
        try {
            loop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stream(LiveScene live, AtomicBoolean over) {
        // A token is about four characters; pieces come every 50 ms to each agent, as the coalescer makes them.
        String piece = "word ".repeat(Math.max(1, TOKENS_A_SECOND / AGENTS / 20));
        for (int round = 1; !over.get(); round++) {
            for (int i = 0; i < AGENTS && !over.get(); i++) {
                live.chunk(Crowd.turn(i), (round + i) % 60 == 0 ? "done.\n\n" : piece);
                if (i % 10 == 9) {
                    sleep(5);
                }
            }
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds from a key until the bytes that show what it did have been written. */
    private static double key(ScreenLoop loop, CountingTerminal terminal, View view, int i) {
        // In the chat a letter that nobody else writes; on the board the mark of the row, which goes down or up by one.
        boolean chat = view == View.CHAT;
        String typed = Character.toString(0x4E00 + i);
        String chord = chat ? typed : i % 2 == 0 ? "Down" : "Up";
        long began = System.nanoTime();
        terminal.awaits(chat ? typed : ">");
        loop.hear(new UiEvent.Typed(chord, chat ? typed : "", began / 1_000_000));
        while (terminal.seenNanos() == 0 && System.nanoTime() - began < 1_000_000_000L) {
            LockSupport.parkNanos(200_000);
        }
        return (terminal.seenNanos() - began) / 1e6;
    }

    private static void idle() throws InterruptedException {
        var live = new LiveScene("idle");
        var terminal = new CountingTerminal(SIZE);
        var loop = new ScreenLoop(terminal, Capabilities.FULL, live, new Nobody(), new Keeper(Map.of(), Path.of("."),
                Path.of(".")), state(View.CHAT));
        var screen = Thread.ofPlatform().start(() -> run(loop));
        Thread.sleep(1_500);
        long cpu = cpuNanos();
        long bytes = terminal.bytes.get();
        Thread.sleep(10_000);
        say("idle for 10 s: bytes written", String.valueOf(terminal.bytes.get() - bytes));
        say("idle for 10 s: CPU of the whole process",
                String.format("%.2f %% of a core", (cpuNanos() - cpu) / 1e7 / 10));
        loop.end();
        screen.join();
    }

    /** CPU time of the loop's thread and the painter's. */
    private static long threadNanos(Thread screen) {
        var threads = ManagementFactory.getThreadMXBean();
        long painter = 0;
        for (long id : threads.getAllThreadIds()) {
            var known = threads.getThreadInfo(id);
            painter += known != null && known.getThreadName().equals("painter") ? threads.getThreadCpuTime(id) : 0;
        }
        return painter + threads.getThreadCpuTime(screen.threadId());
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
