package baton.reading.linking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.Act;
import baton.reading.language.Words;
import baton.reading.linking.Likeness.Degree;
import baton.reading.linking.MentionWords.Read;

/**
 * What agents answer for is a list of jobs where the lists of work do little more than name its lines again, in short.
 *
 * <p>
 * Elsewhere it says what somebody is there for, and nothing of it runs.
 */
final class Duties {

    private static final int TASKS_MAX = 500;
    private static final int AGAIN_MIN = 3;

    private Duties() {}

    /** The duties that are jobs; none where the plan's work is other than they say. */
    static List<FoundTask> namedAgain(List<FoundTask> tasks, Findings findings) {
        Set<Place> taken = new HashSet<>();
        tasks.forEach(task -> taken.add(task.draft().place));
        List<FoundTask> duties = findings.duties.stream().filter(duty -> !taken.contains(duty.draft().place)).toList();
        long acts = duties.stream().filter(duty -> Act.of(Words.key(duty.draft().title)).isPresent()).count();
        if (duties.isEmpty() || acts * 2 < duties.size() || tasks.size() + duties.size() > TASKS_MAX) {
            return List.of();
        }
        Read read = MentionWords.read(duties, tasks, findings);
        Map<String, List<Mention>> byAgent = new LinkedHashMap<>();
        read.mentions().forEach(duty -> byAgent.computeIfAbsent(agent(duty.found(), findings), _ -> new ArrayList<>())
                .add(duty));
        int again = 0;
        int all = 0;
        for (FoundTask task : tasks) {
            List<Mention> own = byAgent.getOrDefault(agent(task, findings), List.of());
            if (!own.isEmpty() && task.draft().kind != TaskSpec.Kind.HUMAN) {
                Mention mention = read.words().mention(task, Integer.MAX_VALUE);
                all++;
                again += own.stream().anyMatch(duty -> isAlike(duty, mention, read.words())) ? 1 : 0;
            }
        }
        return again >= AGAIN_MIN && again * 3 >= all * 2 ? List.copyOf(duties) : List.of();
    }

    private static boolean isAlike(Mention duty, Mention task, MentionWords words) {
        Likeness likeness = Likeness.of(duty, task, words, Set.of());
        return likeness.degree().compareTo(Degree.DOUBTFUL) <= 0 && likeness.acts() != Likeness.Acts.OTHER;
    }

    private static String agent(FoundTask task, Findings findings) {
        return findings.roster.meant(task.draft().agent).orElse(task.draft().agent);
    }
}
