package baton.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import baton.engine.fact.Event;
import baton.engine.fact.LimitEvent.BudgetReserved;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.Counts;
import baton.engine.fact.SessionEvent.MetricFigure;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.Usage;
import baton.plan.Coverage;
import baton.plan.Place;
import baton.plan.Problem;
import baton.profile.AgentProfile;
import baton.profile.ToolGrant;
import baton.profile.ToolName;
import baton.settings.Budget;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonForScriptsTest {
    private static final long AT_MS = 1_795_167_000_120L;

    private final LineWriter lines = new LineWriter("ten-20261120-0930-abcd");

    @Test
    void aLineHasItsKeysInOrderAndLeavesOutWhatIsEmpty() {
        assertEquals("{\"v\":1,\"seq\":12,\"ts\":\"2026-11-20T09:30:00.120Z\",\"session\":\"ten-20261120-0930-abcd\","
                + "\"type\":\"task.started\",\"agent\":\"ann\",\"task\":\"T-3\",\"attempt\":1,\"cause\":9,\"data\":{}}",
                lines.line(new RecordedEvent(12, 4, AT_MS, new Subject("ann", "T-3", 1), 9, new TaskStarted())));
        assertEquals("{\"v\":1,\"seq\":2,\"ts\":\"1970-01-01T00:00:00.000Z\",\"session\":\"ten-20261120-0930-abcd\","
                + "\"type\":\"task.started\",\"data\":{}}",
                lines.line(new RecordedEvent(2, 1, 0, Subject.SESSION, 0, new TaskStarted())));
    }

    @Test
    void theFirstLineSaysHowTheSessionIsRun() {
        var started = new SessionStarted(1, RunSettings.rehearsal(7).withBudget(
                new Budget(OptionalLong.empty(), OptionalLong.of(2_500_000), OptionalLong.empty())), List.of(),
                List.of());
        String line = line(1, started);
        assertTrue(line.contains("\"data\":{\"mode\":\"rehearsal\",\"face\":\"batch\","), line);
        assertTrue(line.contains("\"rules\":1,"), line);
        assertTrue(line.contains("\"budget\":{\"usdMax\":2.5,\"tokensMax\":null,\"turnsMax\":null}"), line);
    }

    @Test
    void theResultShowsMoneyInDollarsWhereItIsKnown() {
        String line = line(9, result(12_345, true));
        assertTrue(line.endsWith("\"data\":{\"costKnown\":true,\"costUsd\":0.012345,\"counts\":{\"accepted\":2,"
                + "\"blockersOpen\":0,\"cancelled\":0,\"decisionsOpen\":0,\"failed\":0,\"findings\":0,\"gatesFailed\":0,"
                + "\"handoffs\":0,\"questionsOpen\":0,\"tasks\":2,\"toolCalls\":0,\"turns\":0,\"waiting\":0},"
                + "\"durationMs\":5,\"exitCode\":0,\"humanTasks\":[\"sign it\"],\"metrics\":[{\"name\":\"speed\","
                + "\"target\":\"2\",\"value\":\"3\",\"verdict\":\"met\"}],\"reason\":\"\",\"status\":\"complete\","
                + "\"toolsMissing\":[\"web_search: named for a\"],"
                + "\"usage\":{\"cacheReadTokens\":0,\"cacheWriteTokens\":0,\"estimated\":false,\"inputTokens\":0,"
                + "\"outputTokens\":0}}}"), line);
        assertTrue(line(9, result(30_000_000, true)).contains("\"costUsd\":30,"));
        assertFalse(line(9, result(0, false)).contains("cost" + "Usd"));
        assertTrue(line(9, new BudgetReserved("T-1/1#1", 10, 1)).endsWith(
                "\"data\":{\"usd\":0.000001,\"tokens\":10,\"turn\":\"T-1/1#1\"}}"));
    }

    private static SessionResult result(long costMicros, boolean costKnown) {
        return new SessionResult(Status.COMPLETE, 0, new Counts(2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Usage.NONE,
                costMicros, costKnown, 5, List.of(new MetricFigure("speed", "3", "2", "met")), List.of("sign it"), "",
                List.of("web_search: named for a"));
    }

    @Test
    void everyEventIsOneLineOfJsonWhateverItsTexts() {
        for (Class<?> type : GeneratedRecords.membersOf(Event.class)) {
            for (int seed = 0; seed < 5; seed++) {
                String line = line(5, (Event) new GeneratedRecords(seed).next(type));
                assertFalse(line.contains("\n") || line.contains("\u001b") || line.contains("$" + "blob\":{"), line);
                Json.parse(line);
            }
        }
    }

    private String line(long seq, Event event) {
        return lines.line(new RecordedEvent(seq, 1, AT_MS, Subject.SESSION, 0, event));
    }

    @Test
    void aPlanIsItsTreeWithProblemsAndCoverage() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "p\n");
        tree.put("agents", List.of(Map.of("line", 3)));
        tree.put("runs", true);
        assertEquals(
                "{\"name\":\"p\\n\",\"agents\":[{\"line\":3}],\"runs\":true,\"problems\":[{\"severity\":\"warning\","
                        + "\"code\":\"dangling\",\"message\":\"no such task\",\"file\":\"a.md\",\"line\":7,\"hint\":\"name it\"},"
                        + "{\"severity\":\"error\",\"code\":\"c\",\"message\":\"m\",\"line\":0,\"hint\":\"\"}],"
                        + "\"coverage\":{\"linesTotal\":10,\"linesUnderstood\":8,\"notUnderstood\":[{\"file\":\"a.md\",\"from\":2,"
                        + "\"to\":3}]}}",
                PlanJson.of(tree, List.of(Problem.warning("dangling", new Place("a.md", 7), "no such task", "name it"),
                        Problem.error("c", Place.NOWHERE, "m", "")),
                        new Coverage(10, 8, List.of(new Coverage.LineRange("a.md", 2, 3)))));
        tree.put("cost", 1.5);
        assertThrows(IllegalArgumentException.class, () -> PlanJson.of(tree));
    }

    @Test
    void aProfileIsOneObject() {
        var all = profile(new ToolGrant.All());
        assertEquals(
                "{\"name\":\"Ann\",\"description\":\"reads\",\"model\":\"sonnet\",\"color\":\"blue\",\"tools\":null,"
                        + "\"body\":\"You read.\",\"path\":\"agents/ann.md\",\"format\":\"baton\",\"warnings\":[\"w\"]}",
                ProfileJson.of(all));
        assertTrue(ProfileJson.of(profile(new ToolGrant.Listed(List.of(ToolName.parse("Bash(git *)")))))
                .contains("\"tools\":[\"Bash(git *)\"]"));
        assertEquals("{\"path\":\"x.md\",\"error\":\"not text\"}", ProfileJson.refused("x.md", "not text"));
    }

    private static AgentProfile profile(ToolGrant tools) {
        var made = new GeneratedRecords(1).next(AgentProfile.class);
        return new AgentProfile("ann", "Ann", List.of(), "reads", "You read.",
                new AgentProfile.ModelWish(List.of("sonnet", "gpt"), java.util.OptionalInt.empty()), "blue", tools,
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), made.timeBoxMinutes(), "", 1,
                java.util.OptionalInt.empty(), List.of(), "agents/ann.md", "baton", List.of("w"));
    }

    @Test
    void anyRecordCanBeShown() {
        assertEquals("[{\"file\":\"a\",\"line\":1}]", new RecordJson().of(List.of(new Place("a", 1))));
        assertEquals("{\"file\":\"\",\"line\":0}", new RecordJson().of(Place.NOWHERE));
    }
}
