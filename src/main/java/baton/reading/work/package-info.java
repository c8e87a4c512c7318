/**
 * Recognisers of work: lists, tables, matrices, steps, charts and sentences that give a job to somebody.
 *
 * <p>
 * Owns what makes a line a job, and arrows between jobs. Does not merge mentions of one job and numbers nothing.
 */
@NullMarked
package baton.reading.work;

import org.jspecify.annotations.NullMarked;
