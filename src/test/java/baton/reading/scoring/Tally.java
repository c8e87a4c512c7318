package baton.reading.scoring;

/**
 * How much of what a document says was found, and how much of what was found the document says.
 *
 * @param wanted what a careful person counts
 * @param hits of these, found
 * @param found what the reader names
 * @param sound of these, in the document
 */
record Tally(int wanted, int hits, int found, int sound) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(wanted + other.wanted, hits + other.hits, found + other.found, sound + other.sound);
    }

    double recall() {
        return wanted == 0 ? 1 : (double) hits / wanted;
    }

    double precision() {
        return found == 0 ? 1 : (double) sound / found;
    }

    /** The harmonic mean, for comparing two versions of one document. */
    double harmony() {
        double sum = recall() + precision();
        return sum == 0 ? 0 : 2 * recall() * precision() / sum;
    }
}
