/**
 * The grammar of what people type: words to the orchestrator, to agents, groups and tasks, commands, delegations by template,
 * and what a script expects.
 *
 * <p>Owns how a line is read, the one table of commands and completion. Every face and the control socket use it, so that the
 * same line means the same everywhere. Decides nothing about work: a line becomes a command for the engine or an action for
 * the face. Called by the faces and by {@code cli}.
 */
@NullMarked
package baton.chat;

import org.jspecify.annotations.NullMarked;
