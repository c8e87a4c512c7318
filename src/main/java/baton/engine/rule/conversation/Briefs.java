package baton.engine.rule.conversation;

import java.util.List;
import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Effect.Brief;
import baton.engine.Effect.Crew;
import baton.engine.Effect.Job;
import baton.engine.Effect.Member;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.fact.HandoffNote;

/** The same request as typed values, for models that do not read prose. */
public final class Briefs {
    private Briefs() {}

    public static Brief of(SessionState state, AttemptState attempt, boolean closing) {
        var task = state.work().task(attempt.task()).orElseThrow().spec();
        List<HandoffNote> handoffs = attempt.concerns().stream().map(id -> state.shared().handoffs().get(id))
                .filter(handoff -> handoff != null).map(handoff -> handoff.note()).toList();
        return new Brief(task, state.setup().agent(attempt.agent()).name(), attempt.number(), attempt.turns() + 1,
                closing,
                List.copyOf(attempt.missing()), List.copyOf(attempt.answers()), List.copyOf(attempt.changes().values()),
                handoffs,
                state.setup().plan().goal(), crew(state, attempt), state.setup().casting(attempt.agent()).writes());
    }

    private static Optional<Crew> crew(SessionState state, AttemptState attempt) {
        if (!state.mayDelegate(attempt)) {
            return Optional.empty();
        }
        var members = state.setup().agents().values().stream().filter(agent -> !agent.id().equals(attempt.agent()))
                .map(agent -> new Member(agent.id(), agent.role(), state.setup().casting(agent.id()).writes()))
                .toList();
        var jobs = state.work().task(attempt.task()).orElseThrow().children().stream()
                .flatMap(id -> state.work().task(id).stream())
                .map(job -> new Job(job.id(), job.spec().agent(), job.spec().title(), job.status(),
                        state.shared().madeBy(job.id())))
                .toList();
        var ids = jobs.stream().map(Job::id).toList();
        var blockers = state.people().open().stream().map(id -> state.people().items().get(id))
                .filter(item -> item != null && item.kind() == Item.Kind.BLOCKER && ids.contains(item.task()))
                .map(Item::id).toList();
        return Optional.of(new Crew(members, jobs, blockers));
    }
}
