package baton.store;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A long table as a stream that fetches a bounded number of rows at a time.
 *
 * <p>Between pages no statement is open, so a slow reader never holds back the writer's log.
 */
final class Pages<T> extends Spliterators.AbstractSpliterator<T> {
    private final LongFunction<List<T>> pageAfter;
    private final ToLongFunction<T> keyOf;
    private long last;
    private Iterator<T> page = List.<T>of().iterator();
    private boolean over;

    private Pages(long after, LongFunction<List<T>> pageAfter, ToLongFunction<T> keyOf) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.last = after;
        this.pageAfter = pageAfter;
        this.keyOf = keyOf;
    }

    /** {@code pageAfter} gives the next rows after a key, none at the end. */
    static <T> Stream<T> stream(long after, LongFunction<List<T>> pageAfter, ToLongFunction<T> keyOf) {
        return StreamSupport.stream(new Pages<>(after, pageAfter, keyOf), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (!page.hasNext() && !over) {
            var rows = pageAfter.apply(last);
            over = rows.isEmpty();
            if (!over) {
                last = keyOf.applyAsLong(rows.getLast());
            }
            page = rows.iterator();
        }
        if (!page.hasNext()) {
            return false;
        }
        action.accept(page.next());
        return true;
    }
}
