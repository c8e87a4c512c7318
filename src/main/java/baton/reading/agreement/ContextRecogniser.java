package baton.reading.agreement;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.ContextDocument;
import baton.plan.Place;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Sentences;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Paths;

/** Documents that the plan tells somebody to read, by their file names. */
public final class ContextRecogniser implements Recogniser {

    private static final Pattern READ = Pattern
            .compile("\\b(read|reads|reading|review|analy[sz]e|existing|based on|according to|see|per"
                    + "|from|study|consult|use|inputs?|context|sources?|references?|check|follow|described in|specified in|audit)\\b");
    private static final Pattern TITLE = Pattern
            .compile(".*\\b(context|references?|sources?|inputs?|reading|background|documents)\\b.*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Set<String> written = findings.written();
        Set<String> seen = new HashSet<>();
        findings.draft.context.forEach(known -> seen.add(known.path()));
        int looked = 0;
        for (Sentences.Sentence sentence : document.sentences()) {
            if (sentence.text().indexOf('.') < 0 || sentence.line() == looked) {
                continue;
            }
            boolean listed = TITLE.matcher(sentence.section().key()).matches();
            if (!listed && !READ.matcher(sentence.text()).find()) {
                continue;
            }
            looked = sentence.line();
            String raw = String.join(" ", document.lines().subList(sentence.line() - 1, sentence.lastLine()));
            for (String path : Paths.in(raw)) {
                boolean fresh = seen.add(path);
                if (fresh && isDocument(path) && !written.contains(path)) {
                    findings.draft.context.add(new ContextDocument(path, ContextDocument.Existence.UNKNOWN,
                            new Place(document.file(), sentence.line())));
                    claims.take(sentence.line(), sentence.lastLine());
                }
            }
        }
    }

    private static boolean isDocument(String path) {
        return !path.endsWith("/") && !path.contains("*") && !path.contains("{")
                && path.matches("(?s).*\\.[A-Za-z]{2,8}");
    }
}
