package baton.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.Event;
import baton.engine.fact.ModelReply;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.Usage;
import baton.plan.Plan;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OtlpTraceTest {
    private final List<RecordedEvent> events = new ArrayList<>();

    private void add(String task, long atMs, Event event) {
        var subject = task.isEmpty() ? Subject.SESSION : new Subject("ann", task, 1);
        events.add(new RecordedEvent(events.size() + 1, 1, atMs, subject, 0, event));
    }

    private static TurnRequested asks(String turn) {
        return new TurnRequested(turn, "acme/big/one", "00", List.of(), 0, 0, 0, false);
    }

    private void sample() {
        add("", 1_000, new SessionStarted(4, RunSettings.rehearsal(1), List.of(), List.of()));
        add("", 1_000, new PlanLoaded(Plan.empty("Ten", "plan.md"), List.of(), List.of()));
        add("T-1", 2_000, new AttemptStarted("acme/big/one", 0, "", List.of()));
        add("T-1", 2_000, asks("T-1/1#1"));
        add("T-1", 3_000, new TurnCompleted("T-1/1#1", new ModelReply("big/one", "secret", "", "", List.of(),
                new Usage(30, 4, 5, 6, false), ModelReply.Finish.STOP), 0, true));
        add("T-1", 3_000, new ToolStarted("T-1/1#1.1", "read_file", "{}", true));
        add("T-1", 3_500, new ToolFailed("T-1/1#1.1", "secret", List.of()));
        add("T-1", 3_500, asks("T-1/1#2"));
        add("T-1", 4_000, new TurnLost("T-1/1#2"));
        add("T-1", 5_000, new AttemptEnded(End.ACCEPTED, ""));
        add("T-1", 6_000, asks("T-1/1#3"));
    }

    private List<Json.Obj> spans() {
        var whole = (Json.Obj) Json.parse(OtlpTrace.of("s", events.stream(), text -> text));
        var resource = (Json.Obj) first(whole, "resourceSpans");
        var scope = (Json.Obj) first(resource, "scopeSpans");
        return ((Json.Arr) scope.get("spans").orElseThrow()).values().stream().map(Json.Obj.class::cast).toList();
    }

    private static Json first(Json.Obj of, String key) {
        return ((Json.Arr) of.get(key).orElseThrow()).values().getFirst();
    }

    private static String text(Json.Obj of, String key) {
        return of.get(key).map(value -> ((Json.Text) value).text()).orElse("");
    }

    @Test
    void everyStretchHasItsParentItsTimesAndHowItEnded() {
        sample();
        var spans = spans();
        var names = new TreeMap<String, String>();
        spans.forEach(span -> names.put(text(span, "spanId"), text(span, "name")));
        var shown = spans.stream().map(span -> text(span, "name") + " in " + names.getOrDefault(
                text(span, "parentSpanId"), "nothing") + " " + text(span, "startTimeUnixNano").replace("000000", "")
                + " to " + text(span, "endTimeUnixNano").replace("000000", "")
                + " " + text((Json.Obj) span.get("status").orElseThrow(), "message")).toList();
        assertEquals(List.of("invoke_workflow Ten in nothing 1000 to 6000 ",
                "invoke_agent ann in invoke_workflow Ten 2000 to 5000 ",
                "chat big/one in invoke_agent ann 2000 to 3000 ",
                "execute_tool read_file in invoke_agent ann 3000 to 3500 failed",
                "chat big/one in invoke_agent ann 3500 to 4000 lost", "chat big/one in invoke_agent ann 6000 to 6000 "),
                shown);
    }

    @Test
    void aModelCallHasItsNamesAndTokensAndNoWords() {
        sample();
        var call = spans().get(2);
        Map<String, String> attributes = new TreeMap<>();
        ((Json.Arr) call.get("attributes").orElseThrow()).values().stream().map(Json.Obj.class::cast)
                .forEach(one -> attributes.put(text(one, "key"), Stream.of("stringValue", "intValue")
                        .map(kind -> text((Json.Obj) one.get("value").orElseThrow(), kind))
                        .filter(value -> !value.isEmpty()).findFirst().orElse("[]")));
        assertEquals(new TreeMap<>(Map.of("gen_ai.operation.name", "chat", "gen_ai.provider.name", "acme",
                "gen_ai.request.model", "big/one", "gen_ai.response.model", "big/one", "gen_ai.conversation.id", "s",
                "gen_ai.response.finish_reasons", "[]", "gen_ai.usage.input_tokens", "30",
                "gen_ai.usage.output_tokens", "4", "gen_ai.usage.cache_read.input_tokens", "5",
                "gen_ai.usage.cache_creation.input_tokens", "6")), attributes);
        assertEquals(-1, OtlpTrace.of("s", events.stream(), text -> text).indexOf("secret"));
    }

    @Test
    void idsAreTheSameEveryTimeAndOfTheRightLength() {
        sample();
        assertEquals(spans(), spans());
        var call = spans().getFirst();
        assertEquals(List.of(32, 16), List.of(text(call, "traceId").length(), text(call, "spanId").length()));
    }
}
