package baton.engine.rule.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.ToolsAtHand;
import baton.engine.Working;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.rule.people.Inbox;

/** What each process finds of the tools that were named: noted for every agent, and a blocker only where one is required. */
final class Toolkits {
    private Toolkits() {}

    /** Notes it for every agent that has any named. */
    static void record(Working working) {
        var setup = working.state().setup();
        for (var agent : setup.plan().agents()) {
            var tools = ToolsAtHand.of(setup, agent.id());
            if (!tools.named().isEmpty()) {
                working.record(new Subject(agent.id(), "", 0), tools);
            }
        }
    }

    /** Tasks that cannot be done without a tool wait until a person says how to go on. */
    static void blockTasks(Working working) {
        var setup = working.state().setup();
        var waiting = new LinkedHashMap<String, List<String>>();
        for (var task : setup.plan().tasks()) {
            if (task.runs()) {
                ToolsAtHand.required(setup, task)
                        .forEach(tool -> waiting.computeIfAbsent(tool, ignored -> new ArrayList<>()).add(task.id()));
            }
        }
        waiting.forEach((tool, tasks) -> {
            var id = working.nextId("B");
            working.record(Subject.SESSION, new BlockerRaised(id, "P1", "tool",
                    ToolsAtHand.listed(tasks) + (tasks.size() == 1 ? " requires " : " require ") + "the tool \"" + tool
                            + "\", which is not here",
                    "say how to go on without it", Origins.RULE, tasks, ""));
            Inbox.settleInAdvance(working, id);
        });
    }

    /** What was named and is not here, each with who was to use it. */
    static List<String> missing(SessionState state) {
        var setup = state.setup();
        var said = new ArrayList<String>();
        ToolsAtHand.missing(setup.plan(), List.copyOf(setup.castings().values()), setup.tools())
                .forEach((tool, agents) -> said.add(tool + ": named for " + ToolsAtHand.listed(agents)));
        return said;
    }
}
