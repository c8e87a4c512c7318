package baton.profile;

import java.util.List;

/** What came of filling a template. */
public sealed interface Rendering {

    /** Every required slot had a fitting value. */
    record Rendered(String text) implements Rendering {}

    /** Nothing was rendered; every slot that stands in the way is named. */
    record Incomplete(List<Fault> faults) implements Rendering {
        public Incomplete {
            faults = List.copyOf(faults);
        }
    }

    /** A slot without a value it needs, or with one that does not fit, and why. */
    record Fault(String slot, Kind kind, String reason) {

        /** What is wrong. */
        public enum Kind {
            MISSING, INVALID, UNKNOWN
        }
    }
}
