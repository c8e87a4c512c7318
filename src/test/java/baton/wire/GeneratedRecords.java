package baton.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Makes any record that is stored from a seed, with texts that have gone wrong in other programs. */
public final class GeneratedRecords {
    private static final int TRIES_MAX = 200;
    private static final List<String> STRANGE = List.of("", " ", "\0", "\u0007\u001b[31m", "\"quoted\\\"", "a\r\nb\n",
            "naïve café", "日本語", "\uD83C\uDFAF dart", "{\"$blob\":\"x\"}", "\u2028\u2029\uFFFD\uFEFF", "</script>",
            "a".repeat(20_000), "\u00e9".repeat(9_000));

    private final Random random;

    public GeneratedRecords(long seed) {
        random = new Random(seed);
    }

    public <T> T next(Class<T> type) {
        var refusals = new ArrayList<IllegalArgumentException>();
        while (refusals.size() < TRIES_MAX) {
            try {
                return type.cast(type.isRecord() ? make(type) : value(type));
            } catch (IllegalArgumentException refused) {
                // The record does not take these values together; the next ones may fit.
                refusals.add(refused);
            }
        }
        throw new IllegalStateException("no values fit " + type, refusals.getLast());
    }

    private Object make(Class<?> type) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType());
        }
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return random.nextBoolean() ? Optional.empty() : Optional.of(value(inner));
            }
            List<Object> values = new ArrayList<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                values.add(value(inner));
            }
            return List.copyOf(values);
        }
        return ofClass((Class<?>) type);
    }

    private Object ofClass(Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == int.class) {
            return random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(100);
        } else if (type == long.class) {
            return random.nextInt(4) == 0 ? random.nextLong() : (long) random.nextInt(1000);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == OptionalInt.class) {
            return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
        } else if (type == OptionalLong.class) {
            return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
        } else if (type.isEnum()) {
            return oneOf(List.of(type.getEnumConstants()));
        } else if (type.isSealed()) {
            return next((Class<?>) oneOf(List.of(type.getPermittedSubclasses())));
        }
        return next(type);
    }

    private String text() {
        return random.nextInt(5) == 0 ? oneOf(STRANGE) : Long.toString(random.nextLong(), Character.MAX_RADIX);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Every record of a sealed family, however deep. */
    public static List<Class<?>> membersOf(Class<?> family) {
        if (!family.isSealed()) {
            return List.of(family);
        }
        List<Class<?>> members = new ArrayList<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            members.addAll(membersOf(permitted));
        }
        return members;
    }
}
