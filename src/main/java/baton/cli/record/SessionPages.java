package baton.cli.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.setup.SideFolders;
import baton.engine.fact.SessionEvent;
import baton.replay.Requests;
import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionRecord;
import baton.tool.FolderWorkspace.Mode;
import baton.tui.Outside.Looked;
import baton.tui.state.UiAction;
import baton.view.page.DiffPage;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What a session's record can tell beside what is on the screen: requests as models got them, and changed files. */
public final class SessionPages {
    private final Surroundings around;
    private final SessionsFolder sessions;

    public SessionPages(Surroundings around, SessionsFolder sessions) {
        this.around = around;
        this.sessions = sessions;
    }

    public Looked of(UiAction.Look look) {
        return switch (look.what()) {
            case PROMPT -> prompt(look.session(), look.task());
            case DIFF -> diff(look.session(), look.task());
        };
    }

    /** A request, or a sentence why there is none. */
    private Looked prompt(String session, String task) {
        return page("Request of " + task, session, (record, _) -> {
            if (ReadOptions.view(record).head().rules() != SessionEvent.RULES) {
                return note("Other rules made the requests of this session.");
            }
            return Requests.find(record, task).map(page -> page.whole())
                    .orElseGet(() -> note("No model was asked for " + task + " yet."));
        });
    }

    /** What a task changed, or all tasks where it is empty. */
    private Looked diff(String session, String task) {
        String of = task.isEmpty() ? "the session" : task;
        return page("Changes of " + of, session, (record, file) -> {
            try (var changes = WorkspaceChanges.of(record, SideFolders.of(file), task, around.folder(),
                    Mode.READ_ONLY)) {
                String diff = changes.diff();
                return diff.isEmpty() ? note("Nothing was changed.") : DiffPage.withSize(diff);
            }
        });
    }

    private static List<StyledLine> note(String words) {
        return List.of(StyledLine.of(Tone.DIM, words));
    }

    private interface Reading {
        List<StyledLine> of(SessionRecord record, Path file) throws IOException, InterruptedException;
    }

    private Looked page(String title, String session, Reading reading) {
        Path file;
        try {
            file = sessions.file(session);
        } catch (UserError gone) {
            return new Looked(title, note("There is no session " + session + " any more."));
        }
        try (var record = sessions.catalog().openToRead(file)) {
            return new Looked(title, reading.of(record, file));
        } catch (IOException | StoreException unreadable) {
            return new Looked(title, note("This cannot be read: " + unreadable.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Looked(title, note("Interrupted."));
        }
    }
}
