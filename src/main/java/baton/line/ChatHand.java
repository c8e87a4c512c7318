package baton.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import baton.chat.ChatCommands;
import baton.chat.Dispatch;
import baton.chat.FaceAction;
import baton.chat.SessionNames;
import baton.engine.Command;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.line.SessionNow.Moment;
import baton.plan.NearMiss;
import baton.runtime.SessionControl;
import baton.view.InboxItem;
import baton.view.page.ChatHelp;
import baton.view.page.ChatPages;
import baton.view.page.Why;
import baton.view.text.Typing;

/**
 * Carries out what people type, for every face without a screen: the same line does the same from here, from a script and from
 * another terminal.
 *
 * <p>Waits until what the session recorded of it is durable. Any thread may use it but the loop's own.
 */
public final class ChatHand {
    /** Far more than a commit takes; a loop that is stuck must not hold its person. */
    private static final long RECORDED_SECONDS_MAX = 20;
    private static final List<String> YES = List.of("yes", "y", "once", "allow");

    private final SessionControl session;
    private final Supplier<Moment> now;
    private final RecordDesk desk;
    private final Who who;

    /**
     * For whom it works.
     *
     * @param by who typed, as the record shall name them
     * @param session the session, as commands name it where the person sits
     * @param columns of the pages that are shown
     */
    public record Who(String by, Typing session, int columns) {}

    public ChatHand(SessionControl session, Supplier<Moment> now, RecordDesk desk, Who who) {
        this.session = session;
        this.now = now;
        this.desk = desk;
        this.who = who;
    }

    /** Carries out one line; {@code lane} is the agent that plain words go to, or empty for the orchestrator. */
    public Came say(String line, String lane) {
        return switch (ChatCommands.dispatch(line, SessionNames.of(now.get().state(), lane), who.by())) {
            case Dispatch.ToEngine(List<Command> commands) -> tell(commands);
            case Dispatch.ByFace(FaceAction action) -> look(action);
            case Dispatch.Unclear(var problem) -> new Came.NotUnderstood(problem.message(), problem.hint());
            case Dispatch.Nothing() -> new Came.Shown(List.of());
        };
    }

    /** Settles the matter with this id in the way its kind asks for; one that was settled before is refused with by whom. */
    public Came settle(String id, String answer) {
        var item = now.get().view().inbox().get(id.toUpperCase(Locale.ROOT));
        if (item.isEmpty()) {
            var open = now.get().view().inbox().stream().filter(InboxItem::isOpen).map(InboxItem::id).toList();
            return new Came.Refused("nothing here is called " + id, NearMiss.of(id, open)
                    .map(near -> "Did you mean " + near + "?")
                    .orElse(open.isEmpty()
                            ? "Nothing needs an answer now."
                            : "Open are " + String.join(", ", open) + "."));
        }
        return tell(List.of(command(item.get(), answer.strip())));
    }

    private Command command(InboxItem item, String answer) {
        return switch (item.ask()) {
            case InboxItem.Ask.Question question -> new Command.Answer(item.id(), answer, who.by());
            case InboxItem.Ask.Decision decision -> new Command.Decide(item.id(), answer, "", who.by());
            case InboxItem.Ask.Blocker blocker -> new Command.ResolveBlocker(item.id(), answer, who.by());
            case InboxItem.Ask.Approval approval -> YES.contains(answer.toLowerCase(Locale.ROOT))
                    ? new Command.Approve(item.id(), ApprovalScope.ONCE, "", who.by())
                    : new Command.Deny(item.id(), denial(answer), who.by());
        };
    }

    /** A bare no is no reason. */
    private static String denial(String answer) {
        String bare = answer.replaceFirst("(?i)^(no|n|deny|never)\\b[\\s,:.]*", "");
        return bare.replaceFirst("(?i)^because\\s+", "");
    }

    /** Sends commands in their order; the first that is refused ends it. */
    public Came tell(List<Command> commands) {
        var recorded = new ArrayList<RecordedEvent>();
        for (var command : commands) {
            try {
                recorded.addAll(session.ask(command).get(RECORDED_SECONDS_MAX, TimeUnit.SECONDS));
            } catch (TimeoutException | ExecutionException slow) {
                return new Came.Refused("the session has not said in time whether it took this",
                        "Look with /inbox or /agents whether it did.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Came.Refused("the session ends", "");
            }
            if (recorded.isEmpty()) {
                return new Came.Refused("the session is over",
                        who.session().inOwn("Go on with it by  baton resume " + name() + "."));
            }
            for (var event : recorded) {
                if (event.event() instanceof CommandRefused refused) {
                    return new Came.Refused(refused.command() + ": " + refused.reason(), "");
                }
            }
        }
        return new Came.Recorded(recorded);
    }

    private String name() {
        return who.session().session();
    }

    /** A sentence of the program's own, with commands as they are typed where the person sits. */
    String inOwn(String sentence) {
        return who.session().inOwn(sentence);
    }

    private Came unsend(String message) {
        var unread = Unread.find(now.get().state(), message);
        if (unread.isEmpty()) {
            return Unread.none(now.get().state(), message);
        }
        var came = tell(List.of(new Command.Unsend(unread.get().message(), who.by())));
        return came instanceof Came.Recorded ? new Came.TakenBack(unread.get().line()) : came;
    }

    private Came look(FaceAction action) {
        var view = now.get().view();
        return switch (action) {
            case FaceAction.OpenView(var wanted) ->
                new Came.Shown(who.session().inPage(ChatPages.of(wanted, view, name(), who.columns())));
            case FaceAction.Help(String command) ->
                new Came.Shown(command.isEmpty() ? ChatHelp.all(who.columns()) : ChatHelp.of(command));
            case FaceAction.Why(String task) -> new Came.Shown(view.task(task)
                    .map(card -> who.session().inPage(Why.of(view, card, name())))
                    .orElseGet(() -> Why.of(view, who.columns())));
            case FaceAction.OfRecord wanted -> desk.of(wanted);
            case FaceAction.ShowQueue() -> new Came.Shown(Unread.page(now.get().state()));
            case FaceAction.Unsend(String message) -> unsend(message);
            case FaceAction.Focus(String agent) -> new Came.Focused(agent);
            case FaceAction.Quit() -> new Came.Left();
        };
    }
}
