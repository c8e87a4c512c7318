/**
 * What is shipped as an example, held to what the example says of itself: it reads without problems and it rehearses to its end.
 *
 * <p>Owns no example. Run by the build.
 */
@NullMarked
package baton.examples;

import org.jspecify.annotations.NullMarked;
