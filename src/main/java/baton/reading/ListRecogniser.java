package baton.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Deliverable;
import baton.plan.Metric;
import baton.plan.Place;

/**
 * Lists that are what their heading says: the run's deliverables, its completion rules, its success factors.
 *
 * <p>
 * A list inside an agent's section is the agent's and stays so.
 */
final class ListRecogniser implements Recogniser {

    private static final Pattern NAMED = Pattern.compile("(?:\\*\\*|__)(.+?):?(?:\\*\\*|__)\\s*[:–—-]?\\s*(.*)");

    private final Pattern title;
    private final Sink sink;

    private interface Sink {
        void take(String raw, Place place, Findings findings);
    }

    private ListRecogniser(String title, Sink sink) {
        this.title = Pattern.compile(title);
        this.sink = sink;
    }

    /** What the whole run leaves behind. */
    static ListRecogniser deliverables() {
        return new ListRecogniser(
                ".*\\b(deliverables?|what we (get|deliver)|end products?|final (outputs?|results?|reports?))\\b.*",
                (raw, place, findings) -> findings.draft.deliverables
                        .add(new Deliverable(sentence(raw), Paths.in(raw), place)));
    }

    /** When the whole run counts as done. */
    static ListRecogniser completion() {
        return new ListRecogniser(
                ".*\\b(complete (when|if|once)|done when|finished when|definition of done|completion (criteria|rules?|conditions?)|is over when|ends when|exit criteria)\\b.*",
                (raw, place, findings) -> findings.draft.completion.add(Words.plain(raw)));
    }

    /** What must hold all the time; each becomes a figure to watch with its target in the document's words. */
    static ListRecogniser successFactors() {
        return new ListRecogniser(
                ".*\\b(success factors?|ground rules|rules of the (game|road)|house rules|invariants|non negotiables)\\b.*",
                (raw, place, findings) -> {
                    Matcher named = NAMED.matcher(raw.strip());
                    String name = named.matches() ? Words.title(named.group(1)) : Words.plain(raw);
                    String target = named.matches() ? Words.plain(named.group(2)) : "";
                    findings.draft.metrics.add(new Metric(name, target, "", place));
                });
    }

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().filter(section -> section.level() > 0 && !findings.isOwn(document.file(), section.line()))
                .forEach(section -> {
                    boolean titled = title.matcher(section.key()).matches();
                    String lead = "";
                    for (Block block : section.blocks()) {
                        boolean led = title.matcher(Words.key(lead)).matches();
                        if (block instanceof Block.Listing list && (titled || led)
                                && !findings.isOwn(document.file(), list.line())) {
                            list.items().forEach(item -> sink.take(item.raw(), new Place(document.file(), item.line()),
                                    findings));
                            claims.take(list);
                            claims.take(section.line(), section.line());
                        }
                        lead = lead(block).orElse("");
                    }
                });
    }

    private static Optional<String> lead(Block block) {
        return block instanceof Block.Paragraph(List<Block.TextLine> lines)
                ? Optional.of(lines.getLast().raw())
                : Optional.empty();
    }

    private static String sentence(String raw) {
        return Words.plain(raw).replaceFirst("^[-–—]\\s*", "");
    }
}
