package baton.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Phase;
import baton.plan.Place;
import baton.reading.Findings.FoundPhase;

/**
 * Phases, waves, rounds and weeks as headings. A barrier is one only by the document's word; "don't wait" takes it back.
 */
final class PhaseRecogniser implements Recogniser {

    private static final Pattern TITLE = Pattern.compile("((?:phase|wave|stage|sprint|round|batch|week|iteration)"
            + " (?:\\d+|[ivx]+|[a-z]|one|two|three|four|five|six))\\b.*|((?:first|second|third|fourth|fifth|initial|opening|final|last"
            + "|follow up) (?:phase|wave|stage|round|batch))\\b.*");
    private static final Pattern SEQUENTIAL = Pattern
            .compile(".*\\b(sequential(ly)?|one after (the other|another)|in order|serial(ly)?"
                    + "|one at a time)\\b.*");
    private static final Pattern BARRIER = Pattern
            .compile("(wait|waits) (for|until) (all|every|each)|(only )?(after|once|when) (all|every) "
                    + ".*(complete|done|finish|accepted)|barrier|before the next (phase|wave|round|stage)|all .* must (finish|be done|complete)");
    private static final Pattern NO_BARRIER = Pattern
            .compile("\\b(don t|do not|never|no|without|not) wait|no barrier|no waves|rolling|continuous");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().filter(section -> section.level() > 0).forEach(section -> {
            Matcher matcher = TITLE.matcher(section.key());
            if (matcher.matches()) {
                String id = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).replace(' ', '-');
                take(document, section, id, findings);
                claims.take(section.line(), section.line());
            }
        });
    }

    private static void take(MarkdownDocument document, Section section, String id, Findings findings) {
        String words = words(section);
        var mode = SEQUENTIAL.matcher(words).matches() ? Phase.Mode.SEQUENTIAL : Phase.Mode.PARALLEL;
        boolean barrier = BARRIER.matcher(words).find() && !NO_BARRIER.matcher(words).find();
        var phase = new Phase(id, section.title(), mode, List.of(), barrier,
                new Place(document.file(), section.line()));
        List<Field> fields = Field.of(section);
        List<String> outputs = fields.stream().filter(field -> field.label().filter(Label.OUTPUT::equals).isPresent())
                .flatMap(field -> field.rawTexts().stream()).flatMap(raw -> Paths.in(raw).stream()).toList();
        List<String> criteria = fields.stream()
                .filter(field -> field.label().filter(Label.CRITERIA::equals).isPresent())
                .flatMap(field -> field.texts().stream()).toList();
        findings.phases.add(new FoundPhase(phase, section.lastLine(), outputs, criteria));
    }

    /** The heading and the running text of the section itself. */
    private static String words(Section section) {
        var words = new StringBuilder(section.title());
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph(var lines)) {
                lines.forEach(line -> words.append(' ').append(line.raw()));
            }
        }
        return Words.key(words.toString());
    }
}
