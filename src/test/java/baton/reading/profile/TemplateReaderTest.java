package baton.reading.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.plan.Place;
import baton.plan.Problem;
import baton.profile.DelegationTemplate;
import baton.profile.Rendering;
import baton.profile.Slot;
import baton.profile.SlotValue;
import baton.profile.StandardSlots;
import baton.reading.source.Read;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TemplateReaderTest {

    @Test
    void slotsAreDeclaredByNameOrByMapping() {
        var read = read("""
                ---
                name: service
                agent: "@backend"
                description: A new service
                slots:
                  - task_id
                  - name: port
                    type: number
                    default: 8080
                    description: where it listens
                ---
                {{task_id}} on {{port}}
                """);
        assertEquals(new Read.Taken<>(new DelegationTemplate("service", "backend", "A new service",
                List.of(StandardSlots.named("task_id").orElseThrow(),
                        new Slot("port", Slot.Type.NUMBER, Slot.Need.OPTIONAL, Optional.of(new SlotValue.Text("8080")),
                                "where it listens", List.of())),
                "{{task_id}} on {{port}}", "t/service.md", 12), List.of()), read);
    }

    @Test
    void withoutADeclarationTheStandardSlotsOfTheTextCount() {
        var read = (Read.Taken<DelegationTemplate>) read("Do {{title}} in {{ matrix.os }} \\{{context}}\n");
        assertEquals(List.of("title"), read.value().slots().stream().map(Slot::name).toList());
        assertEquals(new Rendering.Rendered("Do it in {{ matrix.os }} {{context}}\n"),
                read.value().render(Map.of("title", new SlotValue.Text("it"))));
    }

    @Test
    void allProblemsComeAtOnceWithTheirLines() {
        var read = read("""
                ---
                slots:
                  a: {type: colour}
                  b: {type: enum}
                  c: {requird: true}
                ---
                {{a}} {{b}} {{c}}
                """);
        assertEquals(List.of(
                Problem.error("yaml-value", new Place("t/service.md", 3),
                        "\"type\" is \"colour\", which is none of its values",
                        "Use one of text, list, path, enum, task-id, number."),
                Problem.error("template-slot", new Place("t/service.md", 4), "the slot \"b\" needs its options", ""),
                Problem.warning("yaml-unknown-key", new Place("t/service.md", 5),
                        "\"requird\" is no key that is known here", "Did you mean \"required\"?")),
                read.problems());
    }

    @Test
    void aSlotThatTheTextNeverUsesIsAWarning() {
        assertEquals("template-slot-unused",
                read("---\nslots: [context]\n---\nNothing\n").problems().getFirst().code());
    }

    private static Read<DelegationTemplate> read(String text) {
        return TemplateReader.read("t/service.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
