package baton.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DelegationTemplateTest {

    private static final Slot TITLE = slot("title", Slot.Type.TEXT, Slot.Need.REQUIRED);
    private static final Slot STEPS = slot("steps", Slot.Type.LIST, Slot.Need.OPTIONAL);

    @Test
    void declaredSlotsAreFilledAndEverythingElseStaysAsItIs() {
        var template = template("{{title}} / {{ title }} / {{other}} / ${{ secrets.KEY }} / {{#if x}} / {{", TITLE);
        assertEquals(new Rendering.Rendered("Go / Go / {{other}} / ${{ secrets.KEY }} / {{#if x}} / {{"),
                template.render(Map.of("title", new SlotValue.Text("Go"))));
    }

    @Test
    void aBackslashKeepsTheBraces() {
        assertEquals(new Rendering.Rendered("{{title}} is Go"),
                template("\\{{title}} is {{title}}", TITLE).render(Map.of("title", new SlotValue.Text("Go"))));
    }

    @Test
    void aValueIsNeverLookedAtForSlots() {
        var values = new TreeMap<String, SlotValue>();
        values.put("title", new SlotValue.Text("{{steps}} $1 \\1"));
        values.put("steps", new SlotValue.Text("secret"));
        assertEquals(new Rendering.Rendered("{{steps}} $1 \\1\n- secret"),
                template("{{title}}\n{{steps}}", TITLE, STEPS).render(values));
    }

    @Test
    void listsBecomeBulletsWithTheirFurtherLinesIndented() {
        var values = Map.<String, SlotValue>of("title", new SlotValue.Text("T"), "steps",
                new SlotValue.Many(List.of("first", "second\nmore")));
        assertEquals(new Rendering.Rendered("T\n- first\n- second\n  more"),
                template("{{title}}\n{{steps}}", TITLE, STEPS).render(values));
    }

    @Test
    void everySlotInTheWayIsNamedAtOnceAndNothingIsRendered() {
        var rank = new Slot("rank", Slot.Type.ENUM, Slot.Need.REQUIRED, Optional.empty(), "", List.of("high", "low"));
        var count = slot("count", Slot.Type.NUMBER, Slot.Need.REQUIRED);
        var values = Map.<String, SlotValue>of("title", new SlotValue.Text(" "), "rank", new SlotValue.Text("huge"),
                "count", new SlotValue.Text("2.5"), "colour", new SlotValue.Text("red"));
        assertEquals(
                new Rendering.Incomplete(List.of(
                        new Rendering.Fault("title", Rendering.Fault.Kind.MISSING, "a value is required"),
                        new Rendering.Fault("rank", Rendering.Fault.Kind.INVALID, "one of high, low"),
                        new Rendering.Fault("colour", Rendering.Fault.Kind.UNKNOWN,
                                "the template has no slot of this name"))),
                template("{{title}}{{rank}}{{count}}", TITLE, rank, count).render(values));
    }

    @Test
    void aDefaultStandsInAndAnOptionalSlotMayBeEmpty() {
        var area = new Slot("area", Slot.Type.PATH, Slot.Need.REQUIRED, Optional.of(new SlotValue.Text("src")), "",
                List.of());
        assertEquals(new Rendering.Rendered("[src][]"),
                template("[{{area}}][{{steps}}]", area, STEPS).render(Map.of()));
    }

    @Test
    void aTaskIdIsOneWord() {
        var id = slot("id", Slot.Type.TASK_ID, Slot.Need.REQUIRED);
        assertEquals(new Rendering.Rendered("T-3"),
                template("{{id}}", id).render(Map.of("id", new SlotValue.Text("T-3"))));
        assertEquals(
                new Rendering.Incomplete(List.of(new Rendering.Fault("id", Rendering.Fault.Kind.INVALID,
                        "a task id is one word, such as T-3"))),
                template("{{id}}", id).render(Map.of("id", new SlotValue.Text("two words"))));
    }

    private static Slot slot(String name, Slot.Type type, Slot.Need need) {
        return new Slot(name, type, need, Optional.empty(), "", List.of());
    }

    private static DelegationTemplate template(String body, Slot... slots) {
        return new DelegationTemplate("t", "", "", List.of(slots), body, "t.md", 1);
    }
}
