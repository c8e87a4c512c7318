package baton.reading.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Phase;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Section;
import baton.reading.document.Sentences;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Recogniser;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.Words;

/**
 * Phases, waves, rounds and weeks as headings. A barrier is one only by the document's word; "don't wait" takes it back.
 */
public final class PhaseRecogniser implements Recogniser {

    private static final Pattern TRACK = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("TRACK") + "\\s+[\\p{L}\\p{N}]{1,3}(?=\\s*[:–—-])");
    private static final Pattern BARRIER = Pattern
            .compile(
                    "(wait|waits) (for|until) (all|every|each)|(after|once|when) (phase|wave|round|stage|batch|sprint|step) \\w+ (is |has )?(been )?(complete[d]?|done|finished|accepted)|(only )?(after|once|when) (all|every) "
                            + ".*(complete|done|finish|accepted)|barrier|(begins?|starts?) (only )?(after|once|when) (phase|wave|round|stage|batch|sprint|milestone) \\w+ (is|has|has been) (signed off|approved|accepted|complete|completed|done|finished)|(begins|starts) only (when|once|after) .*(complete|done|finished)|before the next (phase|wave|round|stage)|all .* must (finish|be done|complete)");
    private static final Pattern EVERY_BARRIER = Pattern.compile(
            "\\b(phase|milestone|stage|wave|round|sprint|week) (may|can|must|does|do|shall)(n t| not|not) (begin|start|open) (before|until|unless) .*\\b(before it|previous|the one before|before)\\b|\\b(phases?|milestones?|stages?|waves?|rounds?|sprints?) (come|run|follow|go) (strictly )?((one|1) after (the other|another)|(one|1) by (one|1))\\b|\\b(begins?|starts?) (only (when|once|after)|before) .*\\b(before it|the previous one|the one before|the (?:phase|wave|stage|round|batch) before)\\b.*\\b(complete|done|finished|merged|accepted|closed|in)\\b");
    private static final Pattern NO_BARRIER = Pattern
            .compile("\\b(don t|do not|never|no|without|not) wait|no barrier|no waves|rolling|continuous");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        int before = findings.phases.size();
        boolean named = document.root().children().size() == 1;
        document.root().children().forEach(top -> visit(top, 0, false, named, document, claims, findings));
        document.passages().stream().filter(passage -> passage.block() instanceof Block.Listing
                && passage.lead().filter(lead -> lead.marked() && Topic.ofPeriod(lead.title(), lead.key()).isEmpty())
                        .isPresent()
                && passage.topics().stream().noneMatch(Topic.NO_PHASE::contains))
                .forEach(passage -> lead(passage, findings));
        document.passages().stream().filter(passage -> !passage.inFence()
                && passage.topics().stream().noneMatch(Topic.NO_PHASE::contains))
                .forEach(passage -> head(passage, findings));
        everyBarrier(document, before, findings);
    }

    /** "<b>Week 1 (11–15 May) – Look</b>" as the first line of its own text. */
    private static void head(Passage passage, Findings findings) {
        if (!(passage.block() instanceof Block.Paragraph(var lines)) || lines.size() < 2) {
            return;
        }
        Optional<Lead> lead = Lead.of(lines.getFirst().raw(), lines.getFirst().line()).filter(Lead::isBare)
                .filter(one -> !lines.getFirst().raw().strip().endsWith(":"));
        lead.flatMap(one -> Period.ofTitle(one.title())).filter(period -> !findings.hasPhase(period.id()))
                .ifPresent(period -> findings.phases.add(new FoundPhase(new Phase(period.id(), lead.get().title(),
                        Period.isSequential(lead.get().key()) ? Phase.Mode.SEQUENTIAL : Phase.Mode.PARALLEL, List.of(),
                        false, new Place(passage.document().file(), passage.line())), lines.getLast().line(), 0,
                        period.days(), List.of(), List.of())));
    }

    /** Where the document says it of every phase, all but the first wait for the one before. */
    private static void everyBarrier(MarkdownDocument document, int before, Findings findings) {
        boolean every = document.sentences().stream().map(Sentences.Sentence::text)
                .filter(text -> text.contains("before") || text.contains("previous"))
                .anyMatch(text -> EVERY_BARRIER.matcher(text).find() && !NO_BARRIER.matcher(text).find());
        for (int i = before + 1; every && i < findings.phases.size(); i++) {
            FoundPhase found = findings.phases.get(i);
            Phase phase = found.phase();
            findings.phases.set(i,
                    new FoundPhase(new Phase(phase.id(), phase.name(), phase.mode(), phase.tracks(), true,
                            phase.place()), found.lastLine(), found.container(), found.days(), found.outputs(),
                            found.criteria()));
        }
    }

    /** Walks down; below a title about checkpoints or figures a week is no phase. */
    private static void visit(Section section, int container, boolean other, boolean isTitle,
            MarkdownDocument document, Claims claims, Findings findings) {
        Set<Topic> topics = isTitle ? Set.of() : Topic.of(section);
        boolean none = topics.stream().anyMatch(Topic.NO_PHASE::contains);
        Optional<Period> period = other || none ? Optional.empty() : Period.ofTitle(section.rawTitle());
        if (period.isPresent() && !findings.isOwn(document.file(), section.line())) {
            take(document, section, period.get(), container, findings);
            claims.take(section.line(), section.line());
        }
        boolean below = none || (other && topics.isEmpty());
        section.children().forEach(child -> visit(child, section.line(), below, false, document, claims, findings));
    }

    /** A phase that is a line in bold above its list instead of a heading. */
    private static void lead(Passage passage, Findings findings) {
        Lead lead = passage.leads().getFirst();
        Period.ofTitle(lead.title()).ifPresent(period -> {
            var place = new Place(passage.document().file(), lead.line());
            var mode = Period.isSequential(Words.key(lead.title() + " " + lead.value()))
                    ? Phase.Mode.SEQUENTIAL
                    : Phase.Mode.PARALLEL;
            findings.phases.add(new FoundPhase(new Phase(period.id(), lead.title(), mode, List.of(), false, place),
                    passage.block().lastLine(), passage.section().line(), period.days(), List.of(), List.of()));
        });
    }

    private static void take(MarkdownDocument document, Section section, Period period, int container,
            Findings findings) {
        var phase = new Phase(period.id(), section.title(), mode(section), tracks(section), isBarrier(section),
                new Place(document.file(), section.line()));
        List<Field> fields = Field.of(section);
        List<String> outputs = fields.stream().filter(field -> field.is(Label.OUTPUT))
                .flatMap(field -> field.rawTexts().stream()).flatMap(raw -> Paths.in(raw).stream()).toList();
        List<String> criteria = fields.stream().filter(field -> field.is(Label.CRITERIA))
                .flatMap(field -> field.texts().stream()).toList();
        findings.phases.add(new FoundPhase(phase, section.lastLine(), container, period.days(), outputs, criteria));
    }

    /** Sequential only by the section's own word. */
    static Phase.Mode mode(Section section) {
        return Period.isSequential(words(section)) ? Phase.Mode.SEQUENTIAL : Phase.Mode.PARALLEL;
    }

    static boolean isBarrier(Section section) {
        String words = words(section);
        return BARRIER.matcher(words).find() && !NO_BARRIER.matcher(words).find();
    }

    private static List<String> tracks(Section section) {
        return section.items().map(item -> TRACK.matcher(Words.plain(item.raw()))).filter(Matcher::lookingAt)
                .map(Matcher::group).distinct().toList();
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
