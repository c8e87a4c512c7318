package baton.reading.team;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;

/**
 * Lines below a title for a team that were taken for jobs and say what somebody is there for: everybody has one of them, and
 * most have work elsewhere.
 *
 * <p>
 * A line that names a file to be written stays a job. Must run when all jobs are known.
 */
public final class RosterLines implements Recogniser {

    private static final int LINES_MIN = 2;
    private static final int TITLES_MAX = 3;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<Integer, Integer> atLine = new HashMap<>();
        Map<String, Integer> jobsOf = new HashMap<>();
        for (int i = 0; i < findings.tasks.size(); i++) {
            FoundTask task = findings.tasks.get(i);
            if (task.draft().place.file().equals(document.file())) {
                // Two jobs of one line make it no line of a roster.
                atLine.merge(task.draft().place.line(), i, (_, _) -> -1);
            }
            if (!task.implied()) {
                jobsOf.merge(agent(task, findings), 1, Integer::sum);
            }
        }
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Listing list && list.items().size() >= LINES_MIN
                    && isOfTeam(passage)) {
                List<Integer> tasks = list.items().stream().map(item -> atLine.getOrDefault(item.line(), -1)).toList();
                if (isRoster(tasks, jobsOf, findings)) {
                    tasks.forEach(at -> describe(at, list.line(), findings));
                }
            }
        }
    }

    private static boolean isOfTeam(Passage passage) {
        // The title of the whole says who reads it, not what its lists are.
        List<Passage.Title> all = passage.titles().toList();
        List<Passage.Title> titles = all.subList(0, Math.min(TITLES_MAX, Math.max(0, all.size() - 1)));
        boolean team = titles.stream().anyMatch(title -> TeamWords.isOfAgents(title.key())
                || List.of(title.key().split(" ", -1)).stream().anyMatch(RosterLines::isTeam));
        return team && titles.stream().noneMatch(title -> Period.ofTitle(title.text()).isPresent());
    }

    private static boolean isTeam(String word) {
        return Lexicon.WORDS.words("WORKFORCE").contains(word) || Lexicon.WORDS.words("TREE_TEAM").contains(word);
    }

    private static boolean isRoster(List<Integer> tasks, Map<String, Integer> jobsOf, Findings findings) {
        if (tasks.contains(-1)) {
            return false;
        }
        Set<String> agents = new HashSet<>();
        int busy = 0;
        for (int at : tasks) {
            FoundTask task = findings.tasks.get(at);
            String agent = agent(task, findings);
            if (!task.draft().outputs.isEmpty() || !task.needs().isEmpty() || !agents.add(agent)) {
                return false;
            }
            busy += jobsOf.getOrDefault(agent, 0) > (task.implied() ? 0 : 1) ? 1 : 0;
        }
        return busy * 2 > tasks.size();
    }

    private static void describe(int at, int line, Findings findings) {
        FoundTask task = findings.tasks.get(at);
        findings.roster.responsible(agent(task, findings), task.draft().title);
        findings.tasks.set(at, new FoundTask(task.draft(), task.needs(), "roster@" + line, true, task.days()));
    }

    private static String agent(FoundTask task, Findings findings) {
        return findings.roster.meant(task.draft().agent).orElse(task.draft().agent);
    }
}
