package baton.chat;

import java.util.List;
import java.util.Objects;

import baton.profile.DelegationTemplate;

/**
 * The names a line may use, as they stand when it is read.
 *
 * @param orchestrator id of the agent that plain words go to, where nobody is focused
 * @param lane id of the agent that plain words go to because it is focused, or empty
 * @param open what waits for a person, most urgent first
 * @param paused ids of paused tasks and agents; the empty id stands for the session
 */
public record ChatNames(List<Agent> agents, List<Task> tasks, List<Item> open, List<DelegationTemplate> templates,
        String orchestrator, String lane, List<String> paused) {
    public static final ChatNames NONE = new ChatNames(List.of(), List.of(), List.of(), List.of(), "orchestrator", "",
            List.of());

    /** An agent; {@code group} is empty where it belongs to none. */
    public record Agent(String id, String name, List<String> aliases, String group) {
        public Agent {
            Objects.requireNonNull(id, "id");
            aliases = List.copyOf(aliases);
        }
    }

    /** A task; {@code working} is the agent that has an attempt of it under way, or empty. */
    public record Task(String id, String title, String agent, boolean ended, String working) {}

    /** What sort of thing waits for a person. */
    public enum Wait {
        BLOCKER, QUESTION, DECISION, APPROVAL
    }

    /** Something that waits for a person. */
    public record Item(String id, Wait kind, String text, List<String> options) {
        public Item {
            options = List.copyOf(options);
        }
    }

    public ChatNames {
        agents = List.copyOf(agents);
        tasks = List.copyOf(tasks);
        open = List.copyOf(open);
        templates = List.copyOf(templates);
        paused = List.copyOf(paused);
    }

    /** The groups of the roster, in its order. */
    public List<String> groups() {
        return agents.stream().map(Agent::group).filter(group -> !group.isBlank()).distinct().toList();
    }
}
