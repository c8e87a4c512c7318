package baton.reading.document;

import java.util.ArrayList;
import java.util.List;

import baton.plan.Coverage.LineRange;

/**
 * Which lines of one document were taken, and by whom.
 *
 * <p>
 * A line may be taken several times: a heading can name both a phase and the size of the pool. What nobody took is judged
 * at the end: running text and headings are prose, lists, tables and fences were meant to say something.
 */
public final class Claims {

    private final MarkdownDocument document;
    private final boolean[] taken;

    public Claims(MarkdownDocument document) {
        this.document = document;
        this.taken = new boolean[document.lines().size() + 2];
    }

    public void take(int line, int lastLine) {
        for (int i = Math.max(1, line); i <= Math.min(lastLine, taken.length - 1); i++) {
            taken[i] = true;
        }
    }

    public void take(Block block) {
        take(block.line(), block.lastLine());
    }

    public void take(Block.Item item) {
        take(item.line(), item.lastLine());
    }

    public boolean isTaken(int line) {
        return line > 0 && line < taken.length && taken[line];
    }

    int linesTotal() {
        return document.lines().size();
    }

    /** The lines that look as if they said something and that nobody took, as ranges. */
    public List<LineRange> notUnderstood() {
        boolean[] open = new boolean[taken.length];
        document.sections().forEach(section -> section.blocks().forEach(block -> markOpen(block, open)));
        List<String> lines = document.lines();
        List<LineRange> ranges = new ArrayList<>();
        int from = 0;
        int last = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (open[i] && !taken[i] && !lines.get(i - 1).isBlank()) {
                from = from == 0 ? i : from;
                last = i;
            } else if (from > 0 && !lines.get(i - 1).isBlank()) {
                ranges.add(new LineRange(document.file(), from, last));
                from = 0;
            }
        }
        if (from > 0) {
            ranges.add(new LineRange(document.file(), from, last));
        }
        return ranges;
    }

    private static void markOpen(Block block, boolean[] open) {
        switch (block) {
            case Block.Paragraph _,Block.Aside _ -> {
            }
            case Block.Listing _,Block.Fence _,Block.Table _ -> {
                for (int i = block.line(); i <= Math.min(block.lastLine(), open.length - 1); i++) {
                    open[i] = true;
                }
            }
        }
    }
}
