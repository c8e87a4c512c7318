package baton.tool;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.runtime.CheckRunner;
import baton.settings.CommandLine;
import baton.tool.CommandRunner.Request;
import baton.tool.CommandRunner.Run;
import baton.tool.Workspace.CommandPlace;

/**
 * Looks at files and runs check commands in a workspace. Only what is there and how a command exits counts, never what a text says.
 */
public final class WorkspaceChecks implements CheckRunner {
    private static final int OUTPUT_CHARS_MAX = 4_000;

    private final Workspace workspace;
    private final CommandRunner runner;
    private final Predicate<List<String>> allowed;
    private final long timeoutMs;
    private final UnaryOperator<String> redact;

    /**
     * @param allowed which commands a person or their settings have allowed
     * @param timeoutMs limit of one command
     */
    public WorkspaceChecks(Workspace workspace, CommandRunner runner, Predicate<List<String>> allowed, long timeoutMs,
            UnaryOperator<String> redact) {
        this.workspace = workspace;
        this.runner = runner;
        this.allowed = allowed;
        this.timeoutMs = timeoutMs;
        this.redact = redact;
    }

    @Override
    public List<CheckResult> run(RunChecks checks) throws InterruptedException {
        var results = new ArrayList<CheckResult>();
        for (Check check : checks.checks()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the checks were cancelled");
            }
            results.add(switch (check) {
                case Check.FileIs file -> file(file);
                case Check.CommandPasses command -> command(command);
            });
        }
        return results;
    }

    private CheckResult file(Check.FileIs check) throws InterruptedException {
        try {
            var file = workspace.read(WorkspacePath.parse(check.path()), 0);
            if (file.size() == 0) {
                return failed(check.name(), Shown.quoted(check.path()) + " is empty.");
            }
            if (!check.sha256().isEmpty() && !check.sha256().equals(file.sha256())) {
                return failed(check.name(), Shown.quoted(check.path()) + " has sha256 " + file.sha256() + ", not "
                        + Shown.plain(check.sha256()) + ".");
            }
            return new CheckResult(check.name(), Verdict.PASSED, file.sha256());
        } catch (NoSuchFileException e) {
            return failed(check.name(), Shown.quoted(check.path()) + " is not there.");
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("the checks were cancelled");
        } catch (Refused e) {
            return failed(check.name(), e.reason());
        } catch (IOException e) {
            return new CheckResult(check.name(), Verdict.UNKNOWN, FolderWorkspace.words(e));
        }
    }

    private static CheckResult failed(String name, String why) {
        return new CheckResult(name, Verdict.FAILED, why);
    }

    private CheckResult command(Check.CommandPasses check) throws InterruptedException {
        return switch (CommandLine.parse(check.command())) {
            case CommandLine.NeedsShell(var reason) -> new CheckResult(check.name(), Verdict.NOT_ALLOWED,
                    "Not run: " + reason + ". Put it into a script and check that.");
            case CommandLine.Words(var argv) when !allowed.test(argv) -> new CheckResult(check.name(),
                    Verdict.NOT_ALLOWED, "Not run: nobody has allowed " + Shown.quoted(check.command()) + ".");
            case CommandLine.Words(var argv) -> switch (workspace.commandPlace()) {
                case CommandPlace.Nowhere(var reason) -> new CheckResult(check.name(), Verdict.UNKNOWN, reason);
                case CommandPlace.Folder(var folder) -> run(check.name(), argv, folder);
            };
        };
    }

    private CheckResult run(String name, List<String> argv, Path folder) throws InterruptedException {
        Run run = runner.run(new Request(argv, folder, timeoutMs));
        String output = redact.apply(run.output().text(redact, OUTPUT_CHARS_MAX));
        return switch (run.ending()) {
            case EXITED -> new CheckResult(name, run.exitStatus() == 0 ? Verdict.PASSED : Verdict.FAILED,
                    "[unsandboxed] exit status " + run.exitStatus() + "\n" + output);
            case TIMED_OUT -> new CheckResult(name, Verdict.TIMED_OUT,
                    "[unsandboxed] stopped after its limit of " + timeoutMs / 1_000 + " s\n" + output);
            case NOT_STARTED -> new CheckResult(name, Verdict.UNKNOWN, "Not started: " + run.problem());
            case CANCELLED -> throw new InterruptedException("the checks were cancelled");
        };
    }
}
