package baton.reading;

import java.util.List;

import baton.plan.Place;
import baton.plan.PlannedQuestion;

/** Questions to a person, below a title that says so; items below a question are its details. */
final class QuestionRecogniser implements Recogniser {

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean asked = passage.about(Topic.QUESTIONS) && !claims.isTaken(passage.line());
            List<Entry> entries = asked ? Entry.of(passage.block()) : List.of();
            boolean list = passage.block() instanceof Block.Listing
                    || entries.stream().anyMatch(entry -> entry.text().endsWith("?"));
            if (asked && list && !entries.isEmpty()) {
                entries.forEach(entry -> add(entry, passage, findings));
                passage.claim(claims);
            }
        }
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
