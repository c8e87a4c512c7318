package baton.view;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Things by id, in the order in which they first came; immutable, and a change costs the same however many there are. */
public record Ordered<V>(PVector<String> ids, TreePMap<String, V> byId) implements Iterable<V> {

    public static <V> Ordered<V> none() {
        return new Ordered<>(TreePVector.empty(), TreePMap.empty());
    }

    /** With this value under this id: replaced where it stands, or added at the end. */
    public Ordered<V> with(String id, V value) {
        return new Ordered<>(byId.containsKey(id) ? ids : ids.plus(id), byId.plus(id, value));
    }

    public Optional<V> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public int size() {
        return ids.size();
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public Stream<V> stream() {
        return ids.stream().flatMap(id -> get(id).stream());
    }

    @Override
    public Iterator<V> iterator() {
        return stream().iterator();
    }
}
