package baton.plan.lint;

import java.util.List;

import baton.plan.Plan;
import baton.plan.Problem;

/** All rules, in the order in which their findings are listed. */
public final class LintRules {

    private static final List<LintRule> ALL = List.of(new OwnedAreas(), new SharedTopics(), new Spellings(),
            new PhasesWithoutWork(), new MissedCheckpoints(), new WorkBeforeNeed(), new NodesWithoutOwner(),
            new SignalsNobodyGives(), new NarrowIntegration(), new TemplateFields(), new LooseTemplateNeeds(),
            new CalledAgents(), new IdleAgents(), new LooseDecisions(), new QueueBoundByPairs(), new SprintLengths(),
            new EarlyCheckpoints(), new TemplateBeforeNeed(), new UnownedSystems(),
            new FewOwnIds());

    private LintRules() {}

    /** Everything that any rule finds; warnings and notes only. */
    public static List<Problem> check(Plan plan) {
        var report = new Report();
        ALL.forEach(rule -> rule.check(plan, report));
        return report.problems();
    }
}
