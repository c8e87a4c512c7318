package baton.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import baton.engine.Command;
import baton.engine.Input;
import baton.engine.fact.Action;
import baton.engine.fact.Event;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.PeopleEvent.BlockerResolved;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.Usage;
import baton.settings.ApprovalPolicy;
import baton.settings.RunSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CodecTest {

    private static final int VALUES_PER_TYPE = Boolean.getBoolean("baton.deep") ? 2000 : 40;

    private final EventCodec events = new EventCodec();
    private final InputCodec inputs = new InputCodec();

    @TestFactory
    Stream<DynamicTest> everyEventReadsBackAsItWas() {
        return GeneratedRecords.membersOf(Event.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> eventsReadBack(type)));
    }

    private void eventsReadBack(Class<?> type) {
        for (int seed = 0; seed < VALUES_PER_TYPE; seed++) {
            var event = (Event) new GeneratedRecords(seed).next(type);
            var encoded = events.encode(event);
            var decoded = events.decode(encoded.type(), encoded.version(), encoded.body(), from(encoded.blobs()));
            assertEquals(event, decoded, "seed " + seed);
            assertArrayEquals(encoded.body(), events.encode(decoded).body(), "seed " + seed);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyInputReadsBackAsItWas() {
        return GeneratedRecords.membersOf(Input.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> inputsReadBack(type)));
    }

    private void inputsReadBack(Class<?> type) {
        for (int seed = 0; seed < VALUES_PER_TYPE; seed++) {
            var input = (Input) new GeneratedRecords(seed).next(type);
            var encoded = inputs.encode(input);
            assertEquals(input,
                    inputs.decode(encoded.type(), encoded.version(), encoded.body(), from(encoded.blobs())),
                    "seed " + seed);
        }
    }

    @Test
    void everyRecordOfTheFamiliesHasAName() {
        assertEquals(sorted(GeneratedRecords.membersOf(Event.class)), named(StoredNames.EVENTS));
        assertEquals(sorted(GeneratedRecords.membersOf(Input.class)), named(StoredNames.INPUTS));
        assertEquals(sorted(GeneratedRecords.membersOf(Action.class)), named(StoredNames.ACTIONS));
    }

    @Test
    void namesVersionsAndFieldsAreTheOnesThatFilesHold() throws IOException {
        assertGolden("events.txt", events.golden());
        assertGolden("inputs.txt", inputs.golden());
        assertGolden("actions.txt", new TableCodec(StoredNames.ACTIONS, new Shapes()).golden());
    }

    /** What is found is left in {@code target}, to be looked at and copied where a type has grown on purpose. */
    private static void assertGolden(String name, List<String> found) throws IOException {
        String text = String.join("\n", found) + "\n";
        var file = Path.of("target", "golden", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertEquals(golden(name), text);
    }

    @Test
    void theBodyIsSortedCompactAndCompleteJson() {
        var call = new CallRequest("c1", "hand_off", "{}", new Action.HandOff("ben", HandoffNote.EMPTY));
        var reply = new ModelReply("m", "é\n", "", "", List.of(call), new Usage(3, 2, 1, 0, false),
                ModelReply.Finish.TOOL_CALLS);
        assertEquals("{\"costKnown\":true,\"costMicros\":7,\"reply\":{\"calls\":[{\"action\":{\"$kind\":\"hand_off\","
                + "\"note\":{\"artifacts\":[],\"blockers\":[],\"completed\":[],\"dependenciesReady\":[],"
                + "\"nextSteps\":[],\"notes\":\"\"},\"to\":\"ben\"},\"argumentsJson\":\"{}\",\"id\":\"c1\","
                + "\"tool\":\"hand_off\"}],\"finish\":\"tool-calls\",\"model\":\"m\",\"opaque\":\"\","
                + "\"text\":\"é\\n\",\"thinking\":\"\",\"usage\":{\"cacheReadTokens\":1,\"cacheWriteTokens\":0,"
                + "\"estimated\":false,\"inputTokens\":3,\"outputTokens\":2}},\"turn\":\"T-1/1#1\"}",
                body(new TurnCompleted("T-1/1#1", reply, 7, true)));
    }

    @Test
    void unknownKeysAreIgnoredAndAbsentOnesAreEmpty() {
        assertEquals(new BlockerResolved("B-1", "", ""),
                decode("blocker.resolved", "{\"colour\":{\"a\":[1,2]},\"id\":\"B-1\"}"));
        assertEquals(new Command.Resume(RunSettings.rehearsal(0).withApprovals(
                new ApprovalPolicy(ApprovalPolicy.Otherwise.ASK, List.of())), List.of()),
                inputs.decode("resume", 1, utf8("{\"settings\":{\"mode\":\"rehearsal\",\"face\":\"batch\",\"limits\":"
                        + "{\"agentsMax\":5,\"graceMs\":60000,\"attemptsMax\":3,\"turnsPerAttemptMax\":60,\"claimsMax\":4,"
                        + "\"sameCallsMax\":5},\"models\":{\"standard\":{\"provider\":\"rehearsal\","
                        + "\"model\":\"rehearsal\"}}}}"), Blob.Source.NONE));
    }

    @Test
    void whatOnlyANewerProgramKnowsIsSaidAsSuch() {
        assertUnknown("blocker.painted", 1, "{}");
        assertUnknown("blocker.resolved", 2, "{}");
        assertUnknown("attempt.ended", 1, "{\"end\":\"evaporated\",\"reason\":\"\"}");
    }

    private void assertUnknown(String type, int version, String body) {
        var thrown = assertThrows(WireException.class, () -> events.decode(type, version, utf8(body),
                Blob.Source.NONE));
        assertEquals(WireException.Kind.UNKNOWN, thrown.kind());
    }

    @Test
    void aBodyThatDoesNotFitIsMalformed() {
        for (String body : List.of("", "[]", "{", "{\"id\":1}", "{\"id\":null}", "{\"id\":\"a\"} {}", "nonsense")) {
            var thrown = assertThrows(WireException.class, () -> decode("handoff.accepted", body), body);
            assertEquals(WireException.Kind.MALFORMED, thrown.kind(), body);
        }
    }

    @Test
    void halfASurrogatePairIsReplacedTheSameWayEveryTime() {
        var encoded = events.encode(new HandoffAccepted("a\uD83Cb\uDFAF\uD83C\uDFAF\uD83C"));
        assertEquals("{\"id\":\"a\uFFFDb\uFFFD\uD83C\uDFAF\uFFFD\"}",
                new String(encoded.body(), StandardCharsets.UTF_8));
        assertEquals(new HandoffAccepted("a\uFFFDb\uFFFD\uD83C\uDFAF\uFFFD"),
                decode("handoff.accepted", new String(encoded.body(), StandardCharsets.UTF_8)));
    }

    @Test
    void aTextFromSixteenKilobytesOnIsKeptApart() {
        String longest = "é".repeat(8 * 1024 - 1) + "x";
        String apart = "é".repeat(8 * 1024);
        var encoded = events.encode(new RedFlagRaised(longest, apart));
        var blob = Blob.of(apart);
        assertEquals(List.of(blob.sha256()), encoded.blobs().stream().map(Blob::sha256).toList());
        assertEquals("{\"code\":\"" + longest + "\",\"text\":{\"$blob\":\"" + blob.sha256() + "\",\"bytes\":16384}}",
                new String(encoded.body(), StandardCharsets.UTF_8));
        var thrown = assertThrows(WireException.class,
                () -> events.decode(encoded.type(), 1, encoded.body(), Blob.Source.NONE));
        assertEquals(WireException.Kind.CONTENT_MISSING, thrown.kind());
    }

    @Test
    void aRecordWithoutFieldsIsAnEmptyObject() {
        assertEquals("{}", body(new TaskReady()));
        assertEquals(new TaskReady(), decode("task.ready", "{}"));
    }

    @Test
    void theNameOfAnInputAndAnEventCanBeAskedFor() {
        assertEquals("tick", InputCodec.nameOf(new Input.Tick()));
        assertEquals("task.ready", EventCodec.nameOf(new TaskReady()));
    }

    private Event decode(String type, String body) {
        return events.decode(type, 1, utf8(body), Blob.Source.NONE);
    }

    private String body(Event event) {
        return new String(events.encode(event).body(), StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Blob.Source from(List<Blob> blobs) {
        return sha256 -> blobs.stream().filter(blob -> blob.sha256().equals(sha256)).findFirst().orElseThrow().bytes();
    }

    private static List<String> sorted(List<Class<?>> types) {
        return types.stream().map(Class::getName).sorted().toList();
    }

    private static List<String> named(NameTable table) {
        assertTrue(table.all().stream().map(NameTable.Named::name).distinct().count() == table.all().size());
        return sorted(table.all().stream().<Class<?>>map(NameTable.Named::type).toList());
    }

    private static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(CodecTest.class.getResourceAsStream("/wire/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
