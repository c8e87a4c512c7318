package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Metric;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Lexicon;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * Figures that are told in sentences: "Errors under 2 %, at most three complaints a week", below a title about figures, or behind
 * words that say that figures follow: "We count it as a success when the import takes less than 25 minutes".
 */
public final class MetricSentenceRecogniser implements Recogniser {

    private static final Phrases LEADS = Phrases.of("MEASURE_LEADS");
    private static final String NUMBER = "(?:\\p{Sc}\\s?)?(?:\\d[\\d.,]*|" + counts() + ")";
    private static final String COMPARED = "(?:[<>≤≥=~]=?|" + Lexicon.WORDS.pattern("AIMED") + "|"
            + Lexicon.WORDS.pattern("AIM_VERB") + ")";
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;。；])\\s+");
    private static final Pattern PART = Pattern
            .compile("(?iu),\\s+(?:(?:and|und|et|y|e|en|i|и)\\s+)?|\\s+(?:and|und|et|y|e|en|i|и)\\s+(?=[^,]*\\d)");
    private static final Pattern NAME_FIRST = Pattern.compile("(?iu)(\\p{L}[^<>≤≥=]{1,80}?)\\s+(?:"
            + Lexicon.WORDS.pattern("BEING") + "\\s+)?(" + COMPARED + "\\s+(?:\\p{L}+\\s+){0,2}?" + NUMBER
            + "(?![\\p{L}]).{0,40})");
    private static final Pattern FIGURE_FIRST = Pattern.compile("(?iu)((?:" + COMPARED + "\\s+)?" + NUMBER
            + "(?:\\s*(?:%|percent|prozent|per cent)|\\s+(?:of|von|de|di)\\s+(?:\\p{L}+\\s+)?\\d+)?)\\s+(?:(?:of|von|de|di|der|des|d')\\s+)?(\\p{L}.{2,80})");
    /** "nDCG@10 of 0.62", "Coverage is 90 %". */
    private static final Pattern STATED = Pattern.compile("(?iu)(\\p{L}\\S*(?:\\s+\\S+){0,5}?)\\s+(?:of|at|by|"
            + Lexicon.WORDS.pattern("BEING") + ")\\s+(\\d[\\d.,]*\\s*\\S{0,10})");
    private static final Pattern TAIL = Pattern
            .compile("(?iu)(?:\\s+(?:in|at|to|of|for|on|stays?|remains?|takes?|drops?|falls?|bleibt|liegt))+$");
    /** "We call the study sound if errors" is about errors. */
    private static final Pattern IF = Pattern.compile("(?iu)^.*\\s(?:if|when|wenn|falls|si|se|als)\\s+(?=\\S)");
    private static final int COUNT_MAX = 12;

    private static String counts() {
        Set<String> words = new TreeSet<>(Lexicon.WORDS.words("ZERO"));
        IntStream.rangeClosed(2, COUNT_MAX).forEach(i -> words.addAll(Lexicon.WORDS.words("COUNT_" + i)));
        words.addAll(List.of("one", "half"));
        return words.stream().filter(word -> word.codePoints().allMatch(Character::isLetter))
                .sorted((a, b) -> b.length() - a.length()).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")(?![\\p{L}])"));
    }

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Paragraph(var lines) && !passage.inFence()
                    && !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line())) {
                String whole = Words
                        .plain(lines.stream().map(line -> line.raw().strip()).collect(Collectors.joining(" ")));
                Optional<Lead> lead = Lead.inLine(whole, passage.line())
                        .filter(one -> Topic.in(one.key()).contains(Topic.METRICS));
                boolean about = passage.about(Topic.METRICS) || lead.isPresent();
                String text = lead.map(Lead::value).orElse(whole);
                if (about || LEADS.isIn(Words.key(text))) {
                    read(text, about, passage, claims, findings);
                }
            }
        }
    }

    private static void read(String text, boolean about, Passage passage, Claims claims, Findings findings) {
        int before = findings.draft.metrics.size();
        for (String sentence : SENTENCE.split(text, -1)) {
            Optional<String> said = LEADS.isIn(Words.key(sentence)) ? Optional.of(behind(sentence)) : Optional.empty();
            if (about || said.isPresent()) {
                List<Metric> told = PART.splitAsStream(said.orElse(sentence).strip().replaceFirst("[.!;]$", ""))
                        .flatMap(part -> metric(part, new Place(passage.document().file(), passage.line())).stream())
                        .toList();
                findings.draft.metrics.addAll(told);
            }
        }
        if (about && findings.draft.metrics.size() > before) {
            passage.claim(claims);
        }
    }

    /** What stands behind the words that lead to figures. */
    private static String behind(String sentence) {
        List<String> words = List.of(sentence.strip().split("\\s+", -1));
        for (int from = 0; from < words.size(); from++) {
            String rest = String.join(" ", words.subList(from, words.size()));
            if (LEADS.begins(Words.key(rest))) {
                return LEADS.cut(rest).replaceFirst("^[\\s:,–—-]+", "");
            }
        }
        return sentence;
    }

    private static Optional<Metric> metric(String part, Place place) {
        String text = part.strip();
        Optional<Metric> figure = Optional.of(FIGURE_FIRST.matcher(text)).filter(Matcher::matches)
                .map(found -> new Metric(name(found.group(2)), found.group(1).strip(), "", place));
        return figure.or(() -> Stream.of(NAME_FIRST, STATED).map(form -> form.matcher(text)).filter(Matcher::matches)
                .findFirst().map(found -> new Metric(name(found.group(1)), found.group(2).strip(), "", place)));
    }

    private static String name(String written) {
        String bare = IF.matcher(written.strip()).replaceFirst("");
        List<String> words = new ArrayList<>(List.of(TAIL.matcher(bare).replaceFirst("").split("\\s+", -1)));
        while (words.size() > 1 && Lexicon.WORDS.words("BEING").contains(Words.key(words.getLast()))) {
            words.removeLast();
        }
        return String.join(" ", words);
    }
}
