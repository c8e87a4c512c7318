package baton.view.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

import baton.plan.PlanGraph;
import baton.view.AgentCard;
import baton.view.SessionView;
import baton.view.course.Schedule.Span;

/**
 * Lays tasks out in time as the engine would take them: a task begins when what it needs is done, a place is free and its agent
 * may take one more; of several that may, the first in the plan's turn. Time grows with tasks and needs, not with their square.
 */
final class Layout {
    private static final Comparator<End> ENDS = Comparator.comparingLong(End::atMs).thenComparingInt(End::turn);

    private final SessionView view;
    private final PlanGraph graph;
    private final List<String> inTurn;
    private final Map<String, Integer> turns = new LinkedHashMap<>();
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Map<String, Integer> needs = new LinkedHashMap<>();
    private final Map<String, TreeSet<Integer>> queues = new LinkedHashMap<>();
    private final Map<String, Integer> atWork = new LinkedHashMap<>();
    private final TreeSet<Integer> next = new TreeSet<>();
    private final PriorityQueue<End> ends = new PriorityQueue<>(ENDS);
    private int placesFree;

    /** A task's end; one that held neither place nor agent gives none back. */
    private record End(long atMs, int turn, boolean held) {}

    Layout(SessionView view, PlanGraph graph, List<String> inTurn) {
        this.view = view;
        this.graph = graph;
        this.inTurn = inTurn;
        for (var task : inTurn) {
            turns.put(task, turns.size());
        }
        int most = view.pool().ceiling();
        this.placesFree = most == 0 ? Integer.MAX_VALUE : most;
    }

    /** A task that has begun already; one that is still at work holds its place and its agent until the end. */
    Layout begun(String task, Span span, boolean holds) {
        spans.put(task, span);
        if (holds) {
            placesFree--;
            atWork.merge(agent(task), 1, Integer::sum);
        }
        ends.add(new End(span.toMs(), turns.getOrDefault(task, 0), holds));
        return this;
    }

    /** Everything else, not before this time. Tasks that never get free come last, one behind the other. */
    Map<String, Span> rest(long fromMs) {
        for (var task : inTurn) {
            int open = (int) graph.dependenciesOf(task).stream().filter(turns::containsKey).count();
            needs.put(task, open);
            if (open == 0 && !spans.containsKey(task)) {
                offer(task);
            }
        }
        long nowMs = fromMs;
        while (!next.isEmpty() || !ends.isEmpty()) {
            while (placesFree > 0 && !next.isEmpty()) {
                begin(inTurn.get(next.first()), nowMs);
            }
            if (ends.isEmpty()) {
                break;
            }
            var end = ends.remove();
            nowMs = Math.max(nowMs, end.atMs());
            release(end);
        }
        long lastMs = nowMs;
        for (var task : inTurn) {
            if (!spans.containsKey(task)) {
                spans.put(task, new Span(lastMs, lastMs + Schedule.lengthMs(view, task)));
                lastMs += Schedule.lengthMs(view, task);
            }
        }
        return spans;
    }

    private void begin(String task, long nowMs) {
        placesFree--;
        String agent = agent(task);
        atWork.merge(agent, 1, Integer::sum);
        take(agent, turns.getOrDefault(task, 0));
        var span = new Span(nowMs, nowMs + Schedule.lengthMs(view, task));
        spans.put(task, span);
        ends.add(new End(span.toMs(), turns.getOrDefault(task, 0), true));
    }

    private void release(End end) {
        var task = inTurn.get(end.turn());
        if (end.held()) {
            placesFree++;
            atWork.merge(agent(task), -1, Integer::sum);
            head(agent(task));
        }
        for (var later : new ArrayList<>(graph.dependentsOf(task))) {
            if (needs.merge(later, -1, Integer::sum) == 0 && !spans.containsKey(later)) {
                offer(later);
            }
        }
    }

    private void offer(String task) {
        String agent = agent(task);
        var queue = queues.computeIfAbsent(agent, _ -> new TreeSet<>());
        if (!queue.isEmpty()) {
            next.remove(queue.first());
        }
        queue.add(turns.getOrDefault(task, 0));
        head(agent);
    }

    private void take(String agent, int turn) {
        next.remove(turn);
        queues.getOrDefault(agent, new TreeSet<>()).remove(turn);
        head(agent);
    }

    /** The first of an agent's tasks may begin where the agent is free. */
    private void head(String agent) {
        var queue = queues.getOrDefault(agent, new TreeSet<>());
        int atOnceMax = view.agents().get(agent).map(AgentCard::atOnceMax).orElse(0);
        boolean free = atOnceMax == 0 || atWork.getOrDefault(agent, 0) < atOnceMax;
        if (!queue.isEmpty() && free) {
            next.add(queue.first());
        } else if (!queue.isEmpty()) {
            next.remove(queue.first());
        }
    }

    private String agent(String task) {
        return view.task(task).map(card -> card.spec().agent()).orElse("");
    }
}
