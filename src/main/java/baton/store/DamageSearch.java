package baton.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import baton.engine.Sha256;
import baton.runtime.SessionRecord.Damage;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;
import org.jspecify.annotations.Nullable;

/** Walks a record once from its start and names the first event that is not as it was written. */
final class DamageSearch {
    private static final String REFERENCE = "{\"$blob\":\"";
    private static final int SHA256_CHARS = 64;

    private final RecordReader reader;
    private final HashChain chain = new HashChain();
    private final Set<String> sound = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private String previous = "";
    private long expectedSeq = 1;
    private long expectedN = 1;
    private @Nullable StoredInput ahead;

    DamageSearch(RecordReader reader) {
        this.reader = reader;
    }

    Optional<Damage> first() {
        sortContents();
        try (Stream<StoredEvent> events = reader.eventRows(1, Long.MAX_VALUE);
                Stream<StoredInput> inputs = reader.inputRows(1)) {
            var inputRows = inputs.iterator();
            var eventRows = events.iterator();
            while (eventRows.hasNext()) {
                var damage = damageOf(eventRows.next(), inputRows);
                if (damage.isPresent()) {
                    return damage;
                }
            }
        }
        return changed.stream().sorted().findFirst().map(
                sha256 -> new Damage(0, "", "kept content " + sha256 + " has been changed"));
    }

    private void sortContents() {
        for (String sha256 : reader.blobNames()) {
            boolean same = reader.content(sha256).map(kept -> Sha256.of(kept.bytes()).equals(sha256))
                    .orElse(false);
            (same ? sound : changed).add(sha256);
        }
    }

    private Optional<Damage> damageOf(StoredEvent event, Iterator<StoredInput> inputRows) {
        if (event.seq() != expectedSeq) {
            return Optional.of(new Damage(expectedSeq, "", "event " + expectedSeq + " is missing"));
        }
        List<StoredInput> inputs = inputsUpTo(event.n(), inputRows);
        if (expectedN <= event.n()) {
            return damage(event, "input " + expectedN + ", which led to it, is missing");
        }
        if (!event.prevHash().equals(previous) || !event.hash().equals(chain.hash(previous, inputs, event))) {
            return damage(event, "it, or an input before it, does not match its hash");
        }
        for (StoredInput input : inputs) {
            var wrong = wrongContent(input.body());
            if (wrong.isPresent()) {
                return damage(event, wrong.get());
            }
        }
        previous = event.hash();
        expectedSeq++;
        return wrongContent(event.body()).flatMap(wrong -> damage(event, wrong));
    }

    private static Optional<Damage> damage(StoredEvent event, String what) {
        return Optional.of(new Damage(event.seq(), event.type(),
                "event " + event.seq() + " (" + event.type() + "): " + what));
    }

    /** Takes inputs as long as they follow one another; stops at the first gap. */
    private List<StoredInput> inputsUpTo(long n, Iterator<StoredInput> inputRows) {
        List<StoredInput> inputs = new ArrayList<>();
        while (expectedN <= n) {
            var next = ahead;
            if (next == null && inputRows.hasNext()) {
                next = inputRows.next();
            }
            ahead = next;
            if (next == null || next.n() != expectedN) {
                return inputs;
            }
            inputs.add(next);
            ahead = null;
            expectedN++;
        }
        return inputs;
    }

    private Optional<String> wrongContent(byte[] bytes) {
        var body = new String(bytes, StandardCharsets.UTF_8);
        int at = body.indexOf(REFERENCE);
        while (at >= 0) {
            int start = at + REFERENCE.length();
            String sha256 = body.substring(start, Math.min(body.length(), start + SHA256_CHARS));
            if (!sound.contains(sha256)) {
                return Optional.of("a long text of it is missing or changed");
            }
            at = body.indexOf(REFERENCE, start);
        }
        return changed.stream().anyMatch(body::contains)
                ? Optional.of("a kept content that it names has been changed")
                : Optional.empty();
    }
}
