package baton.view;

/** A fact told in one sentence; {@code atMs} is wall time, {@code runMs} run time of the session. */
public record TranscriptLine(long seq, long atMs, long runMs, Sentence sentence) {}
