package baton.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.PlannedFile;

/** Files that the document names with what they are for: an item or table row that starts with a path, or what goes there. */
final class FileListRecogniser implements Recogniser {

    private static final Pattern ITEM = Pattern
            .compile("(?:\\*\\*)?`?([^\\s`*]+)`?(?:\\*\\*)?(?:\\s*:\\s+|\\s+(?:[–—-]+|->|→|for|=)\\s+)(.+)");

    private static final Pattern GOES_TO = Pattern.compile("(?iu)([^.;!?`]{8,120}?)\\s+" + Lexicon.WORDS.pattern("GOES_TO")
            + "\\s+(?:\\p{L}{1,8}\\s+){0,2}`([^`\\s]+)`");

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
        Matcher matcher = GOES_TO.matcher(line.raw());
        while (matcher.find()) {
            boolean fresh = Paths.isFile(matcher.group(2)) && !findings.isOwn(document.file(), line.line())
                    && findings.draft.files.stream().noneMatch(file -> file.path().equals(matcher.group(2)));
            if (fresh) {
                findings.draft.files.add(new PlannedFile(matcher.group(2), Words.plain(matcher.group(1)).strip(),
                        new Place(document.file(), line.line())));
                claims.take(line.line(), line.line());
            }
        }
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
