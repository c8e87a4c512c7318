package baton.cli.console;

/** How a process ends; scripts rely on the numbers. */
public enum ExitCode {
    OK(0), INTERNAL(1), USAGE(2), REFUSED(3), FAILED(4), WAITING(5), BUDGET(6), PROVIDER(7), DIVERGED(8), TIMEOUT(
            124),
    INTERRUPTED(130), TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static ExitCode of(int number) {
        for (var code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalStateException("no exit code " + number);
    }
}
