package baton.reading.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Counted steps as paragraphs, "<b>Step 3</b> (Writer): write the report", with labelled lines below the first.
 *
 * <p>
 * At least two steps must name a known agent. What a step needs may be said by the numbers of other steps.
 */
public final class StepRecogniser implements Recogniser {

    private static final Pattern HEAD = Pattern.compile(
            "(?:\\*\\*|__)?(\\p{L}{3,12})\\s+(\\d{1,3})(?:\\*\\*|__)?\\s*\\(([^()]{2,60})\\)\\s*[:.–—-]?(?:\\*\\*|__)?\\s*[:.–—-]?\\s*(.*\\p{L}.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final int STEPS_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<String, Step> steps = new LinkedHashMap<>();
        document.sections().flatMap(section -> section.blocks().stream())
                .filter(block -> !claims.isTaken(block.line()) && !findings.isOwn(document.file(), block.line()))
                .flatMap(block -> Step.of(block).stream()).forEach(step -> steps.putIfAbsent(step.number, step));
        if (steps.values().stream().filter(step -> step.agent(findings.roster).isPresent()).count() < STEPS_MIN) {
            return;
        }
        for (Step step : steps.values()) {
            add(step, steps, document, findings);
            claims.take(step.block);
        }
    }

    private static void add(Step step, Map<String, Step> steps, MarkdownDocument document, Findings findings) {
        var place = new Place(document.file(), step.block.line());
        var agent = new FoundAgent(AgentName.of(step.agent(findings.roster).orElse(step.who)), place);
        List<Field> fields = Field.of(List.of(step.block)).stream().filter(field -> field.label().isPresent())
                .filter(field -> field.line() > step.block.line()).toList();
        FoundTask task = new AgentFields(agent, fields).task(step.words, TaskSpec.Kind.TASK, place);
        List<String> needs = new ArrayList<>();
        for (String need : task.needs()) {
            List<String> meant = NUMBER.matcher(need).results()
                    .flatMap(found -> Optional.ofNullable(steps.get(found.group())).stream()).map(Step::words)
                    .map(Words::plain).toList();
            needs.addAll(meant.isEmpty() ? List.of(need) : meant);
        }
        findings.tasks.add(new FoundTask(task.draft(), needs, "step"));
    }

    /** One step. */
    private record Step(String number, String who, String words, Block.Paragraph block) {

        static Optional<Step> of(Block block) {
            if (!(block instanceof Block.Paragraph paragraph)) {
                return Optional.empty();
            }
            Matcher head = HEAD.matcher(paragraph.lines().getFirst().raw().strip());
            return head.matches() && Lexicon.WORDS.words("COUNTED").contains(Words.key(head.group(1)))
                    ? Optional.of(new Step(head.group(2), head.group(3), head.group(4), paragraph))
                    : Optional.empty();
        }

        /** The first of those who are named. */
        Optional<String> agent(Roster roster) {
            return AgentFields.parts(who).stream()
                    .flatMap(part -> roster.find(part).or(() -> roster.meant(part)).stream())
                    .findFirst();
        }
    }
}
