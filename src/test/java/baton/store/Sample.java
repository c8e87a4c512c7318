package baton.store;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Command;
import baton.engine.Input;
import baton.engine.Input.Stamped;
import baton.engine.fact.Event;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.TaskEvent.TaskProgressed;
import baton.plan.Plan;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.Group;
import baton.settings.RunSettings;

/** Makes groups that follow one another, as a session loop would. */
final class Sample {
    static final long START_MS = 1_795_168_800_000L;

    private long seq;
    private long n;

    Sample() {
        this(0, 0);
    }

    /** Goes on after a record that ends there. */
    Sample(long seq, long n) {
        this.seq = seq;
        this.n = n;
    }

    Group opening() {
        var plan = Plan.empty("Ten analysts", "plan.md");
        var settings = RunSettings.rehearsal(7);
        return group(List.of(new Command.Open(settings, plan, List.of(), List.of(), List.of(), List.of(), List.of())),
                List.of(new SessionStarted(1, settings, List.of(), List.of()),
                        new PlanLoaded(plan, List.of(), List.of())));
    }

    /** One input and a few events; every third input is ignored and has none. */
    Group next() {
        if (n % 3 == 2) {
            return group(List.of(new Input.Tick()), List.of());
        }
        return group(List.of(new Command.Say("ann", "", "go on " + n, "you")), List.of(progress("a"), progress("b")));
    }

    Event progress(String text) {
        return new TaskProgressed((int) (n % 100), text + " " + seq, "");
    }

    Group group(List<Input> inputs, List<Event> events) {
        List<Stamped> stamped = new ArrayList<>();
        for (Input input : inputs) {
            n++;
            stamped.add(new Stamped(n, START_MS + n, n, input));
        }
        List<RecordedEvent> recorded = new ArrayList<>();
        for (Event event : events) {
            seq++;
            var subject = event instanceof TaskProgressed ? new Subject("ann", "T-1", 1) : Subject.SESSION;
            recorded.add(new RecordedEvent(seq, n, START_MS + n, subject, seq == 1 ? 0 : 1, event));
        }
        return new Group(stamped, recorded, List.of(), List.of());
    }

    static Group with(Group group, List<Chunk> chunks, List<Content> contents) {
        return new Group(group.inputs(), group.events(), chunks, contents);
    }

    long seq() {
        return seq;
    }

    long n() {
        return n;
    }
}
