package baton.reading.document;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import baton.reading.language.Lexicon;
import baton.reading.language.Period;

/** What a heading or a lead says that the list, table or fence below it is about. */
public enum Topic {

    CHECKPOINTS, DECISIONS, QUESTIONS, GATES, METRICS, RED_FLAGS, CADENCES, ESCALATIONS, SEVERITIES, CONTACTS,
    CONFLICTS, PRIORITIES, PLAYBOOK, LIMITATIONS, HUMAN_TASKS, NEXT_STEPS, FIRST_ACTIONS, COMPLETION, DELIVERABLES,
    GROUND_RULES, FILES, COMMANDS, HANDOFF, TEMPLATES, SPRINT_START, SPRINT_DURING, SPRINT_END, CONTRACTS, STUBS, TASKS,
    DEPENDENCIES, CONTEXT, TIMELINE, PROSE;

    private static final Pattern OWNED = Pattern.compile(
            ".{6,200}?(?:\\s(?:[–—-]{1,2}|->|→|=>)\\s+[@`*]{0,3}[\\p{L}\\p{N}_-]{2,30}(?:\\s[\\p{L}\\p{N}_-]{1,20}){0,2}[`*]{0,3}|[(\\[]@[^()\\[\\]]{2,40}[)\\]])[.]?(?:,\\s.*)?");

    /** What stands under such a title is no phase of the work, whatever time it names. */
    public static final Set<Topic> NO_PHASE = EnumSet.of(CHECKPOINTS, GATES, METRICS,
            DEPENDENCIES, QUESTIONS, COMPLETION, CADENCES, DELIVERABLES,
            DECISIONS, RED_FLAGS, TEMPLATES);

    /** The topics of a title in the form for comparing; a longer wording hides a shorter one inside it. */
    public static Set<Topic> in(String key) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Lexicon.WORDS.topics(key, 1).forEach(name -> topics.add(valueOf(name)));
        return topics;
    }

    /** The topics of a title that names a stretch of time: how its work is ordered is no topic of its own. */
    public static Set<Topic> ofPeriod(String title, String key) {
        Set<Topic> topics = in(key);
        if (topics.contains(DEPENDENCIES) && Period.isSequential(key)
                && Period.ofTitle(title).isPresent()) {
            topics.remove(DEPENDENCIES);
        }
        if (topics.contains(CHECKPOINTS) && Period.isStretch(title)) {
            topics.remove(CHECKPOINTS);
        }
        return topics;
    }

    /** The topics of a heading: one about points gives work where what stands below it are stretches of work. */
    public static Set<Topic> of(Section section) {
        Set<Topic> topics = ofPeriod(section.title(), section.key());
        if (topics.contains(CHECKPOINTS) && (isWork(section) || givesWork(section)
                || section.children().stream()
                        .anyMatch(child -> Period.isStretch(child.rawTitle()) || isWork(child)))) {
            topics.remove(CHECKPOINTS);
        }
        return topics;
    }

    /** A time with a line below it that says that jobs follow. */
    private static boolean isWork(Section section) {
        return Period.ofTitle(section.rawTitle()).isPresent()
                && section.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                        .map(paragraph -> paragraph.lines().getLast())
                        .flatMap(line -> Lead.of(line.raw(), line.line()).stream())
                        .anyMatch(lead -> lead.isBare() && in(lead.key()).contains(TASKS));
    }

    /** "Milestone 2" over lines most of which end in a name: a stretch of work, however the word is meant elsewhere. */
    private static boolean givesWork(Section section) {
        return Period.ofTitle(section.rawTitle()).isPresent()
                && section.blocks().stream().anyMatch(block -> block instanceof Block.Listing list
                        && list.items().stream().filter(item -> !item.lines().isEmpty()
                                && OWNED.matcher(item.raw().strip()).matches()).count() * 2 > list.items().size());
    }

    /** The same for a sentence, where single words say little. */
    static Set<Topic> inSentence(String key) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Lexicon.WORDS.topics(key, 2).forEach(name -> topics.add(valueOf(name)));
        return topics;
    }
}
