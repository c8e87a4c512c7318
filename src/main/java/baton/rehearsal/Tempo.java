package baton.rehearsal;

/**
 * How long a turn takes in virtual time.
 *
 * <p>The figures are of the order of real models with tools: a usual task needs five to ten minutes of a box of fifteen. In a
 * shorter box everybody works faster, so that a plan's boxes can be rehearsed whatever their length.
 */
final class Tempo {
    private static final long USUAL_BOX_MS = 15 * 60_000L;

    /** What a turn is spent on; from and to in seconds. */
    enum Work {
        LOOK(20, 45), READ(45, 100), SEARCH(25, 50), WRITE(120, 240), EDIT(30, 60), CLAIM(20, 45), TALK(20, 40),
        CLOSE(10, 20);

        private final int fromSeconds;
        private final int toSeconds;

        Work(int fromSeconds, int toSeconds) {
            this.fromSeconds = fromSeconds;
            this.toSeconds = toSeconds;
        }
    }

    private Tempo() {}

    static long takesMs(Scene scene, Work work) {
        long usualMs = scene.dice().between(work.fromSeconds * 1000L, work.toSeconds * 1000L);
        long boxMs = scene.task().timeBox().map(box -> box.millis()).orElse(USUAL_BOX_MS);
        boolean slow = scene.card() == Mishap.SLOW && scene.isFirstAttempt();
        if (slow && work != Work.CLOSE) {
            // Four such turns end shortly after the box does, and well within the usual grace of a minute.
            return boxMs / 4 + 6_000;
        }
        return boxMs < USUAL_BOX_MS ? usualMs * boxMs / USUAL_BOX_MS : usualMs;
    }
}
