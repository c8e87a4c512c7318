package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Chains;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.FirstWords;
import baton.reading.language.Lexicon;
import baton.reading.language.Signs;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * Several jobs handed out in one sentence: "Delegate at once: the archive to @research, the forms to @legal".
 *
 * <p>
 * Every part must name a job and somebody known; a sentence that only sounds like it says something else.
 */
public final class HandOutRecogniser implements Recogniser {

    private static final Pattern LEAD = Pattern.compile("^([^:]{2,80}):\\s+(.{5,})$");
    private static final Pattern PART = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("ARTICLE")
            + "\\s+)?[\"“”„«']?(.{3,120}?)[\"“”»']?\\s+(?:" + Lexicon.WORDS.pattern("TO")
            + "|→|->)\\s+(@?[^@\"]{2,40}?)[.]?$");
    private static final FirstWords TOWARDS = new FirstWords(Lexicon.WORDS.words("TO"));
    private static final Pattern GIVEN = Pattern.compile("(\\S.{2,120}?)\\s*\\(@?([^()]{2,40})\\)[.]?");
    private static final Pattern BETWEEN = Pattern
            .compile("\\s*[;,]\\s+(?:(?:and|und|et|y|e|en)\\s+)?|\\s+(?:and|und|et|y)\\s+(?=[\"“„«])");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        document.sections().forEach(section -> Chains.lines(section.blocks()).forEach(line -> {
            String text = Words.plain(line.raw());
            Matcher lead = LEAD.matcher(text);
            if (Signs.anyBeforeBlank(text, ":") && lead.matches()) {
                String key = Words.key(lead.group(1));
                boolean ordered = Lexicon.WORDS.words("AT_ONCE").contains(key)
                        || Lexicon.WORDS.words("SEQUENTIAL").contains(key);
                boolean handsOut = List.of(Words.key(lead.group(1)).split(" ", -1)).stream()
                        .anyMatch(Lexicon.WORDS.words("HAND_OUT")::contains);
                jobs(lead.group(2), handsOut, ordered, new Place(document.file(), line.line()), findings)
                        .ifPresent(tasks -> {
                            findings.putInPlace(tasks);
                            claims.take(line.line(), line.line());
                        });
            }
        }));
    }

    private static Optional<List<FoundTask>> jobs(String text, boolean handsOut, boolean ordered, Place place,
            Findings findings) {
        List<FoundTask> tasks = new ArrayList<>();
        for (String part : Stream.of(BETWEEN.split(text, -1)).map(String::strip).toList()) {
            Matcher given = GIVEN.matcher(part);
            Matcher job = ordered && given.matches() ? given : PART.matcher(part);
            boolean fits = job == given || Signs.any(part, "→>") || TOWARDS.mayBeIn(part.toLowerCase(Locale.ROOT));
            Optional<String> agent = fits && job.matches() ? agent(job.group(2), findings.roster) : Optional.empty();
            if (agent.isEmpty() || Words.count(job.group(1)) < 2) {
                return Optional.empty();
            }
            var draft = new TaskDraft("", TaskTitles.of(job.group(1)), agent.get());
            draft.kind = ordered ? TaskSpec.Kind.TASK : TaskSpec.Kind.OPENING;
            draft.place = place;
            tasks.add(new FoundTask(draft, List.of(), "opening"));
        }
        return tasks.isEmpty() || (tasks.size() == 1 && !handsOut) ? Optional.empty() : Optional.of(tasks);
    }

    private static Optional<String> agent(String written, Roster roster) {
        return roster.find(written.replaceFirst("^@", "")).or(() -> roster.said(written));
    }
}
