package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import baton.engine.Origins;
import baton.view.AgentCard;
import baton.view.GateCard.Stage;
import baton.view.InboxItem;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;
import baton.view.text.Amounts;

/**
 * Why a task stands as it does, in one sentence that follows from the facts alone.
 *
 * <p>A task that waits for others names the one at the root: what has failed, was cancelled or needs a person. The words an
 * event gave as its reason are used where nothing that is open says more.
 */
public final class Reason {
    /** How far a chain of needs is followed; longer ones are cut with an ellipsis. */
    private static final int CHAIN_MAX = 12;

    private Reason() {}

    /** Why the task stands as it does, in one sentence. */
    public static String of(SessionView view, TaskCard task) {
        var pause = task.stand().isEnded() ? "" : pause(view, task);
        if (!pause.isEmpty()) {
            return pause;
        }
        return switch (task.stand()) {
            case READY -> ready(view, task);
            case AT_WORK -> task.lastAttempt().filter(attempt -> !attempt.doing().isEmpty())
                    .map(attempt -> "It is at work, " + attempt.doing() + ".").orElse("It is at work.");
            case CLAIMED -> "Its agent says it is done, and the gate is checking.";
            case ACCEPTED, DEGRADED -> done(view, task);
            case WAITING -> waiting(view, task);
            case PARKED, PAUSED, WATCHING, FAILED, CANCELLED, SPLIT ->
                task.reason().isBlank() ? "Nothing was said about it." : asSentence(task.reason());
        };
    }

    private static String done(SessionView view, TaskCard task) {
        var asked = rework(view, task);
        return task.doubt().isEmpty()
                ? "It is done."
                : "It is done, on " + task.doubt() + " as it was before it was overturned"
                        + (asked.isEmpty() ? "." : "; a person must say in " + asked + " whether it is done again.");
    }

    /** The open question whether an accepted task is done again; empty where there is none. */
    static String rework(SessionView view, TaskCard task) {
        return !task.stand().isAccepted() || task.doubt().isEmpty()
                ? ""
                : view.inbox().stream().filter(item -> item.isOpen() && item.ask().about().contains(task.id()))
                        .map(InboxItem::id).findFirst().orElse("");
    }

    /** Who holds it back; a turn in flight is still finished. Empty where nobody does. */
    private static String pause(SessionView view, TaskCard task) {
        boolean working = task.stand() == Stand.AT_WORK || task.stand() == Stand.CLAIMED;
        var agent = task.lastAttempt().filter(attempt -> task.stand().isUnderWay())
                .map(attempt -> attempt.agent()).orElse(task.spec().agent());
        var by = view.agents().get(agent).map(card -> card.pausedBy()).orElse("");
        var held = !view.head().pausedBy().isEmpty()
                ? "The session is paused by " + view.head().pausedBy()
                : !task.pausedBy().isEmpty()
                        ? "It is paused by " + task.pausedBy()
                        : by.isEmpty() ? "" : agent + " is paused by " + by;
        return held.isEmpty() ? "" : held + (working ? "; it finishes its turn first." : ".");
    }

    private static String ready(SessionView view, TaskCard task) {
        var stop = stop(view, task.spec().agent());
        if (stop.isPresent()) {
            return "Everything it needs is there, but " + withoutStop(stop.get()) + ".";
        }
        if (view.head().result().isPresent()) {
            return "Everything it needs is there, but the session has stopped; it goes on with a resume.";
        }
        var busy = busy(view, task.spec().agent());
        if (!busy.isEmpty()) {
            return "Everything it needs is there; " + task.spec().agent() + " is at work on "
                    + String.join(", ", busy) + " and does " + Amounts.of(busy.size(), "task") + " at a time.";
        }
        return "Everything it needs is there; " + view.pool().active() + " of " + view.pool().ceiling()
                + " agents are at work and the next free slot decides.";
    }

    /** What the agent is at work on, where that is all it does at a time; empty while it is free. */
    private static List<String> busy(SessionView view, String agent) {
        var card = view.agents().get(agent);
        int atOnceMax = card.map(AgentCard::atOnceMax).orElse(0);
        var tasks = card.stream().flatMap(known -> known.tasks().stream())
                .filter(id -> view.task(id).map(task -> task.stand() == Stand.AT_WORK || task.stand() == Stand.CLAIMED)
                        .orElse(false))
                .toList();
        return atOnceMax > 0 && tasks.size() >= atOnceMax ? tasks : List.of();
    }

    /** What keeps this agent from being asked; a provider does only where every model of the agent is on one that is out. */
    private static Optional<String> stop(SessionView view, String agent) {
        var stops = view.pool().stops();
        var all = Optional.ofNullable(stops.get(""));
        if (all.isPresent() || stops.isEmpty() || view.head().settings().isEmpty()) {
            return all;
        }
        var models = view.head().settings().get().models().modelsFor(agent);
        boolean out = models.stream().allMatch(model -> stops.containsKey(model.provider()));
        return out ? Optional.ofNullable(stops.get(models.getFirst().provider())) : Optional.empty();
    }

    private static String waiting(SessionView view, TaskCard task) {
        var parts = new ArrayList<String>();
        var people = view.inbox().stream().filter(item -> item.isOpen() && item.ask().held().contains(task.id()))
                .map(InboxItem::id).toList();
        if (!people.isEmpty()) {
            parts.add("a person must settle " + String.join(" and ", people));
        }
        var needs = open(view, task);
        if (!needs.isEmpty()) {
            parts.add("it needs " + needs.stream().map(need -> need(view, need)).collect(Collectors.joining(", and ")));
        }
        if (!parts.isEmpty()) {
            return asSentence(String.join(", and ", parts));
        }
        return task.reason().isBlank() ? "It has not started." : asSentence(task.reason());
    }

    private static List<String> open(SessionView view, TaskCard task) {
        return task.spec().dependsOn().stream()
                .filter(id -> view.task(id).map(other -> !other.stand().isAccepted())
                        .orElse(view.gates().get(id).map(gate -> gate.stage() != Stage.PASSED).orElse(true)))
                .toList();
    }

    /** A need with how it stands; one that waits itself is followed along its first open need. */
    private static String need(SessionView view, String first) {
        var text = new StringBuilder(first);
        var id = first;
        for (int length = 0; length < CHAIN_MAX; length++) {
            var task = view.task(id);
            if (task.isEmpty() && id.startsWith(Origins.PHASE_GATE)) {
                int at = text.length() - id.length();
                return text.replace(at, text.length(), "the gate at the end of phase "
                        + id.substring(Origins.PHASE_GATE.length())).toString();
            }
            if (task.isEmpty()) {
                return text.append(", which the plan does not define").toString();
            }
            var next = task.get().stand() == Stand.WAITING ? open(view, task.get()) : List.<String>of();
            if (next.isEmpty()) {
                return text.append(", which ").append(state(task.get().stand())).toString();
            }
            id = next.getFirst();
            text.append(", which needs ").append(id);
        }
        return text.append(", …").toString();
    }

    private static String state(Stand stand) {
        return switch (stand) {
            case WAITING -> "waits";
            case READY -> "is ready";
            case AT_WORK -> "is at work";
            case PARKED -> "waits for a person";
            case PAUSED -> "is paused";
            case WATCHING -> "waits for others";
            case SPLIT -> "was split";
            case CLAIMED -> "is being checked";
            case ACCEPTED, DEGRADED -> "is done";
            case FAILED -> "failed";
            case CANCELLED -> "was cancelled";
        };
    }

    private static String withoutStop(String text) {
        var plain = text.strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String asSentence(String reason) {
        String text = reason.strip();
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        String closed = text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? "" : ".";
        return first.toUpperCase(Locale.ROOT) + text.substring(first.length()) + closed;
    }
}
