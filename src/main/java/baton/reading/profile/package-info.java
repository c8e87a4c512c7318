/**
 * Agent profiles and delegation templates as several programs write them.
 *
 * <p>
 * Owns the formats, the order of folders and what is forgiven with a warning. Does not grant any right.
 */
@NullMarked
package baton.reading.profile;

import org.jspecify.annotations.NullMarked;
