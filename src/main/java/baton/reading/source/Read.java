package baton.reading.source;

import java.util.List;
import java.util.function.Function;

import baton.plan.Problem;

/**
 * What came of reading one input: a value with remarks, or a refusal.
 *
 * <p>
 * A refusal carries at least one error; a value may carry warnings and notes. No reader throws for bad input.
 */
public sealed interface Read<T> {

    /** Everything worth saying, in the order of the input. */
    List<Problem> problems();

    /** The input was understood well enough to be used. */
    record Taken<T>(T value, List<Problem> problems) implements Read<T> {
        public Taken {
            problems = List.copyOf(problems);
        }
    }

    /** The input can't be used; every reason that was found is listed. */
    record Refused<T>(List<Problem> problems) implements Read<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems: a refusal needs a reason");
            }
        }
    }

    /** Reads on from the value, keeping what was already said; a refusal stays one. */
    default <R> Read<R> then(Function<T, Read<R>> next) {
        return switch (this) {
            case Refused<T>(var reasons) -> new Refused<>(reasons);
            case Taken<T>(var value, var said) -> switch (next.apply(value)) {
                case Taken<R>(var result, var more) -> new Taken<>(result, Remarks.joined(said, more));
                case Refused<R>(var reasons) -> new Refused<>(Remarks.joined(said, reasons));
            };
        };
    }
}
