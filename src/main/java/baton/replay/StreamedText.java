package baton.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.TurnEvent.TurnRetried;
import baton.runtime.EventStore.Chunk;
import baton.runtime.SessionRecord;

/**
 * Compares the streamed pieces of each turn with the whole text of its end; the pieces are under no hash of their own.
 *
 * <p>A try that failed has left pieces too; only those of the last try count. A turn without pieces was not streamed. Events
 * must come in their order.
 */
final class StreamedText {
    private final SessionRecord record;
    /** By turn: the event with which its last try began. */
    private final Map<String, Long> begun = new HashMap<>();

    StreamedText(SessionRecord record) {
        this.record = record;
    }

    /** Empty unless this event ends a turn whose pieces are not its text. */
    Optional<Verdict> check(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case TurnRequested asked -> begins(asked.turn(), recorded.seq());
            case TurnRetried again -> begins(again.turn(), recorded.seq());
            case TurnCompleted ended -> compare(ended, recorded);
            default -> Optional.empty();
        };
    }

    private Optional<Verdict> begins(String turn, long seq) {
        begun.put(turn, seq);
        return Optional.empty();
    }

    private Optional<Verdict> compare(TurnCompleted ended, RecordedEvent recorded) {
        long from = begun.getOrDefault(ended.turn(), 0L);
        begun.remove(ended.turn());
        String streamed = record.chunks(ended.turn()).stream().filter(chunk -> chunk.afterSeq() >= from)
                .map(Chunk::text).collect(Collectors.joining());
        return streamed.isEmpty() || streamed.equals(ended.reply().text())
                ? Optional.empty()
                : Optional.of(new Verdict.Damaged(recorded.seq(), "turn.completed", "event " + recorded.seq()
                        + " (turn.completed): the streamed pieces of " + ended.turn()
                        + " do not add up to its text"));
    }
}
