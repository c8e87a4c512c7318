/**
 * Sessions on disk: one SQLite file each, with every input, every event, streamed chunks and kept contents.
 *
 * <p>Owns the schema, the hash chain, the single writer, the catalogue of a directory, and export and import. Does not
 * decide what is recorded (that is {@code runtime}) nor how a value stands in JSON (that is {@code wire}). Called through
 * the ports of {@code runtime}, wired in {@code cli}. Files of sessions are only ever touched through SQLite: ordinary
 * reading in the same process would silently drop SQLite's locks.
 */
@NullMarked
package baton.store;

import org.jspecify.annotations.NullMarked;
