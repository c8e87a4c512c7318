package baton.reading.agreement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.PlannedFile;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Paths;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/** Files that the document names with what they are for: an item or table row that starts with a path, or what goes there. */
public final class FileListRecogniser implements Recogniser {

    private static final Pattern ITEM = Pattern
            .compile("(?:\\*\\*)?`?([^\\s`*]+)`?(?:\\*\\*)?(?:\\s*:\\s+|\\s+(?:[–—-]+|->|→|for|=)\\s+)(.+)");

    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    /** "{@code LOG.md} (decisions)" */
    private static final Pattern PURPOSE = Pattern.compile("\\s+\\((\\p{L}[^()]{2,60})\\)");
    private static final Phrases GOES_TO = Phrases.of("GOES_TO");
    private static final int WORDS_BETWEEN_MAX = 2;
    /** What stands so far before a file says nothing about it. */
    private static final int CHARS_MAX = 2000;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> {
            section.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                    .flatMap(paragraph -> paragraph.lines().stream())
                    .forEach(line -> told(line, document, claims, findings));
            section.items().forEach(
                    item -> take(item.raw(), item.line(), item.lastLine(), section, document, claims, findings));
            section.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                    .flatMap(table -> table.rows().stream()).filter(row -> row.cells().size() >= 2)
                    .forEach(row -> take(row.cells().getFirst() + ": " + row.cells().get(1), row.line(), row.line(),
                            section, document, claims, findings));
        });
    }

    /** "A finding that endangers people goes to {@code URGENT.md}" in running text. */
    private static void told(Block.TextLine line, MarkdownDocument document, Claims claims, Findings findings) {
        if (line.raw().indexOf('`') < 0 || findings.isOwn(document.file(), line.line())) {
            return;
        }
        Matcher quoted = QUOTED.matcher(line.raw());
        while (quoted.find()) {
            String path = quoted.group(1);
            if (!Paths.isFile(path) || findings.hasFile(path)) {
                continue;
            }
            String before = line.raw().substring(Math.max(0, quoted.start() - CHARS_MAX), quoted.start());
            Matcher purpose = PURPOSE.matcher(line.raw()).region(quoted.end(), line.raw().length());
            boolean said = purpose.lookingAt() && Paths.in(purpose.group(1)).isEmpty();
            if (said || goesTo(Words.key(before))) {
                findings.draft.files.add(new PlannedFile(path,
                        said ? Words.plain(purpose.group(1)) : Words.plain(before).strip(),
                        new Place(document.file(), line.line())));
                claims.take(line.line(), line.line());
            }
        }
    }

    /** True where the words end with "goes to" and perhaps two words more, such as "goes to the file". */
    private static boolean goesTo(String key) {
        String rest = key;
        for (int i = 0; i <= WORDS_BETWEEN_MAX; i++) {
            if (GOES_TO.ends(rest)) {
                return true;
            }
            rest = rest.contains(" ") ? rest.substring(0, rest.lastIndexOf(' ')) : "";
        }
        return false;
    }

    private static void take(String raw, int line, int lastLine, Section section, MarkdownDocument document,
            Claims claims, Findings findings) {
        Matcher matcher = ITEM.matcher(raw.strip());
        if (matcher.matches() && Paths.isPath(matcher.group(1)) && !findings.isOwn(document.file(), line)) {
            findings.draft.files.add(new PlannedFile(matcher.group(1), Words.plain(matcher.group(2)),
                    new Place(document.file(), line)));
            claims.take(line, lastLine);
            claims.take(section.line(), section.line());
        }
    }
}
