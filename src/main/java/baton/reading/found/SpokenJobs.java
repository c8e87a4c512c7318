package baton.reading.found;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.TaskDraft;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NeedClause;
import baton.reading.language.SpokenWords;
import baton.reading.language.TaskItem;
import baton.reading.language.Words;

/**
 * Which jobs half a sentence means: "the export", "Mira's tables", "the layout from @layout", "step 3", "reader has typed the
 * cards".
 *
 * <p>
 * A part that may mean several jobs, or none, means nothing here: who asks does not know whether the words speak of a job at all.
 */
public final class SpokenJobs {

    private static final Pattern FROM = Pattern.compile("(?iu)(.{3,}?)\\s+(?:" + Lexicon.WORDS.pattern("SUPPLIED")
            + ")\\s+(.{2,60})");
    private static final Pattern BRACKETED = Pattern.compile("(.{2,}?)\\s*\\(([^()]{2,40})\\)");
    private static final Pattern OWNER = Pattern.compile("(.{1,40}?)['’]s?\\s+(.{2,})");
    private static final Pattern NUMBER = Pattern.compile("(?:(\\p{L}{3,12})\\s+|#)?(\\d{1,3})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
    private static final Pattern ARTICLE = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ARTICLE") + "\\s+");
    private static final Pattern LINKED = Pattern
            .compile("(?iu)^(?:on|upon|for|auf|von|vom|de|du|des|del|della|dal|do|da|van|op|от|od)\\s+");
    private static final List<String> TIMES = List.of("PERIOD", "WEEKS", "DAYS", "SLOT", "HOURS");
    private static final int NAME_WORDS_MAX = 4;

    private final Roster roster;
    private final JobsByWords words;
    private final Map<String, TaskDraft> byName = new LinkedHashMap<>();
    private final Set<String> twice = new LinkedHashSet<>();
    /** Numbers that the plan gives jobs itself. */
    private final Set<String> counted = new LinkedHashSet<>();
    private final Map<String, List<TaskDraft>> byAgent = new LinkedHashMap<>();
    private final Map<String, List<String>> makers = new HashMap<>();
    private final Map<TaskDraft, String> agents = new LinkedHashMap<>();

    public SpokenJobs(List<FoundTask> jobs, Roster roster) {
        this.roster = roster;
        this.words = new JobsByWords(jobs);
        for (TaskDraft job : jobs.stream().map(FoundTask::draft).toList()) {
            String agent = roster.meant(job.agent).orElse(job.agent);
            agents.put(job, agent);
            byAgent.computeIfAbsent(agent, _ -> new ArrayList<>()).add(job);
            name(job.id, job);
            COUNT.matcher(job.id).results().forEach(count -> counted.add(count.group()));
            name(job.title, job);
        }
        byName.remove("");
        byAgent.keySet().forEach(agent -> SpokenWords.of(agent).forEach(word -> makers
                .computeIfAbsent(SpokenWords.start(word), _ -> new ArrayList<>()).add(agent)));
    }

    /** Those of all that was found which will be jobs; what only describes somebody who has others will not. */
    public static List<FoundTask> among(Findings findings) {
        Set<String> busy = new LinkedHashSet<>();
        findings.tasks.stream().filter(task -> !isDescribing(task)).forEach(task -> busy.add(who(task, findings)));
        return findings.tasks.stream().filter(task -> task.draft().runs
                && (!isDescribing(task) || !busy.contains(who(task, findings)))).toList();
    }

    private static boolean isDescribing(FoundTask task) {
        return task.implied() || task.shape().equals(FoundTask.TOLD);
    }

    private static String who(FoundTask task, Findings findings) {
        return findings.roster.meant(task.draft().agent).orElse(task.draft().agent);
    }

    private void name(String written, TaskDraft job) {
        TaskDraft other = byName.putIfAbsent(Words.key(written), job);
        if (other != null && !other.agent.equals(job.agent)) {
            twice.add(Words.key(written));
        }
    }

    /** True where the title says which job is meant. */
    public boolean isTelling(TaskDraft job) {
        return !twice.contains(Words.key(job.title));
    }

    /** The jobs that the parts of a clause mean for one that waits for them; parts that mean none are left out. */
    public List<TaskDraft> of(NeedClause clause, TaskDraft waiting, Numbers numbers) {
        List<TaskDraft> ids = TaskItem.ids(clause.need()).stream()
                .flatMap(id -> Optional.ofNullable(byName.get(Words.key(id))).stream())
                .filter(job -> !job.equals(waiting)).toList();
        if (!ids.isEmpty()) {
            return ids;
        }
        Set<TaskDraft> meant = new LinkedHashSet<>();
        List<String> parts = Clause.before(clause.need());
        for (String part : parts) {
            Optional<TaskDraft> one = one(part, waiting, clause.apart(), numbers);
            if (one.isEmpty() && meant.isEmpty()) {
                break;
            }
            one.ifPresent(meant::add);
        }
        if (parts.size() > 1 && meant.size() < parts.size()) {
            one(clause.need(), waiting, clause.apart(), numbers).ifPresent(meant::add);
        }
        return List.copyOf(meant);
    }

    /**
     * The one job that words of running text mean.
     *
     * @param all
     *            whether it must have all of their telling words; else half of them will do
     */
    public Optional<TaskDraft> spoken(String written, boolean all) {
        String part = bare(written);
        return ofSomebody(part, true, _ -> true).or(() -> words.one(part, all, _ -> true)).or(() -> ofMaker(part))
                .filter(this::isTelling);
    }

    /** "The surface map" is what the surface mapper has to do. */
    private Optional<TaskDraft> ofMaker(String part) {
        Set<String> said = SpokenWords.of(part);
        Set<String> agents = new LinkedHashSet<>();
        said.forEach(word -> agents.addAll(makers.getOrDefault(SpokenWords.start(word), List.of())));
        List<String> meant = agents.stream().filter(agent -> {
            Set<String> own = SpokenWords.of(agent);
            return SpokenWords.shared(said, own) == said.size() && said.size() * 2 >= own.size();
        }).toList();
        List<TaskDraft> own = meant.size() == 1 ? byAgent.getOrDefault(meant.getFirst(), List.of()) : List.of();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    /** Without an article, and without the small word that "depends on A and on B" leaves in front. */
    private static String bare(String written) {
        String part = LINKED.matcher(written.strip().replaceFirst("[.,:]+$", "")).replaceFirst("");
        return ARTICLE.matcher(part).replaceFirst("");
    }

    /** True for what somebody gives: "the list from Stock". */
    public boolean isGiven(String written) {
        return List.of(BRACKETED, FROM).stream().map(form -> form.matcher(written.strip()))
                .anyMatch(form -> form.matches() && agent(form.group(2)).isPresent());
    }

    /** True for the name of somebody and nothing else. */
    public boolean isSomebody(String written) {
        return agent(written).isPresent();
    }

    /** The job that "step 3" means; nothing for times, or where a job is called by that number. */
    public Optional<TaskDraft> numbered(String part, TaskDraft waiting, Numbers numbers) {
        Matcher number = NUMBER.matcher(part.strip());
        if (!number.matches() || byName.containsKey(Words.key(part)) || counted.contains(number.group(2))) {
            return Optional.empty();
        }
        boolean time = number.group(1) != null && TIMES.stream()
                .anyMatch(list -> Lexicon.WORDS.words(list).contains(Words.key(number.group(1))));
        return time
                ? Optional.empty()
                : numbers.above(waiting, Integer.parseInt(number.group(2))).filter(job -> !job.equals(waiting))
                        .filter(this::isTelling);
    }

    /** Jobs by the numbers in front of them. */
    @FunctionalInterface
    public interface Numbers {

        /** The job of this number that is nearest above the one that speaks of it. */
        Optional<TaskDraft> above(TaskDraft job, int number);
    }

    private Optional<TaskDraft> one(String written, TaskDraft waiting, boolean apart, Numbers numbers) {
        String part = bare(written);
        Predicate<TaskDraft> other = job -> !job.equals(waiting);
        TaskDraft named = byName.get(Words.key(part));
        if (named != null) {
            return Optional.of(named).filter(other).filter(this::isTelling);
        }
        // "The sketch from step 2" names the step too.
        Matcher from = FROM.matcher(part);
        String counted = from.matches() && NUMBER.matcher(from.group(2)).matches() ? from.group(2) : part;
        if (NUMBER.matcher(counted).matches()) {
            return numbered(counted, waiting, numbers);
        }
        return ofSomebody(part, true, other).or(() -> words.one(part, !apart, other)).filter(this::isTelling);
    }

    /**
     * What the words say of an agent's jobs.
     *
     * @param only
     *            whether the only job of an agent is meant whatever the words are
     */
    private Optional<TaskDraft> ofSomebody(String part, boolean only, Predicate<TaskDraft> other) {
        for (Pattern form : List.of(BRACKETED, FROM)) {
            Matcher named = form.matcher(part);
            Optional<String> agent = named.matches() ? agent(named.group(2)) : Optional.empty();
            if (agent.isPresent()) {
                return own(agent.get(), named.group(1), only, other);
            }
        }
        Matcher owner = OWNER.matcher(part);
        Optional<String> of = owner.matches() ? agent(owner.group(1)) : Optional.empty();
        if (of.isPresent()) {
            return own(of.get(), owner.group(2), only, other);
        }
        List<String> split = List.of(part.split("\\s+", -1));
        for (int count = Math.min(NAME_WORDS_MAX, split.size()); count > 0; count--) {
            Optional<String> agent = agent(String.join(" ", split.subList(0, count)));
            if (agent.isPresent()) {
                return own(agent.get(), String.join(" ", split.subList(count, split.size())), only, other);
            }
        }
        return Optional.empty();
    }

    private Optional<String> agent(String written) {
        String bare = ARTICLE.matcher(written.strip().replaceFirst("^@", "")).replaceFirst("");
        return roster.find(bare);
    }

    /** That job of somebody which has the words; the only one where there is but one. */
    private Optional<TaskDraft> own(String agent, String said, boolean only, Predicate<TaskDraft> other) {
        List<TaskDraft> own = byAgent.getOrDefault(agent, List.of());
        Matcher number = NUMBER.matcher(said);
        if (number.matches() && number.group(1) != null && Label.all(number.group(1)).contains(Label.TASK)) {
            // "Alpha's Task 2".
            return own.stream().skip(Math.max(0, Integer.parseInt(number.group(2)) - 1L)).findFirst().filter(other);
        }
        Optional<TaskDraft> told = SpokenWords.of(said).isEmpty()
                ? Optional.empty()
                : words.one(said, false, job -> other.test(job) && agent.equals(agents.get(job)));
        return told.or(() -> only && own.size() == 1 ? own.stream().filter(other).findFirst() : Optional.empty());
    }
}
