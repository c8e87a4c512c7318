package baton.plan.assist;

import java.util.Optional;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.TaskSpec;
import baton.plan.lint.Called;

/** The lines that a proposal quotes, whole, and what they say. */
final class Cited {
    private final String lines;
    private final Set<String> words;

    Cited(String lines) {
        this.lines = lines;
        this.words = Quotations.wordsOf(lines);
    }

    /** The first name or text of the proposal that these lines do not bear out. */
    Optional<String> beyond(Proposal proposal) {
        return proposal.names().stream().filter(name -> !bears(name)).findFirst()
                .or(() -> proposal.texts().stream().filter(text -> !says(text)).findFirst());
    }

    /** A name or path as it is written, or all of its words. */
    private boolean bears(String name) {
        boolean path = name.contains("/") || name.contains(".");
        return lines.contains(name) || (!path && words.containsAll(CitedWords.of(name)));
    }

    /** At least half of what tells something. */
    private boolean says(String text) {
        return CitedWords.shared(text, words) * 2 >= CitedWords.telling(text).size();
    }

    /** By any of its names. */
    boolean names(AgentSpec agent) {
        return isNamed(agent.name()) || isNamed(agent.id()) || agent.aliases().stream().anyMatch(this::isNamed);
    }

    private boolean isNamed(String name) {
        var telling = Called.words(name);
        return !telling.isEmpty() && words.containsAll(CitedWords.of(String.join(" ", telling)));
    }

    /** By its id or by what it is about. */
    boolean names(TaskSpec task) {
        return (words.containsAll(CitedWords.of(task.id())) && lines.contains(task.id())) || says(task.title());
    }
}
