/**
 * What a session looks like to people: boards, inbox, totals and sentences, folded from the facts one at a time.
 *
 * <p>Owns the view models and the words for every fact. Does not decide anything about the work (that is {@code engine}),
 * nor where on a screen something stands (that is each face's matter). Called by the faces, the replay and the tests.
 */
@NullMarked
package baton.view;

import org.jspecify.annotations.NullMarked;
