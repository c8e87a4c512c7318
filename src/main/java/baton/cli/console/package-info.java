/**
 * What every command needs of the world around the program: streams, environment, exit codes, errors, consent, output
 * files.
 *
 * <p>
 * Owns how an ending becomes an exit code and a sentence. Knows no plan and no session.
 */
@NullMarked
package baton.cli.console;

import org.jspecify.annotations.NullMarked;
