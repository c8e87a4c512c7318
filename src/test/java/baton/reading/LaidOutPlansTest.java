package baton.reading;

import java.util.List;

import baton.plan.Checkpoint;
import baton.plan.Phase;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Plans that are laid out in headings, lists, tables and charts, and what each form says of the work. */
class LaidOutPlansTest {

    private static final String TEAM = """
            # Orchard
            The two agents: Pruner and Picker.
            """;

    @Test
    void aMilestoneWithJobsBelowItIsATimeForWork() {
        Told told = Told.of(TEAM + """
                ## Milestones
                ### Milestone 1 (weeks 1-3): Cut
                Parallel tracks:
                - Track A: cut the old trees (Pruner)
                - Track B: sort the ladders (Picker)

                Integration points:
                - Week 2: half of the rows are cut
                """);
        assertEquals(List.of("Pruner: cut the old trees", "Picker: sort the ladders"), told.tasks());
        assertEquals(List.of("Milestone 1 (weeks 1-3): Cut"),
                told.plan().phases().stream().map(Phase::name).toList());
        assertEquals(List.of("Week 2: half of the rows are cut"),
                told.plan().checkpoints().stream().map(Checkpoint::name).toList());
    }

    @Test
    void jobsBelowAHeadingOfTheirOwnAreTheAgentsAboveIt() {
        Told told = Told.of("""
                # Orchard
                ## Pruner Agent
                **Responsibilities:** shears, ladders
                **Deliverables:** a tidy orchard
                ### Work
                - [ ] Cut the old trees
                - [ ] Burn the twigs
                ## Picker (agent)
                **Responsibilities:** baskets
                **Deliverables:** full crates
                ### Work
                - [ ] Pick the early apples
                """);
        assertEquals(List.of("pruner-agent: Cut the old trees", "pruner-agent: Burn the twigs",
                "picker-agent: Pick the early apples"), told.tasks());
    }

    @Test
    void whatSomebodyIsThereForIsNoJobBesideAListOfJobs() {
        for (String labels : List.of("Mission|Tasks", "Auftrag|Aufgaben", "Missione|Compiti", "Mission|Tâches")) {
            String[] both = labels.split("\\|", -1);
            Told told = Told.of("""
                    # Orchard
                    ## Pruner Agent
                    **%1$s:** light in every crown.
                    **%2$s:**
                    1. Cut the old trees
                    2. Burn the twigs
                    ## Picker Agent
                    **%1$s:** no apple on the ground.
                    **%2$s:**
                    1. Pick the early apples
                    """.formatted((Object[]) both));
            assertEquals(List.of("pruner-agent: Cut the old trees", "pruner-agent: Burn the twigs",
                    "picker-agent: Pick the early apples"), told.tasks(), labels);
        }
    }

    @Test
    void aColumnOfShortNamesHoldsOtherSpellings() {
        Told told = Told.of("""
                # Orchard
                | Agent | Short | Focus |
                |---|---|---|
                | Tree & Twig Agent | TT | crowns |
                | Fruit Agent | FR | apples |
                ## Week 1
                - **TT**: cut the old trees
                - **FR**: sort the crates
                """);
        assertEquals(List.of("tree-twig-agent", "fruit-agent"), told.agents());
        assertEquals(List.of("tree-twig-agent: cut the old trees", "fruit-agent: sort the crates"), told.tasks());
    }

    @Test
    void letteredAnswersWithOneThatIsLeantToAreADecisionUnderAnyTitle() {
        var decision = Told.of(TEAM + """
                - Pruner: cut the old trees
                - Picker: sort the crates

                ## Calls
                **Ladders**
                * A: wood
                * B: steel
                * We go for: B
                """).plan().decisions().getFirst();
        assertEquals("Ladders", decision.title());
        assertEquals(List.of("wood", "steel"), decision.options().stream().map(option -> option.text()).toList());
        assertEquals("B", decision.recommendation());
    }

    @Test
    void optionsMayStandInOneLine() {
        var decision = Told.of(TEAM + """
                - Pruner: cut the old trees
                - Picker: sort the crates

                ## Still to be decided
                **A. Which ladders?**
                Option 1: wood. Option 2: steel. Our advice: option 2 for the first year.
                """).plan().decisions().getFirst();
        assertEquals("Which ladders?", decision.title());
        assertEquals(2, decision.options().size());
    }

    @Test
    void aTableOfWhatMustBeTrueByWhenHoldsCheckpoints() {
        Told told = Told.of(TEAM + """
                - Pruner: cut the old trees
                - Picker: sort the crates

                ## Calendar
                | Week | What must be true | Who says so |
                |---|---|---|
                | 9 | rows 1 to 4 are cut | Pruner |
                | 11 | crates are dry | Picker |
                """);
        assertEquals(List.of("Week 9 Pruner rows 1 to 4 are cut", "Week 11 Picker crates are dry"),
                told.plan().checkpoints().stream().map(one -> one.name() + " " + one.criteria().getFirst().agent()
                        + " " + one.criteria().getFirst().text()).toList());
    }

    @Test
    void whatEachAgentHasReachedByATimeIsAPointAndNoCheckList() {
        Told told = Told.of("""
                # Frutteto
                ### Agente 1: Potatura
                **Compiti:**
                1. Tagliare i vecchi alberi
                ### Agente 2: Raccolta
                **Compiti:**
                1. Ordinare le casse
                ## Verifiche
                **Settimana 1**
                - Agente 1: quattro file tagliate
                - Agente 2: casse asciutte
                """);
        assertEquals(List.of("Settimana 1"), told.plan().checkpoints().stream().map(Checkpoint::name).toList());
        assertEquals(List.of(), told.plan().gates());
    }

    @Test
    void aListOfPhasesMayHoldNothingButIds() {
        Told told = Told.of("""
                # Sad
                | Nr | Zadanie | Agent | Zależy od |
                |---|---|---|---|
                | K1 | Przyciąć stare drzewa | cięcie | – |
                | K2 | Posortować skrzynki | zbiór | K1 |
                ## Etapy
                1. **Etap 1: przygotowanie** – K1
                2. **Etap 2: zbiory** – K2
                """);
        assertEquals(List.of("etap-1", "etap-2"), told.phases());
    }

    @Test
    void orderIsReadWhereverASentenceSpeaksOfTwoJobs() {
        Told told = Told.of(TEAM + """
                ## Week 1
                - Pruner: draw the map of the rows
                - Pruner: cut the old trees
                - Picker: count the crates in the barn

                The old trees can't be cut before the map of the rows is drawn.

                ## What waits for what
                - The counted crates depend on the old trees.
                """);
        assertEquals(List.of("", "T-1", "T-2"), told.needs());
    }

    @Test
    void orderIsReadInEveryLanguage() {
        assertEquals(List.of("", "T-1"), Told.of("""
                # Garten
                Die zwei Agenten: Schnitt und Ernte.
                - Schnitt: Karte der Reihen zeichnen
                - Ernte: Kisten im Schuppen zählen

                „Kisten im Schuppen zählen“ hängt von „Karte der Reihen zeichnen“ ab.
                """).needs());
        assertEquals(List.of("", "T-1"), Told.of("""
                # Verger
                Les deux agents : Taille et Récolte.
                - Taille : dessiner la carte des rangs
                - Récolte : compter les caisses de la grange

                « compter les caisses de la grange » dépend de « dessiner la carte des rangs ».
                """).needs());
    }

    @Test
    void whatASentenceDeniesIsNoOrder() {
        assertEquals(List.of("", ""), Told.of(TEAM + """
                - Pruner: draw the map of the rows
                - Picker: count the crates in the barn

                Counting the crates does not depend on the map of the rows.
                """).needs());
    }

    @Test
    void boxesMaySpeakOfEachOtherByNumber() {
        assertEquals(List.of("", "#483"), Told.of("""
                # Maps
                - [ ] #483 Cut the tiles — @tile-bot
                - [ ] #486 Route on the device — @route-bot (blocked by #483)
                """).needs());
    }

    @Test
    void aBarOrNodeWithTheIdOfAJobSpeaksOfThatJob() {
        Told told = Told.of("""
                # Orchard
                Two agents work here, nobody else.
                ### Pruner agent
                1. `P1` Draw the map of the rows
                2. `P2` Cut the old trees
                ### Picker agent
                1. `K1` Count the crates
                ## Order
                ```mermaid
                graph TD
                  P1[Map] --> P2[Cut]
                  P2 --> K1[Crates]
                ```
                """);
        assertEquals(List.of("pruner-agent: Draw the map of the rows", "pruner-agent: Cut the old trees",
                "picker-agent: Count the crates"), told.tasks());
        assertEquals(List.of("", "P1", "P2"), told.needs());
    }

    @Test
    void nodesMayCallTheirAgentsByCode() {
        Told told = Told.of("""
                # Orchard
                ## Roles of the two agents
                * **Tree Pruner** (TP) — crowns and twigs
                * **Apple Picker** (AP) — crates and ladders
                ## Work
                ```mermaid
                graph TB
                  a1["TP: draw the map of the rows"] --> a2["TP: cut the old trees"]
                  a2 --> b1["AP: count the crates"]
                ```
                """);
        assertEquals(List.of("tree-pruner: draw the map of the rows", "tree-pruner: cut the old trees",
                "apple-picker: count the crates"), told.tasks());
        assertEquals(List.of("", "a1", "a2"), told.needs());
    }

    @Test
    void aDelegationThatIsReadyToBeSentIsAJob() {
        Told told = Told.of("""
                # Orchard
                You run two subagents and hand out the blocks below.
                ## Blocks ready to send
                ```
                @Pruner-Agent

                **Task:** Cut the old trees
                **Acceptance Criteria:**
                - no stump is higher than a hand
                **Dependencies:** None
                ```
                ```
                @Picker-Agent

                **Task:** Count the crates
                **Acceptance Criteria:**
                - each crate has a number
                **Dependencies:** None
                ```
                """);
        assertEquals(List.of("Pruner-Agent: Cut the old trees", "Picker-Agent: Count the crates"), told.tasks());
    }

    @Test
    void needsStandBehindTheirIdsWhereTheLanguagePutsThemThere() {
        assertEquals(List.of("", "", "T01 T02"), Told.of("""
                # 果樹園
                | エージェント | 役割 |
                |---|---|
                | 剪定担当 | 枝の手入れ |
                | 収穫担当 | りんごの収穫 |
                ## 作業一覧
                - [ ] T01 剪定担当：地図を描く
                - [ ] T02 剪定担当：古い木を切る
                - [ ] T03 収穫担当：箱を数える（T01とT02に依存）
                """).needs());
    }

    @Test
    void figuresInAMappingAreWhatIsMeasuredWhateverItsKey() {
        var plan = Told.of("plan.yaml", """
                crew:
                  - {handle: pruner, about: cuts}
                  - {handle: picker, about: picks}
                to_do:
                  map: {what: Draw the map of the rows, who: pruner, takes: 2d}
                  crates: {what: Count the crates in the barn, who: picker, waits_for: map}
                we_like_to_see:
                  crates_a_day: "> 40"
                  apples_on_the_ground: "0"
                """).plan();
        assertEquals(List.of("crates_a_day > 40", "apples_on_the_ground 0"),
                plan.metrics().stream().map(metric -> metric.name() + " " + metric.target()).toList());
        assertEquals("2d", plan.tasks().getFirst().estimate());
    }

    @Test
    void aRangeOfDaysCountsNoAgentsAndAllAtOnceIsNoLimit() {
        assertEquals("", Told.of("""
                # Orchard
                The three bots: Pruner, Picker and Packer.
                All three bots at the same time:
                - Pruner: cut the old trees
                - Picker: sort the ladders
                - Packer: count the crates

                - **Day 2-3**: bots in parallel
                """).plan().limits().agentsMax().stream().mapToObj(Integer::toString).findFirst().orElse(""));
    }

    @Test
    void aChainThatSaysWhatAndWhoHoldsJobs() {
        Told told = Told.of("""
                # Orchard
                The agents: Pruner, Picker and Packer.

                cut the old trees (Pruner) → sort the crates (Picker) → pack the early apples (Packer)
                """);
        assertEquals(List.of("Pruner: cut the old trees", "Picker: sort the crates", "Packer: pack the early apples"),
                told.tasks());
        assertEquals(List.of("", "T-1", "T-2"), told.needs());
    }

    @Test
    void belowSomebodysNameTheFirstWordOfAJobNamesNobodyElse() {
        assertEquals(List.of("Crate: crate lists for two barns", "Ladder: crate lists that fit on one page"),
                Told.of("""
                        # Orchard
                        The agents: Crate and Ladder.
                        ### Crate
                        - crate lists for two barns
                        ### Ladder
                        - crate lists that fit on one page
                        """).tasks());
    }

    @Test
    void aRowWithTwoSpellingsOfOneAgentIsNoExchange() {
        Told told = Told.of("""
                # Orchard
                | Handle | Stands for | Mission |
                |---|---|---|
                | `pruner` | Pruner agent | crowns and twigs |
                | `picker` | Picker agent | crates and ladders |
                ## Work
                - pruner: cut the old trees
                - picker: sort the crates
                """);
        assertEquals(List.of(), told.plan().edges());
        assertEquals(List.of("", ""), told.needs());
    }

    @Test
    void optionsBelowTitlesOfTheirOwnAreAsManyDecisions() {
        assertEquals(List.of("Ladders B", "Crates A"), Told.of(TEAM + """
                - Pruner: cut the old trees
                - Picker: sort the crates

                ## Open
                **1. Ladders**
                - Option A: wood
                - Option B: steel
                - Recommendation: B

                **2. Crates**
                - Option A: new
                - Option B: mended
                - Recommendation: A
                """).plan().decisions().stream().map(one -> one.title() + " " + one.recommendation()).toList());
    }

    @Test
    void figuresMayStandInOneLine() {
        assertEquals(List.of("broken crates ≤ 2", "apples on the ground ≤ 5 %"), Told.of(TEAM + """
                - Pruner: cut the old trees
                - Picker: sort the crates

                ## Targets
                broken crates ≤ 2; apples on the ground ≤ 5 %.
                """).plan().metrics().stream().map(one -> one.name() + " " + one.target()).toList());
    }

    @Test
    void nothingButQuestionsAsksSomebodyWhateverTheTitleIs() {
        assertEquals(List.of("How high may a ladder be?", "Crates"), Told.of(TEAM + """
                - Pruner: cut the old trees
                - Picker: sort the crates

                ## For Margit
                1. How high may a ladder be?
                2. Crates
                   - who pays for them?
                   - are old ones good enough?
                """).plan().questions().stream().map(one -> one.text()).toList());
        assertEquals(List.of("How high may a ladder be?"), Told.of("plan.yaml", """
                crew:
                  - {handle: pruner, about: cuts}
                  - {handle: picker, about: picks}
                to_do:
                  map: {what: Draw the map of the rows, who: pruner}
                  crates: {what: Count the crates in the barn, who: picker, waits_for: map}
                ask_margit:
                  - How high may a ladder be?
                """).plan().questions().stream().map(one -> one.text()).toList());
    }
}
