package baton.cli.setup;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionListener;
import baton.settings.CommandLine;
import baton.view.SessionView;
import baton.view.text.ScreenText;
import baton.view.text.TextWidth;

/**
 * Runs the person's own command when a session needs them, once for every matter; matters that come up together make one call.
 *
 * <p>What is asked is one more argument, one line, and stands in variables; no shell reads it. The command gets no key of ours, no
 * input, and a limited time. When it cannot keep up, calls are left out: it is a knock on the door, not a record.
 */
public final class Notifier implements SessionListener, AutoCloseable {
    private static final int WAITING_MAX = 20;
    private static final long RUN_SECONDS_MAX = 10;
    private static final int TEXT_COLUMNS_MAX = 400;
    /** What programs that show messages need; none of it holds a key. */
    private static final List<String> PASSED = List.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL",
            "LC_CTYPE", "TZ", "TERM", "TMPDIR", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS", "TMUX", "TMUX_PANE", "STY");

    private final List<String> argv;
    private final String session;
    private final Map<String, String> environment;
    private final Consumer<String> trouble;
    private final Set<String> known = new LinkedHashSet<>();
    private final BlockingQueue<Optional<Call>> calls = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread worker;
    private boolean troubleTold;

    /** One run of the command. */
    private record Call(String ids, String kind, String text) {}

    private Notifier(List<String> argv, String session, Map<String, String> environment, Consumer<String> trouble) {
        this.argv = argv;
        this.session = session;
        this.environment = environment;
        this.trouble = trouble;
        this.worker = Thread.ofPlatform().daemon().name("notify").start(this::runAll);
    }

    /** The arguments of a command a person gave; refused where it would need a shell. */
    static List<String> parse(String command, String where) {
        if (command.isBlank()) {
            return List.of();
        }
        return switch (CommandLine.parse(command)) {
            case CommandLine.Words(List<String> words) -> words;
            case CommandLine.NeedsShell(String reason) -> throw UserError.usage(where + " cannot be \"" + command
                    + "\": " + reason,
                    "No shell reads it: name a program or a script of yours. What is asked comes as"
                            + " its last argument and as BATON_TEXT.");
        };
    }

    /** {@code trouble} hears once why the command cannot be run. */
    public static Notifier of(List<String> argv, String session, Surroundings around, Consumer<String> trouble) {
        return new Notifier(List.copyOf(argv), session, around.environment(), trouble);
    }

    /** What is open already needs no knock: the person is there, and has just been shown it. */
    public void knows(SessionView view) {
        view.inbox().ids().forEach(known::add);
    }

    @Override
    public void committed(List<RecordedEvent> events, SessionState state) {
        var fresh = new ArrayList<Item>();
        for (String id : state.people().open()) {
            var item = state.people().items().get(id);
            if (item != null && known.add(id)) {
                fresh.add(item);
            }
        }
        if (!fresh.isEmpty()) {
            // Full: so many knocks wait already that one more says nothing new.
            calls.offer(Optional.of(call(fresh)));
        }
    }

    private static Call call(List<Item> fresh) {
        var first = fresh.getFirst();
        String words = new ScreenText(first.id() + " " + first.text()).value();
        String cut = TextWidth.cut(words, TEXT_COLUMNS_MAX);
        String more = fresh.size() == 1 ? "" : " (and " + (fresh.size() - 1) + " more)";
        return new Call(String.join(" ", fresh.stream().map(Item::id).toList()),
                words(first.kind()), cut + more);
    }

    private static String words(Item.Kind kind) {
        return switch (kind) {
            case QUESTION -> "question";
            case DECISION -> "decision";
            case BLOCKER -> "blocker";
            case APPROVAL -> "approval";
        };
    }

    private void runAll() {
        try {
            for (var call = calls.take(); call.isPresent(); call = calls.take()) {
                run(call.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Call call) throws InterruptedException {
        var words = new ArrayList<>(argv);
        words.add(call.text());
        var builder = new ProcessBuilder(words).redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        var variables = builder.environment();
        variables.keySet().retainAll(PASSED);
        PASSED.stream().filter(environment::containsKey).forEach(name -> variables.put(name, environment.get(name)));
        variables.put("BATON_SESSION", session);
        variables.put("BATON_IDS", call.ids());
        variables.put("BATON_KIND", call.kind());
        variables.put("BATON_TEXT", call.text());
        try {
            var process = builder.start();
            if (!process.waitFor(RUN_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                tell("it was stopped after " + RUN_SECONDS_MAX + " s");
            } else if (process.exitValue() != 0) {
                tell("it ended with " + process.exitValue());
            }
        } catch (IOException notStarted) {
            tell(String.valueOf(notStarted.getMessage()));
        }
    }

    private void tell(String why) {
        if (!troubleTold) {
            troubleTold = true;
            trouble.accept("the command of --notify did not work: " + why);
        }
    }

    /** Lets what waits be said, within the time one run may take. */
    @Override
    public void close() {
        try {
            if (calls.offer(Optional.empty())) {
                worker.join(TimeUnit.SECONDS.toMillis(RUN_SECONDS_MAX));
            }
            worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
