package baton.reading.tree;

import java.util.List;

import baton.reading.data.Yaml;
import baton.reading.found.Findings;

/**
 * A form in which other programs keep agents or tasks as YAML or JSON.
 *
 * <p>
 * A shape is known by the keys inside, never by the file's name alone. It reads all documents of its form together, because
 * one may name what another describes.
 */
interface TreeShape {

    /** True where this tree is of the form; must be cheap and must not fail on any tree. */
    boolean fits(Yaml.Fields root);

    /** Adds what the documents say, with names as written. */
    void read(List<TreeDocument> documents, Findings findings);
}
