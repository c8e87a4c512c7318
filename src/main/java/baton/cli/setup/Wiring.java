package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.engine.fact.ToolSpec;
import baton.llm.GuardSettings;
import baton.llm.LangChainModel;
import baton.llm.NetworkSettings;
import baton.llm.ProviderDirectory;
import baton.rehearsal.RehearsalChecks;
import baton.rehearsal.RehearsalModel;
import baton.rehearsal.VirtualTime;
import baton.runtime.AgentModel;
import baton.runtime.CheckRunner;
import baton.runtime.EventStore;
import baton.runtime.Redactor;
import baton.runtime.SystemTime;
import baton.runtime.TimeSource;
import baton.runtime.Workplace;
import baton.settings.CommandPattern;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Mode;
import baton.tool.CommandRunner;
import baton.tool.FolderWorkspace;
import baton.tool.RehearsalWorkspace;
import baton.tool.Workspace;
import baton.tool.WorkspaceChecks;
import baton.tool.WorkspaceTool;
import baton.tool.WorkspaceToolBox;
import baton.wire.ActionReader;
import baton.wire.ToolCatalogue;

/** Puts the adapters behind the ports; the only place that knows which one stands where. */
public final class Wiring {
    private static final long CHECK_TIMEOUT_MS = 600_000;

    private final Surroundings around;
    private final ProviderDirectory providers;
    private final Redactor redactor;
    private final List<String> notify;

    /** {@code notify} is the command to run when a person is needed, or empty. */
    Wiring(Surroundings around, ProviderDirectory providers, List<String> notify) {
        this.around = around;
        this.providers = providers;
        this.notify = List.copyOf(notify);
        this.redactor = Redactor.of(around.environment());
    }

    /** Every tool an agent can be given, in the order models are told of them. */
    public static List<ToolSpec> tools() {
        var tools = new ArrayList<>(WorkspaceTool.specs());
        tools.addAll(ToolCatalogue.COORDINATION);
        tools.addAll(ToolCatalogue.REVIEWING);
        tools.addAll(ToolCatalogue.ORCHESTRATION);
        return List.copyOf(tools);
    }

    public List<String> notifyCommand() {
        return notify;
    }

    public UnaryOperator<String> redact() {
        return text -> redactor.redact(text).text();
    }

    /** The person's folder, or for a rehearsal a view of it whose changes go to a folder beside the session. */
    public Workspace workspace(WorkspacePlace place, SideFolders side) throws IOException {
        return switch (place) {
            case WorkspacePlace.Folder(Path folder, var mode) -> FolderWorkspace.open(folder, mode,
                    List.of(side.sessions()));
            case WorkspacePlace.Copy(Path over) -> {
                Files.createDirectories(side.files());
                yield new RehearsalWorkspace(
                        Optional.of(
                                FolderWorkspace.open(over, FolderWorkspace.Mode.READ_ONLY, List.of(side.sessions()))),
                        FolderWorkspace.open(side.files(), FolderWorkspace.Mode.READ_WRITE));
            }
        };
    }

    /** {@code notBeforeMs} is the wall time of the last fact recorded, which a rehearsal may have set ahead of ours. */
    public Workplace workplace(EventStore store, RunSettings settings, Workspace workspace, SideFolders side,
            PlanChecks planChecks, long notBeforeMs) {
        var time = time(settings, notBeforeMs);
        return new Workplace(store, model(settings, time), new WorkspaceToolBox(workspace, side.scratch(), redact()),
                checks(settings, workspace, side, planChecks), time);
    }

    /** A rehearsal passes its own time, which costs none of ours unless a pace is wanted. */
    private static TimeSource time(RunSettings settings, long notBeforeMs) {
        return settings.mode() == Mode.REHEARSAL
                ? VirtualTime.start(Math.max(System.currentTimeMillis(), notBeforeMs), settings.paceMilli())
                : new SystemTime();
    }

    /** A proxy that cannot be used is said before anything is sent, and never gone round. */
    static NetworkSettings network(Surroundings around) {
        try {
            return NetworkSettings.of(around.environment());
        } catch (IllegalArgumentException unusable) {
            throw UserError.of(ExitCode.PROVIDER, "the network cannot be used as it is set: " + unusable.getMessage(),
                    "Set the variable anew, or unset it to go without a proxy.");
        }
    }

    private AgentModel model(RunSettings settings, TimeSource time) {
        return settings.mode() == Mode.REHEARSAL
                ? new RehearsalModel(time, settings.seed())
                : providers(time, GuardSettings.DEFAULTS);
    }

    /** The real models, behind these bounds. */
    public AgentModel providers(TimeSource time, GuardSettings bounds) {
        return new LangChainModel(providers, network(around), bounds, redactor, time, new ActionReader()::read,
                ThreadLocalRandom.current());
    }

    private CheckRunner checks(RunSettings settings, Workspace workspace, SideFolders side, PlanChecks planChecks) {
        var patterns = settings.approvals().allowed().stream().flatMap(text -> CommandPattern.find(text).stream())
                .toList();
        var checks = new WorkspaceChecks(workspace, new CommandRunner(side.scratch()),
                argv -> planChecks.allows(argv) || patterns.stream().anyMatch(pattern -> pattern.matches(argv)),
                CHECK_TIMEOUT_MS, redact());
        return settings.mode() == Mode.REHEARSAL ? new RehearsalChecks(checks, settings.seed()) : checks;
    }
}
