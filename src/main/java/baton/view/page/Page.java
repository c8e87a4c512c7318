package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.view.text.Folding;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** The workbench for a page: sections with a heading each, apart by an empty line; a section without lines leaves no trace. */
final class Page {
    private static final String INDENT = "  ";
    /** What a document says may be of any length; a page stays one. */
    private static final int LINE_FOLDS_MAX = 4;
    private static final int SENTENCE_LINES_MAX = 40;

    private final List<StyledLine> lines = new ArrayList<>();
    private final int columnsMax;

    Page(int columnsMax) {
        this.columnsMax = columnsMax;
    }

    int columnsMax() {
        return columnsMax;
    }

    Page line(StyledLine line) {
        lines.addAll(Folding.of(line, columnsMax, INDENT.length(), LINE_FOLDS_MAX));
        return this;
    }

    Page section(String heading, List<StyledLine> body) {
        if (body.isEmpty()) {
            return this;
        }
        if (!lines.isEmpty()) {
            lines.add(StyledLine.EMPTY);
        }
        lines.add(StyledLine.of(Tone.STRONG, heading));
        lines.addAll(body);
        return this;
    }

    Page section(String heading, Table table) {
        return section(heading, table.lines(INDENT.length()));
    }

    /** The sentence in as many indented lines as it needs. */
    List<StyledLine> wrapped(String sentence) {
        int columns = columnsMax - INDENT.length();
        return TextWidth.wrap(sentence, columns).stream().limit(SENTENCE_LINES_MAX)
                .map(part -> StyledLine.of(INDENT + TextWidth.cut(part, columns))).toList();
    }

    List<StyledLine> lines() {
        return List.copyOf(lines);
    }
}
