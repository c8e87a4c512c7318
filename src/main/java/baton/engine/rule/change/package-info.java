/**
 * Edits of the work while it runs: new tasks, splits, delegation by template, goals.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. A person's command and an orchestrator's tool call come
 * through the same doors here. This package does not decide when a task starts or who may call a tool. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.change;

import org.jspecify.annotations.NullMarked;
