package baton.reading.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.TaskDraft;
import baton.reading.found.Roster;
import baton.reading.language.Lexicon;

/** Tasks by their place in the list of their agent: "Agent 2 task 3", "task 3 of Agent 2", "A2.3". */
final class PlacedTasks {

    private static final String TASK = "(?:" + Lexicon.WORDS.pattern("WORK_COUNTED") + "|"
            + Lexicon.WORDS.pattern("JOB_KEY")
            + ")";
    private static final Pattern BEHIND = Pattern
            .compile("(?iu)(.{2,40}?)(?:['’]s?)?\\s*[,/:·-]?\\s+" + TASK + "\\s+#?(\\d{1,2})");
    private static final Pattern BEFORE = Pattern
            .compile("(?iu)" + TASK + "\\s+#?(\\d{1,2})\\s+(?:of|from|von|de|di|van|by)\\s+(.{2,40})");
    private static final Pattern SHORT = Pattern.compile("(\\p{Lu}{1,3}\\d{1,2})[.](\\d{1,2})(?:[\\s:–—-].{2,80})?");

    private final Roster roster;
    private final Map<String, List<TaskDraft>> byAgent;

    PlacedTasks(Roster roster, Map<String, List<TaskDraft>> byAgent) {
        this.roster = roster;
        this.byAgent = byAgent;
    }

    /** The task that such words mean; nothing where nobody is called so or has no list so long. */
    Optional<TaskDraft> of(String written) {
        String text = written.strip();
        Matcher brief = SHORT.matcher(text);
        if (brief.matches()) {
            return placed(brief.group(1), brief.group(2));
        }
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches()) {
            return placed(behind.group(1), behind.group(2));
        }
        Matcher before = BEFORE.matcher(text);
        return before.matches() ? placed(before.group(2), before.group(1)) : Optional.empty();
    }

    private Optional<TaskDraft> placed(String name, String number) {
        int at = Integer.parseInt(number) - 1;
        return roster.find(name.replaceFirst("^@", "")).map(agent -> first(byAgent.getOrDefault(agent, List.of())))
                .filter(own -> at >= 0 && at < own.size()).map(own -> own.get(at));
    }

    /** Those that stand in one list: line below line, with nothing of others between. */
    private static List<TaskDraft> first(List<TaskDraft> own) {
        List<TaskDraft> list = new ArrayList<>();
        for (TaskDraft task : own) {
            boolean next = list.isEmpty() || (task.place.file().equals(list.getLast().place.file())
                    && task.kind == list.getLast().kind && task.phase.equals(list.getLast().phase));
            if (!next) {
                break;
            }
            list.add(task);
        }
        return list;
    }
}
