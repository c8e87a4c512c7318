package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import baton.reading.document.Topic;
import baton.reading.found.Clause;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Work that is told in sentences: "The <b>safety agent</b> begins: it writes the assessment. Once it stands, the <b>crane
 * agent</b> draws the plan."
 *
 * <p>
 * What a sentence tells counts only for agents to whom nothing else gives work. A list that says more is no running text.
 */
public final class NarratedWorkRecogniser implements Recogniser {

    /** The kind of place: what stands in sentences gives way to everything else that an agent has to do. */
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+|(?<=[。；])");
    private static final Pattern AFTERWARDS = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("AFTERWARDS") + "(?![\\p{L}])");
    private static final Pattern IT = Pattern
            .compile("(?iu)^(?:[^,:]{2,40}:\\s+)?" + Lexicon.WORDS.pattern("IT") + "\\s+");
    private static final Pattern HOW = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("NO_JOB") + "(?![\\p{L}]).*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        var told = new Told(document, findings);
        for (Passage passage : document.passages()) {
            boolean work = passage.topics().isEmpty() || passage.about(Topic.TASKS)
                    || passage.about(Topic.FIRST_ACTIONS);
            if (work && !passage.inFence() && passage.block() instanceof Block.Paragraph paragraph
                    && Field.of(List.of(paragraph)).isEmpty() && !findings.isOwn(document.file(), paragraph.line())) {
                told.read(paragraph);
            }
        }
    }

    /** What has been told so far. */
    private static final class Told {
        private final MarkdownDocument document;
        private final Findings findings;
        private final Map<String, List<String>> waiting = new HashMap<>();
        private String last = "";
        private String before = "";

        Told(MarkdownDocument document, Findings findings) {
            this.document = document;
            this.findings = findings;
        }

        void read(Block.Paragraph paragraph) {
            var text = new StringBuilder();
            List<Integer> ends = new ArrayList<>();
            for (Block.TextLine line : paragraph.lines()) {
                text.append(Words.plain(line.raw())).append(' ');
                ends.add(text.length());
            }
            int at = 0;
            for (String sentence : SENTENCE.split(text, -1)) {
                int from = text.indexOf(sentence, at);
                long line = ends.stream().filter(end -> end <= from).count();
                at = from + sentence.length();
                if (!sentence.isBlank()) {
                    sentence(sentence.strip().replaceFirst("[.;!]$", ""), paragraph.line() + (int) line);
                }
            }
        }

        private void sentence(String sentence, int line) {
            Optional<Clause> waits = Clause.waiting(sentence, findings.roster);
            if (waits.isPresent()) {
                last = waits.get().agent();
                waiting.computeIfAbsent(last, _ -> new ArrayList<>()).addAll(waits.get().needs());
                return;
            }
            Optional<Clause> clause = Clause.of(sentence, findings.roster);
            clause.ifPresent(said -> last = said.agent());
            String job = clause.map(Clause::words).orElse(sentence);
            boolean it = IT.matcher(job).find();
            if ((clause.isPresent() || it) && !last.isEmpty()) {
                String words = it ? Clause.bare(IT.matcher(job).replaceFirst("")) : job;
                List<String> needs = new ArrayList<>(clause.map(Clause::needs).orElse(List.of()));
                if (AFTERWARDS.matcher(sentence).find() && !before.isEmpty()) {
                    needs.add(before);
                }
                add(words, needs, line,
                        clause.filter(Clause::ordered).isPresent());
            }
        }

        private void add(String words, List<String> needs, int line, boolean ordered) {
            if (HOW.matcher(words).matches() || Words.count(words) < 2) {
                return;
            }
            var draft = new TaskDraft("", words, last);
            before = words;
            draft.place = new Place(document.file(), line);
            draft.kind = TaskSpec.Kind.TASK;
            draft.outputs.addAll(StatedOutput.of(words).paths());
            List<String> all = new ArrayList<>(needs);
            Optional.ofNullable(waiting.remove(last)).ifPresent(all::addAll);
            findings.tasks.add(new FoundTask(draft, all, FoundTask.TOLD, !ordered, Optional.empty()));
        }
    }
}
