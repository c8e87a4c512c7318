package baton.reading.scoring;

/** What is counted; the first ten are promised at 0.98, the others are watched. */
enum Kind {
    AGENTS, TASKS, ASSIGNMENT, EDGES, PHASES, CHECKPOINTS, DECISIONS, QUESTIONS, GATES, METRICS,
    /** Whether matched edges wait or only order. */
    BINDING,
    /** Mentions of one job that became one task. */
    MERGES,
    /** The phase of a task. */
    PLACING,
    /** Ids, paths, boxes, dates and criteria of tasks. */
    FIELDS,
    /** Lists that are only counted: severities, templates, limits, files and the like. */
    COUNTS,
    /** Problems that must be named, and none where a document is sound. */
    PROBLEMS,
    /** Words that must never become a task, and documents in which nothing may be found. */
    SILENCE;

    boolean isPromised() {
        return compareTo(METRICS) <= 0;
    }
}
