package baton;

import java.util.List;
import java.util.function.Predicate;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;

/**
 * A JDK or library member that a pure package must not touch, because its answer is not a function of its arguments.
 *
 * @param owner the full name of the declaring class
 * @param member the method, or {@code <init>}
 * @param parametersMax how many parameters a forbidden overload has at most; longer ones are given the order or the source
 */
record Impurity(String owner, String member, int parametersMax) {

    private static final int ANY = Integer.MAX_VALUE;

    /** Asks for today's time, place or chance. */
    static final List<Impurity> AMBIENT = List.of(
            new Impurity("java.lang.Math", "random", ANY),
            new Impurity("java.util.UUID", "randomUUID", ANY),
            new Impurity("java.util.Collections", "shuffle", 1),
            new Impurity("java.util.Locale", "getDefault", ANY),
            new Impurity("java.util.TimeZone", "getDefault", ANY),
            new Impurity("java.nio.charset.Charset", "defaultCharset", ANY),
            new Impurity("java.time.ZoneId", "systemDefault", ANY));

    /** Makes a collection whose order is that of hashes, or changes with every start of the JVM. */
    static final List<Impurity> UNORDERED = List.of(
            new Impurity("java.util.Map", "of", ANY),
            new Impurity("java.util.Map", "ofEntries", ANY),
            new Impurity("java.util.Map", "copyOf", ANY),
            new Impurity("java.util.Set", "of", ANY),
            new Impurity("java.util.Set", "copyOf", ANY),
            new Impurity("java.util.HashMap", "<init>", ANY),
            new Impurity("java.util.HashMap", "newHashMap", ANY),
            new Impurity("java.util.HashSet", "<init>", ANY),
            new Impurity("java.util.HashSet", "newHashSet", ANY),
            new Impurity("java.util.Hashtable", "<init>", ANY),
            new Impurity("java.util.IdentityHashMap", "<init>", ANY),
            new Impurity("java.util.WeakHashMap", "<init>", ANY),
            new Impurity("java.util.stream.Collectors", "toSet", ANY),
            new Impurity("java.util.stream.Collectors", "toUnmodifiableSet", ANY),
            new Impurity("java.util.stream.Collectors", "toUnmodifiableMap", ANY),
            new Impurity("java.util.stream.Collectors", "toMap", 3),
            new Impurity("java.util.stream.Collectors", "groupingBy", 2),
            new Impurity("java.util.stream.Collectors", "groupingByConcurrent", ANY),
            new Impurity("java.util.stream.Collectors", "toConcurrentMap", ANY));

    /** True for a call of, or a method reference to, this member. */
    boolean isTouchedBy(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getTarget().getName().equals(member)
                && parameters(access) <= parametersMax;
    }

    /** True when one of the members is touched. */
    static Predicate<JavaAccess<?>> anyOf(List<Impurity> impurities) {
        return access -> impurities.stream().anyMatch(impurity -> impurity.isTouchedBy(access));
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }
}
