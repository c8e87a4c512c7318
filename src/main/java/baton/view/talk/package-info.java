/**
 * A session as a conversation: blocks of text that grow in place, by one fold over facts and streamed pieces.
 *
 * <p>Owns what belongs together in a block and in which order blocks stand. Does not decide how a block looks.
 */
@NullMarked
package baton.view.talk;

import org.jspecify.annotations.NullMarked;
