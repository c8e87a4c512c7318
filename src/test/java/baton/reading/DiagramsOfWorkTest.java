package baton.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Flowcharts whose nodes are the work itself. */
class DiagramsOfWorkTest {

    @Test
    void nodesSayWhoWhatAndWhereToAndAWayBackIsNoOrder() {
        Told told = chart("""
                flowchart TD
                  subgraph Look
                    A["horse-painter<br/>Photograph every horse<br/>carousel/horses.md"]
                    B["gear-smith<br/>Open the gear box<br/>carousel/gears.md"]
                  end
                  subgraph Repair
                    C["gear-smith<br/>Turn two new cog wheels"]
                    E{Does it turn?}
                    F["organ-tuner<br/>Tune the organ to the speed"]
                  end
                  A --> F
                  B --> C
                  C --> E
                  E -- yes --> F
                  E -- no --> C
                """);
        assertEquals(List.of("horse-painter: Photograph every horse", "gear-smith: Open the gear box",
                "gear-smith: Turn two new cog wheels", "organ-tuner: Tune the organ to the speed"), told.tasks());
        assertEquals(List.of("", "", "T-2", "T-1 T-3"), told.needs());
        assertEquals(List.of("look", "look", "repair", "repair"), told.phases());
        assertEquals(List.of("carousel/horses.md"), told.plan().tasks().getFirst().outputs());
    }

    @Test
    void aSignMayStandBetweenWhoAndWhat() {
        Told told = chart("""
                graph LR
                  m[Measurer: Measure the pavement] --> d[Drafter: Draw the shelter]
                  d --> p[Permit clerk: Ask the city for a permit]
                  m --> n[Drafter: Write the notice for neighbours]
                """);
        assertEquals(List.of("Measurer: Measure the pavement", "Drafter: Draw the shelter",
                "permit-clerk: Ask the city for a permit", "Drafter: Write the notice for neighbours"), told.tasks());
        assertEquals(List.of("", "T-1", "T-2", "T-1"), told.needs());
    }

    @Test
    void anIdBeforeTheWordsIsTheIdOfTheJobAndArrowsGoForward() {
        Told told = Told.of("""
                # Ink

                ```mermaid
                graph TD
                  T1["T1 grind the soot (grinder)"] --> T3["T3 mix the ink (grinder)"]
                  T2["T2 boil the gum (boiler)"] --> T3
                  T3 --> T4["T4 test it on six papers (tester)"]
                  T4 -.->|too pale| T3
                ```
                """);
        assertEquals(List.of("grinder: grind the soot", "grinder: mix the ink", "boiler: boil the gum",
                "tester: test it on six papers"), told.tasks());
        assertEquals(List.of("", "T1 T2", "", "T3"), told.needs());
    }

    @Test
    void aClassMayBeTheAgent() {
        Told told = chart("""
                graph TD
                  classDef seed-sorter fill:#eee
                  a[Sort the bags by family]:::seed-sorter --> b[Print a label for each bag]:::label-maker
                  a --> c[Test ten seeds of each bag]
                  class c seed-sorter
                """);
        assertEquals(List.of("seed-sorter: Sort the bags by family", "label-maker: Print a label for each bag",
                "seed-sorter: Test ten seeds of each bag"), told.tasks());
    }

    @Test
    void aTableSaysWhatStandsBehindTheIdsOfTheNodes() {
        Told told = Told.of("""
                # Lighthouse stairs

                ```mermaid
                graph LR
                  S1[Survey] --> S2[Model]
                  S2 --> G1[Design]
                ```

                | Box | What is done | Agent |
                |-----|--------------|-------|
                | S1 | Measure every step of the stairs | surveyor |
                | S2 | Model the load of forty visitors | surveyor |
                | G1 | Design two new landings | stair-builder |
                """);
        assertEquals(List.of("surveyor: Measure every step of the stairs",
                "surveyor: Model the load of forty visitors", "stair-builder: Design two new landings"), told.tasks());
        assertEquals(List.of("", "S1", "S2"), told.needs());
    }

    @Test
    void drawingsOfSystemsAreNoWork() {
        for (String chart : List.of("""
                graph TD
                  U[User: Browser] --> G[Gateway: nginx with TLS]
                  G --> A[API: Flask application]
                  A --> Q[Worker: Celery task queue]
                """, """
                flowchart LR
                  W["Web app<br/>React and Vite"] --> S["Scheduler<br/>runs every hour"]
                  M["Mobile app<br/>React Native"] --> S
                  S --> B["Mailer<br/>sends with SMTP"]
                """)) {
            assertEquals(List.of(), chart(chart).agents(), chart);
        }
    }

    private static Told chart(String text) {
        return Told.of("# Chart\n\n```mermaid\n" + text + "```\n");
    }
}
