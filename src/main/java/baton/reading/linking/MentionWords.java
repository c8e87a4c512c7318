package baton.reading.linking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.found.Chapters;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.Act;
import baton.reading.language.EastAsian;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;

/**
 * The words of all titles of a plan, so that two titles can be compared whatever form a word has in them.
 *
 * <p>
 * Words of one stem, a word and what it is short for ("auth", "CI"), and in scripts without blanks each pair of signs, are one
 * word. A word counts the more the fewer titles have it.
 */
final class MentionWords {

    /** "Voice 1: MusicXML importer": what stands in a row counts its entries. */
    private static final Pattern COUNTED = Pattern
            .compile("^\\p{L}{2,15}\\s+(?:\\d{1,3}|\\p{Lu})\\s*(?::|\\s[–—-])\\s+(\\S.*)$");
    private static final Pattern SHOUTED = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,5}(?![\\p{L}\\p{N}])");
    /** "E2E", for "end to end". */
    private static final Pattern TO = Pattern.compile("\\p{L}2\\p{L}");
    /** What words for doing and for what is done end in, beside the stem that both have. */
    private static final Pattern DERIVED = Pattern
            .compile("at|ag|ung|ier|ierung|ieren|iert|ion|or|eur|ing|ering|aci|ação"
                    + "|ación|azion|ani|eni|owan|ова\\p{L}*|ени\\p{L}*|ани\\p{L}*|ить|ать");
    private static final Set<String> SAYING_NOTHING = wordsOf("GENERIC", "ARTICLE");
    private static final String VOWELS = "aeiou";
    private static final int NOUN_ENDING = "ion".length();
    private static final int PREFIX_CHARS = 4;
    private static final int SHORT_CHARS_MAX = 6;
    private static final int LONG_CHARS_MIN = 9;
    private static final int SHORT_WORDS_MAX = 5;
    private static final int TITLE_CHARS_MAX = 400;
    private static final int HEAD_WORDS_MAX = 3;
    private static final int RARE_TITLES_MAX = 3;

    private final Findings findings;
    private final Map<String, String> meant = new HashMap<>();
    private final Set<String> shouted = new TreeSet<>();
    private final Map<String, Integer> titlesWith = new HashMap<>();
    private int titles;

    private MentionWords(Findings findings) {
        this.findings = findings;
    }

    private static Set<String> wordsOf(String... lists) {
        Set<String> words = new TreeSet<>();
        for (String list : lists) {
            words.addAll(Lexicon.WORDS.words(list));
        }
        return Collections.unmodifiableSet(words);
    }

    /** The mentions of these jobs, in their order, and what their words weigh. */
    static Read read(List<FoundTask> jobs, Findings findings) {
        return read(jobs, List.of(), findings);
    }

    /** The same where others will be compared with them later. */
    static Read read(List<FoundTask> jobs, List<FoundTask> others, Findings findings) {
        var words = new MentionWords(findings);
        Stream.concat(jobs.stream(), others.stream()).forEach(job -> words.learn(job.draft().title));
        words.settle();
        List<Mention> mentions = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (FoundTask job : jobs) {
            Mention mention = words.mention(job, mentions.size());
            mentions.add(mention);
            if (known.add(mention.key())) {
                words.titles++;
                mention.words().forEach(word -> words.titlesWith.merge(word, 1, Integer::sum));
            }
        }
        return new Read(List.copyOf(mentions), words);
    }

    /** All mentions with their words. */
    record Read(List<Mention> mentions, MentionWords words) {}

    /** How much it says that two titles have these words. */
    double weight(Set<String> words) {
        return words.stream().mapToDouble(word -> Math.log1p((double) titles / titlesWith.getOrDefault(word, 1))).sum();
    }

    /** True for a word that hardly any other title has. */
    boolean isRare(String word) {
        return titlesWith.getOrDefault(word, 0) <= RARE_TITLES_MAX;
    }

    /** The title without a label that counts and without the paths that it names. */
    private static String bare(String whole) {
        String title = whole.length() > TITLE_CHARS_MAX ? whole.substring(0, TITLE_CHARS_MAX) : whole;
        Matcher counted = COUNTED.matcher(title);
        String text = counted.matches() ? counted.group(1) : title;
        String without = text;
        for (String path : Paths.in(text)) {
            without = without.replace(path, " ");
        }
        return Words.count(without) > 1 ? without : text;
    }

    private void learn(String title) {
        SHOUTED.matcher(title).results().forEach(found -> shouted.add(found.group().toLowerCase(Locale.ROOT)));
        tokens(title).stream().filter(word -> TO.matcher(word).matches()).forEach(shouted::add);
        tokens(title).forEach(word -> meant.put(word, ""));
    }

    private static List<String> tokens(String title) {
        List<String> tokens = new ArrayList<>();
        for (String word : Words.key(bare(title)).split(" ", -1)) {
            if (EastAsian.isIn(word) && word.length() > 2) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    tokens.add(word.substring(i, i + 2));
                }
            } else if (!word.isEmpty()) {
                tokens.add(word);
            }
        }
        return tokens;
    }

    /** Settles which words are one. */
    private void settle() {
        Map<String, String> stems = new TreeMap<>();
        meant.keySet().forEach(word -> stems.put(stem(word), ""));
        String last = "";
        for (Map.Entry<String, String> stem : stems.entrySet()) {
            last = isOneWord(last, stem.getKey()) ? last : stem.getKey();
            stem.setValue(last);
        }
        meant.replaceAll((word, _) -> stems.get(stem(word)));
        Map<String, List<String>> longOnes = new TreeMap<>();
        meant.keySet().stream().filter(word -> word.length() >= LONG_CHARS_MIN && isLatin(word)).sorted()
                .forEach(word -> longOnes.computeIfAbsent(word.substring(0, 3), _ -> new ArrayList<>()).add(word));
        for (String word : new TreeSet<>(meant.keySet())) {
            if (word.length() >= 3 && word.length() <= SHORT_CHARS_MAX) {
                List<String> longer = longOnes.getOrDefault(word.substring(0, 3), List.of()).stream()
                        .filter(one -> one.startsWith(stem(word)) && one.length() > 2 * word.length())
                        .map(meant::get).distinct().toList();
                if (longer.size() == 1) {
                    meant.put(word, longer.getFirst());
                }
            }
        }
    }

    /** Without the endings that a word has when it is many, or when what is done is named and not said. */
    private static String stem(String word) {
        String last = word;
        String next = shortened(word);
        while (!next.equals(last)) {
            last = next;
            next = shortened(last);
        }
        return last;
    }

    private static String shortened(String word) {
        String one = word.endsWith("s") && !word.endsWith("ss") && word.length() > PREFIX_CHARS
                ? word.substring(0, word.length() - 1)
                : word;
        boolean noun = one.endsWith("ation");
        boolean kept = one.endsWith("y") && one.length() > 1 && VOWELS.indexOf(one.charAt(one.length() - 2)) >= 0;
        return noun ? one.substring(0, one.length() - NOUN_ENDING) : kept ? one : TitleWords.stem(one);
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 0x250);
    }

    /** Two stems that differ only in their endings. */
    private static boolean isOneWord(String one, String other) {
        int same = 0;
        int longest = Math.max(one.length(), other.length());
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        boolean derived = same == Math.min(one.length(), other.length())
                && DERIVED.matcher((one.length() > same ? one : other).substring(same)).matches();
        boolean latin = isLatin(one) && isLatin(other);
        boolean close = derived || (latin ? same * 4 >= longest * 3 : same * 3 >= longest * 2);
        return same >= PREFIX_CHARS && close
                && one.chars().noneMatch(Character::isDigit) && other.chars().noneMatch(Character::isDigit);
    }

    Mention mention(FoundTask job, int order) {
        String title = job.draft().title;
        List<String> tokens = shortened(tokens(title));
        List<String> telling = new ArrayList<>();
        Set<String> further = new LinkedHashSet<>();
        for (String token : tokens) {
            String word = meant.getOrDefault(token, token);
            if (SAYING_NOTHING.contains(token)) {
                further.add(word);
            } else {
                telling.add(word);
            }
        }
        if (telling.isEmpty()) {
            telling.addAll(further);
            further.clear();
        }
        Optional<Act.Said> act = Act.of(Words.key(bare(title)));
        String done = act.map(said -> meant.getOrDefault(said.word(), said.word())).orElse("");
        if (telling.size() > 1 && telling.remove(done)) {
            further.add(done);
        }
        Chapters.Part chapter = findings.chapter(job.draft().place);
        String shape = chapter.times() ? job.shape().replaceFirst("@\\d+$", "") : job.shape();
        return new Mention(job, order, Words.key(title), telling, further, act, done, head(tokens), chapter.line() + " " + shape);
    }

    /** The telling words before the first "of"; none where making is all they say. */
    private Set<String> head(List<String> tokens) {
        int of = 0;
        while (of < tokens.size() && !Lexicon.WORDS.words("OF").contains(tokens.get(of))) {
            of++;
        }
        Set<String> head = new LinkedHashSet<>();
        if (of < tokens.size() && of <= HEAD_WORDS_MAX) {
            boolean making = Act.of(String.join(" ", tokens.subList(0, of)))
                    .filter(said -> said.act() == Act.MAKE || said.act() == Act.SET_UP).isPresent();
            tokens.subList(0, making ? 0 : of).stream().filter(word -> !SAYING_NOTHING.contains(word))
                    .forEach(word -> head.add(meant.getOrDefault(word, word)));
        }
        return head;
    }

    /** With what stands for several words in place of them, as "ci" for "continuous integration". */
    private List<String> shortened(List<String> tokens) {
        List<String> shorter = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int taken = 1;
            String word = tokens.get(at);
            var initials = new StringBuilder();
            for (int end = at; end < Math.min(tokens.size(), at + SHORT_WORDS_MAX); end++) {
                boolean to = end == at + 1 && tokens.get(end).equals("to");
                initials.append(to ? "2" : tokens.get(end).substring(0, 1));
                if (end > at && shouted.contains(initials.toString())) {
                    taken = end - at + 1;
                    word = initials.toString();
                }
            }
            shorter.add(word);
            at += taken;
        }
        return shorter;
    }

    /** The words of a title that another has too, as they are written. */
    static String shared(Mention one, Mention other, MentionWords words) {
        boolean telling = one.words().stream().anyMatch(other.words()::contains);
        List<String> said = new ArrayList<>();
        for (String token : words.shortened(tokens(one.draft().title))) {
            String word = words.meant.getOrDefault(token, token);
            boolean done = word.equals(one.done()) && other.says(one);
            if (done || other.words().contains(word)
                    || (!telling && one.further().contains(word) && other.further().contains(word))) {
                said.add(token);
            }
        }
        return "\"" + String.join(" ", said) + "\"";
    }
}
