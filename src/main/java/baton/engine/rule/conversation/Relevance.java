package baton.engine.rule.conversation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import baton.engine.AttemptState;
import baton.engine.SessionState;
import baton.engine.Shared.Finding;
import baton.plan.AgentSpec;
import baton.plan.TaskSpec;

/**
 * Whom a finding concerns that is not urgent: whoever it names, whoever works at what the finder's task needs or gives, and
 * whoever has a path or topic that it mentions.
 */
public final class Relevance {
    /** So many of the newest findings are looked at for an attempt that begins. */
    private static final int LOOKED_AT_MAX = 1_000;
    /** So many of those that concern it, it is told of. */
    private static final int TOLD_MAX = 20;
    private static final int TOPIC_CHARS_MIN = 3;

    private Relevance() {}

    /** Ids of the newest findings that are not urgent and concern this task, oldest first. */
    public static List<String> findingsFor(SessionState state, TaskSpec task, String agent) {
        var all = state.shared().findings();
        var concerning = all.subList(Math.max(0, all.size() - LOOKED_AT_MAX), all.size()).stream()
                .filter(finding -> !finding.urgent() && concerns(state, finding, task, agent)).map(Finding::id)
                .toList();
        return concerning.subList(Math.max(0, concerning.size() - TOLD_MAX), concerning.size());
    }

    /** Ids of the attempts at work that it concerns, without the finder's own. */
    public static List<String> attemptsFor(SessionState state, AttemptState finder, Finding finding) {
        return state.work().attempts().values().stream().filter(attempt -> !attempt.id().equals(finder.id()))
                .filter(attempt -> concerns(state, finding, specOf(state, attempt), attempt.agent()))
                .map(AttemptState::id).toList();
    }

    private static TaskSpec specOf(SessionState state, AttemptState attempt) {
        return state.work().task(attempt.task()).orElseThrow().spec();
    }

    private static boolean concerns(SessionState state, Finding finding, TaskSpec task, String agentId) {
        if (task.dependsOn().contains(finding.task()) || isNeededBy(state, task.id(), finding.task())) {
            return true;
        }
        var agent = state.setup().agent(agentId);
        var text = (finding.title() + "\n" + finding.text()).toLowerCase(Locale.ROOT);
        return names(agent, task).anyMatch(name -> mentions(text, name))
                || paths(agent, task).anyMatch(path -> text.contains(path))
                || agent.topics().stream().filter(topic -> topic.strip().length() >= TOPIC_CHARS_MIN)
                        .anyMatch(topic -> mentions(text, topic));
    }

    private static boolean isNeededBy(SessionState state, String task, String finders) {
        return state.work().task(finders).map(known -> known.spec().dependsOn().contains(task)).orElse(false);
    }

    private static Stream<String> names(AgentSpec agent, TaskSpec task) {
        return Stream.concat(Stream.of(task.id(), agent.id(), agent.name()), agent.aliases().stream());
    }

    /** Files and folders by name; a pattern counts by what stands before its first star, if that names a folder. */
    private static Stream<String> paths(AgentSpec agent, TaskSpec task) {
        return Stream.of(task.inputs().stream(), task.outputs().stream(),
                agent.owns().stream().map(AgentSpec.OwnedArea::path)).flatMap(paths -> paths)
                .map(Relevance::fixedPart).filter(path -> path.indexOf('/') >= 0 || path.indexOf('.') > 0);
    }

    private static String fixedPart(String path) {
        var text = path.strip().toLowerCase(Locale.ROOT);
        int star = text.indexOf('*');
        var fixed = star < 0 ? text : text.substring(0, star);
        return fixed.startsWith("./") ? fixed.substring(2) : fixed.startsWith("/") ? fixed.substring(1) : fixed;
    }

    /** As a word of its own, whatever the case; {@code text} is in lower case. */
    private static boolean mentions(String text, String name) {
        var word = name.strip().toLowerCase(Locale.ROOT);
        int at = word.isEmpty() ? -1 : text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean apart = (at == 0 || !isOfWord(text.charAt(at - 1)))
                    && (end == text.length() || !isOfWord(text.charAt(end)));
            if (apart) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    private static boolean isOfWord(char one) {
        return Character.isLetterOrDigit(one) || one == '_' || one == '-';
    }
}
