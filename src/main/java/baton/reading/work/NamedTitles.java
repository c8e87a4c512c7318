package baton.reading.work;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.TaskTitles;

/**
 * Jobs of nobody whose own words begin or end with a known agent's name: "Harbour: chart the sandbank", "Chart the sandbank
 * (Harbour)". The name goes, and the job is that agent's.
 */
public final class NamedTitles implements Recogniser {

    private static final Pattern FRONT = Pattern.compile("@?([^:–—]{2,40}?)\\s*(?::|\\s[–—])\\s+(\\S.{2,})");
    private static final Pattern BRACKETS = Pattern.compile("(\\S.{2,}?)\\s*\\(@?([^()]{2,40})\\)[.]?");
    private static final Pattern BEHIND = Pattern.compile("(\\S.{2,}?)\\s+(?:[–—]|→|->)\\s+@?([^–—→]{2,40}?)[.]?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        findings.tasks.stream().map(FoundTask::draft)
                .filter(task -> task.agent.equals(PlanLint.ORCHESTRATOR) && task.place.file().equals(document.file()))
                .forEach(task -> name(task, findings.roster));
    }

    private static void name(TaskDraft task, Roster roster) {
        if (!is(FRONT, task, 1, roster) && !is(BRACKETS, task, 2, roster)) {
            is(BEHIND, task, 2, roster);
        }
    }

    private static boolean is(Pattern form, TaskDraft task, int who, Roster roster) {
        Matcher matcher = form.matcher(task.title);
        Optional<String> agent = matcher.matches() ? roster.find(matcher.group(who).strip()) : Optional.empty();
        agent.ifPresent(name -> {
            task.agent = name;
            task.title = TaskTitles.of(matcher.group(3 - who));
        });
        return agent.isPresent();
    }
}
