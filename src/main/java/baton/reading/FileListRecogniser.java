package baton.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.PlannedFile;

/** Files that the document names with what they are for: an item or table row that starts with a path. */
final class FileListRecogniser implements Recogniser {

    private static final Pattern ITEM = Pattern
            .compile("(?:\\*\\*)?`?([^\\s`*]+)`?(?:\\*\\*)?(?:\\s*:\\s+|\\s+(?:[–—-]+|->|→|for|=)\\s+)(.+)");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> {
            section.items().forEach(
                    item -> take(item.raw(), item.line(), item.lastLine(), section, document, claims, findings));
            section.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                    .flatMap(table -> table.rows().stream()).filter(row -> row.cells().size() >= 2)
                    .forEach(row -> take(row.cells().getFirst() + ": " + row.cells().get(1), row.line(), row.line(),
                            section, document, claims, findings));
        });
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
