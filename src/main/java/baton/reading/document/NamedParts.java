package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Words;

/**
 * Names in bold that stand alone above labelled lines, as headings of sections: people who describe several agents below one
 * heading often set the names off in this way.
 *
 * @param blocks
 *            what stands before the first of them
 * @param sections
 *            one for each name
 */
record NamedParts(List<Block> blocks, List<Section> sections) {

    private static final Pattern BOLD = Pattern.compile("(\\*\\*|__|`)([^*_`]{2,60})\\1");
    private static final int PARTS_MIN = 2;

    /** The blocks of a section taken apart; all of them where fewer than two names head labelled lines. */
    static NamedParts of(List<Block> blocks, int level, int lastLine) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (isName(blocks.get(i))) {
                starts.add(i);
            }
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : blocks.size();
            int last = end < blocks.size() ? blocks.get(end).line() - 1 : lastLine;
            sections.add(section(blocks.subList(starts.get(i), end), level + 1, last));
        }
        long labelled = sections.stream()
                .filter(section -> section.fields().stream().anyMatch(field -> field.label().isPresent())).count();
        return labelled < PARTS_MIN || labelled * 2 < sections.size()
                ? new NamedParts(blocks, List.of())
                : new NamedParts(blocks.subList(0, starts.getFirst()), sections);
    }

    private static boolean isName(Block block) {
        if (!(block instanceof Block.Paragraph(var lines))) {
            return false;
        }
        Matcher bold = BOLD.matcher(lines.getFirst().raw().strip());
        return bold.matches() && (AgentTitle.isName(bold.group(2)) || AgentName.of(bold.group(2)).isIdentifier()
                || heads(bold.group(2), lines));
    }

    /** One word that heads labelled lines right below it. */
    private static boolean heads(String name, List<Block.TextLine> lines) {
        return lines.size() > 2 && Words.count(name) == 1 && Label.of(name).isEmpty()
                && Field.of(List.of(new Block.Paragraph(lines.subList(1, lines.size())))).stream()
                        .filter(field -> field.label().isPresent()).count() == lines.size() - 1L;
    }

    private static Section section(List<Block> part, int level, int lastLine) {
        Block.Paragraph head = (Block.Paragraph) part.getFirst();
        String raw = head.lines().getFirst().raw().strip();
        String title = Words.title(raw);
        List<Block> own = new ArrayList<>();
        if (head.lines().size() > 1) {
            own.add(new Block.Paragraph(head.lines().subList(1, head.lines().size())));
        }
        own.addAll(part.subList(1, part.size()));
        return new Section(level, title, Words.key(title), raw, head.line(), Math.max(head.line(), lastLine), own,
                List.of(), Field.of(own));
    }
}
