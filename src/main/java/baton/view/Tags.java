package baton.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The two letters and the number by which every agent is known on a screen, the same in every view.
 *
 * <p>Letters come from the agent's name; where two agents would share them, the later one gets other letters of its name, then
 * a digit or another letter behind its first, at last whatever is free. A tag depends only on the agents before it, so an agent that joins changes nobody's tag.
 */
public final class Tags {
    private static final String SECOND = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** For an agent that no plan names. */
    private static final Tag NOBODY = new Tag("··", 0);

    private final Map<String, Tag> byAgent = new LinkedHashMap<>();

    /** Letters, and the agent's place in the plan counted from 0. */
    public record Tag(String letters, int number) {}

    private Tags() {}

    public static Tags of(SessionView view) {
        var tags = new Tags();
        var taken = new LinkedHashMap<String, Boolean>();
        for (String agent : view.agents().ids()) {
            String letters = letters(agent, taken);
            taken.put(letters, true);
            tags.byAgent.put(agent, new Tag(letters, tags.byAgent.size()));
        }
        return tags;
    }

    public Tag of(String agent) {
        return byAgent.getOrDefault(agent, NOBODY);
    }

    private static String letters(String agent, Map<String, Boolean> taken) {
        String plain = agent.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip();
        if (plain.isEmpty()) {
            plain = "AGENT";
        }
        String[] words = plain.split(" ", -1);
        String first = words[0].substring(0, 1);
        for (int i = 1; i < words.length; i++) {
            if (!taken.containsKey(first + words[i].charAt(0))) {
                return first + words[i].charAt(0);
            }
        }
        String rest = plain.replace(" ", "").substring(1);
        for (int i = 0; i < rest.length(); i++) {
            if (!taken.containsKey(first + rest.charAt(i))) {
                return first + rest.charAt(i);
            }
        }
        for (int i = 0; i < SECOND.length(); i++) {
            if (!taken.containsKey(first + SECOND.charAt(i))) {
                return first + SECOND.charAt(i);
            }
        }
        return free(taken);
    }

    /** Any two that are free; of more than so many agents the name beside the tag still tells who it is. */
    private static String free(Map<String, Boolean> taken) {
        for (int i = 0; i < SECOND.length() * SECOND.length(); i++) {
            String tag = "" + SECOND.charAt(i / SECOND.length()) + SECOND.charAt(i % SECOND.length());
            if (!taken.containsKey(tag)) {
                return tag;
            }
        }
        return "++";
    }
}
