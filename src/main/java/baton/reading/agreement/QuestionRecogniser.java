package baton.reading.agreement;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.Place;
import baton.plan.PlannedQuestion;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Statement;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Phrases;
import baton.reading.language.TaskItem;
import baton.reading.language.Words;

/** Questions to a person, below a title that says so; items below a question are its details. */
public final class QuestionRecogniser implements Recogniser {

    private static final Phrases ASKING = Phrases.of("ASKING");
    /** "Q2. Who may see it?" */
    private static final Pattern COUNTED = Pattern.compile("(?:\\p{Lu}\\s?)?\\d{1,2}\\s*[.:)]\\s+([^?]{8,200}\\?)");
    /** A question and a few words on who knows the answer: "Do we log them? Legal to answer." */
    private static final Pattern REMARKED = Pattern.compile("[^?.!]{10,160}\\?\\s+[^?]{3,60}");
    /** Where a second question begins in one sentence. */
    private static final Pattern AND = Pattern.compile("(?iu),\\s+" + Lexicon.WORDS.pattern("BUT") + "\\s+");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line());
            boolean asked = open && passage.about(Topic.QUESTIONS);
            if (open && !passage.about(Topic.DECISIONS) && passage.block() instanceof Block.Paragraph(var lines)
                    && lines.stream().allMatch(line -> COUNTED.matcher(line.raw().strip()).matches())) {
                lines.stream().map(line -> COUNTED.matcher(line.raw().strip()).replaceFirst("$1")).forEach(text -> findings.draft.questions
                        .add(new PlannedQuestion("Q-" + (findings.draft.questions.size() + 1), "", Words.plain(text),
                                List.of(), new Place(document.file(), passage.line()))));
                passage.claim(claims);
                continue;
            }
            List<Entry> entries = asked || (open && isAsking(passage, findings)) ? entries(passage) : List.of();
            boolean list = passage.block() instanceof Block.Listing || passage.block() instanceof Block.Table
                    || entries.stream().anyMatch(entry -> isQuestion(entry.text()));
            if (list && !entries.isEmpty()) {
                entries.forEach(entry -> add(entry, passage, findings));
                passage.claim(claims);
            } else if (open && findings.told.contains(document.file()) && !passage.inFence()
                    && passage.block() instanceof Block.Paragraph) {
                spoken(passage, findings);
            }
        }
    }

    /** "Pat asked two things: may we ring people, and who pays?" in a letter or in minutes. */
    private static void spoken(Passage passage, Findings findings) {
        boolean asks = false;
        for (Statement statement : Statement.of(passage)) {
            String text = Words.plain(statement.raw());
            int colon = text.lastIndexOf(": ");
            String lead = colon < 0 ? text : text.substring(0, colon);
            boolean asking = ASKING.isIn(Words.key(lead));
            if (isQuestion(text) && (asks || (asking && colon > 0))) {
                for (String question : AND.split(colon < 0 ? text : text.substring(colon + 2), -1)) {
                    findings.draft.questions.add(new PlannedQuestion("Q-" + (findings.draft.questions.size() + 1), "",
                            question.strip(), List.of(), new Place(passage.document().file(), statement.line())));
                }
            }
            asks = isQuestion(text) ? asks || asking : asking;
        }
    }

    /** Nothing but questions, below a title that says nothing else, asks somebody. */
    private static boolean isAsking(Passage passage, Findings findings) {
        return passage.topics().isEmpty() && !passage.inFence() && !findings.isOwn(passage.document().file(),
                passage.line()) && passage.block() instanceof Block.Listing list
                && list.items().stream().allMatch(item -> asks(item)
                        && item.lines().stream().limit(1).noneMatch(line -> TaskItem.isBoxed(line.raw())));
    }

    /** A question, or a matter with nothing but questions below it. */
    private static boolean asks(Block.Item item) {
        List<Block.Item> below = item.subItems();
        return isQuestion(Words.plain(item.raw())) || REMARKED.matcher(Words.plain(item.raw())).matches()
                || (!below.isEmpty() && below.stream().allMatch(inner -> isQuestion(Words.plain(inner.raw()))));
    }

    private static boolean isQuestion(String text) {
        return text.endsWith("?") || text.endsWith("？");
    }

    /** A row of a table asks in the column that is headed so, or in the one with the question marks. */
    private static List<Entry> entries(Passage passage) {
        if (!(passage.block() instanceof Block.Table table)) {
            return Entry.of(passage.block());
        }
        OptionalInt headed = IntStream.range(0, table.header().size())
                .filter(i -> Label.all(table.header().get(i)).contains(Label.QUESTION)).findFirst();
        int asking = headed.orElse(IntStream.range(0, table.header().size())
                .filter(i -> table.rows().stream().anyMatch(row -> i < row.cells().size()
                        && isQuestion(Words.plain(row.cells().get(i)))))
                .findFirst().orElse(0));
        return table.rows().stream().filter(row -> asking < row.cells().size() && !row.cells().get(asking).isBlank())
                .map(row -> new Entry("", Words.plain(row.cells().get(asking)), row.cells().get(asking), List.of(),
                        row.line(), row.line()))
                .toList();
    }

    private static void add(Entry entry, Passage passage, Findings findings) {
        boolean named = !entry.label().isEmpty() && !entry.label().endsWith("?") && !entry.value().isEmpty();
        String group = named
                ? entry.label()
                : passage.titles().filter(title -> !title.topics().contains(Topic.QUESTIONS)
                        && title.line() > headLine(passage)).findFirst().map(Passage.Title::text).orElse("");
        findings.draft.questions.add(new PlannedQuestion("Q-" + (findings.draft.questions.size() + 1), group,
                named ? entry.value() : entry.text(), entry.details(),
                new Place(passage.document().file(), entry.line())));
    }

    /** The line of the title that says that questions follow. */
    private static int headLine(Passage passage) {
        return passage.titles().filter(title -> title.topics().contains(Topic.QUESTIONS)).findFirst()
                .map(Passage.Title::line).orElse(0);
    }
}
