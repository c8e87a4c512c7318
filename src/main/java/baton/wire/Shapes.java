package baton.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import baton.engine.fact.Action;
import baton.plan.PlanChange;
import baton.profile.SlotValue;

/**
 * The shapes of the types that are stored, made when first asked for.
 *
 * <p>Written by us and not bound by databind: the order of keys, the defaults of absent fields and the long texts kept
 * apart are then one rule each, and the first line of output does not wait for a large library to start.
 */
final class Shapes {
    private final Map<Class<?>, RecordShape> records = new ConcurrentHashMap<>();
    private final Map<Class<?>, Shape> words = new ConcurrentHashMap<>();
    private final Map<Class<?>, Shape> variants = new ConcurrentHashMap<>();

    RecordShape ofRecord(Class<?> type) {
        var known = records.get(type);
        if (known != null) {
            return known;
        }
        // Records may hold records, so nothing is locked while one is made; making it twice does no harm.
        var made = new RecordShape(type, component -> of(component.getGenericType()));
        records.put(type, made);
        return made;
    }

    private Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Shape inner = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class) {
                return new Shape.Sequence(inner);
            }
            if (generic.getRawType() == Optional.class) {
                return new Shape.Perhaps(inner);
            }
            throw new IllegalArgumentException("no shape for " + type);
        }
        return ofClass((Class<?>) type);
    }

    private Shape ofClass(Class<?> type) {
        if (type == String.class) {
            return new Shape.Text();
        } else if (type == int.class) {
            return new Shape.Whole(false);
        } else if (type == long.class) {
            return new Shape.Whole(true);
        } else if (type == boolean.class) {
            return new Shape.Truth();
        } else if (type == OptionalInt.class) {
            return new Shape.PerhapsInt();
        } else if (type == OptionalLong.class) {
            return new Shape.PerhapsLong();
        } else if (type == Action.class) {
            return variants(type, StoredNames.ACTIONS);
        } else if (type == PlanChange.class) {
            return variants(type, StoredNames.CHANGES);
        } else if (type == SlotValue.class) {
            return variants(type, StoredNames.SLOT_VALUES);
        } else if (type.isEnum()) {
            return words.computeIfAbsent(type, WordShape::new);
        } else if (type.isRecord()) {
            return ofRecord(type);
        }
        throw new IllegalArgumentException("no shape for " + type);
    }

    private Shape variants(Class<?> type, NameTable names) {
        var known = variants.get(type);
        if (known != null) {
            return known;
        }
        var made = new VariantShape(names, this);
        variants.put(type, made);
        return made;
    }
}
