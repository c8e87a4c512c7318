package baton.plan.lint;

import baton.plan.Plan;

/**
 * One sort of fault. A rule says each finding with its line, what it means for the run, and an edit that would mend it; it
 * must say nothing where a careful reader would shrug.
 */
interface LintRule {

    void check(Plan plan, Report report);
}
