package baton.reading.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import baton.reading.language.AgentName;
import baton.reading.language.NameIndex;
import baton.reading.language.Period;

/**
 * A list, table, fence or paragraph with everything that stands above it and says what it is.
 *
 * <p>
 * The nearest words decide: the lead before the heading, the heading before the headings above it. A sentence that leads
 * to a list counts only for its longer wordings, because short ones stand in any sentence.
 *
 * @param leads
 *            lines that announce the block, the nearest first
 * @param sections
 *            the section and those around it, the nearest first
 * @param fence
 *            the fence whose text the block is part of
 * @param titleList
 *            all titles above, the nearest first; the heading of the whole document says nothing about a single list
 * @param topics
 *            what the nearest of them is about
 */
public record Passage(MarkdownDocument document, Block block, List<Lead> leads, List<Section> sections,
        Optional<Block.Fence> fence, List<Title> titleList, Set<Topic> topics) {

    private static final Set<Topic> EVERY = EnumSet.of(Topic.GATES);
    private static final Set<Topic> PERIOD = EnumSet.of(Topic.TASKS);

    public Section section() {
        return sections.getFirst();
    }

    public boolean inFence() {
        return fence.isPresent();
    }

    public Optional<Lead> lead() {
        return leads.stream().findFirst();
    }

    public int line() {
        return block.line();
    }

    /** All titles above the block, the nearest first. */
    public Stream<Title> titles() {
        return titleList.stream();
    }

    public boolean about(Topic topic) {
        return topics.contains(topic);
    }

    /** What the titles are about, without that of the whole document, which says nothing about single sentences. */
    public Set<Topic> nearTopics() {
        List<Section> top = document.root().children();
        return top.size() == 1
                ? topicsOf(titles().filter(title -> title.line() != top.getFirst().line()).toList())
                : topics;
    }

    /** True where any title above speaks of it. */
    public boolean within(Topic topic) {
        return titles().anyMatch(title -> title.topics().contains(topic));
    }

    /** The lines of the titles that this block's meaning comes from: its leads and its heading. */
    public void claim(Claims claims) {
        claims.take(block);
        leads.forEach(lead -> claims.take(lead.line(), lead.line()));
        claims.take(section().line(), section().line());
        fence.ifPresent(around -> {
            claims.take(around.line(), around.line());
            claims.take(around.lastLine(), around.lastLine());
        });
    }

    /** What the nearest title that says anything is about; a period means work where nothing around it says otherwise. */
    public static Set<Topic> topicsOf(List<Title> titles) {
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        for (Title title : titles) {
            Set<Topic> topics = title.topics();
            boolean period = topics.equals(PERIOD) && !title.saysWork();
            if (!topics.isEmpty()
                    && (found.isEmpty() || topics.stream().anyMatch(Topic.NO_PHASE::contains))) {
                found = topics;
            }
            if (!found.isEmpty() && !period) {
                return found;
            }
        }
        return found;
    }

    /**
     * Words above a block.
     *
     * @param topics
     *            what they speak of; a period is a time for work
     */
    public record Title(String text, String key, String value, int line, Set<Topic> topics) {

        /** "Parallel tracks" means work; "Week 2" only where nothing around it says otherwise. */
        private boolean saysWork() {
            return Topic.in(key).contains(Topic.TASKS);
        }

        public static Title of(Section section) {
            if (AgentName.of(section.rawTitle()).aliases().stream().anyMatch(NameIndex::saysAgent)) {
                // "Agent 3: Integration" and "Agent: Cold chain" name somebody, whatever the words mean elsewhere.
                return new Title(section.title(), section.key(), "", section.line(), EnumSet.noneOf(Topic.class));
            }
            return new Title(section.title(), section.key(), "", section.line(),
                    topics(section.title(), Topic.of(section), true));
        }

        public static Title of(Lead lead) {
            return new Title(lead.title(), lead.key(), lead.value(), lead.line(),
                    topics(lead.title(), lead.marked()
                            ? Topic.ofPeriod(lead.title(), lead.key())
                            : Topic.inSentence(lead.key()), lead.marked()));
        }

        /** A sentence that leads to a list counts only for its longer wordings. */
        private static Set<Topic> topics(String text, Set<Topic> topics, boolean strong) {
            // "Every agent" gives work; only other words of the title can say that it is about checks.
            if (strong && EVERY.containsAll(topics) && AgentName.isEverybody(text)) {
                return EnumSet.of(Topic.FIRST_ACTIONS);
            }
            boolean period = strong && topics.stream().noneMatch(Topic.NO_PHASE::contains)
                    && Period.ofTitle(text).isPresent();
            if (period) {
                topics.remove(Topic.PROSE);
            }
            return period && topics.isEmpty() ? EnumSet.copyOf(PERIOD) : topics;
        }
    }
}
