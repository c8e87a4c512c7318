package baton.llm;

import java.util.Optional;

import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Usage;
import baton.settings.ProviderEndpoint.Dialect;
import dev.langchain4j.http.client.sse.ServerSentEvent;

/**
 * Looks at the raw events of one answer for what the library does not tell: the provider's end mark, its own word for why it
 * stopped, errors inside the stream, and signatures.
 *
 * <p>Belongs to the thread that reads; only {@link #isEnded()} may be asked by others.
 */
abstract sealed class StreamWatch permits OpenAiWatch, AnthropicWatch, GeminiWatch, OllamaWatch {
    private volatile boolean ended;
    private String finishWord = "";
    private Optional<Fault> error = Optional.empty();
    private Usage used = Usage.NONE;

    static StreamWatch of(Dialect dialect) {
        return switch (dialect) {
            case OPENAI -> new OpenAiWatch();
            case ANTHROPIC -> new AnthropicWatch();
            case GEMINI -> new GeminiWatch();
            case OLLAMA -> new OllamaWatch();
        };
    }

    /** Takes notice of an event and returns what the library shall hear of it. */
    abstract ServerSentEvent hear(ServerSentEvent event);

    /** What the provider's word for the end means; empty for a word that is absent or unknown. */
    abstract Optional<Finish> finish();

    EventFeed.Format format() {
        return EventFeed.Format.SERVER_SENT_EVENTS;
    }

    boolean isServerSent() {
        return format() == EventFeed.Format.SERVER_SENT_EVENTS;
    }

    /** Whether something of use may follow the end mark. */
    boolean hearsOnAfterEnd() {
        return false;
    }

    /** Tool calls that began in the stream. */
    int callsBegun() {
        return 0;
    }

    /** What proves the thinking behind the calls to the provider; empty where there is none. */
    String callSignature() {
        return "";
    }

    /** Whether the provider has sent its end mark. */
    final boolean isEnded() {
        return ended;
    }

    /** The provider's own word for why it stopped, or empty. */
    final String finishWord() {
        return finishWord;
    }

    /** An error the provider reported inside the stream. */
    final Optional<Fault> error() {
        return error;
    }

    /** What the provider has counted for the answer so far; nothing where it has not said. */
    final Usage used() {
        return used;
    }

    /** The newest figures count, since every one of them is a sum. */
    final void counted(Usage figures) {
        used = figures;
    }

    final void end() {
        ended = true;
    }

    final void finishedWith(String word) {
        finishWord = word;
    }

    final void failed(Fault fault) {
        error = Optional.of(fault);
    }
}
