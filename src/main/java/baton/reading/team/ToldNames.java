package baton.reading.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.reading.document.Block;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Sentences;
import baton.reading.document.Statement;
import baton.reading.document.Topic;
import baton.reading.language.AgentName;
import baton.reading.language.Doing;
import baton.reading.language.EastAsian;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * The names to which the sentences and lines of a document give something to do, with how they do it.
 *
 * <p>
 * A name stands at the start of a sentence or clause, before a colon, in brackets or behind an arrow at the end of an item,
 * behind a word that asks, or before "please".
 */
final class ToldNames {

    static final String NAME = "(?:[*_`\"“„«]{1,3}(@?[^*_`\"”“»]{2,40}?):?[*_`\"”“»]{1,3}|(@\\p{L}[\\p{L}\\p{N}_-]*)"
            + "|(\\p{Lu}[\\p{L}\\p{N}-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}-]*){0,2}"
            + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,6}(?=\\s*[:：])))";
    private static final String ARTICLE = "((?i:" + Lexicon.WORDS.pattern("ARTICLE") + ")\\s+)?";
    private static final String BESIDE = "(?:\\s*\\([^()]{1,40}\\))?";
    private static final String AND = "(?:and|und|et|y|e|en|и|i|&)";
    private static final Pattern TWO = Pattern.compile("^" + NAME + "\\s+" + AND + "\\s+(?=\\p{Lu}|[*_@])");
    private static final Pattern CALLED = Pattern
            .compile("^(?i:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?" + NAME + "(?:,|(?<=[*_])|(?<=@.{1,30}))\\s+");
    private static final Pattern SUBJECT = Pattern
            .compile("(?:^|(?<=[,;:–—]\\s)|(?<=\\s(?:and|und|et|y|e|en|и|i|but|while"
                    + "|aber|mais|pero|ma|mas|maar|so)\\s))" + ARTICLE + NAME + BESIDE + "\\s+(?=\\S)");
    /** "AP1 Breakdown → …", "ACTION Luc: …". */
    private static final String COUNTED = "(?:(?:[A-Z]{1,5}-?\\d{1,3}|(?i:" + Lexicon.WORDS.pattern("ACTION")
            + "))[:.)]?\\s+)?";
    private static final Pattern LINE = Pattern
            .compile("^" + COUNTED + NAME + "(?:\\s+((?:\\p{Ll}+\\s?){1,2}))?" + BESIDE
                    + "[*_]{0,2}\\s*(?:[:：][*_]{0,2}|\\s[–—-]|→|->|=>|⇒)\\s*(\\S.*)$");
    private static final Pattern LEADS = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("THEN") + "|"
            + Lexicon.WORDS.pattern("LEADING") + "|" + Lexicon.WORDS.pattern("WHEN") + ")\\s");
    private static final Pattern TURNED = Pattern.compile("(?<!\\p{L})(\\p{Ll}{3,})\\s+" + NAME + "\\s+(?=\\S)");
    private static final int LEAD_CHARS_MAX = 80;
    /** "The mesh agent", "the cataloguer": words for somebody that have no capital. */
    private static final Pattern ROLE = Pattern.compile("(?:^(?i:(?:" + Lexicon.WORDS.pattern("BUT") + "|"
            + Lexicon.WORDS.pattern("THEN") + "),?\\s+)?|(?<=[,;:–—]\\s)|(?<=\\s(?:and|und|et|y|e|en|while)\\s))(?i:"
            + Lexicon.WORDS.pattern("ARTICLE") + ")\\s+(\\p{Ll}{3,20}(?:[ -]\\p{Ll}{3,20})?)\\s+(?=\\S)");
    /** "The number to beat" is nobody. */
    private static final Pattern TO = Pattern.compile("(?iu)\\s*" + Lexicon.WORDS.pattern("IN_ORDER_TO") + "\\s");
    private static final Pattern ASKED = Pattern
            .compile("(?:^|\\s)(?i:" + Lexicon.WORDS.pattern("INSTRUCT") + ")\\s+" + NAME + "\\s+(?i:"
                    + Lexicon.WORDS.pattern("IN_ORDER_TO") + ")\\s");
    private static final Pattern BEHIND = Pattern
            .compile(".{6,}?(?:\\(|\\s(?:→|->|[–—-]{1,2})\\s+)" + NAME + "\\)?$");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}-]*(?:\\s\\p{Lu}[\\p{L}-]*){0,2}");
    private static final Pattern BEGINS = Pattern
            .compile("(?iu)^[^:.;]{2,60}:\\s+" + Lexicon.WORDS.pattern("IT") + "\\s+");
    private static final Pattern SPOKEN = Pattern
            .compile("(?<![\\p{L}\\p{N}*_`@.-])(\\p{Lu}\\p{Ll}{2,20})(?![\\p{L}\\p{N}-])(?!['’]s)");
    private static final Pattern STARTS_WITH_IT = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("THEN")
            + ",?\\s+)?(?:" + Lexicon.WORDS.pattern("IT") + "|" + Lexicon.WORDS.pattern("ITS_JOB") + ")\\s");
    private static final Pattern IT = Pattern.compile("(?iu)(?<!\\p{L})(?:" + Lexicon.WORDS.pattern("IT") + "|"
            + Lexicon.WORDS.pattern("ITS_JOB") + ")\\s+");
    private static final Set<Topic> ASIDE = Set.of(Topic.QUESTIONS, Topic.METRICS, Topic.GATES, Topic.RED_FLAGS,
            Topic.COMPLETION, Topic.LIMITATIONS, Topic.CONTEXT, Topic.CONTACTS, Topic.GROUND_RULES, Topic.TEMPLATES);
    private static final Phrases ALSO = Phrases.of("ALSO");
    private static final Phrases PLEASE = Phrases.of("PLEASE");
    private static final List<String> NO_NAMES = List.of("DETERMINER", "IT", "WHEN", "THEN", "WHILE", "ARTICLE",
            "PERIOD", "WEEKDAY", "NO_NAME", "ME", "FIRST_PERSON", "IF", "ALSO", "EVERYBODY", "BOTH", "ALL_BEFORE",
            "UNMET", "PLEASE", "MODAL", "INSTRUCT", "HUMAN", "AGENT", "AGENTS", "NONE", "BEING", "AFTERWARDS", "PLAN",
            "AT_END", "DUE", "ONLY_WHEN", "APPOINTED_TO", "REFERS", "BUT", "REASON", "ATTENDING");

    private final boolean english;
    private String last = "";
    /** Whom the sentences before speak of without giving work. */
    private Optional<Candidate> spoken = Optional.empty();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    /** What speaks for one name. */
    static final class Candidate {
        final String written;
        final int line;
        final Set<Integer> lines = new TreeSet<>();
        /** The first lines of the lists in which its own items stand. */
        final Set<Integer> lists = new TreeSet<>();
        int jobs;
        int duties;
        int owned;
        int asked;
        int told;
        boolean marked;
        /** Called by "@". */
        boolean handle;
        boolean article;
        /** A role without a capital. */
        boolean role;
        /** What is done is named right behind the verb. */
        boolean firm;
        /** How often only "he" or "she" stands for it. */
        int meant;

        Candidate(String written, int line) {
            this.written = written;
            this.line = line;
        }

        boolean works() {
            return jobs + owned + asked > 0;
        }

        int times() {
            return jobs + duties + owned + asked;
        }

        /** True where nothing but lines with a colon name it. */
        boolean isLabel() {
            return times() == owned;
        }
    }

    private ToldNames(boolean english) {
        this.english = english;
    }

    static ToldNames of(MarkdownDocument document, List<Statement> statements) {
        var names = new ToldNames(Sentences.areEnglish(document));
        statements.stream().filter(statement -> (!statement.raw().endsWith("?") || isRequest(statement.raw()))
                && statement.passage().nearTopics().stream().noneMatch(ASIDE::contains)).forEach(names::read);
        document.passages().stream().filter(passage -> !passage.inFence()).forEach(names::rows);
        return names;
    }

    /** A table of who does what names people as well as lines do. */
    private void rows(Passage passage) {
        if (passage.block() instanceof Block.Table table) {
            int who = IntStream.range(0, table.header().size())
                    .filter(i -> Label.all(table.header().get(i)).contains(Label.AGENT)).findFirst().orElse(-1);
            for (Block.Table.Row row : who < 0 ? List.<Block.Table.Row>of() : table.rows()) {
                String written = who < row.cells().size() ? Words.plain(row.cells().get(who)) : "";
                if (PERSON.matcher(written).matches() && !isNone(written) && SiblingName.of(written).isPresent()) {
                    Candidate one = candidates.computeIfAbsent(NameIndex.key(written),
                            _ -> new Candidate(written, row.line()));
                    one.owned++;
                    one.lines.add(row.line());
                    one.lists.add(passage.line());
                }
            }
        }
    }

    /** "Sam, can you bump the image?" asks for work and for no answer. */
    private static boolean isRequest(String raw) {
        Matcher called = CALLED.matcher(raw);
        String asked = called.find() ? raw.substring(called.end()) : "";
        return PLEASE.begins(Words.key(asked)) && !Doing.isPast(PLEASE.cut(asked));
    }

    List<Candidate> all() {
        return List.copyOf(candidates.values());
    }

    private void read(Statement statement) {
        if (statement.first()) {
            last = "";
            spoken = Optional.empty();
        }
        if (goesOn(statement.raw())) {
            return;
        }
        spoken(statement);
        subjects(statement);
        String raw = statement.raw();
        if (isRequest(raw)) {
            Matcher called = CALLED.matcher(raw);
            called.find();
            name(called, 1, statement).ifPresent(one -> one.asked++);
        }
        Matcher asked = ASKED.matcher(raw);
        if (asked.find()) {
            name(asked, 1, statement).ifPresent(one -> one.asked++);
        }
        Matcher behind = BEHIND.matcher(raw);
        if (statement.item() && behind.matches()) {
            name(behind, 1, statement).ifPresent(one -> one.owned++);
        }
    }

    /** "She draws the map" goes on about whoever was named last. */
    private boolean goesOn(String raw) {
        int done = (int) IT.matcher(raw).results()
                .filter(it -> Doing.of(raw.substring(it.end()), english).isPresent()).count();
        if (done == 0 || !STARTS_WITH_IT.matcher(raw).find()) {
            return false;
        }
        spoken.filter(_ -> last.isEmpty()).ifPresent(one -> {
            candidates.putIfAbsent(NameIndex.key(one.written), one);
            last = NameIndex.key(one.written);
        });
        Optional.ofNullable(candidates.get(last)).ifPresent(one -> {
            one.jobs += done;
            one.meant += done;
        });
        return true;
    }

    private void subjects(Statement statement) {
        String raw = statement.raw();
        Matcher line = LINE.matcher(raw);
        boolean named = statement.first() && line.matches() && ofLine(line, statement);
        Matcher subject = SUBJECT.matcher(raw);
        while (!named && subject.find()) {
            subject(subject, raw.substring(subject.end()), statement);
        }
        if (!english) {
            turned(statement);
        }
        Matcher role = ROLE.matcher(raw);
        while (role.find()) {
            // "I incline" begins like an article of another language.
            if (!english || (" " + Words.key(role.group())).contains(" the ")) {
                role(role.group(1), raw.substring(role.end(1)), statement);
            }
        }
        Matcher two = TWO.matcher(raw);
        if (two.find() && SUBJECT.matcher(raw.substring(two.end())).lookingAt()) {
            name(two, 1, statement).ifPresent(one -> one.jobs++);
        }
    }

    /** "Danach schreibt Birgit den Antrag": many languages turn verb and subject. */
    private void turned(Statement statement) {
        String raw = statement.raw();
        Matcher turned = TURNED.matcher(raw);
        int from = LEADS.matcher(raw).find() ? 0 : raw.length();
        while (from < Math.min(raw.length(), LEAD_CHARS_MAX) && turned.find(from)) {
            boolean article = Lexicon.WORDS.words("ARTICLE").contains(turned.group(1));
            if (!article && Doing.of(turned.group(1) + " " + raw.substring(turned.end()), false).isPresent()) {
                name(turned, 2, statement).ifPresent(one -> one.jobs++);
            }
            from = turned.end(1);
        }
    }

    /** "The map belongs to Odile. She draws it": the last name of a sentence may be meant by the next. */
    private void spoken(Statement statement) {
        Matcher named = SPOKEN.matcher(statement.raw());
        while (named.find()) {
            String written = bare(named.group(1));
            if (!isNone(written) && SiblingName.of(written).isPresent()) {
                spoken = Optional.of(new Candidate(written, statement.line()));
                last = candidates.containsKey(NameIndex.key(written)) ? NameIndex.key(written) : "";
            }
        }
    }

    /** "Rahul: fix the links", "Mette again: record the clips". */
    private boolean ofLine(Matcher line, Statement statement) {
        boolean also = line.group(4) == null || ALSO.begins(Words.key(line.group(4)));
        Optional<Candidate> one = also && Words.areSeveral(line.group(5))
                ? name(line, 1, statement)
                : Optional.empty();
        // Labels stand before colons in the same marks, so there the marks say nothing.
        one.ifPresent(candidate -> {
            candidate.owned++;
            candidate.marked = candidate.marked && (candidate.times() > 1 || line.group(2) != null);
        });
        return one.isPresent();
    }

    private void subject(Matcher subject, String behind, Statement statement) {
        // "Linnet is on intake: it reads the slips".
        Matcher leads = BEGINS.matcher(behind);
        Optional<Doing> doing = Doing.of(behind, english)
                .or(() -> leads.find() ? Doing.of(behind.substring(leads.end()), english) : Optional.empty());
        if (doing.isPresent()) {
            name(subject, 2, statement).ifPresent(one -> {
                one.article |= subject.group(1) != null;
                one.jobs += doing.get().kind() == Doing.Kind.JOB ? 1 : 0;
                one.firm |= isFirm(doing.get().words());
                one.told += doing.get().told() ? 1 : 0;
                one.duties += doing.get().kind() == Doing.Kind.DUTY ? 1 : 0;
            });
        }
    }

    /** "Writes the texts" is a verb with its thing; "letters with a form" is not. */
    private static boolean isFirm(String words) {
        List<String> all = List.of(Words.key(words).split(" ", -1));
        return all.size() > 1 && (Lexicon.WORDS.words("DETERMINER").contains(all.get(1))
                || Lexicon.WORDS.words("ARTICLE").contains(all.get(1)) || all.get(1).matches("\\d+"));
    }

    /** The longest words that leave a verb behind them. */
    private void role(String words, String behind, Statement statement) {
        List<String> parts = List.of(words.split(" ", -1));
        for (int count = parts.size(); count > 0; count--) {
            String written = String.join(" ", parts.subList(0, count));
            String rest = String.join(" ", parts.subList(count, parts.size())) + behind;
            Optional<Doing> doing = Doing.of(rest, english).filter(_ -> !TO.matcher(rest).lookingAt());
            boolean somebody = AgentName.of(written).soundsLikeSomebody();
            if (doing.isPresent() && !isNone(written) && (count == 1 || NameIndex.saysAgent(written))) {
                Candidate one = candidates.computeIfAbsent(NameIndex.key(written),
                        _ -> new Candidate(written, statement.line()));
                one.role = true;
                one.marked |= NameIndex.saysAgent(written);
                one.article = true;
                one.firm |= somebody;
                one.lines.add(statement.line());
                one.jobs += doing.get().kind() == Doing.Kind.JOB ? 1 : 0;
                one.duties += doing.get().kind() == Doing.Kind.DUTY ? 1 : 0;
                last = NameIndex.key(written);
                return;
            }
        }
    }

    /** Code marks set off commands and files; only a name that is called by "@" is sure by its marks. */
    private Optional<Candidate> name(Matcher matcher, int group, Statement statement) {
        boolean coded = matcher.group().contains("`") && !matcher.group().contains("@");
        boolean marked = matcher.group(group + 2) == null;
        if (coded) {
            return Optional.empty();
        }
        String raw = Stream.of(matcher.group(group), matcher.group(group + 1), matcher.group(group + 2))
                .filter(text -> text != null).findFirst().orElse("").strip();
        String written = bare(raw.replaceFirst("^@", ""));
        boolean name = !isNone(written) && SiblingName.of(written).filter(one -> one.role().isEmpty()).isPresent();
        if (written.isEmpty() || !(name || raw.startsWith("@"))) {
            return Optional.empty();
        }
        Candidate one = candidates.computeIfAbsent(NameIndex.key(written),
                _ -> new Candidate(written, statement.line()));
        one.marked |= marked;
        one.handle |= raw.startsWith("@");
        last = NameIndex.key(written);
        one.lines.add(statement.line());
        if (statement.first()) {
            one.lists.add(statement.passage().line());
        }
        return Optional.of(one);
    }

    /** Without a word that only leads on: "Then Wei" is Wei. */
    private static String bare(String written) {
        String first = written.split("\\s", 2)[0];
        boolean leads = written.indexOf(' ') > 0
                && (Lexicon.WORDS.words("THEN").contains(Words.key(first)) || Lexicon.WORDS.words("ARTICLE")
                        .contains(Words.key(first)));
        return leads ? written.split("\\s", 2)[1] : written;
    }

    private static boolean isNone(String written) {
        String key = Words.key(written);
        String first = key.split(" ", 2)[0];
        return NO_NAMES.stream().map(Lexicon.WORDS::words).anyMatch(list -> list.contains(key) || list.contains(first))
                || Lexicon.WORDS.number(first).isPresent() || (key.length() < 2 && !EastAsian.isIn(key));
    }
}
