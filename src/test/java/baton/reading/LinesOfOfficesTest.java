package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Plan;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Documents as offices and hurried people write them: decimal outlines, shouted titles, escaped signs, mixed bullets. */
class LinesOfOfficesTest {

    @Test
    void aDecimalOutlineHasChaptersAndItemsThatPointToEachOther() {
        Plan plan = read("""
                # Reopening the mill

                1. Parties
                   1.1. Wheel Desk (WD)
                        1.1.1. Mandate: paddles, axle, sluice
                   1.2. Stone Desk (SD)
                        1.2.1. Mandate: runner, bed, dressing

                2. Tasks
                   2.1. WD: Measure the paddles at rest
                   2.2. SD: Dress the bed stone (after 2.1)
                   2.3. WD: Turn the wheel for an hour (after 2.1 and 2.2)
                """);
        assertEquals(List.of("Wheel Desk", "Stone Desk"), names(plan));
        assertEquals(List.of("wheel-desk: Measure the paddles at rest", "stone-desk: Dress the bed stone",
                "wheel-desk: Turn the wheel for an hour"), tasks(plan));
        assertEquals(List.of("", "T-1", "T-1 T-2"), needs(plan));
    }

    @Test
    void linesInCapitalsAreTitlesAndMixedBulletsOneList() {
        Plan plan = read("""
                PIE NIGHT BOTS PLAN
                3 bots, be quick
                BOTS
                * crust-maker
                \t- JOB: write down how much flour we need
                + filling-maker
                \t- JOB: list apples by sweetness and price
                - oven-watcher
                \t- JOB: find out how many pies fit in one oven
                LATER
                1) crust-maker: test the dough on Friday
                2) oven-watcher: print the baking times
                REMEMBER
                - no nuts
                """);
        assertEquals(List.of("crust-maker", "filling-maker", "oven-watcher"), names(plan));
        assertEquals(List.of("crust-maker: write down how much flour we need",
                "filling-maker: list apples by sweetness and price",
                "oven-watcher: find out how many pies fit in one oven", "crust-maker: test the dough on Friday",
                "oven-watcher: print the baking times"), tasks(plan));
    }

    @Test
    void jobsStandBelowTheNameOfWhoOwnsThem() {
        Plan plan = read("""
                # Lost property day

                Two agents help.

                **Owner: Labels agent.** Tags and shelves.
                - write a tag for every umbrella
                - sort the shelves by week

                **Owner: Mails agent.** Letters to owners.
                - answer everybody who asked since May
                """);
        assertEquals(List.of("Labels agent", "Mails agent"), names(plan));
        assertEquals(List.of("labels-agent: write a tag for every umbrella", "labels-agent: sort the shelves by week",
                "mails-agent: answer everybody who asked since May"), tasks(plan));
    }

    @Test
    void whoIsStartedDoesWhatStandsBehindTheColon() {
        Plan plan = read("""
                # Counting swifts

                You lead the sub-agents.

                | Sub-agent | Session |
                |-----------|---------|
                | Spotter | `swift-spot` |
                | Scribe | `swift-scribe` |
                | Painter | `swift-paint` |

                ## The flow

                1. Start **Spotter**: count the nests below the eaves
                2. At the same time start **Scribe**: copy last year's table
                3. Start **Painter** after Spotter: draw the map of nests
                4. Compile everything and stop
                """);
        assertEquals(List.of("Spotter: count the nests below the eaves", "Scribe: copy last year's table",
                "Painter: draw the map of nests"), tasks(plan).subList(0, 3));
        assertEquals(List.of("", "", "T-1"), needs(plan).subList(0, 3));
    }

    @Test
    void numberedTasksBelowANameAreJobsAndSignsAreUnescaped() {
        Plan plan = read("""
                # Winter garden \\- who does what

                One section per agent.

                ## Aloe

                Aloe looks after the heat.

                - [ ] Task 1: Read every thermometer at noon
                - [ ] Task 2: Draw the curve of the week \\(in red\\)

                ## Birch

                Birch looks after the seats.

                - [ ] Task 1: Count the benches by the pond

                ## Order

                - Birch's Task 1 comes after Aloe's Task 1
                """);
        assertEquals(List.of("Aloe", "Birch"), names(plan));
        assertEquals(List.of("Aloe: Read every thermometer at noon", "Aloe: Draw the curve of the week (in red)",
                "Birch: Count the benches by the pond"), tasks(plan));
    }

    @Test
    void lettersSayWhoseTheJobsOfAnAreaAre() {
        Plan plan = read("""
                # Flower show

                We run this with three agents: **Tents**, **Judges** and **Tea**.

                | Area | Tents | Judges | Tea |
                |---|:-:|:-:|:-:|
                | Shelter | R/A | I | C |
                | Prizes | C | R | |
                | Buffet | | A | R |

                ## Steps

                | Step | What exactly | Area | After |
                |---|---|---|---|
                | S1 | Compare the offers of two tent makers | Shelter | – |
                | S2 | Write the rules for roses | Prizes | S1 |
                | S3 | Order cups for two hundred guests | Buffet | – |
                """);
        assertEquals(List.of("Tents", "Judges", "Tea"), names(plan));
        assertEquals(List.of("Tents: Compare the offers of two tent makers", "Judges: Write the rules for roses",
                "Tea: Order cups for two hundred guests"), tasks(plan));
        assertEquals(List.of("", "S1", ""), needs(plan));
    }

    @Test
    void weeksDownAndAgentsAcrossHoldJobs() {
        Plan plan = read("""
                # Six weeks to the regatta

                **Who:** `buoys` (course), `boats` (safety)

                Both agents report on Fridays.

                | Week | buoys | boats |
                |:--|:--|:--|
                | 1 | Draw the course for light wind | Count the life jackets |
                | 2 | Anchor the first buoy | – |
                """);
        assertEquals(List.of("buoys", "boats"), names(plan));
        assertEquals(List.of("buoys: Draw the course for light wind", "boats: Count the life jackets",
                "buoys: Anchor the first buoy"), tasks(plan));
    }

    private static Plan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("plan.md", text.getBytes(StandardCharsets.UTF_8)))).plan();
    }

    private static List<String> names(Plan plan) {
        return plan.agents().stream().map(agent -> agent.name()).toList();
    }

    private static List<String> tasks(Plan plan) {
        return plan.tasks().stream().map(task -> task.agent() + ": " + task.title()).toList();
    }

    private static List<String> needs(Plan plan) {
        return plan.tasks().stream().map(task -> String.join(" ", task.dependsOn())).toList();
    }
}
