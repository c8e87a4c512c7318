package baton.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 */
record Passage(MarkdownDocument document, Block block, List<Lead> leads, List<Section> sections,
        Optional<Block.Fence> fence) {

    private static final Set<Topic> PERIOD = EnumSet.of(Topic.TASKS);

    Passage {
        leads = List.copyOf(leads);
    }

    Section section() {
        return sections.getFirst();
    }

    boolean inFence() {
        return fence.isPresent();
    }

    Optional<Lead> lead() {
        return leads.stream().findFirst();
    }

    int line() {
        return block.line();
    }

    /** All titles above the block, the nearest first. */
    Stream<Title> titles() {
        return Stream.concat(
                leads.stream()
                        .map(lead -> new Title(lead.title(), lead.key(), lead.value(), lead.line(), lead.marked())),
                sections.stream().filter(section -> section.level() > 0 && !isDocumentTitle(section))
                        .map(section -> new Title(section.title(), section.key(), "", section.line(), true)));
    }

    /** The one heading around everything names the document and says nothing about a single list. */
    private boolean isDocumentTitle(Section section) {
        List<Section> top = document.root().children();
        return top.size() == 1 && top.getFirst().line() == section.line() && !section.children().isEmpty();
    }

    /** What the nearest title that says anything is about; a period means work where nothing around it says otherwise. */
    Set<Topic> topics() {
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        for (Title title : titles().toList()) {
            Set<Topic> topics = topics(title);
            boolean period = topics.equals(PERIOD);
            if (!topics.isEmpty()
                    && (found.isEmpty() || topics.stream().anyMatch(PhaseRecogniser.NO_PHASE::contains))) {
                found = topics;
            }
            if (!found.isEmpty() && !period) {
                return found;
            }
        }
        return found;
    }

    boolean about(Topic topic) {
        return topics().contains(topic);
    }

    /** True where any title above speaks of it. */
    boolean within(Topic topic) {
        return titles().anyMatch(title -> topics(title).contains(topic));
    }

    /** What one title says; a period is a time for work. */
    static Set<Topic> topics(Title title) {
        Set<Topic> topics = title.strong() ? Topic.in(title.key()) : Topic.inSentence(title.key());
        boolean period = title.strong() && topics.stream().noneMatch(PhaseRecogniser.NO_PHASE::contains)
                && Period.ofTitle(title.text()).isPresent();
        if (period) {
            topics.remove(Topic.PROSE);
        }
        return period && topics.isEmpty() ? EnumSet.copyOf(PERIOD) : topics;
    }

    /** The lines of the titles that this block's meaning comes from: its leads and its heading. */
    void claim(Claims claims) {
        claims.take(block);
        leads.forEach(lead -> claims.take(lead.line(), lead.line()));
        claims.take(section().line(), section().line());
        fence.ifPresent(around -> {
            claims.take(around.line(), around.line());
            claims.take(around.lastLine(), around.lastLine());
        });
    }

    /** Words above a block. */
    record Title(String text, String key, String value, int line, boolean strong) {}
}
