/** Holds the reader against documents whose content was counted by hand; knows nothing of how it reads. */
@NullMarked
package baton.reading.scoring;

import org.jspecify.annotations.NullMarked;
