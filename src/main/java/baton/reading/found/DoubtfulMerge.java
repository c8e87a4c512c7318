package baton.reading.found;

import java.util.Objects;

import baton.plan.Place;

/**
 * Two mentions that may be one job.
 *
 * @param again the later mention
 * @param first the task it may be
 * @param words what both say
 */
public record DoubtfulMerge(Mention again, Mention first, String words) {

    /** One of the two: its id, its words and where they stand. */
    public record Mention(String id, String title, Place place) {
        public Mention {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(place, "place");
        }
    }

    /** What somebody says they are. */
    public enum Answer {

        ONE_JOB, TWO_JOBS,
        /** Nobody has said; the later one does not run. */
        OPEN
    }

    public DoubtfulMerge {
        Objects.requireNonNull(again, "again");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(words, "words");
    }
}
