package baton.line;

import java.util.Optional;

/** Lets a person write on in a program of their own. */
@FunctionalInterface
public interface Editing {
    /** The draft as it was left; empty where the program could not be run. Called while the terminal is as it was before. */
    Optional<String> edited(String draft);
}
