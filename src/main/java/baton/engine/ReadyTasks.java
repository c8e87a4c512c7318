package baton.engine;

import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Tasks that wait for a slot only, and which of them may have the next one.
 *
 * <p>An agent works on a bounded number of tasks at a time ({@link Setup#casting}), so a task may start only while its agent
 * is free. The best task of each free agent is kept apart: taking the next one and every change cost the same however
 * many tasks wait.
 *
 * @param queued each waiting task's key, by task id
 * @param queues the keys by agent, best first
 * @param atWork how many attempts of an agent hold a slot; agents with none are absent
 * @param next the first key of every agent that may start something, best first
 */
public record ReadyTasks(TreePMap<String, Key> queued, TreePMap<String, TreePSet<Key>> queues,
        TreePMap<String, Integer> atWork, TreePSet<Key> next) {
    static final ReadyTasks NONE = new ReadyTasks(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(),
            TreePSet.empty());

    /** The fixed key by which ready tasks are taken: class, deadline, ready since, place in the plan. */
    public record Key(int priority, String deadline, long readySince, int order, String task,
            String agent) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int by = Integer.compare(priority, other.priority);
            by = by != 0 ? by : compareDeadlines(deadline, other.deadline);
            by = by != 0 ? by : Long.compare(readySince, other.readySince);
            by = by != 0 ? by : Integer.compare(order, other.order);
            return by != 0 ? by : task.compareTo(other.task);
        }

        /** A task without a deadline comes after all that have one. */
        private static int compareDeadlines(String left, String right) {
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(left.isEmpty(), right.isEmpty());
            }
            return left.compareTo(right);
        }
    }

    public boolean isEmpty() {
        return queued.isEmpty();
    }

    /** True while the agent may begin, or go on with, one more task. */
    public boolean isFree(String agent, Setup setup) {
        int atOnceMax = setup.casting(agent).atOnceMax();
        return atOnceMax == 0 || atWork.getOrDefault(agent, 0) < atOnceMax;
    }

    ReadyTasks with(Key key, Setup setup) {
        var queue = queues.getOrDefault(key.agent(), TreePSet.empty());
        return changed(key.agent(), setup, new ReadyTasks(queued.plus(key.task(), key),
                queues.plus(key.agent(), queue.plus(key)), atWork, next));
    }

    /** Without that task, where it waits. */
    ReadyTasks without(String task, Setup setup) {
        var key = queued.get(task);
        if (key == null) {
            return this;
        }
        var queue = queues.getOrDefault(key.agent(), TreePSet.empty()).minus(key);
        return changed(key.agent(), setup, new ReadyTasks(queued.minus(task),
                queue.isEmpty() ? queues.minus(key.agent()) : queues.plus(key.agent(), queue), atWork, next));
    }

    /** An attempt of the agent takes a slot ({@code 1}) or gives one back ({@code -1}). */
    ReadyTasks working(String agent, int change, Setup setup) {
        int now = atWork.getOrDefault(agent, 0) + change;
        return changed(agent, setup,
                new ReadyTasks(queued, queues, now == 0 ? atWork.minus(agent) : atWork.plus(agent, now), next));
    }

    /** The later state with what this agent may start next put right; {@code this} is the state before. */
    private ReadyTasks changed(String agent, Setup setup, ReadyTasks later) {
        var before = queues.get(agent);
        var after = later.queues.get(agent);
        var heads = before == null ? next : next.minus(before.first());
        return new ReadyTasks(later.queued, later.queues, later.atWork,
                after == null || !later.isFree(agent, setup) ? heads : heads.plus(after.first()));
    }
}
