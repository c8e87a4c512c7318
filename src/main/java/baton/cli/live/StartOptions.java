package baton.cli.live;

import java.util.List;
import java.util.function.Function;

import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.console.WhereOptions;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.Preparation;
import baton.cli.setup.RunOptions;
import baton.plan.LoadedPlan;
import baton.reading.profile.ProfileFolders;
import picocli.CommandLine.Mixin;

/** What every command has that begins a session: who works within which limits, where, and how it is shown. */
public final class StartOptions {
    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private WhereOptions.Profiles profiles = new WhereOptions.Profiles();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public RunOptions run() {
        return run;
    }

    public OutputOptions output() {
        return output;
    }

    public SessionsFolder sessions(Surroundings around) {
        return SessionsFolder.find(where.sessions(around), around);
    }

    public List<String> profiles(Surroundings around) {
        return profiles.folders(around);
    }

    /** Everything read and checked, and nothing made yet; {@code plan} gives what it begins with, for these profiles. */
    public Beginning beginning(Function<ProfileFolders.Found, LoadedPlan> plan, Surroundings around) {
        var preparation = Preparation.of(run.flags(), around);
        var found = preparation.profiles(profiles.folders(around));
        return Beginning.of(plan.apply(found), found, preparation, run.answers(), sessions(around), around);
    }
}
