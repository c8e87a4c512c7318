package baton.reading;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.HandoffTemplate;
import baton.plan.Place;
import baton.plan.PlaybookEntry;

/**
 * How agents hand work on: "if X, then Y" as playbook entries wherever they stand, the fields of a handoff where a section
 * lists them, and the rules of a rolling pool, which baton keeps anyway.
 */
final class ProtocolRecogniser implements Recogniser {

    private static final Pattern IF_THEN = Pattern.compile(
            "(?iu)(?:if|when|whenever|should)\\s+(.{3,120}?)\\s*(?:→|->|=>|,\\s*then|\\bthen\\b|:|,)\\s+(.{3,})");
    private static final Pattern HANDOFF = Pattern.compile(".*\\b(hand ?offs?|hand overs?|handovers?)\\b.*");
    private static final Pattern ROLLING = Pattern
            .compile("(?i)\\b(no(t)? waiting|never wait|don.?t wait|do not wait|immediate(ly)?|rolling"
                    + "|continuous\\w*|as soon as|without waiting|next in (the )?(queue|line))\\b");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> {
            boolean handoff = HANDOFF.matcher(section.key()).matches();
            section.items().filter(item -> !findings.isOwn(document.file(), item.line())
                    && !claims.isTaken(item.line())).forEach(item -> {
                        boolean rule = ifThen(item, document, findings) || ROLLING.matcher(item.raw()).find();
                        boolean field = handoff && !rule && handoffField(item, document, findings);
                        if (rule || field) {
                            claims.take(item);
                            claims.take(section.line(), section.line());
                        }
                    });
        });
    }

    private static boolean ifThen(Block.Item item, MarkdownDocument document, Findings findings) {
        Matcher matcher = IF_THEN.matcher(Words.plain(item.raw()));
        boolean matches = matcher.matches();
        if (matches) {
            findings.draft.playbook.add(new PlaybookEntry(matcher.group(1), matcher.group(2),
                    new Place(document.file(), item.line())));
        }
        return matches;
    }

    private static boolean handoffField(Block.Item item, MarkdownDocument document, Findings findings) {
        Optional<Field> field = Field.ofItem(item);
        field.ifPresent(found -> {
            var fields = new ArrayList<>(findings.draft.handoffTemplate.fields());
            fields.add(new HandoffTemplate.Field(found.words(), Words.plain(found.value())));
            Place place = findings.draft.handoffTemplate.fields().isEmpty()
                    ? new Place(document.file(), item.line())
                    : findings.draft.handoffTemplate.place();
            findings.draft.handoffTemplate = new HandoffTemplate(fields, place);
        });
        return field.isPresent();
    }
}
