package baton.reading.team;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import baton.reading.document.Block;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.found.Clause;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;
import baton.reading.language.TaskItem;
import baton.reading.language.Words;

/**
 * Whether a document means to plan work at all.
 *
 * <p>
 * Names that only say "agent" stand in stories, changelogs and labels of bottles too; where nothing else in a document speaks
 * of a plan they name nobody to run.
 */
final class PlanSigns {

    private static final Set<Topic> PLANNED = EnumSet.of(Topic.TASKS, Topic.FIRST_ACTIONS, Topic.CHECKPOINTS,
            Topic.DECISIONS, Topic.GATES, Topic.DEPENDENCIES, Topic.HUMAN_TASKS, Topic.NEXT_STEPS, Topic.ESCALATIONS,
            Topic.COMPLETION);

    private PlanSigns() {}

    /** True where any title, word or box speaks of work that is to be done. */
    static boolean areIn(MarkdownDocument document) {
        boolean told = document.sentences().stream()
                .anyMatch(sentence -> says(sentence.text()) || Clause.holdsBack(sentence.text()));
        return told || document.passages().stream().anyMatch(PlanSigns::isPlanned);
    }

    private static boolean says(String sentence) {
        Set<String> agents = Lexicon.WORDS.words("AGENTS");
        return List.of(Words.key(sentence).split(" ", -1)).stream().anyMatch(agents::contains);
    }

    private static boolean isPlanned(Passage passage) {
        Stream<String> words = Stream.concat(passage.titles().map(Passage.Title::key),
                passage.sections().stream().map(Section::key)).flatMap(key -> Stream.of(key.split(" ", -1)));
        return passage.topics().stream().anyMatch(PLANNED::contains)
                || words.anyMatch(Lexicon.WORDS.words("PLAN")::contains)
                || passage.sections().stream().anyMatch(section -> Period.ofTitle(section.rawTitle()).isPresent())
                || isBoxed(passage.block()) || isTimed(passage.block());
    }

    private static boolean isBoxed(Block block) {
        return block instanceof Block.Listing list && list.items().stream().anyMatch(
                item -> item.lines().stream().limit(1).anyMatch(line -> TaskItem.isBoxed(line.raw()))
                        || item.subItems().stream().anyMatch(one -> TaskItem.isBoxed(one.raw())));
    }

    /** A table with days or weeks at its edges. */
    private static boolean isTimed(Block block) {
        return block instanceof Block.Table table && (table.header().stream()
                .anyMatch(head -> Period.ofTitle(head).isPresent())
                || table.rows().stream().anyMatch(row -> Period.ofTitle(row.cells().getFirst()).isPresent()));
    }
}
