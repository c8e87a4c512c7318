/**
 * A session along its time: who worked when, what happened where, and what was planned against it.
 *
 * <p>Owns stretches of work, marks and the schedule. Does not decide how a timeline looks.
 */
@NullMarked
package baton.view.course;

import org.jspecify.annotations.NullMarked;
