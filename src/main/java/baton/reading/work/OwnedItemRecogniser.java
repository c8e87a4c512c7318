package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.TaskLabels;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * Jobs as items with labelled lines below them, one of which says whose they are: "1. <b>Set the route</b>", "Owner: Guide",
 * "After: 1".
 *
 * <p>
 * A number among what an item waits for counts the items of the list.
 */
public final class OwnedItemRecogniser implements Recogniser {

    private static final Pattern NUMBER = Pattern.compile("#?\\d{1,3}");
    private static final int ITEMS_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Listing list && !claims.isTaken(list.line())
                    && !findings.isOwn(document.file(), list.line())) {
                long owned = list.items().stream().filter(item -> owner(item).isPresent()).count();
                if (owned >= ITEMS_MIN && owned * 10 >= list.items().size() * 6L) {
                    list.items().stream().filter(item -> owner(item).isPresent())
                            .forEach(item -> add(item, list, document, findings));
                    findings.own(document.file(), list.line(), list.lastLine());
                    passage.claim(claims);
                }
            }
        }
    }

    private static List<Field> fields(Block.Item item) {
        return Field.of(item.inner()).stream().filter(field -> field.label().isPresent()).toList();
    }

    private static Optional<String> owner(Block.Item item) {
        return fields(item).stream().filter(field -> field.is(Label.AGENT)).map(field -> Words.plain(field.value()))
                .filter(AgentName::isName).findFirst();
    }

    private static String title(Block.Item item) {
        return TaskTitles.of(item.raw());
    }

    private static void add(Block.Item item, Block.Listing list, MarkdownDocument document, Findings findings) {
        var place = new Place(document.file(), item.line());
        var agent = new FoundAgent(AgentName.of(owner(item).orElseThrow()), place);
        agent.mention = true;
        findings.agents.add(agent);
        var draft = new TaskDraft("", title(item), agent.name.written());
        draft.place = place;
        draft.kind = TaskSpec.Kind.TASK;
        List<String> said = new ArrayList<>();
        fields(item).stream().filter(field -> !field.is(Label.AGENT))
                .forEach(field -> TaskLabels.put(field, draft, said));
        List<String> needs = said.stream().map(need -> {
            int at = NUMBER.matcher(need).matches() ? Integer.parseInt(need.replace("#", "")) - 1 : -1;
            return list.ordered() && at >= 0 && at < list.items().size() ? title(list.items().get(at)) : need;
        }).toList();
        findings.tasks.add(new FoundTask(draft, needs, "owned item"));
    }
}
