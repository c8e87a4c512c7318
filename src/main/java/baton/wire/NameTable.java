package baton.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stored names of a closed family of records. The name is what files hold; the class may be renamed freely.
 *
 * <p>The version rises when a reader must know of a change; a field that is only added needs none.
 */
final class NameTable {
    private final Map<Class<?>, Named> byClass = new LinkedHashMap<>();
    private final Map<String, Named> byName = new LinkedHashMap<>();

    /** One line of the table. */
    record Named(Class<?> type, String name, int version) {}

    NameTable with(Class<?> type, String name) {
        var named = new Named(type, name, 1);
        if (byClass.put(type, named) != null || byName.put(name, named) != null) {
            throw new IllegalArgumentException("named twice: " + type + " " + name);
        }
        return this;
    }

    Named of(Class<?> type) {
        var named = byClass.get(type);
        if (named == null) {
            throw new IllegalArgumentException("no stored name for " + type);
        }
        return named;
    }

    Named of(String name) {
        var named = byName.get(name);
        if (named == null) {
            throw new WireException(WireException.Kind.UNKNOWN, "this program knows no \"" + name + "\"");
        }
        return named;
    }

    List<Named> all() {
        return List.copyOf(byClass.values());
    }
}
