package baton.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.profile.AgentProfile;
import baton.profile.DelegationTemplate;
import baton.profile.Rendering;
import baton.profile.Slot;
import baton.profile.SlotValue;
import baton.reading.PlanReader;
import baton.reading.profile.ProfileReader;
import baton.reading.profile.TemplateReader;
import baton.reading.source.Read;
import baton.reading.source.SourceDocument;
import baton.tool.WorkspaceTool;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class ProfilesAndTemplatesTest {
    private static final Path PLAN = Path.of("prompts/plans/harbour-review.md");

    @Test
    void everyAgentOfThePlanHasAProfileThatOwnsWhatItWritesAndNamesToolsThatExist() throws IOException {
        var profiles = profiles();
        for (var task : plan(PLAN).tasks()) {
            var profile = Objects.requireNonNull(profiles.get(task.agent()), task.agent());
            assertEquals(task.outputs(), profile.owns());
            assertEquals(5, WorkspaceTool.specs().stream().filter(spec -> profile.allowsTool(spec.name())).count(),
                    task.agent());
        }
    }

    @Test
    void everyAgentOfAShippedPlanHasAProfileAndEveryProfileAPlan() throws IOException {
        var unused = new TreeMap<>(profiles());
        var strangers = new ArrayList<String>();
        for (Path file : files("prompts/plans")) {
            for (AgentSpec agent : Files.isDirectory(file) ? List.<AgentSpec>of() : plan(file).agents()) {
                var profile = profiles().values().stream().filter(candidate -> answers(candidate, agent)).findFirst();
                profile.ifPresentOrElse(found -> unused.remove(found.id()),
                        () -> strangers.add(file + ": " + agent.id()));
            }
        }
        // The schedule is read together with the guide, which says who its agents are.
        strangers.removeIf(stranger -> stranger.contains("field-guide-schedule.md"));
        assertEquals(List.of(List.of(), new TreeSet<>()), List.of(strangers, unused.keySet()));
    }

    private static boolean answers(AgentProfile profile, AgentSpec agent) {
        return profile.id().equals(agent.id()) || profile.name().equals(agent.id())
                || profile.aliases().contains(agent.id());
    }

    private static Plan plan(Path file) throws IOException {
        return PlanReader.read(List.of(new SourceDocument(file.toString(), Files.readAllBytes(file)))).plan();
    }

    private static Map<String, AgentProfile> profiles() throws IOException {
        var profiles = new TreeMap<String, AgentProfile>();
        for (Path file : files("agent-profiles")) {
            var read = ProfileReader.read(file.toString(), Files.readAllBytes(file));
            assertEquals(List.of(), read.problems(), file.toString());
            var profile = assertInstanceOf(Read.Taken.class, read).value();
            profiles.put(((AgentProfile) profile).id(), (AgentProfile) profile);
        }
        return profiles;
    }

    @Test
    void everyTemplateRendersOnceItsSlotsAreFilled() throws IOException {
        var names = new TreeSet<String>();
        for (Path file : files("prompts/templates")) {
            var read = TemplateReader.read(file.toString(), Files.readAllBytes(file));
            assertEquals(List.of(), read.problems(), file.toString());
            var template = (DelegationTemplate) assertInstanceOf(Read.Taken.class, read).value();
            names.add(template.name());
            var values = new LinkedHashMap<String, SlotValue>();
            template.slots().forEach(slot -> values.put(slot.name(), sample(slot)));
            var rendered = assertInstanceOf(Rendering.Rendered.class, template.render(values), file.toString());
            assertFalse(rendered.text().contains("{{"), rendered.text());
        }
        assertEquals(new TreeSet<>(List.of("handoff", "implementation-task", "research-brief", "review")), names);
    }

    private static SlotValue sample(Slot slot) {
        return switch (slot.type()) {
            case LIST -> new SlotValue.Many(List.of("one thing", "another thing"));
            case ENUM -> new SlotValue.Text(slot.options().getFirst());
            case TASK_ID -> new SlotValue.Text("T-1");
            case PATH -> new SlotValue.Text("reports/one.md");
            case NUMBER -> new SlotValue.Text("7");
            case TEXT -> new SlotValue.Text("a few words");
        };
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        }
    }
}
