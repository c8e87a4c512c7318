package baton.cli.console;

import java.util.List;

import baton.batch.LineOutput;
import baton.batch.Palette;
import baton.runtime.EventStore.StoreException;
import baton.view.page.ProblemLines;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.WireException;

/** The one place where what went wrong becomes a message for a person and an exit code. */
public final class Failures {
    private final Surroundings around;

    public Failures(Surroundings around) {
        this.around = around;
    }

    /** Made only where something is to be said: the terminal is asked for its width. */
    private LineOutput err() {
        return new LineOutput(around.err(),
                Palette.choose(Palette.Wish.AUTO, around.environment(), around.terminals().err()),
                around.isAscii() ? LineOutput.Glyphs.ASCII : LineOutput.Glyphs.UNICODE,
                around.columnsOfProgress(), around.typing()::inOwn);
    }

    public ExitCode say(UserError error) {
        err().show(ProblemLines.of(error.problems(), 0));
        say(error.message(), error.hint());
        return error.exitCode();
    }

    /** A store's trouble is told like a person's error; everything else is ours, and says where to look. */
    public ExitCode say(RuntimeException error) {
        if (error instanceof StoreException store) {
            return say(store);
        }
        if (error instanceof WireException wire) {
            say("the record cannot be read: " + wire.getMessage(),
                    "It may come from a newer version, or be damaged: baton replay SESSION --verify.");
            return wire.kind() == WireException.Kind.UNKNOWN ? ExitCode.REFUSED : ExitCode.DIVERGED;
        }
        say("an error of baton's own: " + error, "Everything recorded so far is kept. BATON_DEBUG=1 shows more.");
        if (!around.variable("BATON_DEBUG").isEmpty()) {
            trace(error);
        }
        return ExitCode.INTERNAL;
    }

    private ExitCode say(StoreException error) {
        String message = String.valueOf(error.getMessage());
        switch (error.kind()) {
            case LOCKED ->
                say(message, "baton attach SESSION  watches and steers it from here; or wait for it to end.");
            case TAKEN_OVER -> say(message, "Another process goes on with this session.");
            case NOT_OURS -> say(message, "See  baton sessions list.");
            case FROM_THE_FUTURE -> say(message, "Use the version of baton that wrote it, or a newer one.");
            case DAMAGED -> say(message, "baton replay SESSION --verify  names the first damaged event.");
            case DISK_FULL -> say(message, "Everything recorded so far is kept. Make room, then  baton resume.");
            case BROKEN -> say(message, "Everything recorded so far is kept.");
            case NO_PLACE -> say(message, "Choose a folder on a local disk that you may write to: --sessions DIR or "
                    + Setting.SESSIONS.variable() + ".");
        }
        return exitCode(error);
    }

    /** How a process ends that met this trouble while a session was at work. */
    public static ExitCode exitCode(RuntimeException error) {
        return error instanceof StoreException store ? exitCode(store) : ExitCode.INTERNAL;
    }

    private static ExitCode exitCode(StoreException error) {
        return switch (error.kind()) {
            case LOCKED, NOT_OURS, FROM_THE_FUTURE, NO_PLACE -> ExitCode.REFUSED;
            case DAMAGED -> ExitCode.DIVERGED;
            case TAKEN_OVER, DISK_FULL, BROKEN -> ExitCode.INTERNAL;
        };
    }

    private void say(String message, String hint) {
        var err = err();
        err.show(StyledLine.of(Tone.BAD, "baton: ").and(message));
        if (!hint.isBlank()) {
            err.show(StyledLine.of(Tone.DIM, "  hint: " + hint));
        }
    }

    private void trace(Throwable error) {
        var err = err();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            err.show(StyledLine.of(cause.toString()));
            for (StackTraceElement frame : List.of(cause.getStackTrace())) {
                err.show(StyledLine.of("    at " + frame));
            }
        }
    }
}
