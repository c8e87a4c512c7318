package baton.reading.team;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Section;
import baton.reading.document.Statement;
import baton.reading.found.Clause;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Phrases;
import baton.reading.language.Words;
import baton.reading.team.ToldNames.Candidate;

/**
 * The people to whom a letter, minutes or notes give work, and how much speaks for it that they are meant.
 *
 * <p>
 * A name counts that gets work and comes back, is marked, was there or is written to. What makes a team of several is how the
 * text speaks: who was there, "I" and "we", words for agents, how many there are, times and order. A manual has names of parts
 * that do things and none of this.
 */
final class ToldTeam {

    private static final Pattern HEADER = Pattern
            .compile("[*_]{0,2}(\\p{L}[\\p{L} ]{0,20}?)[*_]{0,2}\\s*[:：][*_]{0,2}\\s*(\\S.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(<][^()<>]*[)>]");
    private static final Pattern BETWEEN = Pattern
            .compile("\\s*(?:[,;、，](?:\\s+(?:and|und|et|y|e|en|и|i)\\s)?|\\s(?:and|und|et|y|e|en|и|i)\\s)\\s*");
    private static final Pattern LISTED = Pattern.compile("([^.:!?]{4,60}):\\s+([^.:;]{5,120})(?:[.]|$)");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*){0,2}|"
            + "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,6}");
    private static final Pattern SIGNED = Pattern.compile("\\p{Lu}[\\p{L}'’-]{1,20}(?:\\s\\p{Lu}[\\p{L}'’-]{1,20})?");
    private static final Pattern QUOTED = Pattern.compile("[\"“„«][^\"“”„«»]{2,300}[\"”“»]");
    private static final Phrases MEETING = Phrases.of("MEETING");
    private static final Phrases SPEAKER = Phrases.of("FIRST_PERSON");
    private static final Pattern DUE = Pattern.compile("(?iu)(?<!\\p{L})" + Lexicon.WORDS.pattern("DUE")
            + "\\s+(?:\\p{L}+\\s+){0,2}?"
            + "(?:" + Lexicon.WORDS.pattern("WEEKDAY") + "|\\d{1,2}(?!\\d)|" + Lexicon.WORDS.pattern("AT_END") + ")");
    private static final Pattern ORDER = Pattern
            .compile("(?iu)(?<!\\p{L})" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s");
    private static final int HEADER_LINES = 12;
    private static final int SIGNED_LINES = 12;
    private static final int NAMES_MIN = 2;
    private static final int NAMES_MAX = 20;
    private static final int COUNTS_MAX = 12;
    private static final int ENOUGH = 5;

    private final MarkdownDocument document;
    private final List<Statement> statements;
    private final Set<String> attending = new LinkedHashSet<>();
    private final Set<String> listed = new LinkedHashSet<>();
    private Optional<String> author = Optional.empty();
    private boolean header;

    private ToldTeam(MarkdownDocument document) {
        this.document = document;
        this.statements = Statement.of(document);
    }

    /** Somebody of the team, where the document first gives work to them. */
    record Member(String written, int line, List<String> aliases, boolean person) {
        Member {
            aliases = List.copyOf(aliases);
        }
    }

    /** The members; nobody where too little speaks for a team. */
    static List<Member> of(MarkdownDocument document) {
        return new ToldTeam(document).members();
    }

    private List<Member> members() {
        people();
        boolean nouns = hasCapitalNouns();
        List<Candidate> all = ToldNames.of(document, statements).all();
        List<Candidate> sure = all.stream().filter(one -> isSomebody(one, nouns))
                .filter(one -> !one.isLabel() || isListed(one, all)).toList();
        List<Candidate> names = all.stream().filter(one -> sure.contains(one) || isAmong(one, sure)).toList();
        long working = names.stream().filter(Candidate::works).count();
        if (working < NAMES_MIN || names.size() > NAMES_MAX || weight(names, all) < ENOUGH) {
            return List.of();
        }
        List<Member> members = new ArrayList<>();
        names.forEach(
                one -> members.add(new Member(one.written, one.line, aliases(one.written), isPerson(one.written))));
        author.filter(_ -> header).filter(name -> names.stream().noneMatch(one -> isSame(one.written, name)))
                .filter(_ -> speaksOfSelf())
                .ifPresent(name -> members.add(new Member(name, 1, aliases(name), isPerson(name))));
        return members;
    }

    /** Where the agents are counted up, the others are people. */
    private boolean isPerson(String written) {
        return !listed.isEmpty() && listed.stream().noneMatch(name -> isSame(written, name))
                && attending.stream().anyMatch(name -> isSame(written, name));
    }

    /** "Me" is whoever signed or sent it; a first name is the whole name of whoever was there. */
    private List<String> aliases(String written) {
        List<String> aliases = new ArrayList<>();
        attending.stream().filter(whole -> !whole.equals(written) && isSame(written, whole)).forEach(aliases::add);
        if (author.filter(name -> isSame(written, name)).isPresent()) {
            author.filter(name -> !name.equals(written)).ifPresent(aliases::add);
            author.map(name -> name.split("\\s", 2)[0]).filter(name -> !name.equals(written)).ifPresent(aliases::add);
            aliases.add("Me");
        }
        return aliases.stream().distinct().toList();
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || other.startsWith(one + " ") || one.startsWith(other + " ");
    }

    /** A line "Me: …" gives work to whoever writes. */
    private boolean speaksOfSelf() {
        Set<String> me = Lexicon.WORDS.words("ME");
        return statements.stream().filter(Statement::first).map(statement -> HEADER.matcher(statement.raw()))
                .anyMatch(line -> line.matches() && me.contains(Words.key(line.group(1))));
    }

    /** Who was there, who wrote and who is written to. */
    private void people() {
        List<String> lines = document.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEADER.matcher(lines.get(i).strip().replaceFirst("^[-*+]\\s+", ""));
            String key = head.matches() ? Words.key(head.group(1)) : "";
            counted(lines.get(i));
            header |= i < HEADER_LINES && Lexicon.WORDS.words("SUBJECT_LINE").contains(key);
            if (Lexicon.WORDS.words("ATTENDING").contains(key) && (i < HEADER_LINES || key.length() > 2)) {
                List<String> named = List.of(BRACKETS.matcher(Words.plain(head.group(2))).replaceAll("")
                        .split(BETWEEN.pattern(), -1));
                named.stream().map(name -> name.strip().replaceFirst("[.]$", ""))
                        .filter(name -> PERSON.matcher(name).matches())
                        .forEach(attending::add);
                header |= i < HEADER_LINES;
                if (Lexicon.WORDS.words("SENDER").contains(key) && i < HEADER_LINES) {
                    author = named.stream().findFirst().map(String::strip)
                            .filter(name -> PERSON.matcher(name).matches());
                }
            }
        }
        if (author.isEmpty()) {
            lines.subList(Math.max(0, lines.size() - SIGNED_LINES), lines.size()).stream().map(String::strip)
                    .filter(line -> SIGNED.matcher(line).matches()).findFirst()
                    .ifPresent(name -> author = Optional.of(name));
        }
    }

    /** "I have three helpers: Curator, Printer and Desk." */
    private void counted(String line) {
        Matcher list = LISTED.matcher(BRACKETS.matcher(Words.plain(line)).replaceAll(""));
        while (list.find()) {
            List<String> words = List.of(Words.key(list.group(1)).split(" ", -1));
            boolean agents = words.stream().anyMatch(Lexicon.WORDS.words("AGENTS")::contains);
            boolean force = words.stream().skip(Math.max(0, words.size() - 2)).anyMatch(word -> Lexicon.WORDS
                    .words("WORKFORCE").contains(word) || Lexicon.WORDS.words("AGENT").contains(word));
            List<String> named = List.of(BETWEEN.split(list.group(2).strip(), -1));
            boolean names = named.stream().allMatch(name -> PERSON.matcher(name).matches());
            boolean counts = words.stream().flatMap(word -> Lexicon.WORDS.number(word).stream())
                    .anyMatch(number -> number == named.size());
            if (counts && names && named.size() > NAMES_MIN) {
                // "Three of you: Mira, Tobias and Anjali".
                attending.addAll(named);
            }
            if ((force || agents) && named.size() >= NAMES_MIN
                    && names) {
                attending.addAll(named);
                listed.addAll(named);
            }
        }
    }

    /** True where a name is meant, and no thing of that name. */
    private boolean isSomebody(Candidate one, boolean nouns) {
        if (one.role) {
            return isRole(one);
        }
        boolean there = attending.stream().anyMatch(name -> isSame(one.written, name));
        boolean common = !one.marked && !there && isCommon(one.written);
        boolean inside = !nouns && isInside(one.written);
        boolean again = one.times() > 1 || one.lines.size() > 1;
        // Where "he" and "she" do it all, one of them is not enough.
        if (one.meant > 0 && one.meant == one.times() && one.times() < NAMES_MIN) {
            return false;
        }
        return !common && (there || one.marked || inside || again) && (!one.article || one.marked || (inside && again));
    }

    /** Labels stand alone; people who are given work before a colon stand in one list. */
    private boolean isListed(Candidate one, List<Candidate> all) {
        boolean handles = one.handle && all.stream().anyMatch(other -> !other.equals(one) && other.handle);
        return handles || attending.stream().anyMatch(name -> isSame(one.written, name)) || isInside(one.written)
                || all.stream().anyMatch(other -> !other.equals(one) && other.owned > 0
                        && other.lists.stream().anyMatch(one.lists::contains));
    }

    /** A role has one bearer: "the cataloguer" and never "a cataloguer" or "cataloguers". */
    private boolean isRole(Candidate one) {
        boolean agent = NameIndex.saysAgent(one.written);
        String word = Pattern.quote(one.written);
        Pattern any = Pattern.compile(
                "(?iu)(?<!\\p{L})(?:" + Lexicon.WORDS.pattern("EACH_ONE") + "|an|ein|eine|un|une|una|um|uma|een)\\s+"
                        + word + "(?!\\p{L})|(?<!\\p{L})" + word + "(?:s|es|n|en|i)(?!\\p{L})");
        boolean only = document.lines().stream().noneMatch(line -> any.matcher(line).find());
        return only && TeamEvidence.isSpoken(document) && (agent || one.firm || one.times() > 1);
    }

    /** What begins an item like those of the others is a name like theirs. */
    private boolean isAmong(Candidate one, List<Candidate> sure) {
        boolean apart = !isCommon(one.written) && !one.article;
        boolean speaks = (one.asked + one.told > 0 || one.firm) && !one.isLabel() && !one.role
                && sure.size() >= NAMES_MIN && !hasCapitalNouns()
                && one.written.indexOf(' ') < 0;
        return apart && (speaks || one.owned > 0)
                && (speaks || sure.stream().anyMatch(other -> other.lists.stream().anyMatch(one.lists::contains)));
    }

    /** The same word in small letters is a word of the language. */
    private boolean isCommon(String written) {
        Pattern small = Pattern
                .compile("(?<![\\p{L}@/#._`-])" + Pattern.quote(written.toLowerCase(java.util.Locale.ROOT))
                        + "(?!\\p{L})");
        return document.lines().stream().anyMatch(line -> small.matcher(line).find());
    }

    /** The word begins with a capital in the midst of a sentence. */
    private boolean isInside(String written) {
        Pattern inside = Pattern.compile("(?<=[\\p{Ll}\\p{N},;)]\\s|\\()@?" + Pattern.quote(written) + "(?!\\p{Ll})");
        return statements.stream().anyMatch(statement -> inside.matcher(statement.raw()).find());
    }

    /** German writes every noun with a capital, which then says nothing about names. */
    private boolean hasCapitalNouns() {
        Pattern inside = Pattern.compile("(?<=\\p{Ll}\\s)(\\p{L})\\p{L}{2,}");
        long[] counts = new long[2];
        statements.forEach(statement -> inside.matcher(statement.raw()).results().forEach(
                word -> counts[Character.isUpperCase(word.group(1).codePointAt(0)) ? 0 : 1]++));
        return counts[0] * 5 > counts[1];
    }

    /** For tests and for tuning: who might be meant, and how much speaks for it. */
    static String weighed(MarkdownDocument document) {
        var team = new ToldTeam(document);
        team.people();
        boolean nouns = team.hasCapitalNouns();
        List<Candidate> all = ToldNames.of(document, team.statements).all();
        return all.stream()
                .map(one -> one.written + " jobs " + one.jobs + " duties " + one.duties + " owned " + one.owned
                        + " asked " + one.asked + (one.article ? " article" : "")
                        + (team.isCommon(one.written) ? " common" : "")
                        + (team.isInside(one.written) ? " inside" : "")
                        + (team.isSomebody(one, nouns) ? " yes" : " no"))
                .toList()
                + " nouns " + nouns + " attending " + team.attending + " author " + team.author + " weight "
                + team.weight(all.stream().filter(one -> team.isSomebody(one, nouns)).toList(), all);
    }

    private int weight(List<Candidate> names, List<Candidate> all) {
        boolean spoken = TeamEvidence.isSpoken(document);
        boolean counted = TeamEvidence.isCounted(document, names.size())
                || TeamEvidence.isCounted(document, names.size() + 1);
        // A few of those that the text counts may have other names for their work; most of them may not be missing.
        boolean otherwise = !counted && IntStream.rangeClosed(NAMES_MIN, COUNTS_MAX)
                .filter(size -> names.size() * 2 < size || names.size() > size + 1)
                .anyMatch(size -> TeamEvidence.isCounted(document, size));
        boolean asked = names.stream().anyMatch(one -> one.asked + one.told > 0);
        boolean speaker = statements.stream()
                .anyMatch(statement -> SPEAKER.isIn(Words.key(QUOTED.matcher(statement.raw()).replaceAll(" "))));
        boolean ordered = statements.stream().anyMatch(statement -> DUE.matcher(statement.raw()).find()
                || Clause.holdsBack(statement.raw()) || ORDER.matcher(statement.raw()).find());
        long owned = names.stream().filter(one -> one.owned > 0).count();
        long again = names.stream().filter(one -> one.times() > 1).count();
        int jobs = all.stream().mapToInt(one -> one.times() - one.duties).sum();
        int duties = all.stream().mapToInt(one -> one.duties).sum();
        int weight = (spoken ? 2 : 0) + (counted ? 2 : 0) + there(names) + (asked ? 1 : 0) + (speaker ? 1 : 0)
                + (ordered ? 1 : 0);
        weight += owned * 2 > names.size() ? 1 : 0;
        weight += again * 2 >= names.size() ? 1 : 0;
        weight += names.stream().anyMatch(one -> one.marked) ? 1 : 0;
        weight += PlanSigns.areIn(document) ? 1 : 0;
        weight += isMeeting() ? 1 : 0;
        // A letter in which most of several people get work speaks to a team.
        weight += header && names.stream().filter(one -> one.jobs > 0).count() > NAMES_MIN ? 1 : 0;
        // Whoever asks several people by their names writes to a team.
        weight += names.stream().filter(one -> one.asked > 0).count() > 1 ? 2 : 0;
        weight += names.stream().filter(one -> isInside(one.written)).count() * 2 > names.size()
                && !hasCapitalNouns() && owned > 1 ? 1 : 0;
        // What people are there for is said of offices and of families too.
        weight -= otherwise ? 2 : 0;
        weight -= duties > 1 && duties > jobs ? 3 : 0;
        return weight - (isManual() ? 3 : 0);
    }

    /** A head as letters and minutes have it; more where it names those who get work. */
    private int there(List<Candidate> names) {
        long named = names.stream().filter(one -> attending.stream().anyMatch(name -> isSame(one.written, name)))
                .count();
        return named > 1 && named * 2 >= names.size() ? 3 : header || attending.size() >= NAMES_MIN ? 2 : 0;
    }

    private boolean isMeeting() {
        return document.root().children().stream().limit(1).anyMatch(section -> MEETING.isIn(section.key()));
    }

    private boolean isManual() {
        return document.sections().map(Section::key).anyMatch(Lexicon.WORDS.words("LIBRARY_TITLE")::contains);
    }
}
