package baton.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import baton.chat.Expectation;
import baton.chat.Expectation.TaskIs;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.line.SessionNow.Moment;
import baton.view.InboxItem;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.TextWidth;

/** What a script has seen of a session so far, held against what it expects. */
final class Seen {
    private static final int SHORT_COLUMNS = 60;

    private final Function<RecordedEvent, String> typeOf;
    private final Function<String, Optional<String>> file;
    private final Map<String, Integer> events = new TreeMap<>();
    private final List<Saying> said = new ArrayList<>();

    /** Words, and the agent they are of or about. */
    private record Saying(String agent, String words) {}

    /**
     * {@code typeOf} gives the name of a fact as scripts write it; {@code file} the text of a file of the workspace, empty
     * where there is none.
     */
    Seen(Function<RecordedEvent, String> typeOf, Function<String, Optional<String>> file) {
        this.typeOf = typeOf;
        this.file = file;
    }

    void add(SessionView view, RecordedEvent event) {
        events.merge(typeOf.apply(event), 1, Integer::sum);
        var sentence = Sentences.of(view, event);
        add(event.subject().agent(), sentence.says().value());
        if (event.event() instanceof TurnCompleted turn) {
            add(event.subject().agent(), turn.reply().text());
        }
    }

    private void add(String agent, String words) {
        if (!words.isBlank()) {
            said.add(new Saying(agent, words.toLowerCase(Locale.ROOT)));
        }
    }

    boolean holds(Expectation expected, Moment now) {
        var view = now.view();
        return switch (expected) {
            case Expectation.TaskStands(String task, TaskIs is) ->
                view.task(task.toUpperCase(Locale.ROOT)).filter(card -> stands(card, is)).isPresent();
            case Expectation.TasksStand tasks -> {
                long count = view.tasks().stream().filter(card -> stands(card, tasks.is())).count();
                yield tasks.count().isPresent() ? count == tasks.count().getAsInt() : count == view.tasks().size();
            }
            case Expectation.EventSeen(String type, int times) -> events.getOrDefault(type, 0) >= times;
            case Expectation.EventNotSeen(String type) -> !events.containsKey(type);
            case Expectation.WordsSaid(String agent, String words) -> said.stream()
                    .anyMatch(saying -> (agent.isEmpty() || saying.agent().equals(agent))
                            && saying.words().contains(words.toLowerCase(Locale.ROOT)));
            case Expectation.InboxEmpty() -> view.inbox().stream().noneMatch(InboxItem::isOpen);
            case Expectation.InboxHas(String id) -> view.inbox().stream()
                    .anyMatch(item -> item.isOpen() && (id.isEmpty() || item.id().equals(id)));
            case Expectation.FileIs(String path, String words) ->
                file.apply(path).filter(text -> text.contains(words)).isPresent();
            case Expectation.Exit(int code) ->
                view.head().result().filter(result -> result.exitCode() == code).isPresent();
            case Expectation.Idle() -> now.isIdle();
        };
    }

    private static boolean stands(TaskCard card, TaskIs is) {
        return switch (is) {
            case WAITING -> card.stand() == Stand.WAITING;
            case READY -> card.stand() == Stand.READY;
            case RUNNING -> card.stand() == Stand.AT_WORK || card.stand() == Stand.CLAIMED
                    || card.stand() == Stand.WATCHING;
            case PARKED -> card.stand() == Stand.PARKED;
            case PAUSED -> card.stand() == Stand.PAUSED;
            case ACCEPTED -> card.stand().isAccepted();
            case FAILED -> card.stand() == Stand.FAILED;
            case CANCELLED -> card.stand() == Stand.CANCELLED;
            case SPLIT -> card.stand() == Stand.SPLIT;
        };
    }

    /** How it is instead, for the person who reads why an expectation failed. */
    String instead(Expectation expected, Moment now) {
        var view = now.view();
        return switch (expected) {
            case Expectation.TaskStands(String task, TaskIs is) -> view.task(task.toUpperCase(Locale.ROOT))
                    .map(card -> card.id() + " is " + card.stand().words()).orElse("there is no task " + task);
            case Expectation.TasksStand tasks -> view.tasks().stream().filter(card -> !stands(card, tasks.is()))
                    .map(card -> card.id() + " is " + card.stand().words()).limit(5)
                    .reduce((one, more) -> one + ", " + more)
                    .orElse("there are no others");
            case Expectation.EventSeen(String type, int times) ->
                type + " was seen " + events.getOrDefault(type, 0) + " times";
            case Expectation.EventNotSeen(String type) -> type + " was seen " + events.getOrDefault(type, 0) + " times";
            case Expectation.WordsSaid(String agent, String words) -> saidInstead(agent);
            case Expectation.InboxEmpty() -> "open are " + open(view);
            case Expectation.InboxHas has -> "open are " + open(view);
            case Expectation.FileIs(String path, String words) ->
                file.apply(path).map(text -> "the file holds " + Amounts.of(text.lines().count(), "line")
                        + (text.isBlank() ? "" : ", which begin with \"" + shortened(text.strip()) + "\""))
                        .orElse("there is no such file");
            case Expectation.Exit exit -> view.head().result().map(result -> "it ended with " + result.exitCode())
                    .orElse("it has not ended");
            case Expectation.Idle() -> now.state().work().inFlight() + " things are under way";
        };
    }

    private String saidInstead(String agent) {
        var heard = said.stream().filter(saying -> agent.isEmpty() || saying.agent().equals(agent)).toList();
        return heard.isEmpty()
                ? (agent.isEmpty() ? "nobody" : "@" + agent) + " said nothing"
                : "last of " + heard.size() + " things said: \"" + shortened(heard.getLast().words()) + "\"";
    }

    private static String shortened(String text) {
        return TextWidth.cut(new ScreenText(text.lines().findFirst().orElse("")).value(), SHORT_COLUMNS);
    }

    private static String open(SessionView view) {
        var open = view.inbox().stream().filter(InboxItem::isOpen).map(InboxItem::id).toList();
        return open.isEmpty() ? "none" : String.join(", ", open);
    }
}
