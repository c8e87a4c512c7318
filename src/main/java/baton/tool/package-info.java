/**
 * The hands of the agents: files of a workspace, commands, checks, trust, and what was changed.
 *
 * <p>Owns every touch of the user's files and every process that baton starts for an agent. Does not decide who may do what
 * (the engine grants paths and commands, people grant trust); it only refuses what was not granted. Called by the session loop through
 * the ports {@code ToolBox} and {@code CheckRunner}, and by {@code cli} for diff, undo and trust.
 */
@NullMarked
package baton.tool;

import org.jspecify.annotations.NullMarked;
