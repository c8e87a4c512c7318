package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.llm.ProviderLimiter.Admission;
import baton.llm.ProviderLimiter.Notice;
import baton.runtime.AgentModel.Call;
import baton.runtime.Redactor;
import baton.runtime.Running;
import baton.runtime.TimeSource;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/**
 * One call from its first try to its one ending, on a virtual thread of its own.
 *
 * <p>Every wait has a bound: the limiter's, the clocks of a try, the number of tries. Cancelling closes the connection, also
 * before the first byte, and is the ending at once.
 */
final class GuardedCall implements Running {
    private static final String CANCELLED = "cancelled";

    private final Call call;
    private final Route route;
    private final Ending ending;
    private final TimeSource time;
    private final Redactor redactor;
    private final RandomGenerator random;
    private volatile boolean cancelled;
    private volatile Runnable interruption = () -> {};

    GuardedCall(Call call, Route route, Ending ending, TimeSource time, Redactor redactor, RandomGenerator random) {
        this.call = call;
        this.route = route;
        this.ending = ending;
        this.time = time;
        this.redactor = redactor;
        this.random = random;
    }

    void start() {
        Thread.ofVirtual().name("turn " + call.turn()).start(this::run);
    }

    @Override
    public void cancel() {
        if (cancelled || ending.isOver()) {
            return;
        }
        cancelled = true;
        // The ending does not wait for the thread, which may hang; what it still does is heard by nobody.
        ending.broke(Trouble.INCOMPLETE, CANCELLED);
        interruption.run();
    }

    private void run() {
        try {
            ChatRequest request = written();
            for (int tries = 1; tries <= route.settings().retries().triesMax(); tries++) {
                if (oneTry(request, tries)) {
                    return;
                }
            }
            ending.broke(Trouble.INTERNAL, "the call ran out of tries without an ending");
        } catch (Unusable e) {
            ending.broke(Trouble.REJECTED, said(String.valueOf(e.getMessage())));
        } catch (Exception e) {
            ending.broke(Trouble.INTERNAL, said("the call failed on our side: " + e));
        }
    }

    private ChatRequest written() throws Unusable {
        try {
            return route.request(call);
        } catch (IllegalArgumentException e) {
            throw new Unusable(String.valueOf(e.getMessage()), e);
        }
    }

    /** The request cannot be put into the provider's words. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** True when the call has ended. */
    private boolean oneTry(ChatRequest request, int tries) {
        var limiter = route.limiter();
        var ticket = limiter.queue();
        interruptBy(() -> limiter.withdraw(ticket));
        switch (ticket.await()) {
            case Admission.Withdrawn _ -> {
                ending.broke(Trouble.INCOMPLETE, CANCELLED);
                return true;
            }
            case Admission.Refused refused -> {
                ending.broke(refused.fault().trouble(), said(refused.fault().message()));
                return true;
            }
            case Admission.Granted granted -> {
                return granted(request, ticket, granted.back(), tries);
            }
        }
    }

    private boolean granted(ChatRequest request, ProviderLimiter.Ticket ticket, boolean back, int tries) {
        var limiter = route.limiter();
        boolean reported = false;
        try {
            if (back) {
                ending.tell(listener -> listener.back(route.provider()));
            }
            var verdict = send(request);
            reported = true;
            return switch (verdict) {
                case ReplyJudge.Verdict.Complete complete -> {
                    tell(limiter.succeeded(ticket));
                    ending.ended(complete.reply());
                    yield true;
                }
                case ReplyJudge.Verdict.Broken broken -> {
                    tell(limiter.failed(ticket, patient(broken.fault()), cancelled));
                    yield !tryAgain(patient(broken.fault()), tries, broken.used());
                }
            };
        } finally {
            if (!reported) {
                limiter.failed(ticket, Fault.of(Trouble.INTERNAL, "no verdict"), false);
            }
        }
    }

    private ReplyJudge.Verdict send(ChatRequest request) {
        var watch = StreamWatch.of(route.endpoint().dialect());
        var exchange = new Exchange(watch, time, route.settings(),
                () -> ending.broke(Trouble.TIMED_OUT, "the connection could not be closed in time"));
        var chunks = new ChunkCoalescer(ending, redactor.stream(), time);
        var answer = new Answer(chunks);
        interruptBy(() -> exchange.stop(Fault.of(Trouble.INCOMPLETE, CANCELLED)));
        try {
            if (!cancelled) {
                ScopedValue.where(Exchange.CURRENT, exchange).run(() -> route.model().chat(request, answer));
            }
        } finally {
            exchange.end();
        }
        var fault = exchange.fault().or(answer::fault);
        if (fault.isPresent() || cancelled) {
            chunks.discard();
            return new ReplyJudge.Verdict.Broken(fault.orElse(Fault.of(Trouble.INCOMPLETE, CANCELLED)), watch.used());
        }
        return route.judge().judge(call, answer.response(), watch, chunks.finish());
    }

    /** A provider that wants to be left alone for longer than anybody waits counts as used up. */
    private Fault patient(Fault fault) {
        long waitMaxMs = route.settings().retries().waitMaxMs();
        boolean tooLong = fault.waitMs().isPresent() && fault.waitMs().getAsLong() > waitMaxMs;
        return tooLong
                ? Fault.lasting(Trouble.QUOTA,
                        fault.message() + " (asks to wait " + fault.waitMs().getAsLong() / 1000 + " s)")
                : fault;
    }

    /** Waits for the next try; false when the call has ended instead. */
    private boolean tryAgain(Fault fault, int tries, Usage used) {
        var retries = route.settings().retries();
        boolean last = !fault.repeatable() || tries >= retries.triesFor(fault.trouble());
        if (cancelled || ending.isOver() || last) {
            String message = cancelled
                    ? CANCELLED
                    : tries > 1
                            ? fault.message() + " (" + tries + " tries)"
                            : fault.message();
            ending.broke(cancelled ? Trouble.INCOMPLETE : fault.trouble(), said(message), used);
            return false;
        }
        long jitterMs = random.nextLong(retries.boundMs(tries) + 1);
        long delayMs = fault.trouble() == Trouble.RATE_LIMITED
                ? route.limiter().pauseMs() + Math.min(jitterMs, retries.baseMs())
                : Math.max(jitterMs, fault.waitMs().orElse(0));
        ending.tell(listener -> listener.retrying(fault.trouble(), tries + 1, delayMs, said(fault.message()), used));
        return sleep(delayMs);
    }

    private boolean sleep(long ms) {
        var over = new CompletableFuture<Boolean>();
        interruptBy(() -> over.complete(false));
        Running alarm = time.at(time.monotonicMs() + ms, () -> over.complete(true));
        boolean slept = over.join();
        alarm.cancel();
        if (!slept || cancelled) {
            ending.broke(Trouble.INCOMPLETE, CANCELLED);
        }
        return slept && !cancelled;
    }

    /** How cancelling reaches the call from now on. */
    private void interruptBy(Runnable how) {
        interruption = how;
        if (cancelled) {
            how.run();
        }
    }

    private void tell(Notice notice) {
        switch (notice) {
            case Notice.Nothing _ -> {
                // Nobody needs to know.
            }
            case Notice.Paused paused -> ending.tell(listener -> listener.paused(route.provider(),
                    paused.fault().trouble(), paused.untilMs(), said(paused.fault().message())));
            case Notice.Back _ -> ending.tell(listener -> listener.back(route.provider()));
        }
    }

    private String said(String message) {
        return redactor.redact(message).text();
    }

    /** Collects what the library hands over; the call's own thread, or nobody, calls it. */
    private static final class Answer implements StreamingChatResponseHandler {
        private final ChunkCoalescer chunks;
        private final List<Throwable> errors = new ArrayList<>();
        private Optional<ChatResponse> response = Optional.empty();

        Answer(ChunkCoalescer chunks) {
            this.chunks = chunks;
        }

        @Override
        public void onPartialResponse(String text) {
            chunks.add(text);
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            // The reply carries it whole.
        }

        @Override
        public void onCompleteResponse(ChatResponse complete) {
            if (response.isEmpty()) {
                response = Optional.of(complete);
            }
        }

        @Override
        public void onError(Throwable error) {
            errors.add(error);
        }

        Optional<ChatResponse> response() {
            return response;
        }

        Optional<Fault> fault() {
            return errors.stream().findFirst()
                    .map(e -> Fault.of(Trouble.INCOMPLETE, "the answer cannot be read: " + e.getMessage()));
        }
    }
}
