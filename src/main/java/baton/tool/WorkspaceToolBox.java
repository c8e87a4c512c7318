package baton.tool;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import baton.engine.Effect.CallTool;
import baton.engine.Outcome.ToolEnd;
import baton.runtime.ToolBox;

/**
 * The tools of {@link WorkspaceTool} on one workspace.
 *
 * <p>A cancelled command ends as {@link ToolEnd#CANCELLED} with what it had changed; a cancelled file tool throws
 * {@link InterruptedException}. Everything a model is told is redacted.
 */
public final class WorkspaceToolBox implements ToolBox {
    private final Workspace workspace;
    private final UnaryOperator<String> redact;
    private final ReadingTools reading;
    private final SearchTool searching;
    private final WritingTools writing;
    private final CommandTool commands;

    /**
     * @param scratch a private folder beside the session, for what must outlive a crash; created when needed
     * @param redact takes secrets out of a text; called by many threads
     */
    public WorkspaceToolBox(Workspace workspace, Path scratch, UnaryOperator<String> redact) {
        this(workspace, scratch, redact, new CommandRunner(scratch));
    }

    WorkspaceToolBox(Workspace workspace, Path scratch, UnaryOperator<String> redact, CommandRunner runner) {
        this.workspace = workspace;
        this.redact = redact;
        var contents = contentsIn(scratch);
        var paths = PathReader.of(workspace);
        var keeper = new ContentKeeper(redact, contents);
        var watch = new ChangeWatch(workspace, contents);
        this.reading = new ReadingTools(workspace, paths, redact);
        this.searching = new SearchTool(workspace, paths, redact);
        this.writing = new WritingTools(workspace, paths, keeper, new WriteNotes(scratch.resolve("writes"), contents),
                watch);
        this.commands = new CommandTool(workspace, paths, runner, watch, keeper, redact);
    }

    /** The contents kept outside the session by a tool box with this scratch folder; undo asks here as well. */
    public static PrivateContents contentsIn(Path scratch) {
        return new PrivateContents(scratch.resolve("contents"));
    }

    @Override
    public Result call(CallTool call) throws InterruptedException {
        var tool = WorkspaceTool.named(call.tool());
        if (tool.isEmpty()) {
            return Result
                    .failed("There is no tool " + Shown.quoted(call.tool()) + "; there are: " + WorkspaceTool.specs()
                            .stream().map(spec -> spec.name()).collect(Collectors.joining(", ")) + ".");
        }
        return redacted(attempt(tool.get(), call));
    }

    private Result attempt(WorkspaceTool tool, CallTool call) throws InterruptedException {
        try {
            return run(tool, call);
        } catch (Refused.Denied e) {
            return Result.denied(e.reason());
        } catch (Refused e) {
            return Result.failed(e.reason());
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("the call was cancelled");
        } catch (IOException e) {
            return Result.failed(FolderWorkspace.words(e));
        }
    }

    private Result run(WorkspaceTool tool, CallTool call) throws IOException, Refused, InterruptedException {
        return switch (tool) {
            case LIST_FILES -> reading.list(call);
            case READ_FILE -> reading.read(call);
            case SEARCH_FILES -> searching.search(call);
            case WRITE_FILE -> writing.write(call);
            case EDIT_FILE -> writing.edit(call);
            case RUN_COMMAND -> commands.run(call);
        };
    }

    private Result redacted(Result result) {
        return new Result(result.end(), redact.apply(result.text()), result.changes(), result.contents());
    }

    @Override
    public void close() {
        try {
            workspace.close();
        } catch (IOException e) {
            System.getLogger(WorkspaceToolBox.class.getName()).log(System.Logger.Level.DEBUG, "workspace not closed",
                    e);
        }
    }
}
