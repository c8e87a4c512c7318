package baton.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.engine.Effect.AskModel;
import baton.engine.Effect.RunChecks;
import baton.engine.Input.Stamped;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.Outcome.ToolEnd;
import baton.engine.Outcome.ToolEnded;
import baton.engine.Outcome.TurnBroke;
import baton.engine.Outcome.TurnEnded;
import baton.engine.fact.Action;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.Event;
import baton.engine.fact.Evidence;
import baton.engine.fact.FileChange;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import baton.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Drives the engine input by input in a time of its own, and checks after each that the state is the fold of the record. */
final class Story {
    SessionState state = SessionState.EMPTY;
    final List<RecordedEvent> record = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    long nowMs;
    private long n;

    static TaskDraft task(String id, String agent) {
        return new TaskDraft(id, "Work on " + id, agent);
    }

    static Plan plan(TaskSpec... tasks) {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.tasks.addAll(List.of(tasks));
        return draft.toPlan();
    }

    static RunSettings settings(int agentsMax) {
        return RunSettings.rehearsal(1).withLimits(RunLimits.DEFAULTS.withAgents(0, agentsMax));
    }

    static Story open(RunSettings settings, Plan plan) {
        return new Story().tell(
                new Command.Open(settings, plan, List.of(), List.of(), List.of(), StandardTexts.all(), List.of()));
    }

    static Story open(int agentsMax, TaskSpec... tasks) {
        return open(settings(agentsMax), plan(tasks));
    }

    Story tell(Input input) {
        effects.clear();
        var step = Engine.handle(state, new Stamped(++n, 1_000_000 + nowMs, nowMs, input));
        var folded = state;
        for (var event : step.events()) {
            folded = Fold.evolve(folded, event);
        }
        assertEquals(folded, step.state(), "the state must be the fold of what was recorded");
        state = step.state();
        record.addAll(step.events());
        effects.addAll(step.effects());
        return this;
    }

    Story after(long ms) {
        nowMs += ms;
        return tell(new Input.Tick());
    }

    /** The turn of this attempt ends with these calls. */
    Story replies(String attempt, Action... actions) {
        return tell(new TurnEnded(turnOf(attempt), reply("", actions)));
    }

    Story answers(String attempt, String text) {
        return tell(new TurnEnded(turnOf(attempt), reply(text)));
    }

    Story breaks(String attempt, Trouble trouble) {
        return tell(new TurnBroke(turnOf(attempt), trouble, "no answer"));
    }

    Story ends(String call, String text) {
        return tell(new ToolEnded(call, ToolEnd.DONE, text, List.of()));
    }

    /** Writes the file, then claims the task with it as evidence, and lets the gate pass. */
    Story finishes(String attempt, String... outputs) {
        for (var output : outputs) {
            replies(attempt, write(output));
            wrote(attempt, output);
        }
        replies(attempt, claim(outputs));
        for (var effect : List.copyOf(effects)) {
            if (effect instanceof RunChecks checks) {
                passes(checks);
            }
        }
        return this;
    }

    Story passes(RunChecks checks) {
        return tell(new ChecksEnded(checks.gate(),
                checks.checks().stream().map(check -> new CheckResult("check", Verdict.PASSED, "")).toList()));
    }

    Story wrote(String attempt, String path) {
        var call = state.work().attempt(attempt).orElseThrow().calls().firstKey();
        return tell(new ToolEnded(call, ToolEnd.DONE, "written",
                List.of(new FileChange(path, "", "abc" + path.hashCode(), 3, true))));
    }

    String turnOf(String attempt) {
        return state.work().attempt(attempt).orElseThrow().turn().orElseThrow().id();
    }

    static Action write(String path) {
        return new Action.Workspace(Action.Access.WRITE, path);
    }

    static Action claim(String... refs) {
        return new Action.CompleteTask("done",
                Stream.of(refs).map(ref -> new Evidence("1", Evidence.Kind.ARTIFACT, ref, "")).toList());
    }

    static ModelReply reply(String text, Action... actions) {
        var calls = new ArrayList<CallRequest>();
        for (var action : actions) {
            calls.add(
                    new CallRequest("c" + calls.size(), action.getClass().getSimpleName(), action.toString(), action));
        }
        return new ModelReply("test", text, "", "", calls, new Usage(100, 10, 0, 0, false),
                calls.isEmpty() ? Finish.STOP : Finish.TOOL_CALLS);
    }

    SessionResult result() {
        return state.result().orElseThrow();
    }

    TaskState task(String id) {
        return state.work().task(id).orElseThrow();
    }

    AttemptState attempt(String id) {
        return state.work().attempt(id).orElseThrow();
    }

    /** Everything that was put into the conversation of an attempt besides its own words, oldest first. */
    List<String> told(String attempt) {
        return record.stream().filter(event -> Attempts.id(event.subject()).equals(attempt))
                .filter(event -> event.event() instanceof MessageDelivered)
                .map(event -> MessageText.of(event.event())).toList();
    }

    List<String> results(String attempt) {
        return record.stream().filter(event -> Attempts.id(event.subject()).equals(attempt))
                .filter(event -> event.event() instanceof ToolEvent).map(event -> MessageText.of(event.event()))
                .filter(text -> !text.isEmpty()).toList();
    }

    List<String> running() {
        return List.copyOf(state.work().attempts().keySet());
    }

    List<String> asked() {
        return effects.stream().filter(AskModel.class::isInstance).map(effect -> ((AskModel) effect).turn()).toList();
    }

    <E extends Event> List<E> facts(Class<E> type) {
        return record.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast).toList();
    }
}
