package baton.reading.found;

import java.util.function.Function;

import baton.plan.ContextDocument;

/**
 * How documents are to be read.
 *
 * @param files
 *            says whether a file that a document refers to is there; the reader itself looks at no folder
 * @param merges
 *            what somebody has said of two mentions that may be one job; asked only where merging is to ask
 */
public record ReadingOptions(Merging merging, Function<String, ContextDocument.Existence> files,
        Function<DoubtfulMerge, DoubtfulMerge.Answer> merges) {

    /** Doubtful merges stay open, and no file is looked for. */
    public static final ReadingOptions USUAL = new ReadingOptions(Merging.ASK,
            _ -> ContextDocument.Existence.UNKNOWN);

    /** Nobody has said anything of doubtful merges. */
    public ReadingOptions(Merging merging, Function<String, ContextDocument.Existence> files) {
        this(merging, files, _ -> DoubtfulMerge.Answer.OPEN);
    }

    /** The same with these answers. */
    public ReadingOptions with(Function<DoubtfulMerge, DoubtfulMerge.Answer> answers) {
        return new ReadingOptions(merging, files, answers);
    }
}
