package baton.reading.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.document.MermaidFlowchart;
import baton.reading.found.StatedOutput;
import baton.reading.language.AgentName;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.Words;

/**
 * The jobs that the nodes of a flowchart hold: who, what and where to, in lines of a label, around a sign, or by a class
 * that is called like an agent.
 *
 * <p>
 * A drawing of a system has words in its nodes too. Work is only seen where most nodes are of one form, what is done is said
 * in several words, and those who do it are named more than once or sound like somebody.
 */
final class MermaidWork {

    static final int NODES_MIN = 3;
    private static final int NAME_WORDS_MAX = 3;
    private static final Pattern NUMBERED = Pattern.compile("(\\p{Lu}{1,4}-?\\d{1,4})[.:)]?\\s+(.+)");
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("@?(?<who>\\p{Lu}|[^:]{2,40}?)\\s*:\\s+(?<what>.+)"),
            Pattern.compile("(?<what>.+?)\\s*[(\\[]@?(?<who>[^()\\[\\]]{2,40})[)\\]]"),
            Pattern.compile("@?(?<who>[^–—]{2,40}?)\\s+[–—-]\\s+(?<what>.+)"),
            Pattern.compile("(?<what>.+?)\\s+@(?<who>[\\p{L}\\p{N}_-]{2,40})"));

    /** "Agent 1: Texts" names somebody and gives no job, unless Agent 1 is named again. */
    private static final Pattern COUNTED = Pattern.compile("\\p{L}+[ -]?(?:\\d{1,3}|\\p{Lu})");

    /** "RC" for somebody who is called so elsewhere. */
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,5}\\d?");

    /** What one node says. */
    record Job(String id, String who, String what, List<String> paths) {

        static Job plain(String who, String said, List<String> paths) {
            return new Job("", who, said, paths);
        }

        /** "T1 grind the soot" carries its id. */
        static Job of(String who, String said, List<String> paths) {
            Matcher numbered = NUMBERED.matcher(said);
            return numbered.matches()
                    ? new Job(numbered.group(1), who, numbered.group(2), paths)
                    : new Job("", who, said, paths);
        }
    }

    private MermaidWork() {}

    /**
     * The jobs by their nodes; empty where the chart holds no work.
     *
     * @param ofAgents
     *            true where the words around the chart speak of agents
     * @param around
     *            whether a word stands outside the chart
     */
    static Map<String, Job> in(MermaidFlowchart chart, boolean ofAgents, Predicate<String> around) {
        List<Map<String, Job>> readings = new ArrayList<>();
        readings.add(read(chart, (_, parts) -> lines(parts, 0)));
        readings.add(read(chart, (_, parts) -> lines(parts, parts.size() - 1)));
        FORMS.forEach(form -> readings.add(read(chart, (_, parts) -> signed(parts, form))));
        readings.add(read(chart, (node, parts) -> classed(chart.classes().getOrDefault(node, ""), parts)));
        return readings.stream().filter(jobs -> isWork(jobs, chart, ofAgents, around))
                .max((a, b) -> a.size() - b.size())
                .orElse(Map.of());
    }

    /** One way to read a node. */
    private interface Way {
        Optional<Job> read(String node, List<String> parts);
    }

    private static Map<String, Job> read(MermaidFlowchart chart, Way way) {
        Map<String, Job> jobs = new LinkedHashMap<>();
        chart.lines().forEach((node, lines) -> {
            List<String> parts = lines.stream().filter(line -> !isPaths(line)).toList();
            List<String> paths = lines.stream().filter(MermaidWork::isPaths)
                    .flatMap(line -> Paths.in(line).stream()).toList();
            if (!chart.diamonds().contains(node) && !parts.isEmpty()) {
                way.read(node, parts).filter(job -> isName(job.who)).ifPresent(
                        job -> jobs.put(node, Job.of(job.who.replaceFirst("^@", ""), job.what, paths)));
            }
        });
        return jobs;
    }

    private static boolean isPaths(String line) {
        String bare = line.replaceFirst("^(?:->|→|=>|»)\\s*", "").strip();
        return !bare.isEmpty() && !StatedOutput.onlyPaths(bare).isEmpty() && !Paths.in(bare).isEmpty();
    }

    private static boolean isName(String who) {
        return (TreeTeam.isName(who) || CODE.matcher(who).matches()) && Words.count(who) <= NAME_WORDS_MAX;
    }

    private static Optional<Job> lines(List<String> parts, int at) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(parts);
        String who = rest.remove(at).replaceFirst("^\\((.*)\\)$", "$1");
        return Optional.of(Job.plain(who, String.join(" ", rest), List.of()));
    }

    private static Optional<Job> signed(List<String> parts, Pattern form) {
        Matcher matcher = form.matcher(String.join(" ", parts));
        return matcher.matches()
                ? Optional.of(Job.plain(matcher.group("who").strip(), matcher.group("what").strip(), List.of()))
                : Optional.empty();
    }

    private static Optional<Job> classed(String name, List<String> parts) {
        AgentName agent = AgentName.of(name);
        return agent.isIdentifier() || NameIndex.saysAgent(name)
                ? Optional.of(Job.plain(name, String.join(" ", parts), List.of()))
                : Optional.empty();
    }

    private static boolean isWork(Map<String, Job> jobs, MermaidFlowchart chart, boolean ofAgents,
            Predicate<String> around) {
        long nodes = chart.lines().keySet().stream().filter(node -> !chart.diamonds().contains(node)).count();
        Set<String> names = new LinkedHashSet<>();
        jobs.values().forEach(job -> names.add(NameIndex.key(job.who)));
        long told = jobs.values().stream().filter(job -> Words.count(job.what) > 1).count();
        long somebody = jobs.values().stream().map(job -> AgentName.of(job.who))
                .filter(name -> name.isIdentifier() || NameIndex.saysAgent(name.written())
                        || ((ofAgents || names.size() < jobs.size()) && name.soundsLikeSomebody())
                        || (names.size() < jobs.size() && CODE.matcher(name.written()).matches()
                                && around.test(name.written())))
                .count();
        boolean counted = names.size() == jobs.size()
                && jobs.values().stream().anyMatch(job -> COUNTED.matcher(job.who).matches());
        Set<String> whats = new TreeSet<>();
        jobs.values().forEach(job -> whats.add(Words.key(job.what)));
        return !counted && jobs.size() >= NODES_MIN && names.size() > 1 && jobs.size() * 2L > nodes
                && told * 3 >= jobs.size() * 2L
                && whats.size() * 2 > jobs.size()
                && whats.stream().noneMatch(names::contains) && somebody * 2 >= jobs.size();
    }
}
