package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.HandoffTemplate;
import baton.plan.Place;
import baton.plan.PlaybookEntry;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Condition;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * How agents hand work on: "if X, then Y" as playbook entries wherever they stand, the fields of a handoff where a section
 * lists them, and the rules of a rolling pool, which baton keeps anyway.
 */
public final class ProtocolRecogniser implements Recogniser {

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])");
    private static final int WHEN_WORDS_MIN = 3;
    private static final Pattern HANDOFF = Pattern.compile(".*\\b(hand ?offs?|hand overs?|handovers?)\\b.*");
    private static final Pattern ROLLING = Pattern
            .compile("(?i)\\b(no(t)? waiting|never wait|don.?t wait|do not wait|immediate(ly)?|rolling"
                    + "|continuous\\w*|as soon as|without waiting|next in (the )?(queue|line))\\b");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> {
            section.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                    .forEach(paragraph -> told(paragraph, document, claims, findings));
            boolean rules = Lexicon.WORDS.words("LIMITS_KEY").contains(section.key());
            boolean handoff = HANDOFF.matcher(section.key()).matches();
            section.items().filter(item -> !findings.isOwn(document.file(), item.line())
                    && !claims.isTaken(item.line())).forEach(item -> {
                        boolean rule = ifThen(item, rules, document, findings) || ROLLING.matcher(item.raw()).find();
                        boolean field = handoff && !rule && handoffField(item, document, findings);
                        if (rule || field) {
                            claims.take(item);
                            claims.take(section.line(), section.line());
                        }
                    });
        });
    }

    /** Below "Rules" an arrow leads from what may happen to what is done, unless it leads from somebody. */
    private static Optional<Condition> ofRule(Block.Item item, Findings findings) {
        Entry entry = Entry.of(item.raw(), List.of(), item.line(), item.lastLine());
        boolean arrow = item.raw().contains("→") || item.raw().contains("->");
        return arrow && Words.count(entry.label()) >= WHEN_WORDS_MIN && findings.roster.meant(entry.label()).isEmpty()
                ? Optional.of(new Condition(entry.label(), entry.value()))
                : Optional.empty();
    }

    private static boolean ifThen(Block.Item item, boolean rules, MarkdownDocument document, Findings findings) {
        Optional<Condition> condition = Condition.ofItem(Words.plain(item.raw()))
                .or(() -> rules ? ofRule(item, findings) : Optional.empty());
        condition.ifPresent(found -> add(found, item.line(), document, findings));
        return condition.isPresent();
    }

    /** "If the wind is too strong, the day is moved" in running text. */
    private static void told(Block.Paragraph paragraph, MarkdownDocument document, Claims claims, Findings findings) {
        int line = paragraph.line();
        if (findings.isOwn(document.file(), line)) {
            return;
        }
        String whole = String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw).toList());
        for (String sentence : SENTENCES.split(Words.plain(whole), -1)) {
            Condition.ofSentence(sentence).ifPresent(condition -> {
                add(condition, line, document, findings);
                claims.take(paragraph);
            });
        }
    }

    private static void add(Condition condition, int line, MarkdownDocument document, Findings findings) {
        findings.draft.playbook.add(new PlaybookEntry(condition.when(), condition.then(),
                new Place(document.file(), line)));
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
