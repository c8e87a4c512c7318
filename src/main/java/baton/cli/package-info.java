/**
 * The command line: reads what was typed, wires the rooms together, and turns every ending into an exit code.
 *
 * <p>Decides nothing about plans, agents or sessions. The operating system calls it; nothing else may.
 */
@NullMarked
package baton.cli;

import org.jspecify.annotations.NullMarked;
