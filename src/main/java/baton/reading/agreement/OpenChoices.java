package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.PlannedDecision.Option;
import baton.reading.document.Block;
import baton.reading.document.Entry;
import baton.reading.document.Field;
import baton.reading.document.Lead;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Choices by their form alone, below whatever heading: an item that asks with lettered answers below it, a title above lettered
 * answers and a line that leans to one of them, or a line with lines "Variant 1: …" and "Variant 2: …" right below it.
 *
 * @param title
 *            what is to be decided
 * @param advice
 *            which one is suggested, or nothing
 */
record OpenChoices(String title, List<Option> options, String advice, int line, int lastLine) {

    private static final Pattern LETTERED = Pattern.compile("\\s*\\(?([a-hA-H]|[1-9])[).]\\s+(.+)");
    private static final Pattern ANSWER = Pattern.compile("\\(?([a-hA-H])[).:]\\s+(.+)");
    private static final Pattern COUNTED = Pattern
            .compile("[*_]*(\\p{L}{3,14}\\s+(?:[A-H]|[1-9]))[*_]*\\s*[:.)–—-][*_]*\\s+(\\S.*)");
    private static final Pattern SEGMENT = Pattern
            .compile("(?iu)(?<=[.;。；][*_]{0,2})\\s+(?=[*_]*(?:\\p{L}{3,14}\\s+(?:[A-H]|[1-9])|(?:\\p{L}+\\s+){0,2}(?:"
                    + Lexicon.WORDS.pattern("RECOMMENDS") + "|" + Lexicon.WORDS.pattern("SUGGEST") + "))[*_]*\\s*:)");
    /** "Matter 2: …" */
    private static final Pattern COUNT = Pattern.compile("^\\p{L}{3,14}\\s+\\d{1,2}\\s*[:–—-]\\s+");
    private static final Pattern SAID = Pattern.compile(
            "([^?]{8,240}\\?)[*_]*\\s+[*_]*(\\p{L}[\\p{L} ]{2,20}):[*_]*\\s+(.{3,300}?)(?:[.;]?[*_]*\\s+[*_]*(\\p{L}[\\p{L} ]{2,30}):[*_]*\\s+(.{1,200}))?");
    private static final Pattern OFFERED = Pattern.compile("\\s+[/|]\\s+|\\s*;\\s*|\\s*,\\s*(?:or\\s+)?(?=\\([\\p{L}\\d]\\))");
    private static final int MARK_CHARS = 4;
    private static final Pattern MARKED = Pattern.compile("(?<=\\s)\\(([a-h])\\)\\s");
    /** A bold title or a question before the first of the marks. */
    private static final Pattern HEAD = Pattern
            .compile("(?:(?:\\*\\*|__)(.{3,160}?)(?:\\*\\*|__).*|(?:.*[.!]\\s+)?([^.!?]{3,160}\\?).*)");
    private static final Pattern BETWEEN = Pattern
            .compile("(?iu)\\s*[,;]?(?:\\s+(?:or|oder|ou|o|of|albo|lub|или))?\\s*$");
    private static final Pattern SAYS = Pattern.compile("(?iu).*?(?<![\\p{L}])(?:" + Lexicon.WORDS.pattern("SUGGEST")
            + "|" + Lexicon.WORDS.pattern("PROPOSES") + ")\\s*:?\\s+(.{1,80}?)[.]?");

    OpenChoices {
        options = List.copyOf(options);
    }

    /** "Do we move it? <b>Options:</b> now / later. <b>Proposal:</b> later." in one paragraph. */
    private static Optional<OpenChoices> said(Block.Paragraph paragraph) {
        String raw = String.join(" ", paragraph.lines().stream().map(line -> line.raw().strip()).toList());
        Matcher said = SAID.matcher(raw);
        if (!said.matches() || !Lexicon.WORDS.words("OPTIONS").contains(Words.key(said.group(2)))
                || (said.group(4) != null && !Label.all(said.group(4)).contains(Label.RECOMMENDATION))) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        for (String part : OFFERED.split(said.group(3), -1)) {
            options.add(DecisionRecogniser.letter(Words.plain(part.strip()).replaceFirst("[.;]$", ""), options.size()));
        }
        String title = Words.plain(said.group(1)).replaceFirst("^\\p{L}{2,12}:\\s+", "");
        return options.size() < 2
                ? Optional.empty()
                : Optional.of(new OpenChoices(title, options,
                        said.group(5) == null ? "" : Words.plain(said.group(5)).replaceFirst("[.]$", ""),
                        paragraph.line(), paragraph.lastLine()));
    }

    static List<OpenChoices> of(Passage passage) {
        return switch (passage.block()) {
            case Block.Listing list when !passage.inFence() && !passage.about(Topic.TASKS) -> list.items().stream()
                    .flatMap(item -> item(item).stream()).toList();
            case Block.Paragraph paragraph when !passage.inFence() -> said(paragraph).or(() -> paragraph(paragraph))
                    .or(() -> inText(paragraph).filter(choice -> !choice.advice().isEmpty()
                            || !passage.about(Topic.DECISIONS)))
                    .stream().toList();
            case Block.Listing _,Block.Paragraph _,Block.Fence _,Block.Table _,Block.Aside _ -> List.of();
        };
    }

    /** A title above answers that are lettered from A on, and one line among them that names one of the letters. */
    static Optional<OpenChoices> lettered(Passage passage) {
        if (!(passage.block() instanceof Block.Listing list) || passage.inFence()) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        for (Block.Item item : list.items()) {
            String text = Words.plain(item.raw());
            Matcher option = ANSWER.matcher(text);
            boolean next = option.matches()
                    && option.group(1).toLowerCase(Locale.ROOT).charAt(0) == 'a' + options.size();
            if (next) {
                options.add(new Option(option.group(1), option.group(2)));
            } else {
                Entry entry = Entry.of(text, List.of(), item.line(), item.lastLine());
                DecisionRecogniser.advice(item).or(() -> Optional.of(entry.value())).ifPresent(advice::add);
            }
        }
        boolean chosen = advice.size() == 1 && options.stream().anyMatch(option -> Pattern
                .matches("(?iu)\\(?" + option.key() + "(?![\\p{L}\\p{N}]).*", advice.getFirst()));
        Optional<Passage.Title> title = passage.titles().findFirst();
        return options.size() > 1 && chosen && title.isPresent()
                ? Optional.of(new OpenChoices(COUNT.matcher(title.get().text()).replaceFirst(""), options,
                        advice.getFirst(), title.get().line(), list.lastLine()))
                : Optional.empty();
    }

    /** A line of its own above options that say that they are: "Option A: wait", with what is recommended among them. */
    static Optional<OpenChoices> labelled(Passage passage) {
        // "Decision needed: which projector?" is a part of what its heading decides.
        Optional<Lead> lead = passage.lead().filter(Lead::marked).filter(one -> Label.of(one.title()).isEmpty()
                && !Topic.in(one.key()).contains(Topic.DECISIONS));
        if (!(passage.block() instanceof Block.Listing list) || passage.inFence() || lead.isEmpty()) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        String advice = "";
        for (Block.Item item : list.items()) {
            Optional<String> said = DecisionRecogniser.advice(item);
            boolean option = Field.ofItem(item).or(() -> Field.ofItem(plain(item)))
                    .filter(field -> field.is(Label.OPTION) && !field.value().isBlank()).isPresent();
            if (said.isEmpty() && !option) {
                return Optional.empty();
            }
            advice = said.orElse(advice);
            if (said.isEmpty()) {
                options.add(DecisionRecogniser.letter(Words.plain(item.raw()), options.size()));
            }
        }
        String behind = advice.isEmpty() ? DecisionRecogniser.recommended(passage, list.lastLine()) : "";
        return options.size() > 1
                ? Optional.of(new OpenChoices(COUNT.matcher(lead.get().title()).replaceFirst(""), options,
                        advice.isEmpty() ? behind : advice,
                        lead.get().line(), list.lastLine()))
                : Optional.empty();
    }

    private static Block.Item plain(Block.Item item) {
        return new Block.Item(List.of(new Block.TextLine(Words.plain(item.raw()), item.line())), List.of(), item.line(),
                item.lastLine());
    }

    /** A question with at least two lettered answers. */
    private static Optional<OpenChoices> item(Block.Item item) {
        String title = Words.plain(item.raw());
        boolean asks = title.endsWith("?") || title.endsWith("？");
        List<Block.Item> below = item.subItems();
        List<Block.Item> answers = below.stream().filter(inner -> DecisionRecogniser.advice(inner).isEmpty()).toList();
        boolean lettered = answers.size() > 1 && (answers.stream().allMatch(inner -> LETTERED
                .matcher(Words.plain(inner.raw())).matches()) || answers.size() < below.size());
        if (!asks || !lettered) {
            return Optional.empty();
        }
        String advice = below.stream().flatMap(inner -> DecisionRecogniser.advice(inner).stream()).findFirst()
                .orElse("");
        List<Option> options = IntStream.range(0, answers.size())
                .mapToObj(i -> DecisionRecogniser.letter(answers.get(i).raw(), i)).toList();
        return Optional.of(new OpenChoices(title, options, advice, item.line(), item.lastLine()));
    }

    /** A line, at least two lines that count the same word, and perhaps one that suggests. */
    private static Optional<OpenChoices> paragraph(Block.Paragraph paragraph) {
        List<Block.TextLine> lines = apart(paragraph.lines());
        List<Option> options = new ArrayList<>();
        List<String> words = new ArrayList<>();
        String advice = "";
        for (Block.TextLine line : lines.subList(1, lines.size())) {
            Matcher counted = COUNTED.matcher(line.raw().strip());
            Matcher says = SAYS.matcher(Words.plain(line.raw()));
            Entry entry = Entry.of(Words.plain(line.raw()), List.of(), line.line(), line.line());
            if (counted.matches() && isOption(counted.group(1))) {
                String name = counted.group(1);
                words.add(name.substring(0, name.lastIndexOf(' ')));
                options.add(new Option(name.substring(name.lastIndexOf(' ') + 1), Words.plain(counted.group(2))));
            } else if (says.matches()) {
                advice = says.group(1);
            } else if (Label.all(entry.label()).contains(Label.RECOMMENDATION)) {
                advice = entry.value();
            } else {
                return Optional.empty();
            }
        }
        String head = lines.getFirst().raw().strip();
        boolean headed = (head.startsWith("**") || head.startsWith("__") || head.endsWith("?"))
                && !isOption(Words.plain(head).replaceFirst("\\s*[:.–—-].*$", ""));
        return options.size() > 1 && headed && words.stream().distinct().count() == 1
                ? Optional.of(new OpenChoices(COUNT.matcher(Words.title(head.replaceFirst("[.](?=[*_]*\\s*$)", "")))
                        .replaceFirst(""), options, advice, paragraph.line(), paragraph.lastLine()))
                : Optional.empty();
    }

    /** "Shall we go by train? We could (a) wait or (b) take the bus. I lean towards (b)." */
    private static Optional<OpenChoices> inText(Block.Paragraph paragraph) {
        String raw = String.join(" ", paragraph.lines().stream().map(line -> line.raw().strip()).toList());
        Matcher marked = MARKED.matcher(raw);
        List<Integer> starts = new ArrayList<>();
        int first = -1;
        char next = 'a';
        while (marked.find() && marked.group(1).charAt(0) == next) {
            first = first < 0 ? marked.start() : first;
            starts.add(marked.end());
            next++;
        }
        Matcher head = HEAD.matcher(first < 0 ? "" : raw.substring(0, first));
        if (starts.size() < 2 || !head.matches()) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        String rest = "";
        for (int i = 0; i < starts.size(); i++) {
            boolean last = i + 1 == starts.size();
            String text = raw.substring(starts.get(i), last ? raw.length() : starts.get(i + 1) - MARK_CHARS).strip();
            int end = last ? sentenceEnd(text) : text.length();
            rest = text.substring(end);
            options.add(new Option(String.valueOf((char) ('a' + i)), Words.plain(BETWEEN.matcher(text.substring(0, end))
                    .replaceFirst(""))));
        }
        Matcher says = SAYS.matcher(Words.plain(rest).replaceFirst("^[.!?]\\s*", ""));
        String title = Words.plain(head.group(1) == null ? head.group(2) : head.group(1)).replaceFirst("[.:]$", "");
        return Optional.of(new OpenChoices(title, options, says.matches() ? says.group(1) : "", paragraph.line(),
                paragraph.lastLine()));
    }

    private static int sentenceEnd(String text) {
        Matcher end = Pattern.compile("[.!?](?:\\s|$)").matcher(text);
        return end.find() ? end.start() : text.length();
    }

    /** "Option 1: wait. Option 2: go on. Our advice: option 2." in one line, as lines of their own. */
    private static List<Block.TextLine> apart(List<Block.TextLine> lines) {
        return lines.stream().flatMap(line -> Stream.of(SEGMENT.split(line.raw(), -1)).map(String::strip)
                .filter(part -> !part.isEmpty()).map(part -> new Block.TextLine(part, line.line()))).toList();
    }

    /** "Variant 2", "Option B". */
    private static boolean isOption(String words) {
        return Lexicon.WORDS.labels(Words.key(words)).contains(Label.OPTION.name());
    }
}
