package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A heading with what stands below it, down to the next heading of its level.
 *
 * @param level
 *            1 to 6; 0 for the document itself
 * @param title
 *            the heading in plain words, without marks, numbers or signs around it
 * @param key
 *            the title in the form for comparing
 * @param rawTitle
 *            the heading as written
 * @param fields
 *            the labelled lines of its own blocks
 */
public record Section(int level, String title, String key, String rawTitle, int line, int lastLine, List<Block> blocks,
        List<Section> children, List<Field> fields) {

    public Section {
        blocks = List.copyOf(blocks);
        children = List.copyOf(children);
    }

    /** This section and all below it, in the order of the document. */
    public List<Section> all() {
        List<Section> all = new ArrayList<>();
        addTo(all);
        return all;
    }

    private void addTo(List<Section> all) {
        all.add(this);
        children.forEach(child -> child.addTo(all));
    }

    /** The last line that belongs to the section itself and not to a child. */
    public int ownLastLine() {
        return children.isEmpty() ? lastLine : Math.max(line, children.getFirst().line() - 1);
    }

    public Stream<Block.Listing> listings() {
        return blocks.stream().filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast);
    }

    public Stream<Block.Item> items() {
        return listings().flatMap(listing -> listing.items().stream());
    }
}
