package baton.reading.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was worked out of the texts of a plan while it is read, so that no recogniser works it out again.
 *
 * <p>
 * It lasts for one reading and changes no answer: outside of a reading everything is worked out each time. It is bounded, so a
 * large plan costs no more than it has different texts, and long texts, which are nobody's name, are not kept.
 */
public final class ReadingMemory {

    private static final ScopedValue<ReadingMemory> OPEN = ScopedValue.newInstance();
    private static final int TEXTS_MAX = 200_000;
    private static final int CHARS_MAX = 500;

    final Texts<String> plain = new Texts<>();
    final Texts<String> titles = new Texts<>();
    final Texts<String> keys = new Texts<>();
    final Texts<String> nameKeys = new Texts<>();
    final Texts<List<String>> nameWords = new Texts<>();
    final Texts<AgentName> names = new Texts<>();
    final Texts<List<Label>> labels = new Texts<>();
    final Texts<Set<String>> topics = new Texts<>();
    final Texts<Boolean> everybody = new Texts<>();
    final Texts<Set<String>> titleWords = new Texts<>();
    final Texts<Optional<Period>> periods = new Texts<>();

    private ReadingMemory() {}

    /** Lets everything that this reads share one memory. */
    public static <T> T during(Supplier<T> reading) {
        return ScopedValue.where(OPEN, new ReadingMemory()).call(reading::get);
    }

    /** The answer for a text, from the memory of this reading where it is there. */
    static <T> T of(Function<ReadingMemory, Texts<T>> kind, String text, Function<String, T> work) {
        return text.length() <= CHARS_MAX && OPEN.isBound()
                ? kind.apply(OPEN.get()).of(text, work)
                : work.apply(text);
    }

    /** One kind of answers by their texts; when it is full it begins anew. */
    static final class Texts<T> {

        private final Map<String, T> known = new HashMap<>();

        private T of(String text, Function<String, T> work) {
            T answer = known.get(text);
            if (answer == null) {
                answer = work.apply(text);
                if (known.size() >= TEXTS_MAX) {
                    known.clear();
                }
                known.put(text, answer);
            }
            return answer;
        }
    }
}
