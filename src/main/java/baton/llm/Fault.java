package baton.llm;

import java.util.Objects;
import java.util.OptionalLong;

import baton.engine.fact.Trouble;

/**
 * Why a try gave no reply.
 *
 * @param message for a person; what the provider said is shortened and holds no key
 * @param repeatable false where the same request would fail the same way
 * @param waitMs how long the provider asks to be left alone
 */
record Fault(Trouble trouble, String message, boolean repeatable, OptionalLong waitMs) {
    Fault {
        Objects.requireNonNull(trouble, "trouble");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(waitMs, "waitMs");
    }

    /** Repeatable as far as its kind allows. */
    static Fault of(Trouble trouble, String message) {
        return new Fault(trouble, message, true, OptionalLong.empty());
    }

    static Fault lasting(Trouble trouble, String message) {
        return new Fault(trouble, message, false, OptionalLong.empty());
    }

    Fault withWait(OptionalLong changed) {
        return new Fault(trouble, message, repeatable, changed);
    }

    Fault withMessage(String changed) {
        return new Fault(trouble, changed, repeatable, waitMs);
    }
}
