package baton.engine.rule.people;

import baton.engine.Working;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.CommandRefused;

/** Says why a command was not carried out. */
public final class Refusals {
    private Refusals() {}

    /** Whoever gave no name is a person all the same. */
    public static String named(String by) {
        return by.isBlank() ? "a person" : by;
    }

    public static void refuse(Working working, String command, String reason) {
        working.record(Subject.SESSION, new CommandRefused(command, reason));
    }
}
