package baton.reading;

import java.util.function.Function;

import baton.plan.ContextDocument;

/**
 * How documents are to be read.
 *
 * @param files
 *            says whether a file that a document refers to is there; the reader itself looks at no folder
 */
public record ReadingOptions(Merging merging, Function<String, ContextDocument.Existence> files) {

    /** Doubtful merges are asked, and no file is looked for. */
    public static final ReadingOptions USUAL = new ReadingOptions(Merging.ASK,
            _ -> ContextDocument.Existence.UNKNOWN);
}
