package baton.cli.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.live.LiveSession.Start;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.Preparation;
import baton.cli.setup.WorkspacePlace;
import baton.plan.LoadedPlan;
import baton.plan.Problem;
import baton.reading.profile.ProfileFolders;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** A session that is ready to begin: everything is read and checked, and nothing has been made yet. */
public record Beginning(Surroundings around, Preparation preparation, SessionsFolder sessions, WorkspacePlace place,
        Start start) {

    /** {@code preparation} has the flags, {@code answers} are given in advance; whatever is wrong is refused here. */
    public static Beginning of(LoadedPlan loaded, ProfileFolders.Found profiles, Preparation preparation,
            List<String> answers,
            SessionsFolder sessions, Surroundings around) {
        var cast = preparation.cast(loaded.plan(), profiles);
        var settings = preparation.settings(loaded, cast, answers);
        var place = preparation.workspace(settings.mode());
        preparation.noteChecks(loaded.plan(), place, settings);
        var problems = new ArrayList<Problem>(loaded.problems());
        problems.addAll(preparation.notes());
        return new Beginning(around, preparation, sessions, place,
                new Start(settings, loaded.plan(), problems, cast.castings()));
    }

    /** What may need a hand; notes are in the record and in {@code plan lint}. */
    public List<Problem> news() {
        return start.problems().stream().filter(problem -> problem.severity() != Problem.Severity.NOTE).toList();
    }

    /** Says so where an earlier session of this plan could be gone on with instead. */
    public void noteUnfinished(LineOutput err) {
        for (var listing : sessions.catalog().list()) {
            boolean open = !listing.example() && !List.of("complete", "degraded", "running").contains(listing.status());
            if (open && listing.title().equals(start.plan().name()) && listing.problem().isEmpty()) {
                err.show(StyledLine.of(Tone.DIM,
                        sessions.typing(listing.name()).inOwn(
                                "note: an earlier session of this plan is not finished; go on with it by  "
                                        + "baton resume " + listing.name())));
                return;
            }
        }
    }

    /** Makes the session and lets it work before this face. */
    public ExitCode work(SessionFace.Maker faces) throws IOException, InterruptedException {
        return new LiveSession(around, preparation.wiring(), faces).open(sessions, place, start);
    }
}
