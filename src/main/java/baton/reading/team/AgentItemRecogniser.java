package baton.reading.team;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Words;

/**
 * Agents as items that hold their labelled lines: "inspector {@code bridges}" with its job and its file below it.
 *
 * <p>
 * Every item of the list must be a short name with a job and something about its result; lists of options, packages and
 * settings have no jobs.
 */
public final class AgentItemRecogniser implements Recogniser {

    private static final Pattern CODED = Pattern.compile("(?:[\\p{L}-]{2,30}\\s+){0,2}`([^`\\s]{2,40})`:?");
    private static final Pattern BOLD = Pattern.compile("(?:\\*\\*|__)([^*_:]{2,40}):?(?:\\*\\*|__):?");
    private static final Pattern PLAIN = Pattern.compile("(@?[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{1,40}):?");
    private static final int ITEMS_MIN = 2;
    private static final int WORDS_MAX = 4;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Listing list && !claims.isTaken(list.line())
                    && !findings.isOwn(document.file(), list.line()) && list.items().size() >= ITEMS_MIN
                    && list.items().stream().allMatch(AgentItemRecogniser::isAgent)) {
                list.items().forEach(item -> add(item, document, findings));
                findings.own(document.file(), list.line(), list.lastLine());
                passage.claim(claims);
            }
        }
    }

    private static boolean isAgent(Block.Item item) {
        List<Field> fields = fields(item);
        boolean job = fields.stream().anyMatch(field -> field.is(Label.TASK) && !field.value().isBlank());
        boolean result = fields.stream().anyMatch(field -> field.is(Label.OUTPUT) || field.is(Label.CRITERIA)
                || field.is(Label.DEPENDS) || field.is(Label.TOOLS));
        return job && result && name(item).isPresent();
    }

    private static List<Field> fields(Block.Item item) {
        return Field.of(item.inner()).stream().filter(field -> field.label().isPresent()).toList();
    }

    private static Optional<AgentName> name(Block.Item item) {
        String raw = item.raw().strip();
        for (Pattern form : List.of(CODED, BOLD, PLAIN)) {
            Matcher matcher = form.matcher(raw);
            if (matcher.matches() && Words.count(matcher.group(1)) <= WORDS_MAX) {
                return Optional.of(AgentName.of(matcher.group(1))).filter(name -> !name.id().isEmpty());
            }
        }
        return Optional.empty();
    }

    private static void add(Block.Item item, MarkdownDocument document, Findings findings) {
        name(item).ifPresent(name -> {
            var place = new Place(document.file(), item.line());
            var agent = new FoundAgent(name, place);
            var parts = new AgentFields(agent, fields(item));
            parts.fillAgent();
            findings.agents.add(agent);
            String title = String.join("; ", parts.of(Label.TASK).flatMap(field -> field.rawTexts().stream()).toList());
            findings.tasks.add(parts.task(title, TaskSpec.Kind.TASK, place));
        });
    }
}
