package baton.reading.agreement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.reading.data.YamlTexts;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Words;

/**
 * The plan's name and goal: from the front matter, the first heading, and a line or section that calls itself target or
 * goal. Other labelled lines beside the goal (budget, timeline, status) describe the subject and are never limits.
 */
public final class TitleRecogniser implements Recogniser {

    private static final Pattern GOAL = Pattern
            .compile("(?:project |overall |main )?(?:target|goal|goals|objective|objectives"
                    + "|mission|aim|purpose|outcome|vision)");
    private static final Pattern OVERVIEW = Pattern
            .compile(".*\\b(overview|summary|introduction|about|background|brief|charter"
                    + "|project|scope)\\b.*");
    private static final int GOAL_CHARS_MAX = 600;
    private static final int GOAL_LINES_MAX = 12;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        String name = matter(document, "name").or(() -> matter(document, "title")).or(() -> heading(document, claims))
                .orElse("");
        if (findings.draft.name.isEmpty()) {
            findings.draft.name = name;
        }
        String goal = matter(document, "goal").or(() -> labelled(document, claims)).or(() -> section(document, claims))
                .or(() -> firstWords(document, claims)).orElse("");
        if (findings.draft.goal.isEmpty()) {
            findings.draft.goal = goal;
        }
    }

    private static Optional<String> matter(MarkdownDocument document, String key) {
        return document.matter().fields().field(key).map(field -> YamlTexts.inline(field.value()).strip())
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> heading(MarkdownDocument document, Claims claims) {
        Optional<Section> first = document.root().children().stream().findFirst();
        first.ifPresent(section -> claims.take(section.line(), section.line()));
        return first.map(Section::title).filter(title -> !title.isEmpty());
    }

    /** A line such as "Target: …" in the head of the document or in a section that gives an overview. */
    private static Optional<String> labelled(MarkdownDocument document, Claims claims) {
        for (Section section : heads(document)) {
            List<Field> fields = Field.of(section);
            Optional<Field> goal = fields.stream().filter(field -> GOAL.matcher(Words.key(field.words())).matches())
                    .findFirst();
            if (goal.isPresent()) {
                // A list below one of the labels is about something of its own.
                fields.stream().filter(field -> field.items().isEmpty())
                        .forEach(field -> claims.take(field.line(), field.lastLine()));
                return Optional.of(String.join("; ", goal.get().texts()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> section(MarkdownDocument document, Claims claims) {
        return document.sections().filter(section -> GOAL.matcher(section.key()).matches()).findFirst()
                .flatMap(section -> {
                    claims.take(section.line(), section.ownLastLine());
                    return section.blocks().stream().findFirst().map(TitleRecogniser::text);
                }).filter(text -> !text.isBlank());
    }

    private static Optional<String> firstWords(MarkdownDocument document, Claims claims) {
        for (Section section : heads(document)) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph && paragraph.lines().size() <= GOAL_LINES_MAX
                        && text(paragraph).length() <= GOAL_CHARS_MAX
                        && Field.of(List.of(paragraph)).isEmpty()) {
                    claims.take(block);
                    return Optional.of(text(paragraph));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Section> heads(MarkdownDocument document) {
        return document.sections().filter(section -> section.level() <= 1
                || OVERVIEW.matcher(section.key()).matches()).toList();
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(var lines) ->
                Words.plain(String.join(" ", lines.stream().map(Block.TextLine::raw).toList()));
            case Block.Listing(_, var items, _, _) ->
                String.join("; ", items.stream().map(item -> Words.plain(item.raw())).toList());
            case Block.Fence _,Block.Table _,Block.Aside _ -> "";
        };
    }
}
