package baton.cli.console;

import java.util.List;

import baton.plan.Problem;

/** Something the person can put right, said in one sentence with a hint; never a bug. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String hint;
    private final transient List<Problem> problems;

    private UserError(ExitCode exitCode, String message, String hint, List<Problem> problems) {
        super(message);
        this.exitCode = exitCode;
        this.hint = hint;
        this.problems = List.copyOf(problems);
    }

    /** The command line itself is wrong. */
    public static UserError usage(String message, String hint) {
        return new UserError(ExitCode.USAGE, message, hint, List.of());
    }

    /** What the command was given cannot be taken. */
    public static UserError refused(String message, String hint) {
        return new UserError(ExitCode.REFUSED, message, hint, List.of());
    }

    /** What was asked for was done, and did not come out as it should. */
    public static UserError failed(String message, List<Problem> problems) {
        return new UserError(ExitCode.FAILED, message, "", problems);
    }

    /** Documents have errors; all of them are listed before the message. */
    public static UserError refused(String message, List<Problem> problems) {
        return new UserError(ExitCode.REFUSED, message, "", problems);
    }

    public static UserError of(ExitCode exitCode, String message, String hint) {
        return new UserError(exitCode, message, hint, List.of());
    }

    ExitCode exitCode() {
        return exitCode;
    }

    public String hint() {
        return hint;
    }

    public List<Problem> problems() {
        return problems;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
