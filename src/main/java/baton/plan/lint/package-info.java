/**
 * What a careful reader finds wrong or doubtful in a plan: one small rule for each sort of fault.
 *
 * <p>Owns the rules and their codes. Does not decide whether a plan may run (errors do, and those few are in {@link
 * baton.plan.PlanLint}), nor read documents: faults that only the text shows are found in {@code reading}. No rule looks
 * at the clock or at files.
 */
@NullMarked
package baton.plan.lint;

import org.jspecify.annotations.NullMarked;
