package baton.reading.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where chains of arrows may stand in a document, and the arrows they are made of. */
public final class Chains {

    /** An arrow as people type or draw it between words. */
    public static final Pattern ARROW = Pattern.compile("\\s*(?:[-=]{1,8}>{1,2}|[─━═]{1,8}[>▶►→]|→|⟶|⇒|➜|⇢|▶|►)\\s*");

    private Chains() {}

    /** Everything in a section that may hold a chain, line by line. */
    public static Stream<Block.TextLine> lines(List<Block> blocks) {
        return blocks.stream().flatMap(block -> switch (block) {
            case Block.Paragraph(var lines) -> lines.stream();
            case Block.Fence fence -> fence.info().matches("|text|txt|plain") ? fence.lines().stream() : Stream.of();
            case Block.Listing listing -> listing.items().stream().flatMap(item -> Stream
                    .concat(Stream.of(new Block.TextLine(item.raw(), item.line())), lines(item.inner())));
            case Block.Table _,Block.Aside _ -> Stream.of();
        });
    }
}
