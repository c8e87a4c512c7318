package baton.reading;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Forms in which documents say who takes part. */
class TeamFormsTest {

    @Test
    void titlesAboveListsNameAgentsWhereThereAreTwo() {
        var two = Told.of("""
                # Plan for the harbour
                **Crane Agent**
                - Oil the crane
                **Quay Agent**
                - Sweep the quay
                """);
        assertEquals(List.of("crane-agent: Oil the crane", "quay-agent: Sweep the quay"), two.tasks());
        assertEquals(List.of(), Told.of("# Plan for the harbour\n## The agent\n- Oil the crane\n").agents());
    }

    @Test
    void anItemThatIsANameLeadsToItsJobs() {
        assertEquals(List.of("seed-agent: Order seeds", "seed-agent: Sort seeds", "water-agent: Lay hoses"), Told.of("""
                # Greenhouse plan
                - Seed Agent
                  - Order seeds
                  - Sort seeds
                - Water Agent
                  - Lay hoses
                """).tasks());
    }

    @Test
    void aNameAtTheMarginIsATitleThoughMarkdownEndsAnItemWithIt() {
        assertEquals(List.of("hw-agent: solder", "fw-agent: read the scale"), Told.of("""
                # Hive project
                hw-agent
                  1. solder
                fw-agent
                  1. read the scale
                """).tasks());
    }

    @Test
    void namesInBoldAboveLabelsAreSections() {
        var told = Told.of("""
                # Data room
                ## First readers
                **lease-reader**
                > You read every lease.
                - Write to: `out/leases.md`
                - Good when: each has a date

                **people-reader**
                > You list all pensions.
                - Write to: `out/people.md`
                """);
        assertEquals(List.of("lease-reader: You read every lease.", "people-reader: You list all pensions."),
                told.tasks());
        assertEquals(List.of("out/leases.md", "out/people.md"),
                told.plan().tasks().stream().flatMap(task -> task.outputs().stream()).toList());
    }

    @Test
    void initialsBehindANameAreAnAlias() {
        assertEquals(List.of("Translator: Chapter one"), Told.of("""
                # Book
                ## Agents
                1. **Translator (TR)** – translates
                2. **Editor (ED)** – smooths
                ## Work
                | # | What | Who |
                |---|------|-----|
                | 1 | Chapter one | TR |
                """).tasks());
    }

    @Test
    void rolesInOneLineOrATableOfATeamAreAgents() {
        assertEquals(List.of("Commander", "Scribe"), Told.of("""
                # Drill
                Roles: Commander, Scribe
                ## Minute 1
                - Commander: open the channel
                - Scribe: start the log
                """).agents());
        assertEquals(List.of("Redaktion", "Technik"), Told.of("""
                # Vereinsseite
                ## Beteiligte
                | Rolle | Zuständig für |
                |---|---|
                | Redaktion | Texte |
                | Technik | Server |
                ## Ablauf
                1. Redaktion schreibt die Startseite
                2. Technik richtet den Server ein
                """).agents());
    }

    @Test
    void namesToWhomOtherPlacesGiveWorkAreATeam() {
        var told = Told.of("""
                # Shells
                ## Who
                * **collector** – picks forty shells
                * **namer** – names every shell
                * **packer** – packs them
                ## How
                    collector ──> namer ──> packer
                """);
        assertEquals(List.of("collector", "namer", "packer"), told.agents());
        assertEquals(List.of("collector: picks forty shells", "namer: names every shell", "packer: packs them"),
                told.tasks());
        assertEquals(List.of(), Told.of("# Words\n* **cache** – keeps\n* **queue** – waits\n").agents());
    }

    @Test
    void squadsAndRolesWithACountAreSomebody() {
        assertEquals(List.of("dedupe: Group reports"), Told.of("""
                # Bugs
                #### Role 1 · dedupe
                **Do:** Group reports
                **File:** `groups.json`
                """).tasks());
        assertEquals(List.of("squad-water: Inventory all tanks"), Told.of("""
                # Hatchery
                ### Squad WATER
                *Stays inside:* `probes/`

                To do:
                - [ ] Inventory all tanks
                """).tasks());
    }

    @Test
    void namesOfRunningTextCountWhereTheTextSaysHowMany() {
        String text = """
                # Cookbook
                We have two agents. Ana collects sixty recipes. Then Ben drafts the texts. Ben rests and Ana smiles a lot.
                """;
        assertEquals(List.of("Ana", "Ben"), Told.of(text).agents());
        assertEquals(List.of(), Told.of(text.replace("two agents", "five agents")).agents());
    }

    @Test
    void whatIsPublishedIsNoPlan() {
        String list = "# Teams\n## Agents\n1. **Planner Agent** – plans the work\n2. **Coder Agent** – writes code\n";
        assertEquals(List.of(), Told.of("---\nauthor: M\ntags: [essay]\n---\n" + list).agents());
        assertEquals(List.of("planner-agent", "coder-agent"), Told.of(list).agents());
    }

    @Test
    void aNameCloseBehindAnotherWordIsFoundInScriptsWithoutBlanks() {
        assertEquals(List.of("調査エージェント: 名所を集める", "設計エージェント: 地図を描く"), Told.of("""
                # 計画
                ## 手順
                1. 調査エージェント：名所を集める
                2. 設計エージェント：地図を描く（調査エージェントの後）
                """).tasks());
    }

    @Test
    void plainTextIsReadByItsIndentation() {
        var told = Told.of("P.txt", """
                PARADE PLAN

                Agents
                  Float Agent      designs the floats
                  Music Agent      finds the bands

                Tasks
                  1. Draw six floats          Float Agent
                  2. Ask nine bands (after 1)      Music Agent
                """);
        assertEquals(List.of("float-agent: Draw six floats", "music-agent: Ask nine bands"), told.tasks());
        assertEquals(List.of("", "T-1"), told.needs());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "# Cleaning guide\n**Bleach Agent**\n- Irritates the skin\n\n**Descaling Agent**\n- Contains acid\n",
        "# A morning at the port\nThe **harbour agent** walked to the quay. The **customs agent** drank coffee.\n",
        "# Changelog\n## 3.0\n- **Search Agent** now supports filters\n- **Mail Agent**: fixed a crash\n",
        "# Swarm\n## Usage\n```python\nrun()\n```\n### Planner Agent\nArguments:\n- `steps`: 10\n### Web Agent\n- `up`: 1\n"})
    void namesWithoutAnySignOfAPlanNameNobody(String text) {
        assertEquals(List.of(), Told.of(text).agents());
    }

    @Test
    void sectionsOfOneNameAreATeamWhateverStandsBesideThem() {
        assertEquals(List.of("Feed-Agent: static feed every night", "Stops-Agent: one register of all stops"),
                Told.of("""
                        # Timetable brief
                        ## Feed-Agent
                        I'm responsible for what goes out.

                        My jobs:
                        - static feed every night
                        ## Stops-Agent
                        I'm responsible for one truth. Feed-Agent reads it, and Stops-Agent answers.

                        My jobs:
                        - one register of all stops
                        ## Dashboard
                        - lateness of the feed: under a minute
                        ## Open towards the ministry
                        - Who pays for the stops?
                        """).tasks());
    }

    @Test
    void aTableOfLabelsBelowANameIsAFormAndItsBoxesAreWork() {
        var told = Told.of("""
                # Lockers
                Two agents, one repo.
                ## 🔩 Agent Hinge (firmware)
                | | |
                |---|---|
                | Lives in | `bridge/` |
                | Talks to | Latch |

                - [ ] Write a simulator
                ## 🔑 Agent Latch (reservations)
                | | |
                |---|---|
                | Lives in | `services/` |
                | Talks to | Hinge |

                - [ ] Model the boxes
                """);
        assertEquals(List.of("agent-hinge: Write a simulator", "agent-latch: Model the boxes"), told.tasks());
        assertEquals(List.of("bridge/", "services/"),
                told.plan().agents().stream().flatMap(agent -> agent.owns().stream()).map(area -> area.path())
                        .toList());
    }

    @Test
    void termsWithWhatIsSaidOfThemAreARosterAndListsThatNameThemAgainAreWork() {
        assertEquals(List.of("flight-planner: draw routes", "image-agent: check the camera",
                "image-agent: stitch the flights", "flight-planner: draw the terraces"), Told.of("""
                        # Mildew watch
                        Two agents for a week.

                        ## Agents

                        Flight planner (FP)
                        :   Draws routes and watches the wind.

                        Image agent (IM)
                        :   Stitches and calibrates.

                        ## Half-days
                        ### Mon a.m.
                        - FP: draw routes
                        - IM: check the camera
                        ### Mon p.m.
                        - IM: stitch the flights
                        - FP: draw the terraces
                        """).tasks());
    }

    @Test
    void namesInsetBelowATagAreTheTeamAndArrowsInARowAreBullets() {
        assertEquals(List.of("sdr-agent: write the demodulator", "rotor-agent: write the driver",
                "sdr-agent: close the loop"), Told.of("""
                        <crew>
                        Radio side
                          @sdr-agent — demodulators, correction
                          @rotor-agent — pointing, cable guard
                        </crew>

                        # Waves

                        **Wave 1** (no one needs anyone)
                        → sdr-agent: write the demodulator
                        → rotor-agent: write the driver

                        **Wave 2**
                        - sdr-agent: close the loop
                        """).tasks());
    }

    @Test
    void aFenceMayListTheTeamWhileTheWorkStandsElsewhere() {
        assertEquals(List.of("splice: stabilise reel 1", "grade: read the tinting notes"), Told.of("""
                # Nitrate rescue
                ```yaml
                team:
                  splice:
                    role: Frame repair
                  grade:
                    role: Colour and density
                ```
                ## Block 1
                ```
                splice:
                  - stabilise reel 1

                grade:
                  - read the tinting notes
                ```
                """).tasks());
    }

    @Test
    void aLineOfTheRosterIsNoJobOfWhoHasWorkElsewhere() {
        assertEquals(List.of("frames-agent: write the deframer", "archive-agent: record the passes"), Told.of("""
                # Ground station
                ## Team
                - frames-agent: packets and checksums
                - archive-agent: raw data and retention
                ## Week 1
                - frames-agent: write the deframer
                - archive-agent: record the passes
                """).tasks());
    }
}
