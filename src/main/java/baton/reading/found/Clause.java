package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.document.Chains;
import baton.reading.language.AgentName;
import baton.reading.language.Doing;
import baton.reading.language.FirstWords;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * A sentence that says who does what: "The Copywriter drafts the texts", "Once the texts are done, the Designer sketches a
 * page", "Ask the Tester to try it".
 *
 * @param agent
 *            who
 * @param words
 *            what
 * @param needs
 *            what must be there before, by the clause in front or behind
 * @param ordered
 *            true where the reader is told to have it done
 * @param lasting
 *            true where it says what somebody is there for rather than what is to be done
 */
public record Clause(String agent, String words, List<String> needs, boolean ordered, boolean lasting) {

    private static final Pattern THEN = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("THEN") + "(?![\\p{L}])\\s*[,:]?\\s+");
    private static final Pattern WHEN = Pattern.compile(
            "(?iu)^" + Lexicon.WORDS.pattern("WHEN") + "(?![\\p{L}])\\s*([^,]{3,120}),\\s*");
    private static final Pattern AND = Pattern.compile("(?iu)^(?:and|und|et|y|e|en)\\s+");
    private static final Pattern WHILE = Pattern.compile(
            "(?iu)^" + Lexicon.WORDS.pattern("WHILE") + "(?![\\p{L}])\\s*([^,]{3,120}),\\s*");
    private static final Pattern EARLIER = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("EARLIER") + "(?![\\p{L}])\\s*([^,]{3,120}),\\s*");
    private static final FirstWords WHENEVER = new FirstWords(Lexicon.WORDS.words("WHEN"));
    private static final FirstWords HAVING = new FirstWords(Lexicon.WORDS.words("HAVE_DO"));
    private static final Pattern BEHIND = Pattern.compile("(?iu)\\s*,?\\s+" + Lexicon.WORDS.pattern("WHEN")
            + "\\s+([^,]{3,100}?\\s+" + Lexicon.WORDS.pattern("STANDS") + ")[.]?$");
    private static final Pattern STANDS = Pattern
            .compile("(?iu)\\s+(?:(?:" + Lexicon.WORDS.pattern("BEING") + ")\\s+)*" + Lexicon.WORDS.pattern("STANDS")
                    + "(?:\\s+" + Lexicon.WORDS.pattern("STANDS")
                    + ")?(?:\\s+(?:by|von|par|por|da|door)\\s+.{2,40})?[.]?$");
    private static final Pattern ORDER = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("INSTRUCT")
            + "\\s+(.{2,60}?)\\s+" + Lexicon.WORDS.pattern("IN_ORDER_TO") + "\\s+(.{3,})$");
    private static final Pattern ARTICLE = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ARTICLE") + "\\s+");
    private static final Pattern WILL = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("WILL") + "(?![\\p{L}])\\s+");
    private static final Pattern BESIDE = Pattern.compile(
            "(?iu)^(?:and|und|et|y|e|en|&)\\s+((?:\\p{L}+\\s+)??@?(?-i:\\p{Lu})[\\p{L}\\p{N}_-]*)\\s+(?=\\p{Ll})");
    private static final Pattern NOT_BEFORE = Pattern.compile("(?iu)^(.{2,60}?)\\s+"
            + Lexicon.WORDS.pattern("NOT_BEFORE") + "\\s+(.{3,120}?)[.]?$");
    private static final Pattern STARTING = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("STARTING") + "\\s+"
            + Lexicon.WORDS.pattern("WHEN") + "\\s+(.{2,120}?)[.]?$");
    private static final Pattern BETWEEN = Pattern.compile("(?iu)\\s*[,;:–—]\\s+(?:" + Lexicon.WORDS.pattern("BUT")
            + "\\s+)?|\\s+" + Lexicon.WORDS.pattern("BUT") + "\\s+");
    /** "Hammer" in quotes is called so. */
    private static final Pattern QUOTED = Pattern.compile("[\"“„«](\\p{Lu}[\\p{L}-]+)[\"”“»]");
    private static final Pattern CAUSES = Pattern
            .compile("(?iu)^(?:(?:I|we|ich|wir|je|nous)[^\\s]*\\s+(?:would\\s+|will\\s+)?)?(?:"
                    + Lexicon.WORDS.pattern("ALSO") + "\\s+)?" + Lexicon.WORDS.pattern("HAVE_DO") + "\\s+");
    private static final Pattern CALLED = Pattern.compile("(?iu)(?:" + Lexicon.WORDS.pattern("BUT")
            + "\\s+)?(?:(?:[A-Z]{1,5}-?\\d{1,3}|"
            + Lexicon.WORDS.pattern("ACTION") + ")[:.)]?\\s+)?(@?[\\p{L}][^:,]{0,40}?)(?:\\s+" + Lexicon.WORDS
                    .pattern("ALSO")
            + ")?(?:\\s*\\([^()]{1,40}\\))?\\s*(,|:|：|\\s[–—-]|→|->|=>|⇒|(?<=@[^\\s,:]{1,30}))(?:\\s+|(?<=：))(\\S.*)");
    private static final Phrases PLEASE = Phrases.of("PLEASE");
    /** Nobody says so much in one sentence, and each of its commas is looked at. */
    private static final int SENTENCE_CHARS_MAX = 2_000;
    private static final int NAME_WORDS_MAX = 5;
    /** Who does something, and that it is done, shows at the beginning of a clause, however long it is. */
    private static final int CLAUSE_CHARS_MAX = 1000;
    private static final int LEADING_WORDS_MAX = 8;

    public Clause {
        needs = List.copyOf(needs);
    }

    private Clause(String agent, String words, List<String> needs, boolean ordered) {
        this(agent, words, needs, ordered, false);
    }

    /** The sentence taken apart; empty where nobody known is its subject. */
    public static Optional<Clause> of(String sentence, Roster roster) {
        return of(sentence, roster, rest -> Words.count(bare(rest)) > 1 && Character.isLowerCase(rest.codePointAt(0))
                ? Optional.of(new Doing(Doing.Kind.JOB, bare(rest), false))
                : Optional.empty());
    }

    /**
     * Everything that one sentence of a letter or of minutes gives to somebody: "Menu plans the dishes, Stock counts and orders",
     * "Rahul, please fix the links", "Mette again: record the clips".
     */
    public static List<Clause> told(String sentence, Roster roster, boolean english) {
        if (sentence.length() > SENTENCE_CHARS_MAX) {
            return List.of();
        }
        return clauses(QUOTED.matcher(sentence).replaceAll("$1"), roster, english);
    }

    private static List<Clause> clauses(String sentence, Roster roster, boolean english) {
        Optional<Clause> addressed = addressed(sentence, roster);
        if (addressed.isPresent()) {
            return List.of(addressed.get());
        }
        List<Clause> told = new ArrayList<>();
        int from = 0;
        for (int end : ends(sentence, roster, english)) {
            of(sentence.substring(from, end).replaceFirst("[,;]?\\s*$", ""), roster, rest -> Doing.of(rest, english))
                    .ifPresent(told::add);
            from = BETWEEN.matcher(sentence).region(end, sentence.length()).lookingAt() ? behind(sentence, end) : end;
        }
        if (told.isEmpty()) {
            led(sentence, roster, english).ifPresent(told::add);
        }
        return told;
    }

    /** "In the same week the editor writes the preface"; where verbs go first, "Danach schreibt Birgit den Antrag". */
    private static Optional<Clause> led(String sentence, Roster roster, boolean english) {
        Matcher when = WHEN.matcher(sentence);
        List<String> needs = new ArrayList<>(when.find() ? before(when.group(1)) : List.of());
        String text = needs.isEmpty() ? sentence : sentence.substring(when.end());
        List<String> words = List.of(text.split("\\s+", -1));
        boolean leads = Lexicon.WORDS.words("LEADING").contains(Words.key(words.getFirst()));
        boolean then = THEN.matcher(text).find() || !needs.isEmpty();
        for (int i = leads ? 1 : 0; i < Math.min(LEADING_WORDS_MAX, words.size() - 2) && (leads || then); i++) {
            String rest = String.join(" ", words.subList(i, words.size()));
            Optional<Clause> clause = leads && i > 0
                    ? subject(rest, roster, needs, behind -> Doing.of(behind, english))
                    : Optional.empty();
            Optional<Clause> turned = clause.isPresent() || english ? clause : turned(words, i, roster, needs);
            if (turned.isPresent()) {
                return turned;
            }
        }
        return Optional.empty();
    }

    /** A verb with its subject behind it. */
    private static Optional<Clause> turned(List<String> words, int at, Roster roster, List<String> needs) {
        String verb = words.get(at);
        String rest = ARTICLE.matcher(String.join(" ", words.subList(at + 1, words.size()))).replaceFirst("");
        List<String> behind = List.of(rest.split("\\s+", -1));
        for (int count = Math.min(NAME_WORDS_MAX, behind.size() - 1); count > 0; count--) {
            Optional<String> agent = roster.find(String.join(" ", behind.subList(0, count)));
            String job = verb + " " + String.join(" ", behind.subList(count, behind.size()));
            boolean article = Lexicon.WORDS.words("ARTICLE").contains(Words.key(behind.get(count - 1)));
            if (agent.isPresent() && !article) {
                return Doing.of(job, false).map(doing -> new Clause(agent.get(), doing.words(), needs, doing.told(),
                        doing.kind() == Doing.Kind.DUTY));
            }
        }
        return Optional.empty();
    }

    /** Where one clause ends because the next has a subject of its own; the last is the end of the sentence. */
    private static List<Integer> ends(String sentence, Roster roster, boolean english) {
        List<Integer> ends = new ArrayList<>();
        Matcher between = BETWEEN.matcher(sentence);
        int from = 0;
        while (between.find()) {
            int last = Math.min(sentence.length(), between.end() + CLAUSE_CHARS_MAX);
            boolean subject = subject(sentence.substring(between.end(), last), roster, List.of(),
                    rest -> Doing.of(rest, english)).isPresent();
            boolean own = subject && of(sentence.substring(from, between.start()), roster,
                    rest -> Doing.of(rest, english)).isPresent();
            if (own) {
                ends.add(between.start());
                from = between.end();
            }
        }
        ends.add(sentence.length());
        return ends;
    }

    private static int behind(String sentence, int at) {
        Matcher between = BETWEEN.matcher(sentence).region(at, sentence.length());
        return between.lookingAt() ? between.end() : at;
    }

    /** A name with a comma and a request behind it, or with a colon and the job. */
    private static Optional<Clause> addressed(String sentence, Roster roster) {
        Matcher called = CALLED.matcher(sentence.strip());
        if (!called.matches()) {
            return Optional.empty();
        }
        Optional<String> agent = roster.find(called.group(1).strip().replaceFirst("^@", ""));
        boolean comma = called.group(2).equals(",") || called.group(2).isBlank();
        boolean please = comma && PLEASE.begins(Words.key(called.group(3)));
        boolean given = please || (!comma && !Doing.isPast(called.group(3)));
        String job = please ? Doing.adverbs(PLEASE.cut(called.group(3))) : called.group(3);
        // "A → B → C" is a chain of names.
        boolean chain = Chains.ARROW.matcher(job).find() || roster.find(job).isPresent();
        return given && !chain && !Doing.isPast(job) && Words.areSeveral(job)
                ? agent.map(one -> new Clause(one, job, List.of(), true))
                : Optional.empty();
    }

    private static Optional<Clause> of(String sentence, Roster roster, Function<String, Optional<Doing>> doing) {
        List<String> needs = new ArrayList<>();
        String text = AND.matcher(THEN.matcher(sentence.strip()).replaceFirst("")).replaceFirst("");
        // "As soon as" begins like "as".
        boolean ordered = WHEN.matcher(text).find();
        text = ordered ? text : EARLIER.matcher(WHILE.matcher(text).replaceFirst("")).replaceFirst("");
        Matcher when = WHEN.matcher(text);
        if (when.find()) {
            needs.addAll(before(when.group(1)));
            text = THEN.matcher(text.substring(when.end())).replaceFirst("");
        }
        Matcher behind = BEHIND.matcher(text);
        if (WHENEVER.mayBeIn(text.toLowerCase(Locale.ROOT)) && behind.find()) {
            needs.addAll(before(behind.group(1)));
            text = text.substring(0, behind.start());
        }
        Optional<Clause> caused = caused(text, roster, needs);
        if (caused.isPresent()) {
            return caused;
        }
        Matcher order = ORDER.matcher(text);
        if (order.matches()) {
            Optional<String> agent = name(order.group(1), roster);
            String job = order.group(2);
            return agent.map(one -> new Clause(one, job, needs, true));
        }
        return subject(text, roster, needs, doing);
    }

    /** "I would also have the caller keep a list". */
    private static Optional<Clause> caused(String text, Roster roster, List<String> needs) {
        Matcher causes = CAUSES.matcher(text);
        if (!HAVING.mayBeIn(text.toLowerCase(Locale.ROOT)) || !causes.find()) {
            return Optional.empty();
        }
        List<String> words = List.of(ARTICLE.matcher(text.substring(causes.end())).replaceFirst("").split("\\s+", -1));
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - 2); count > 0; count--) {
            Optional<String> agent = roster.find(String.join(" ", words.subList(0, count)));
            String job = String.join(" ", words.subList(count, words.size()));
            if (agent.isPresent() && Character.isLowerCase(job.codePointAt(0)) && !job.startsWith("to ")) {
                return Optional.of(new Clause(agent.get(), job, needs, true));
            }
        }
        return Optional.empty();
    }

    /** True for a sentence that says that something must not begin before something else. */
    public static boolean holdsBack(String sentence) {
        return NOT_BEFORE.matcher(sentence).find();
    }

    /** What a sentence such as "Run after the importer has finished" waits for. */
    public static List<String> starting(String sentence) {
        Matcher starts = STARTING.matcher(sentence.strip());
        return starts.matches() ? before(starts.group(1)) : List.of();
    }

    /** Words without "then", "will" and the like in front. */
    public static String bare(String words) {
        return THEN.matcher(WILL.matcher(THEN.matcher(words).replaceFirst("")).replaceFirst("")).replaceFirst("");
    }

    /** "The crane agent cannot start before the plan is approved": who waits, and for what; no job. */
    public static Optional<Clause> waiting(String sentence, Roster roster) {
        Matcher waits = NOT_BEFORE.matcher(sentence.strip());
        return waits.matches()
                ? name(waits.group(1), roster).map(agent -> new Clause(agent, "", before(waits.group(2)), false))
                : Optional.empty();
    }

    /** What a clause names that must stand, without the words for standing. */
    public static List<String> before(String clause) {
        return AgentFields.parts(clause).stream().map(part -> STANDS.matcher(part.strip()).replaceFirst(""))
                .map(part -> ARTICLE.matcher(part).replaceFirst("")).filter(part -> !part.isBlank()).toList();
    }

    private static Optional<String> name(String written, Roster roster) {
        String bare = ARTICLE.matcher(written.strip()).replaceFirst("");
        return roster.find(bare).or(() -> roster.said(bare));
    }

    /** The longest known name at the beginning with a verb behind it. */
    private static Optional<Clause> subject(String text, Roster roster, List<String> needs,
            Function<String, Optional<Doing>> doing) {
        String bare = ARTICLE.matcher(text).replaceFirst("");
        boolean article = !bare.equals(text);
        // Of a long text only the beginning is looked at word by word: this is asked at each place where a clause may end.
        List<String> words = List.of(bare.split("\\s+", NAME_WORDS_MAX + 1));
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - 1); count > 0; count--) {
            String name = String.join(" ", words.subList(0, count));
            boolean written = article || name.startsWith("@") || Character.isUpperCase(name.codePointAt(0))
                    || NameIndex.saysAgent(name) || AgentName.of(name).isIdentifier();
            boolean ends = name.endsWith(",") || name.endsWith(".") || name.endsWith(":");
            Optional<String> agent = written && !ends ? roster.find(name.replaceFirst("^@", "")) : Optional.empty();
            if (agent.isEmpty()) {
                continue;
            }
            String rest = String.join(" ", words.subList(count, words.size())).replaceAll("\\s+", " ");
            Matcher beside = BESIDE.matcher(rest);
            if (beside.lookingAt() && name(beside.group(1), roster).isPresent()) {
                rest = rest.substring(beside.end());
            }
            if (!rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0))) {
                return doing.apply(rest).map(job -> new Clause(agent.get(), job.words(), needs, job.told(),
                        job.kind() == Doing.Kind.DUTY));
            }
        }
        return Optional.empty();
    }
}
