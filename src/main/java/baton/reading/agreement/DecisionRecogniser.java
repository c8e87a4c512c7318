package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.PlannedDecision;
import baton.plan.PlannedDecision.Option;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Decisions that the document leaves open: a section, item or paragraph with options, and what it recommends.
 *
 * <p>
 * Labelled options ("Option A: …") make a decision wherever they stand; other lists only below a title about decisions.
 */
public final class DecisionRecogniser implements Recogniser {

    private static final Pattern LETTERED = Pattern.compile("\\s*\\(?([a-zA-Z]|\\d)[).]\\s+(.+)");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|->|=>|⇒)\\s*(.+)");
    private static final Pattern SUGGESTS = Pattern
            .compile("(?iu)\\s*(?:→|->|=>|⇒)?\\s*(?:\\*\\*)?" + Lexicon.WORDS.pattern("SUGGEST")
                    + "(?:\\*\\*)?\\s*:?\\s*(.+)");
    private static final Pattern COUNTED = Pattern
            .compile("(?iu)(?:D|ADR|DEC|" + Lexicon.WORDS.pattern("COUNTED") + ")[- ]?\\d+\\s*[:–—-]\\s*(.+)");
    private static final List<Pattern> BETWEEN_OPTIONS = List.of(Pattern.compile("\\s*;\\s*"),
            Pattern.compile("\\s+[/|]\\s+"),
            Pattern.compile(
                    "(?iu)\\s*(?:,\\s*)?(?:\\b(?:or|oder|ou|of|albo|lub|или)\\b|(?<=\\s)(?:o|ó)(?=\\s)|还是|または|,)\\s*"));
    private static final Pattern KEY = Pattern.compile("\\(([a-zA-Z]|\\d)\\)[.]?");
    /** A line below a list belongs to it with at most an empty line between. */
    private static final int NEAR = 2;
    private static final Pattern TITLED = Pattern
            .compile("(?:\\*\\*|__)([^*_]{3,100})(?:\\*\\*|__)\\s*[:–—-]?\\s+([^?？]{5,200}[?？])\\s*(.*)");
    private static final Pattern CHOICE = Pattern
            .compile("(?iu)(.{2,80}?)\\s+(?:or|vs\\.?|versus|oder|ou|o|of)\\s+(.{2,80}?)\\??");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.passages().stream().filter(passage -> !claims.isTaken(passage.line()))
                .forEach(passage -> OpenChoices.lettered(passage).or(() -> OpenChoices.labelled(passage))
                        .ifPresent(choice -> choice(choice, passage, claims, findings)));
        document.passages().stream().filter(passage -> isChoice(passage, claims)).forEach(passage -> {
            options((Block.Listing) passage.block(), passage, findings);
            passage.claim(claims);
        });
        document.passages().stream().filter(passage -> !claims.isTaken(passage.line()) && isAdvised(passage))
                .forEach(passage -> {
                    if (inLines((Block.Paragraph) passage.block(), passage, findings)) {
                        passage.claim(claims);
                    }
                });
        document.passages().stream().filter(passage -> !claims.isTaken(passage.line()) && isOffered(passage))
                .forEach(passage -> {
                    ((Block.Listing) passage.block()).items().forEach(item -> item(item, passage, findings));
                    passage.claim(claims);
                });
        document.passages().stream().filter(passage -> !claims.isTaken(passage.line())
                && (!passage.about(Topic.DECISIONS) || passage.block() instanceof Block.Paragraph))
                .forEach(passage -> OpenChoices.of(passage)
                        .forEach(choice -> choice(choice, passage, claims, findings)));
        document.sections().filter(section -> section.level() > 0)
                .forEach(section -> labelled(section, document, claims, findings));
        for (Passage passage : document.passages()) {
            if (!claims.isTaken(passage.line()) && (passage.about(Topic.DECISIONS) || DecisionTable.isOne(passage))) {
                switch (passage.block()) {
                    case Block.Listing list -> {
                        if (isQuestion(passage)) {
                            options(list, passage, findings);
                        } else if (list.items().stream().anyMatch(DecisionRecogniser::isOpen)) {
                            list.items().forEach(item -> item(item, passage, findings));
                        }
                        passage.claim(claims);
                    }
                    case Block.Paragraph paragraph -> {
                        if (inLines(paragraph, passage, findings) || lettered(paragraph, passage, findings)
                                || line(paragraph, passage, findings)) {
                            passage.claim(claims);
                        }
                    }
                    case Block.Table table -> {
                        table.rows().forEach(row -> DecisionTable.row(table, row, passage, findings));
                        passage.claim(claims);
                    }
                    case Block.Fence _,Block.Aside _ -> {
                    }
                }
            }
        }
    }

    private static void choice(OpenChoices choice, Passage passage, Claims claims, Findings findings) {
        add(choice.title(), "", choice.options(), choice.advice(),
                new Place(passage.document().file(), choice.line()), findings);
        claims.take(choice.line(), choice.lastLine());
        claims.take(passage.line(), passage.line());
    }

    /** A list of options, or of answers of which one is recommended, below a line or heading that asks. */
    private static boolean isChoice(Passage passage, Claims claims) {
        boolean asked = passage.titles().findFirst().filter(title -> isAsking(title.text())).isPresent();
        if (!asked || claims.isTaken(passage.line()) || !(passage.block() instanceof Block.Listing list)) {
            return false;
        }
        long options = list.items().stream().filter(item -> Field.ofItem(item).filter(field -> field.is(Label.OPTION))
                .isPresent()).count();
        boolean lead = passage.lead().filter(one -> isAsking(one.title())).isPresent();
        return (lead && options > 1)
                || (list.items().size() > 2 && list.items().stream().anyMatch(item -> advice(item).isPresent()));
    }

    /** Nothing but questions, each with options below it, is for somebody to choose whatever the title says. */
    private static boolean isOffered(Passage passage) {
        return passage.block() instanceof Block.Listing list && !passage.inFence()
                && list.items().stream().allMatch(item -> !item.lines().isEmpty()
                        && isAsking(Words.plain(item.raw()))
                        && item.subItems().stream().filter(inner -> Field.ofItem(inner)
                                .filter(field -> field.is(Label.OPTION)).isPresent()).count() > 1);
    }

    private static boolean isAsking(String title) {
        return title.endsWith("?") || title.endsWith("？");
    }

    /** What an item recommends, where it does. */
    static Optional<String> advice(Block.Item item) {
        String text = Words.plain(item.raw());
        Matcher suggests = SUGGESTS.matcher(text);
        Entry entry = Entry.of(text, List.of(), item.line(), item.lastLine());
        return Field.ofItem(item).filter(field -> field.is(Label.RECOMMENDATION))
                .map(field -> String.join("; ", field.texts())).filter(said -> !said.isBlank())
                .or(() -> Label.all(entry.label()).contains(Label.RECOMMENDATION)
                        ? Optional.of(entry.value())
                        : Optional.empty())
                .or(() -> suggests.matches() ? Optional.of(suggests.group(1)) : Optional.empty());
    }

    /** Lines that list options and recommend one are a decision wherever they stand. */
    private static boolean isAdvised(Passage passage) {
        if (!(passage.block() instanceof Block.Paragraph paragraph) || paragraph.lines().size() < 2) {
            return false;
        }
        List<Field> fields = Field.of(List.of(paragraph));
        return fields.stream().anyMatch(DecisionRecogniser::isAll)
                && fields.stream().anyMatch(field -> field.is(Label.RECOMMENDATION));
    }

    /** An item that asks, offers a choice or has options below it; steps of a procedure do none of that. */
    private static boolean isOpen(Block.Item item) {
        String text = asked(Words.plain(item.raw()));
        return text.endsWith("?") || !item.subItems().isEmpty() || CHOICE.matcher(text).matches();
    }

    /** The question with which a text begins, or the whole text. */
    private static String asked(String text) {
        int end = text.indexOf("? ");
        return end < 0 || text.substring(0, end).contains(". ") ? text : text.substring(0, end + 1);
    }

    /** True where the nearest title asks, so that the list below it answers. */
    private static boolean isQuestion(Passage passage) {
        return passage.titles().findFirst().filter(title -> !title.topics().contains(Topic.DECISIONS)
                && (title.text().endsWith("?") || title.topics().isEmpty())).isPresent();
    }

    private static void options(Block.Listing list, Passage passage, Findings findings) {
        List<Option> options = new ArrayList<>();
        String recommendation = recommended(passage, list.lastLine());
        for (Block.Item item : list.items()) {
            Optional<String> advice = advice(item);
            advice.ifPresentOrElse(_ -> {}, () -> options.add(letter(item.raw(), options.size())));
            recommendation = advice.orElse(recommendation);
        }
        Passage.Title title = passage.titles().findFirst().orElseThrow();
        add(title.text(), "", options, recommendation, new Place(passage.document().file(), title.line()), findings);
    }

    /** A line right below the list that recommends. */
    static String recommended(Passage passage, int after) {
        return passage.section().blocks().stream().filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast).filter(block -> block.line() > after).findFirst()
                .filter(block -> block.line() <= after + NEAR)
                .flatMap(block -> advice(
                        new Block.Item(block.lines().subList(0, 1), List.of(), block.line(), block.line())))
                .orElse("");
    }

    /** A section with labelled options. */
    private static void labelled(Section section, MarkdownDocument document, Claims claims, Findings findings) {
        List<Field> fields = Field.of(section);
        List<Field> options = fields.stream().filter(field -> field.is(Label.OPTION) && !isAll(field)
                && !claims.isTaken(field.line())).toList();
        if (options.size() < 2) {
            return;
        }
        String question = fields.stream().filter(field -> field.is(Label.QUESTION)).findFirst()
                .map(field -> Words.plain(field.value())).orElse("");
        String recommendation = fields.stream().filter(field -> field.is(Label.RECOMMENDATION)).findFirst()
                .map(field -> String.join("; ", field.texts())).orElse("");
        add(section.title(), question, options.stream().map(DecisionRecogniser::option).toList(), recommendation,
                new Place(document.file(), section.line()), findings);
        claims.take(section.line(), section.line());
        Stream.concat(options.stream(), fields.stream()
                .filter(field -> field.is(Label.QUESTION) || field.is(Label.RECOMMENDATION)))
                .forEach(field -> claims.take(field.line(), field.lastLine()));
    }

    /** "Options: one / the other" in one line. */
    private static boolean isAll(Field field) {
        return Lexicon.WORDS.words("OPTIONS").contains(Words.key(field.words()));
    }

    /** The options that one line lists; single words and phrases stand between slashes, semicolons, "or" and commas. */
    private static List<Option> listed(Field field) {
        List<Option> options = new ArrayList<>();
        if (!field.items().isEmpty()) {
            field.items().forEach(item -> options.add(letter(item.raw(), options.size())));
            return options;
        }
        String value = Words.plain(field.value());
        for (Pattern between : BETWEEN_OPTIONS) {
            List<String> parts = Stream.of(between.split(value, -1)).map(String::strip).filter(part -> !part.isEmpty())
                    .toList();
            if (parts.size() > 1) {
                parts.forEach(part -> options.add(letter(part, options.size())));
                return options;
            }
        }
        return options;
    }

    private static Option option(Field field) {
        String words = Words.title(field.words());
        int blank = words.lastIndexOf(' ');
        return new Option(words.substring(blank + 1), String.join("; ", field.texts()));
    }

    /** An item below a title about decisions, its options in the list below it or in its own words. */
    private static void item(Block.Item item, Passage passage, Findings findings) {
        var place = new Place(passage.document().file(), item.line());
        Entry entry = Entry.of(item.raw(), item.subItems(), item.line(), item.lastLine());
        List<Option> options = new ArrayList<>();
        String recommendation = "";
        for (Block.Item inner : item.subItems()) {
            Optional<String> advice = advice(inner);
            advice.ifPresentOrElse(_ -> {}, () -> options.add(letter(inner.raw(), options.size())));
            recommendation = advice.orElse(recommendation);
        }
        String title = entry.label().isEmpty() ? asked(entry.text()) : entry.label();
        String question = entry.label().isEmpty() ? asked(entry.text()) : entry.value();
        Matcher choice = CHOICE.matcher(question);
        if (options.isEmpty() && choice.matches()) {
            options.add(new Option("A", choice.group(1).replaceFirst("^.*:\\s+", "")));
            options.add(new Option("B", choice.group(2)));
        }
        add(title, question, options, recommendation, place, findings);
    }

    static Option letter(String raw, int index) {
        Optional<Field> labelled = Field.ofItem(new Block.Item(List.of(new Block.TextLine(raw, 1)), List.of(), 1, 1))
                .filter(field -> field.is(Label.OPTION));
        Matcher lettered = LETTERED.matcher(Words.plain(raw));
        return labelled.map(DecisionRecogniser::option).orElseGet(() -> lettered.matches()
                ? new Option(lettered.group(1), lettered.group(2))
                : new Option(String.valueOf((char) ('A' + index % 26)), Words.plain(raw)));
    }

    /** A title with lines "Options: one / two" and "Preferred: two" below it. */
    private static boolean inLines(Block.Paragraph paragraph, Passage passage, Findings findings) {
        List<Field> fields = Field.of(List.of(paragraph));
        Optional<Field> all = fields.stream().filter(DecisionRecogniser::isAll).findFirst();
        List<Option> options = all.map(DecisionRecogniser::listed).orElse(List.of());
        if (options.isEmpty()) {
            return false;
        }
        boolean headed = paragraph.line() < all.get().line();
        String first = paragraph.lines().getFirst().raw();
        String title = headed
                ? Words.title(Field.ofItem(new Block.Item(List.of(paragraph.lines().getFirst()), List.of(), 1, 1))
                        .filter(field -> field.is(Label.QUESTION)).map(Field::value).orElse(first)
                        .replaceFirst("\\s*\\([^()]*\\)\\s*$", ""))
                : passage.titles().findFirst().map(Passage.Title::text).orElse("");
        String question = fields.stream().filter(field -> field.is(Label.QUESTION) && field.line() > paragraph.line())
                .map(field -> Words.plain(field.value())).findFirst().orElse("");
        String recommendation = fields.stream().filter(field -> field.is(Label.RECOMMENDATION))
                .map(field -> String.join("; ", field.texts())).findFirst().orElse("");
        add(title, question, options, recommendation, new Place(passage.document().file(), paragraph.line()), findings);
        return true;
    }

    /** "D1 – Which viewer?" with lines (a), (b) and a line that suggests one. */
    private static boolean lettered(Block.Paragraph paragraph, Passage passage, Findings findings) {
        List<Option> options = new ArrayList<>();
        String recommendation = "";
        List<Block.TextLine> lines = paragraph.lines();
        for (Block.TextLine line : lines.subList(1, lines.size())) {
            String text = Words.plain(line.raw());
            Matcher option = LETTERED.matcher(text);
            Matcher suggests = SUGGESTS.matcher(text);
            Matcher arrow = ARROW.matcher(text);
            if (option.matches()) {
                options.add(new Option(option.group(1), option.group(2)));
            } else if (suggests.matches()) {
                recommendation = suggests.group(1);
            } else if (arrow.matches()) {
                recommendation = arrow.group(1);
            }
        }
        if (options.size() > 1) {
            String title = Words.title(lines.getFirst().raw().replaceFirst("\\s*\\([^()]*\\)\\s*$", ""));
            add(title, "", options, recommendation, new Place(passage.document().file(), paragraph.line()), findings);
        }
        return options.size() > 1;
    }

    /** "<b>D1. Calls.</b> One way for all, or one for each? → one for each." in every line. */
    private static boolean line(Block.Paragraph paragraph, Passage passage, Findings findings) {
        List<Matcher> lines = paragraph.lines().stream().map(line -> TITLED.matcher(line.raw().strip())).toList();
        if (!lines.stream().allMatch(Matcher::matches)) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            String title = COUNTED.matcher(Words.title(lines.get(i).group(1).replaceFirst("[.:]$", "")))
                    .replaceFirst("$1").replaceFirst("^\\p{Lu}{1,4}-?\\d{1,2}[.)]\\s+", "");
            String asked = Words.plain(lines.get(i).group(2));
            Matcher choice = CHOICE.matcher(asked);
            List<Option> options = choice.matches()
                    ? List.of(new Option("A", choice.group(1).replaceFirst(",$", "")), new Option("B", choice.group(2)))
                    : List.of();
            String behind = lines.get(i).group(3) == null ? "" : lines.get(i).group(3);
            Matcher suggests = SUGGESTS.matcher(Words.plain(behind));
            Matcher arrow = ARROW.matcher(Words.plain(behind));
            String said = suggests.matches() ? suggests.group(1) : arrow.matches() ? arrow.group(1) : "";
            boolean open = Lexicon.WORDS.words("OPEN_STILL").stream().anyMatch(Words.key(said)::startsWith);
            add(title, asked, options, open ? "" : said.replaceFirst("[.]$", ""),
                    new Place(passage.document().file(), paragraph.lines().get(i).line()), findings);
        }
        return true;
    }

    static void add(String title, String question, List<Option> options, String recommendation, Place place,
            Findings findings) {
        Matcher counted = COUNTED.matcher(title);
        String words = counted.matches() ? counted.group(1) : title;
        Matcher key = KEY.matcher(recommendation.strip());
        String said = key.matches() ? key.group(1) : recommendation;
        findings.draft.decisions.add(new PlannedDecision("D-" + (findings.draft.decisions.size() + 1), words,
                question.isEmpty() ? words : question, options, said, List.of(), place));
    }
}
