package baton.chat;

import java.util.OptionalInt;

import baton.chat.Expectation.TaskIs;
import baton.chat.ScriptLine.Expect;
import baton.chat.ScriptLine.Faulty;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ScriptReaderTest {
    private static Expectation expectation(String line) {
        return ((Expect) ScriptReader.read(line)).expectation();
    }

    @Test
    void commentsAndBlankLinesSayNothingAndTheRestIsChat() {
        assertEquals(new ScriptLine.Nothing(), ScriptReader.read("# a comment"));
        assertEquals(new ScriptLine.Nothing(), ScriptReader.read("   "));
        assertEquals(new ScriptLine.Say("#T-1 be quick"), ScriptReader.read("#T-1 be quick"));
        assertEquals(new ScriptLine.Say("expectations are high"), ScriptReader.read("expectations are high"));
    }

    @Test
    void whatCanBeExpected() {
        assertEquals(new Expectation.TaskStands("T-1", TaskIs.ACCEPTED), expectation("expect task T-1 accepted"));
        assertEquals(new Expectation.TasksStand(OptionalInt.empty(), TaskIs.ACCEPTED),
                expectation("expect tasks accepted"));
        assertEquals(new Expectation.TasksStand(OptionalInt.of(3), TaskIs.RUNNING),
                expectation("expect tasks 3 running"));
        assertEquals(new Expectation.EventSeen("task.accepted", 1), expectation("expect event task.accepted"));
        assertEquals(new Expectation.EventSeen("handoff.created", 2), expectation("expect event handoff.created 2"));
        assertEquals(new Expectation.EventNotSeen("task.failed"), expectation("expect no event task.failed"));
        assertEquals(new Expectation.WordsSaid("", "all is merged"), expectation("expect words \"all is merged\""));
        assertEquals(new Expectation.WordsSaid("writer", "merged"), expectation("expect message @writer merged"));
        assertEquals(new Expectation.InboxEmpty(), expectation("expect inbox empty"));
        assertEquals(new Expectation.InboxHas("Q-1"), expectation("expect inbox q-1"));
        assertEquals(new Expectation.InboxHas(""), expectation("expect inbox"));
        assertEquals(new Expectation.FileIs("docs/a.md", "the end"), expectation("expect file docs/a.md the end"));
        assertEquals(new Expectation.Exit(0), expectation("expect exit 0"));
        assertEquals(new Expectation.Idle(), expectation("expect idle"));
    }

    @Test
    void anExpectationMayHaveItsOwnTime() {
        assertEquals(new Expect(new Expectation.TaskStands("T-1", TaskIs.FAILED), 120_000),
                ScriptReader.read("expect task T-1 failed within 2m"));
        assertEquals(new Expect(new Expectation.InboxEmpty(), ScriptReader.WITHIN_USUAL_MS),
                ScriptReader.read("expect inbox empty"));
    }

    @Test
    void aFaultyLineSaysWhatCanBeExpected() {
        assertEquals("\"soon\" is no time. Write it as 90s, 5m or 1h30m.",
                ((Faulty) ScriptReader.read("expect idle within soon")).problem().oneLine());
        assertEquals("\"weather\" begins nothing that can be expected.",
                ((Faulty) ScriptReader.read("expect weather fine")).problem().message());
        assertEquals(7, ((Faulty) ScriptReader.read("expect weather fine")).problem().position());
    }
}
