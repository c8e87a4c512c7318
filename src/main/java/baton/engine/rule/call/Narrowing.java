package baton.engine.rule.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import baton.engine.AttemptState;
import baton.engine.Effect.PathRule;
import baton.engine.NamedTool;
import baton.engine.Setup;
import baton.engine.Working;
import baton.engine.fact.Action.RunCommand;
import baton.settings.CommandPattern;

/**
 * What a profile and the plan confine a tool to, such as {@code Bash(git *)} or {@code Edit(src/**)}.
 *
 * <p>It only ever takes away: what is left still needs the approvals, and the paths the agent may write.
 */
final class Narrowing {
    private static final List<String> READING = List.of("read_file", "search_files", "list_files");
    private static final List<String> WRITING = List.of("edit_file", "write_file");

    private Narrowing() {}

    /** The tools that one text lists, and whose text it is. */
    private record Words(List<NamedTool> tools, String source) {
        static Words of(List<String> written, String source) {
            return new Words(written.stream().map(NamedTool::parse).toList(), source);
        }

        /** What a tool is confined to; empty where it is not named, or named without brackets as well. */
        List<String> confines(String tool) {
            var named = tools.stream().filter(one -> one.means(tool)).toList();
            return named.stream().anyMatch(one -> one.restriction().isEmpty())
                    ? List.of()
                    : named.stream().map(NamedTool::restriction).distinct().toList();
        }

        /** What of a tool is ruled out; to rule out one way of reading or writing rules out the others. */
        List<String> excludes(String tool) {
            return tools.stream().filter(one -> !one.restriction().isEmpty())
                    .filter(one -> sameKind(tool).stream().anyMatch(one::means)).map(NamedTool::restriction).distinct()
                    .toList();
        }

        private static List<String> sameKind(String tool) {
            return READING.contains(tool) ? READING : WRITING.contains(tool) ? WRITING : List.of(tool);
        }

        String says(List<String> patterns) {
            return source + ": " + patterns.stream()
                    .flatMap(pattern -> tools.stream().filter(tool -> tool.restriction().equals(pattern)).limit(1))
                    .map(tool -> tool.text() + "(" + tool.restriction() + ")").collect(Collectors.joining(", "));
        }
    }

    private static List<Words> allowing(Setup setup, AttemptState attempt, List<String> taskTools) {
        var casting = setup.casting(attempt.agent());
        return List.of(Words.of(casting.asked(), sourceOf(setup, attempt)),
                Words.of(setup.agent(attempt.agent()).tools(), "the plan"), Words.of(taskTools, "the plan"));
    }

    private static Words denying(Setup setup, AttemptState attempt) {
        return Words.of(setup.casting(attempt.agent()).denied(), sourceOf(setup, attempt));
    }

    private static String sourceOf(Setup setup, AttemptState attempt) {
        var casting = setup.casting(attempt.agent());
        return casting.source().isEmpty() ? "the profile of " + attempt.agent() : casting.source();
    }

    /** Why a command is not for this agent; empty where nothing speaks against it. */
    static Optional<String> refusal(Working working, AttemptState attempt, String tool, RunCommand command) {
        var setup = working.state().setup();
        for (var words : allowing(setup, attempt, toolsOf(working, attempt))) {
            var patterns = words.confines(tool);
            if (!patterns.isEmpty() && patterns.stream().noneMatch(pattern -> reaches(pattern, command))) {
                return Optional.of("it is outside what " + words.says(patterns) + " confines you to");
            }
        }
        var denying = denying(setup, attempt);
        var hit = denying.excludes(tool).stream().filter(pattern -> reaches(pattern, command)).toList();
        return hit.isEmpty() ? Optional.empty() : Optional.of("it is ruled out by " + denying.says(hit));
    }

    /** The rules for the paths of a call. */
    static List<PathRule> paths(Working working, AttemptState attempt, String tool) {
        if (!READING.contains(tool) && !WRITING.contains(tool)) {
            return List.of();
        }
        var setup = working.state().setup();
        var rules = new ArrayList<PathRule>();
        for (var words : allowing(setup, attempt, toolsOf(working, attempt))) {
            var patterns = words.confines(tool);
            if (!patterns.isEmpty()) {
                rules.add(new PathRule.Within(patterns, words.says(patterns)));
            }
        }
        var denying = denying(setup, attempt);
        var excluded = denying.excludes(tool);
        if (!excluded.isEmpty()) {
            rules.add(new PathRule.Outside(excluded, denying.says(excluded)));
        }
        return rules;
    }

    private static List<String> toolsOf(Working working, AttemptState attempt) {
        return working.state().work().task(attempt.task()).orElseThrow().spec().tools();
    }

    /** {@code git:*} and {@code git *} mean the same; a star alone stands for every command, and what is no pattern for none. */
    private static boolean reaches(String pattern, RunCommand command) {
        var text = pattern.endsWith(":*") ? pattern.substring(0, pattern.length() - 2) + " *" : pattern;
        return text.equals("*")
                || CommandPattern.find(text).filter(known -> known.reaches(command.argv())).isPresent();
    }
}
