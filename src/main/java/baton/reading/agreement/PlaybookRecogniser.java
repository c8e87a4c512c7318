package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.plan.Place;
import baton.plan.PlaybookEntry;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Label;
import baton.reading.language.Words;

/** What to do when something goes wrong: a problem and its solution, as labelled lines wherever they stand. */
public final class PlaybookRecogniser implements Recogniser {

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> section(section, document, claims, findings));
    }

    private static void section(Section section, MarkdownDocument document, Claims claims, Findings findings) {
        List<Field> fields = Field.of(section);
        Optional<Field> problem = Optional.empty();
        List<Field> taken = new ArrayList<>();
        for (Field field : fields) {
            if (field.is(Label.PROBLEM) && !field.value().isBlank()) {
                problem = Optional.of(field);
            } else if (field.is(Label.SOLUTION) && problem.isPresent()) {
                Field when = problem.get();
                findings.draft.playbook.add(new PlaybookEntry(Words.plain(when.value()),
                        String.join("; ", field.texts()), new Place(document.file(), when.line())));
                taken.add(when);
                taken.add(field);
                problem = Optional.empty();
            }
        }
        taken.forEach(field -> claims.take(field.line(), field.lastLine()));
        if (!taken.isEmpty()) {
            claims.take(section.line(), section.line());
        }
    }
}
