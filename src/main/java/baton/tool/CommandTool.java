package baton.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import baton.engine.Effect.CallTool;
import baton.engine.Outcome.ToolEnd;
import baton.engine.fact.Action;
import baton.engine.fact.FileChange;
import baton.runtime.Content;
import baton.runtime.ToolBox.Result;
import baton.tool.CommandRunner.Ending;
import baton.tool.CommandRunner.Request;
import baton.tool.CommandRunner.Run;
import baton.tool.Workspace.CommandPlace;
import baton.tool.Workspace.Kind;

/** The tool that runs programs. What runs is the argument list that was approved, never a second reading of it. */
final class CommandTool {
    private static final int TIMEOUT_SECONDS = 120;
    private static final int TIMEOUT_SECONDS_MAX = 1_800;
    private static final int CHANGES_SHOWN_MAX = 50;
    private static final long CONTENTS_BYTES_MAX = 50L * 1024 * 1024;

    private final Workspace workspace;
    private final PathReader paths;
    private final CommandRunner runner;
    private final ChangeWatch watch;
    private final ContentKeeper keeper;
    private final UnaryOperator<String> redact;

    CommandTool(Workspace workspace, PathReader paths, CommandRunner runner, ChangeWatch watch, ContentKeeper keeper,
            UnaryOperator<String> redact) {
        this.workspace = workspace;
        this.paths = paths;
        this.runner = runner;
        this.watch = watch;
        this.keeper = keeper;
        this.redact = redact;
    }

    Result run(CallTool call) throws IOException, Refused {
        var arguments = ToolArguments.parse(call.argumentsJson(), List.of("argv", "timeout_seconds", "cwd"));
        var argv = approved(call, arguments.texts("argv"));
        int seconds = arguments.number("timeout_seconds", TIMEOUT_SECONDS, TIMEOUT_SECONDS_MAX);
        var folder = paths.parse(arguments.optionalText("cwd").orElse(""));
        if (workspace.look(folder).filter(found -> found.kind() == Kind.FOLDER).isEmpty()) {
            throw new Refused(Shown.quoted(folder.toString()) + " is not a folder of the workspace.");
        }
        return switch (workspace.commandPlace()) {
            case CommandPlace.Nowhere(var reason) -> Result.failed(reason);
            case CommandPlace.Folder(var root) -> run(call,
                    new Request(argv, root.resolve(folder.toString()), seconds * 1_000L));
        };
    }

    private static List<String> approved(CallTool call, List<String> asked) throws Refused {
        if (!(call.action() instanceof Action.RunCommand(var argv)) || !argv.equals(asked)) {
            throw new Refused("The arguments are not those that were judged; nothing was run.");
        }
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            throw new Refused("There is no program to run.");
        }
        for (String argument : argv) {
            if (argument.indexOf('\0') >= 0) {
                throw new Refused("An argument holds a NUL character; nothing was run.");
            }
        }
        return argv;
    }

    private Result run(CallTool call, Request request) throws IOException, Refused {
        watch.begin();
        Run run = null;
        try {
            run = runner.run(request);
        } finally {
            if (run == null) {
                watch.end();
            }
        }
        var changes = changesAfter();
        var kept = new ArrayList<FileChange>();
        var contents = new ArrayList<Content>();
        long bytes = 0;
        for (var change : changes.changes()) {
            var one = keeper.keep(change.path(), change.before(), change.after());
            long more = one.contents().stream().mapToLong(content -> content.bytes().length).sum();
            boolean fits = bytes + more <= CONTENTS_BYTES_MAX;
            kept.add(fits ? one.change() : notKept(one.change()));
            if (fits) {
                contents.addAll(one.contents());
                bytes += more;
            }
        }
        String text = text(run, request, kept, changes.remark(), call);
        return new Result(end(run), text, kept, contents);
    }

    /** The command has run, so its end is told even where its changes cannot be found out. */
    private ChangeWatch.Changes changesAfter() {
        // A second cancel must not cost the record of what the first one has ended.
        Thread.interrupted();
        try {
            return watch.end();
        } catch (IOException e) {
            return new ChangeWatch.Changes(List.of(), "What it changed is not known: " + FolderWorkspace.words(e));
        } catch (Refused e) {
            return new ChangeWatch.Changes(List.of(), "What it changed is not known: " + e.reason());
        }
    }

    private static FileChange notKept(FileChange change) {
        return new FileChange(change.path(), change.beforeSha256(), change.afterSha256(), change.afterBytes(), false);
    }

    private static ToolEnd end(Run run) {
        return switch (run.ending()) {
            case EXITED -> run.exitStatus() == 0 ? ToolEnd.DONE : ToolEnd.FAILED;
            case TIMED_OUT, NOT_STARTED -> ToolEnd.FAILED;
            case CANCELLED -> ToolEnd.CANCELLED;
        };
    }

    private String text(Run run, Request request, List<FileChange> changes, String remark, CallTool call) {
        var text = new StringBuilder("[unsandboxed] ").append(ending(run, request)).append('\n');
        if (run.leftBehind() > 0) {
            text.append(run.leftBehind()).append(" processes that it left behind have been ended.\n");
        }
        if (run.ending() != Ending.NOT_STARTED) {
            text.append(run.output().size() == 0
                    ? "It printed nothing."
                    : run.output().text(redact, ToolText.CHARS_MAX - 8 * 1024)).append('\n');
        }
        if (!changes.isEmpty()) {
            text.append("Files changed: ").append(ReadingTools.first(
                    changes.stream().limit(CHANGES_SHOWN_MAX).map(change -> Shown.plain(change.path())).toList()))
                    .append('\n');
            var foreign = changes.stream().map(FileChange::path).filter(path -> !isOwn(path, call)).toList();
            if (!foreign.isEmpty()) {
                text.append("Of these, outside the paths of ").append(call.agent()).append(": ")
                        .append(Shown.plain(ReadingTools.first(foreign))).append('\n');
            }
        }
        return text.append(remark).toString();
    }

    private static boolean isOwn(String path, CallTool call) {
        try {
            OwnedPath.of(WorkspacePath.parse(path), call.agent(), call.writes());
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private static String ending(Run run, Request request) {
        return switch (run.ending()) {
            case EXITED -> "exit status " + run.exitStatus();
            case TIMED_OUT ->
                String.format(Locale.ROOT, "stopped after its limit of %d s", request.timeoutMs() / 1_000);
            case CANCELLED -> "cancelled; everything it had started was ended";
            case NOT_STARTED -> "not started: " + run.problem();
        };
    }
}
