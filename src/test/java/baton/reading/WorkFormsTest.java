package baton.reading;

import java.util.List;

import baton.plan.Phase;
import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Forms in which documents give work and say its order. */
class WorkFormsTest {

    private static final String TEAM = """
            # School play
            ## Team
            - **Copywriter** — texts
            - **Designer** — layout
            - **Builder** — pages
            """;

    @Test
    void tablesOfAgentsAndTimesAreWorkInPhases() {
        var across = Told.of("""
                # Board
                | Week | Ann-Agent | Bob-Agent |
                |---|---|---|
                | Week 1 | Draw the plan | Count chairs |
                | Week 2 | Build the model | – |
                """);
        assertEquals(List.of("Ann-Agent: Draw the plan", "Bob-Agent: Count chairs", "Ann-Agent: Build the model"),
                across.tasks());
        assertEquals(List.of("week-1", "week-1", "week-2"), across.phases());
        assertEquals(List.of("seed-agent: Order seeds", "seed-agent: Sort seeds", "hose-agent: Lay hoses"),
                Told.of("""
                        # Greenhouse plan
                        | Agent | Mon | Tue |
                        |---|---|---|
                        | Seed Agent | Order seeds | Sort seeds |
                        | Hose Agent | – | Lay hoses |
                        """).tasks());
    }

    @Test
    void aRowMayHaveMoreCellsThanTheTableHasColumns() {
        assertEquals(List.of("Ann-Agent: Draw the plan", "Bob-Agent: Count chairs", "Ann-Agent: Build the model"),
                Told.of("""
                        # Board
                        | Week | Ann-Agent | Bob-Agent |
                        |---|---|---|
                        | Week 1 | Draw the plan | Count chairs | and nobody knows who |
                        | Week 2 | Build the model | – |
                        """).tasks());
    }

    @Test
    void aJobMayBeLikeOneThatIsItselfOnlyLikeAnother() {
        assertEquals(List.of("old roof map", "map the paint of old", "roof plan", "paint old paint", "old plan, new"),
                Told.of("""
                        # Hall
                        ## Agents
                        - **Ann Agent**: draws
                        ## Tasks
                        1. **Ann Agent**: old roof map
                        ## Queue of agents
                        1. **Ann Agent**: map the paint of old
                        2. **Ann Agent**: roof plan
                        ## Week 1
                        1. **Ann Agent**: paint old paint
                        ## Track A
                        1. **Ann Agent**: old plan, new
                        """).plan().tasks().stream().map(TaskSpec::title).toList());
    }

    @Test
    void cellsThatNameTheirAgentsAreJobs() {
        var told = Told.of("""
                # Film
                ## Crew
                * **@research** — archives
                * **@legal** — rights
                ## Tracks
                | Phase | Weeks | Track A | Track B |
                |---|---|---|---|
                | 1 Develop | 1-4 | Ferry archive (@research) | Release forms (@legal) |
                """);
        assertEquals(List.of("research: Ferry archive", "legal: Release forms"), told.tasks());
    }

    @Test
    void itemsThatNameATimeArePhases() {
        var told = Told.of("""
                # Co-op
                ## Agents
                - **Fruit Agent**: apples
                - **Grain Agent**: wheat
                ## Stages
                1. **Stage one (days 1-3), in parallel**
                   - Fruit Agent: visit the orchards
                2. **Stage two (days 4-5), in sequence**
                   - Grain Agent: read the figures
                """);
        assertEquals(List.of("stage-one", "stage-two"), told.phases());
        assertEquals(List.of(Phase.Mode.PARALLEL, Phase.Mode.SEQUENTIAL),
                told.plan().phases().stream().map(Phase::mode).toList());
    }

    @Test
    void sentencesInAListSayWhoDoesWhatAndAfterWhat() {
        var told = Told.of(TEAM + """
                ## Steps
                1. The Copywriter drafts the texts.
                2. The Designer sketches three pages.
                3. Once both are done, the Builder builds the first page.
                """);
        assertEquals(List.of("Copywriter: drafts the texts", "Designer: sketches three pages",
                "Builder: builds the first page"), told.tasks());
        assertEquals(List.of("", "", "T-1 T-2"), told.needs());
    }

    @Test
    void runningTextTellsWorkThatNothingElseGives() {
        var told = Told
                .of("""
                        # Plan for the tower
                        The **safety agent** begins: it writes the risk assessment. While it does so, the **letter agent** drafts the letter.

                        The **crane agent** cannot start before the risk assessment is approved; it then draws the lifting plan.
                        """);
        assertEquals(List.of("safety-agent: writes the risk assessment", "letter-agent: drafts the letter",
                "crane-agent: draws the lifting plan"), told.tasks());
        assertEquals(List.of("", "", "T-1"), told.needs());
    }

    @Test
    void anInstructionToUseAnAgentIsItsJob() {
        var told = Told.of("""
                # Release
                ### Subagent 1: `importer`
                Prompt:
                > Import the lists.
                ### Subagent 2: `designer`
                Run after `importer` has finished.
                Prompt:
                > Lay out the labels.
                ### Then
                Use the `captain` subagent to write the notes once both are done.
                """);
        assertEquals(List.of("importer: Import the lists.", "designer: Lay out the labels.",
                "captain: write the notes"), told.tasks());
        assertEquals(List.of("", "T-1", "T-1 T-2"), told.needs());
    }

    @Test
    void jobsHandedOutInOneSentenceAreOpenings() {
        var told = Told.of(TEAM + "## Start\nDelegate at once: the poster to Designer, the menu to Builder.\n");
        assertEquals(List.of("Copywriter: texts", "Designer: layout", "Builder: pages"), told.tasks(),
                "one word is no job");
        var two = Told.of(TEAM + "## Start\nDelegate at once: the big poster to Designer, the long menu to Builder.\n");
        assertEquals(List.of("Designer: big poster", "Builder: long menu"), two.tasks());
        assertEquals(List.of(TaskSpec.Kind.OPENING, TaskSpec.Kind.OPENING),
                two.plan().tasks().stream().filter(TaskSpec::runs).map(TaskSpec::kind).toList());
    }

    @Test
    void ownersStandInTitlesInLabelsAndBehindJobs() {
        assertEquals(List.of("ingest-agent: Connect the shop"),
                Told.of("# Data\n### Stream A: Ingest (owner: ingest-agent)\n1. Connect the shop\n").tasks());
        var phases = Told.of("""
                # Move
                ## Stage 1 – Look
                Owner: look-agent
                - scan all
                ## Stage 2 – Move
                Owner: move-agent
                Depends on: Stage 1
                - copy the data
                """);
        assertEquals(List.of("look-agent: scan all", "move-agent: copy the data"), phases.tasks());
        assertEquals(List.of("", "T-1"), phases.needs());
        var boxes = Told.of("""
                # Racks
                - [ ] Count the racks — *Count Agent*
                - [ ] Label all cables — *Cable Agent* (needs: Count the racks)
                """);
        assertEquals(List.of("count-agent: Count the racks", "cable-agent: Label all cables"), boxes.tasks());
        assertEquals(List.of("", "T-1"), boxes.needs());
    }

    @Test
    void itemsWithALineForTheirOwnerAreJobs() {
        var told = Told.of("""
                # 酒蔵
                ## 作業一覧
                1. **順路を決める**
                   - 担当：案内係
                2. **説明板を書く**
                   - 担当：翻訳係
                   - 前提：1
                """);
        assertEquals(List.of("案内係: 順路を決める", "翻訳係: 説明板を書く"), told.tasks());
        assertEquals(List.of("", "T-1"), told.needs());
    }

    @Test
    void sheetsMayBeCountedInWords() {
        var lots = Told.of("""
                # Péniche
                ### Lot 1 – Parcours
                - **Qui** : Batelier
                - **Quoi** : Tracer un parcours
                ### Lot 2 – Devis
                - **Qui** : Comptable
                - **Quoi** : Chiffrer la sortie
                - **Préalable** : lot 1
                """);
        assertEquals(List.of("Batelier: Tracer un parcours", "Comptable: Chiffrer la sortie"), lots.tasks());
        assertEquals(List.of("", "Lot-1"), lots.needs());
    }

    @Test
    void numbersOfATrackerAreIdsAndWhatIsStruckIsDone() {
        var told = Told.of("""
                # Milestone
                | Issue | Title | Assignee | Blocked by |
                |---|---|---|---|
                | [#41](https://example.org/41) | Read the files | @import-agent | |
                | [#42](https://example.org/42) | Close the loops | @loop-agent | #41 |
                | ~~#38~~ | Use metres | @loop-agent | |
                """);
        assertEquals(List.of("import-agent: Read the files", "loop-agent: Close the loops"), told.tasks());
        assertEquals(List.of("", "41"), told.needs());
    }

    @Test
    void labelsAmongJobsSaySomethingOfAll() {
        var told = Told.of("""
                # Aviary
                **Agent: Health** (leads)
                • ✅ Criteria: no bird has a cold
                • 📌 Check all birds
                **Agent: Cages**
                • 📌 Order perches
                   ↳ waits for: Health
                """);
        assertEquals(List.of("Health: Check all birds", "Cages: Order perches"), told.tasks());
        assertEquals(List.of("", "T-1"), told.needs());
        assertEquals(List.of("no bird has a cold"), told.plan().tasks().getFirst().acceptance());
    }

    @Test
    void everybodyBehindACommaOrInBracketsIsEverybody() {
        assertEquals(List.of("orchestrator: Read the brief"), Told.of("""
                # Night
                The crew: **Agent 1 (Feeds)**, **Agent 2 (Maps)**.
                ## First two hours, everybody together
                1. Read the brief
                ## Thursday
                **Agent 1 (Feeds)**
                """).tasks());
    }

    @Test
    void daysMayBeJoined() {
        var told = Told.of("""
                # Umzug
                ## Dienstag und Mittwoch
                - Agent 1: Betten zählen
                - Agent 2: Schränke leeren
                """);
        assertEquals(List.of("dienstag-und-mittwoch", "dienstag-und-mittwoch"), told.phases());
    }

    @Test
    void whatHumansDoIsNobodysTask() {
        var told = Told.of(TEAM + "## Monday\n- Designer: Draw it\n- Ask the neighbours *(human: Selma)*\n");
        assertEquals(List.of("Designer: Draw it"), told.tasks());
    }

    @Test
    void aShortNameOfAJobThatIsHandedOutFirstIsTheJob() {
        var told = Told.of("""
                # Cubesat
                ## Phase 1
                * Track 1: Power budget for every mode (@Power-Agent)
                * Track 2: Mass table with margins (@Mass-Agent)
                ## Day one
                1. Hand out in parallel:
                   - Power budget → @Power-Agent
                """);
        assertEquals(List.of("Power-Agent: Power budget for every mode", "Mass-Agent: Mass table with margins"),
                told.tasks());
        assertEquals(List.of("T-3"), told.plan().tasks().getFirst().sameAs());
    }
}
