package baton.runtime;

/** Something under way that can be stopped. */
public interface Running {
    /** Something that has already ended, or cannot be stopped. */
    Running NOTHING = () -> {};

    /** Asks it to stop; returns at once, may be called often and after the end. */
    void cancel();
}
