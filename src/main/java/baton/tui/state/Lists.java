package baton.tui.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.view.AgentCard;
import baton.view.AttemptCard;
import baton.view.InboxItem;
import baton.view.InboxItem.Ask;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;

/** What stands in the list of each view, in its order. */
public final class Lists {
    private static final int NO_NEED = 9;

    private Lists() {}

    /** Ids of the rows of a view; empty for views without a list. */
    public static List<String> of(View view, Scene scene, UiState state) {
        return switch (view) {
            case CHAT, METRICS -> List.of();
            case AGENTS -> agents(scene.session(), state);
            case PLAN -> scene.session().tasks().stream().map(TaskCard::id).toList();
            case INBOX -> inbox(scene.session());
            case HANDOFFS -> handoffs(scene.session());
            case REPLAY -> List.of();
            case SESSIONS -> scene.sessions().stream().map(Scene.SessionRow::name).toList();
        };
    }

    /** The chosen row of a view; where none was chosen or it is gone, the first one. Empty where there is no row. */
    public static String chosen(View view, Scene scene, UiState state) {
        return chosen(view, of(view, scene, state), state);
    }

    /** The same among rows that are known already. */
    public static String chosen(View view, List<String> ids, UiState state) {
        String pick = state.pick(view);
        return ids.contains(pick) || ids.isEmpty() ? pick : ids.getFirst();
    }

    /** Agents: those who need somebody first, then those at work with the least time left, then by their place. */
    private static List<String> agents(SessionView view, UiState state) {
        String filter = state.switches().filter().toLowerCase(Locale.ROOT);
        var cards = view.agents().stream().filter(agent -> filter.isEmpty()
                || agent.id().toLowerCase(Locale.ROOT).contains(filter)).toList();
        if (state.switches().byName()) {
            return cards.stream().map(AgentCard::id).sorted().toList();
        }
        return cards.stream().map(agent -> keyed(view, agent))
                .sorted(Comparator.comparingInt(Keyed::need).thenComparingLong(Keyed::startedAtMs)).map(Keyed::id)
                .toList();
    }

    /** An agent with what it is sorted by, found once. */
    private record Keyed(String id, int need, long startedAtMs) {}

    private static Keyed keyed(SessionView view, AgentCard agent) {
        var task = task(view, agent);
        int need = task.map(card -> rank(card.stand())).orElse(NO_NEED);
        long startedAtMs = task.flatMap(TaskCard::lastAttempt).map(Lists::startedAtMs).orElse(Long.MAX_VALUE);
        return new Keyed(agent.id(), need, startedAtMs);
    }

    /** Who has worked longest on the present attempt comes first; that order does not change while they work. */
    private static long startedAtMs(AttemptCard attempt) {
        return attempt.sinceMs() - attempt.workedMs();
    }

    /** The task an agent is at, else the last one of the plan that is its own. */
    public static Optional<TaskCard> task(SessionView view, AgentCard agent) {
        if (!agent.tasks().isEmpty()) {
            return view.task(agent.tasks().get(agent.tasks().size() - 1));
        }
        return view.tasks().stream().filter(task -> task.spec().agent().equals(agent.id()))
                .reduce((first, second) -> first.stand().isEnded() ? second : first);
    }

    private static int rank(Stand stand) {
        return stand == Stand.PARKED
                ? 0
                : stand == Stand.FAILED ? 1 : stand.isUnderWay() ? 2 : stand.isEnded() ? 4 : 3;
    }

    /** Open matters by severity and age, then what is settled, the newest first. */
    public static List<String> inbox(SessionView view) {
        var open = view.inbox().stream().filter(InboxItem::isOpen)
                .sorted(Comparator.comparingInt(Lists::severity).thenComparingLong(InboxItem::sinceMs))
                .map(InboxItem::id).toList();
        var settled = new ArrayList<>(view.inbox().stream().filter(item -> !item.isOpen()).map(InboxItem::id).toList());
        java.util.Collections.reverse(settled);
        var all = new ArrayList<>(open);
        all.addAll(settled);
        return all;
    }

    /** The open matter that wants eyes first; found without putting all others in order. */
    public static Optional<InboxItem> mostUrgent(SessionView view) {
        return view.inbox().stream().filter(InboxItem::isOpen)
                .min(Comparator.comparingInt(Lists::severity).thenComparingLong(InboxItem::sinceMs));
    }

    /** How soon a matter wants eyes, 0 first; what stops more work is more severe among matters without a severity. */
    public static int severity(InboxItem item) {
        return switch (item.ask()) {
            case Ask.Blocker blocker -> blocker.severity().matches("P[0-3]") ? blocker.severity().charAt(1) - '0' : 2;
            case Ask.Approval approval -> 1;
            case Ask.Decision decision -> decision.gates().isEmpty() ? 2 : 1;
            case Ask.Question question -> 2;
        };
    }

    private static List<String> handoffs(SessionView view) {
        var ids = new ArrayList<>(view.handoffs().ids());
        java.util.Collections.reverse(ids);
        return ids;
    }
}
