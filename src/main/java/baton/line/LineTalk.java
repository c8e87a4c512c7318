package baton.line;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import baton.line.Console.Typed;
import baton.view.InboxItem;
import baton.view.page.Asked;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * The talk between a person and a session, entry by entry.
 *
 * <p>A number is an answer only after the matter it answers was opened, by its id or by {@code !}; so nothing that was typed
 * before a question came can answer it.
 */
public final class LineTalk {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long TWICE_MS = 2_000;

    private final Console console;
    private final ChatHand hand;
    private final SessionNow now;
    private String lane = "";
    private Mode mode = new Mode.Chatting();
    private long interruptedAtMs = Long.MIN_VALUE;

    /** What the next entry means. */
    private sealed interface Mode {
        record Chatting() implements Mode {}

        /** It answers this matter. */
        record Answering(String id) implements Mode {}

        /** It says what is to stop. */
        record Stopping() implements Mode {}
    }

    /** Why the talk ended. */
    public enum End {
        /** The person wants to leave. */
        LEFT,
        /** Nobody can type any more, and nothing goes on by itself. */
        RAN_OUT,
        /** The session has ended, or broke. */
        SESSION_OVER
    }

    public LineTalk(Console console, ChatHand hand, SessionNow now) {
        this.console = console;
        this.hand = hand;
        this.now = now;
    }

    /** Talks until somebody ends it. */
    public End talk(BooleanSupplier sessionOver) throws InterruptedException {
        var typist = new Typist(console);
        boolean heard = true;
        while (!sessionOver.getAsBoolean()) {
            if (!heard) {
                if (now.moment().isIdle()) {
                    return End.RAN_OUT;
                }
                Thread.sleep(LOOK);
                continue;
            }
            var typed = typist.next(prompt(), LOOK);
            if (typed.isEmpty()) {
                continue;
            }
            switch (typed.get()) {
                case Typed.Entry(String text) -> {
                    if (!goesOn(text)) {
                        return End.LEFT;
                    }
                }
                case Typed.Interrupted(boolean cleared) -> interrupted(cleared);
                case Typed.End() -> {
                    if (console.isAttended()) {
                        return End.LEFT;
                    }
                    heard = false;
                }
            }
        }
        return End.SESSION_OVER;
    }

    private String prompt() {
        return switch (mode) {
            case Mode.Chatting() -> lane.isEmpty() ? "you> " : "you to " + lane + "> ";
            case Mode.Answering(String id) -> "answer " + id + "> ";
            case Mode.Stopping() -> "stop> ";
        };
    }

    /** One entry; false where the person leaves. */
    private boolean goesOn(String text) {
        String entry = text.strip();
        var before = mode;
        mode = new Mode.Chatting();
        if (entry.startsWith("/")) {
            return chat(text, entry);
        }
        return switch (before) {
            case Mode.Chatting() -> chat(text, entry);
            case Mode.Stopping() -> stop(entry);
            case Mode.Answering(String id) ->
                entry.isEmpty() ? said("Left open; nothing was answered.") : show(hand.settle(id, entry));
        };
    }

    private boolean chat(String text, String entry) {
        if (entry.isEmpty()) {
            return true;
        }
        if (entry.equals("!")) {
            var next = now.view().inbox().stream().filter(InboxItem::isOpen).findFirst();
            return next.isPresent() ? open(next.get()) : said("Nothing needs you.");
        }
        var item = now.view().inbox().get(entry.toUpperCase(Locale.ROOT));
        if (item.isPresent()) {
            return open(item.get());
        }
        if (entry.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return show(new Came.Refused("\"" + entry + "\" answers nothing: no matter is open before you",
                    "Type its id first, or ! for the next one that needs you."));
        }
        return show(hand.say(text, lane));
    }

    private boolean open(InboxItem item) {
        if (item.settlement() instanceof InboxItem.Settlement.Withdrawn withdrawn) {
            return said(item.id() + " needs no answer any more: " + withdrawn.reason());
        }
        if (item.settlement() instanceof InboxItem.Settlement.Settled settled) {
            return said(item.id() + " was settled by " + settled.by() + ": " + settled.how());
        }
        mode = new Mode.Answering(item.id());
        console.show(Asked.lines(item, switch (item.ask()) {
            case InboxItem.Ask.Approval approval -> "yes, or no and why; nothing leaves it open";
            case InboxItem.Ask.Blocker blocker -> "say how it was resolved; nothing leaves it open";
            case InboxItem.Ask.Question question -> "a number or words; nothing leaves it open";
            case InboxItem.Ask.Decision decision -> "a number or words; nothing leaves it open";
        }));
        return true;
    }

    /** False where the person leaves. */
    private boolean show(Came came) {
        return switch (came) {
            // The session tells what it recorded by itself.
            case Came.Recorded recorded -> true;
            case Came.Shown(List<StyledLine> lines) -> {
                console.show(lines);
                yield true;
            }
            case Came.Refused(String reason, String hint) -> notDone(reason, hint);
            case Came.NotUnderstood(String reason, String hint) -> notDone(reason, hint);
            case Came.TakenBack(String line) -> {
                said("Taken back: nobody had read it. Change it and send it again, or clear it with Ctrl-C.");
                console.draft(line);
                yield true;
            }
            case Came.Focused(String agent) -> {
                lane = agent;
                yield said(agent.isEmpty()
                        ? "Plain words go to the orchestrator again."
                        : "Plain words go to " + agent + " now; /focus ends that.");
            }
            case Came.Left() -> false;
        };
    }

    private boolean notDone(String reason, String hint) {
        console.show(StyledLine.of(Tone.ATTENTION, "Not done: ").and(reason));
        return hint.isBlank() || said("  " + hint);
    }

    private boolean said(String sentence) {
        console.show(StyledLine.of(Tone.DIM, sentence));
        return true;
    }

    /** The first press clears what was typed, or says what a second one does. */
    private void interrupted(boolean cleared) {
        long nowMs = System.nanoTime() / 1_000_000;
        boolean twice = !cleared && interruptedAtMs != Long.MIN_VALUE && nowMs - interruptedAtMs <= TWICE_MS;
        interruptedAtMs = cleared ? Long.MIN_VALUE : nowMs;
        mode = new Mode.Chatting();
        if (twice) {
            interruptedAtMs = Long.MIN_VALUE;
            mode = new Mode.Stopping();
            console.show(List.of(StyledLine.of(Tone.STRONG, "What should stop?"),
                    StyledLine.of("  1  pause everybody; what is under way is finished first"),
                    StyledLine.of(hand.inOwn("  2  leave: stop what runs, keep everything; baton resume goes on")),
                    StyledLine.of("  3  nothing")));
        } else if (!cleared) {
            said("Nothing was stopped. Ctrl-C again within two seconds asks what to stop; Ctrl-D leaves.");
        }
    }

    private boolean stop(String entry) {
        return switch (entry) {
            case "1" -> show(hand.say("/pause", ""));
            case "2" -> false;
            default -> said("Nothing was stopped.");
        };
    }
}
