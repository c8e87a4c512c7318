package baton.wire;

import java.util.stream.Stream;

import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.ControlReply.Line;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ControlCodecTest {
    private final ControlCodec codec = new ControlCodec();

    @TestFactory
    Stream<DynamicTest> everyRequestIsOneLineAndReadsBackAsItWas() {
        return GeneratedRecords.membersOf(ControlRequest.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    for (int seed = 0; seed < 40; seed++) {
                        var request = (ControlRequest) new GeneratedRecords(seed).next(type);
                        String line = codec.line(request);
                        assertEquals(1, line.lines().count(), "seed " + seed);
                        assertEquals(request, codec.request(line), "seed " + seed);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyReplyReadsBackAsItWas() {
        return GeneratedRecords.membersOf(ControlReply.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    for (int seed = 0; seed < 40; seed++) {
                        var reply = (ControlReply) new GeneratedRecords(seed).next(type);
                        assertEquals(reply, codec.reply(codec.line(reply)), "seed " + seed);
                    }
                }));
    }

    @Test
    void aLineForPeopleIsMadeSafeByWhoeverShowsIt() {
        var hostile = codec
                .reply("{\"$kind\":\"told\",\"line\":{\"pieces\":[{\"text\":\"\\u001b[2J\",\"tone\":\"bad\"}]}}");

        assertEquals(StyledLine.of(Tone.BAD, "^[[2J"), ((ControlReply.Told) hostile).line().styled());
        assertEquals(StyledLine.of(Tone.DIM, "a").and("b"),
                Line.of(StyledLine.of(Tone.DIM, "a").and("b")).styled());
    }

    @Test
    void whatANewerVersionAsksIsNamed() {
        var unknown = assertThrows(WireException.class, () -> codec.request("{\"$kind\":\"dance\"}"));
        assertEquals(WireException.Kind.UNKNOWN, unknown.kind());

        for (String noise : new String[]{"", "hello", "{}", "[]", "{\"$kind\":\"pause\"} {}", "{\"$kind\":\"answer\"",
            "[".repeat(100_000)}) {
            assertEquals(WireException.Kind.MALFORMED,
                    assertThrows(WireException.class, () -> codec.request(noise), noise).kind());
        }
    }
}
