package baton.cli.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import baton.chat.FaceAction;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.line.Came;
import baton.line.RecordDesk;
import baton.replay.Pace;
import baton.replay.Player;
import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionRecord;
import baton.tui.Keeper;
import baton.tui.state.UiAction.Look;
import baton.view.page.Conversation;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * What a session at work can tell of its own record, to a face without a screen: the pages, files and copies that the
 * commands of the same names make.
 */
public final class RecordHand implements RecordDesk {
    /** As much as a terminal's scrollback usually keeps. */
    private static final int DUMPED_LINES_MAX = 2_000;
    private static final String CONVERSATION = "baton-conversation.md";

    private final Surroundings around;
    private final SessionsFolder sessions;
    private final String session;
    private final Predicate<String> terminal;

    /** {@code terminal} takes what is meant for the terminal itself; false where none can. */
    public RecordHand(Surroundings around, SessionsFolder sessions, String session, Predicate<String> terminal) {
        this.around = around;
        this.sessions = sessions;
        this.session = session;
        this.terminal = terminal;
    }

    @Override
    public Came of(FaceAction.OfRecord wanted) {
        try {
            return switch (wanted) {
                case FaceAction.ShowPrompt(String task) -> page(Look.Page.PROMPT, task);
                case FaceAction.ShowDiff(String task) -> page(Look.Page.DIFF, task);
                case FaceAction.Save(String file) -> save(file.isBlank() ? CONVERSATION : file.strip());
                case FaceAction.Copy(String agent) -> copy(agent);
                case FaceAction.Export(String format) -> export(format);
                case FaceAction.Dump() -> new Came.Shown(tail(conversation()));
            };
        } catch (UserError error) {
            return new Came.Refused(error.message(), error.hint());
        } catch (IOException | StoreException broken) {
            return new Came.Refused("that cannot be done: " + broken.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Came.Refused("the session ends", "");
        }
    }

    private Came page(Look.Page what, String task) {
        var looked = new SessionPages(around, sessions).of(new Look(what, session, task));
        var lines = new ArrayList<StyledLine>();
        lines.add(StyledLine.of(Tone.STRONG, looked.title()));
        lines.addAll(looked.lines());
        return new Came.Shown(lines);
    }

    private Came save(String file) throws InterruptedException {
        var lines = conversation();
        return lines.isEmpty()
                ? new Came.Refused("nothing was said yet", "")
                : said(keeper().save(file, text(lines)));
    }

    /** The same lines as {@code baton log}. */
    private List<StyledLine> conversation() throws InterruptedException {
        var lines = new ArrayList<StyledLine>();
        try (var record = record()) {
            new Player(Pace.INSTANT, ms -> {}).play(record, Player.Stretch.WHOLE, (view, event) -> {
                lines.addAll(Conversation.lines(view, event));
                return true;
            });
        }
        return lines;
    }

    private SessionRecord record() {
        return sessions.catalog().openToRead(sessions.file(session));
    }

    private static List<StyledLine> tail(List<StyledLine> lines) {
        int left = Math.max(0, lines.size() - DUMPED_LINES_MAX);
        var tail = new ArrayList<StyledLine>();
        if (left > 0) {
            tail.add(StyledLine.of(Tone.DIM, "(" + left + " lines before; /save keeps all of them)"));
        }
        tail.addAll(lines.subList(left, lines.size()));
        return tail;
    }

    private static String text(List<StyledLine> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** The last words of this agent, or of anybody, as they came from the model. */
    private Came copy(String agent) {
        try (var record = record(); var events = record.events(1, Long.MAX_VALUE)) {
            return events.filter(event -> isWords(event, agent)).reduce((one, later) -> later)
                    .map(last -> said(keeper().copy("text of @" + last.subject().agent(),
                            ((TurnCompleted) last.event()).reply().text(), terminal)))
                    .orElseGet(() -> new Came.Refused("there is nothing to copy yet", ""));
        }
    }

    private static boolean isWords(RecordedEvent event, String agent) {
        return event.event() instanceof TurnCompleted turn && !turn.reply().text().isBlank()
                && (agent.isEmpty() || event.subject().agent().equals(agent));
    }

    private Came export(String format) throws IOException {
        var export = SessionExport.of(format, List.of());
        String name = session + "." + format;
        export.writeNew(sessions, sessions.file(session), around.resolve(name), name);
        return said("Exported to " + around.resolve(name));
    }

    private Keeper keeper() {
        return new Keeper(around.environment(), around.folder(), sessions.folder().resolve("screen"));
    }

    private static Came said(String sentence) {
        return new Came.Shown(List.of(StyledLine.of(Tone.DIM, sentence)));
    }
}
