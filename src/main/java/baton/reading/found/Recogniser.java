package baton.reading.found;

import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;

/**
 * Recognises one thing that documents say.
 *
 * <p>
 * A recogniser reads the whole document, adds what it found, and takes the lines it found it on. It may look at what
 * recognisers before it found, and leaves a list, table or fence alone that one of them took. It must not fail on any
 * document, and must find nothing in a document that does not say its thing.
 */
public interface Recogniser {

    void recognise(MarkdownDocument document, Claims claims, Findings findings);
}
