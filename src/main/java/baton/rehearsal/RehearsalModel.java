package baton.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.runtime.AgentModel;
import baton.runtime.Running;
import baton.runtime.TimeSource;

/**
 * The offline model that plays every part: it uses the tools, writes files made of what it read, and says that it rehearses.
 *
 * <p>What it does follows from the seed and the call alone, never from wall time, threads or the order of calls. A turn takes
 * virtual time and streams its text on the way. A brief whose task has no title or does not run counts as free chat and is
 * answered with a sentence. Cancelling a turn, or closing the model, breaks it as internal trouble.
 */
public final class RehearsalModel implements AgentModel {
    /** What the model calls itself in its replies. */
    public static final String MODEL = "rehearsal";

    private static final int BYTES_PER_TOKEN = 4;
    private static final int CHUNK_CHARS = 40;

    private final TimeSource time;
    private final Player player;
    private final Set<Play> plays = new LinkedHashSet<>();
    private boolean closed;

    public RehearsalModel(TimeSource time, long seed, Mishaps mishaps) {
        this.time = time;
        this.player = new Player(seed, mishaps);
    }

    /** A rehearsal with the usual mishaps. */
    public RehearsalModel(TimeSource time, long seed) {
        this(time, seed, Mishaps.USUAL);
    }

    @Override
    public Running ask(Call call, Listener listener) {
        var turn = player.play(call);
        var play = new Play(listener);
        if (!enter(play)) {
            listener.broke(Trouble.INTERNAL, "the rehearsal model is closed");
            return Running.NOTHING;
        }
        play.schedule(turn, () -> turn.trouble().ifPresentOrElse(
                trouble -> listener.broke(trouble, "rehearsed: the provider fails here"),
                () -> listener.ended(reply(call, turn))));
        return play::cancel;
    }

    private boolean enter(Play play) {
        synchronized (plays) {
            return !closed && plays.add(play);
        }
    }

    @Override
    public void close() {
        List<Play> open;
        synchronized (plays) {
            closed = true;
            open = List.copyOf(plays);
        }
        open.forEach(Play::cancel);
    }

    private static ModelReply reply(Call call, Turn turn) {
        var finish = turn.calls().isEmpty() ? Finish.STOP : Finish.TOOL_CALLS;
        return new ModelReply(MODEL, turn.text(), "", "", turn.calls(), usage(call, turn), finish);
    }

    private static Usage usage(Call call, Turn turn) {
        long in = call.parts().stream().mapToLong(part -> bytes(part.text())).sum()
                + call.messages().stream().mapToLong(RehearsalModel::bytes).sum();
        long out = bytes(turn.text())
                + turn.calls().stream().mapToLong(made -> bytes(made.tool()) + bytes(made.argumentsJson())).sum();
        return new Usage(tokens(in), tokens(out), 0, 0, true);
    }

    private static long bytes(ChatMessage message) {
        return switch (message) {
            case ChatMessage.User said -> bytes(said.text());
            case ChatMessage.Assistant said -> bytes(said.reply().text())
                    + said.reply().calls().stream().mapToLong(made -> bytes(made.argumentsJson())).sum();
            case ChatMessage.ToolResult result -> bytes(result.text());
        };
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long tokens(long bytes) {
        return Math.ceilDiv(bytes, BYTES_PER_TOKEN);
    }

    /** About {@link #CHUNK_CHARS} characters each, cut after a space. */
    private static List<String> chunks(String text) {
        var chunks = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int space = text.indexOf(' ', Math.min(text.length(), start + CHUNK_CHARS));
            int end = space < 0 ? text.length() : space + 1;
            chunks.add(text.substring(start, end));
            start = end;
        }
        return chunks;
    }

    /** One turn in flight. */
    private final class Play {
        private final Listener listener;
        private final List<Running> scheduled = new ArrayList<>();
        private boolean over;

        private Play(Listener listener) {
            this.listener = listener;
        }

        private void schedule(Turn turn, Runnable ending) {
            long startMs = time.monotonicMs();
            var chunks = chunks(turn.text());
            for (int i = 0; i < chunks.size(); i++) {
                String chunk = chunks.get(i);
                // The first third of the time nothing is heard, as if the model were thinking.
                long afterMs = turn.takesMs() / 3 + turn.takesMs() * 2 * i / (3L * chunks.size());
                later(startMs + afterMs, () -> chunk(chunk));
            }
            later(startMs + turn.takesMs(), () -> {
                if (finish()) {
                    ending.run();
                }
            });
        }

        private void later(long whenMs, Runnable what) {
            var running = time.at(whenMs, what);
            synchronized (this) {
                scheduled.add(running);
            }
        }

        /** Under the lock, so that no text follows the ending. */
        private synchronized void chunk(String text) {
            if (!over) {
                listener.chunk(text);
            }
        }

        private void cancel() {
            if (finish()) {
                List<Running> open;
                synchronized (this) {
                    open = List.copyOf(scheduled);
                }
                open.forEach(Running::cancel);
                listener.broke(Trouble.INTERNAL, "cancelled");
            }
        }

        /** True for the one caller that ends the turn. */
        private boolean finish() {
            synchronized (this) {
                if (over) {
                    return false;
                }
                over = true;
            }
            synchronized (plays) {
                plays.remove(this);
            }
            return true;
        }
    }
}
