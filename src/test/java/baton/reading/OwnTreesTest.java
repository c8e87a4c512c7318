package baton.reading;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Plans as YAML and JSON in keys that their authors thought of themselves. */
class OwnTreesTest {

    @Test
    void stagesHoldJobsAndWaitForEachOther() {
        Told told = Told.of("bakery.yaml", """
                project: Reopen the corner bakery
                people:
                  anna: {about: sourdough and ovens}
                  bert: {about: permits and money}
                  human: {about: the owner}
                phases:
                  - title: Look around
                    items:
                      - what: Test both ovens at 250 degrees
                        who: anna
                        produces: bakery/ovens.md
                      - what: List the permits that ran out
                        who: bert
                        ref: permits
                  - title: Open
                    after: Look around
                    items:
                      - what: Write the price list
                        who: bert
                        after: [permits]
                        done_when: fits on one page
                      - what: Bake three trial loaves
                        who: anna
                      - what: Taste and choose one
                        who: human
                        after: Bake three trial loaves
                settings:
                  concurrency: 2
                  timebox: 30 minutes
                open_questions:
                  - Do we sell coffee?
                """);
        assertEquals("Reopen the corner bakery", told.plan().name());
        assertEquals(List.of("anna", "bert"), told.agents());
        assertEquals(List.of("anna: Test both ovens at 250 degrees", "bert: List the permits that ran out",
                "bert: Write the price list", "anna: Bake three trial loaves"), told.tasks());
        assertEquals(List.of("", "", "permits T-1", "T-1 permits"), told.needs());
        assertEquals(List.of("look-around", "look-around", "open", "open"), told.phases());
        assertEquals(List.of("bakery/ovens.md"), told.plan().tasks().getFirst().outputs());
        assertEquals(List.of("fits on one page"), told.plan().tasks().get(2).acceptance());
        assertEquals(TaskSpec.Kind.HUMAN, told.plan().tasks().getLast().kind());
        assertEquals(OptionalInt.of(2), told.plan().limits().agentsMax());
        assertEquals(OptionalInt.of(30), told.plan().limits().timeBoxMinutes());
        assertEquals(1, told.plan().questions().size());
    }

    @Test
    void theLastJobsOfAStageHoldBackTheFirstOfTheNext() {
        Told told = Told.of("move.json", """
                {"title":"Move the reading room","crew":{"scout":"knows every shelf","packer":"packs"},
                "pipeline":[{"stage":"survey","jobs":[
                  {"id":"count","assign":"scout","goal":"Count the shelves on both floors"},
                  {"id":"odd","assign":"scout","goal":"Photograph oversized books","needs":"count"}]},
                {"stage":"pack","needs":["survey"],"jobs":[
                  {"id":"boxes","assign":"packer","goal":"Plan the boxes per shelf"},
                  {"id":"labels","assign":"packer","goal":"Print labels for each box","needs":["boxes"]}]}],
                "maxParallel":2}
                """);
        assertEquals(List.of("", "count", "odd", "boxes"), told.needs());
        assertEquals(List.of("survey", "survey", "pack", "pack"), told.phases());
        assertEquals(OptionalInt.of(2), told.plan().limits().agentsMax());
    }

    @Test
    void keysMayBeOfOtherLanguages() {
        Told french = Told.of("parc.yaml", """
                équipe:
                  - nom: cartographe
                    rôle: dessine les cartes
                  - nom: botaniste
                    rôle: connaît les arbres
                tâches:
                  relevé:
                    qui: botaniste
                    quoi: Relever les arbres remarquables du parc
                  carte:
                    qui: cartographe
                    quoi: Dessiner la carte des promenades
                    après: relevé
                """);
        assertEquals(List.of("cartographe", "botaniste"), french.agents());
        assertEquals("dessine les cartes", french.plan().agents().getFirst().role());
        assertEquals(List.of("", "relevé"), french.needs());
        Told german = Told.of("garten.yaml", """
                mannschaft:
                  gärtnerin: kennt die Beete
                  planer: rechnet und zeichnet
                schritte:
                  - nr: 1
                    wer: gärtnerin
                    was: Bodenproben aus allen Beeten ziehen
                    ergebnis: garten/boden.csv
                  - nr: 2
                    wer: planer
                    was: Bewässerung für den Sommer rechnen
                    nach: 1
                    fertig_wenn: jedes Beet hat eine Zahl
                """);
        assertEquals(List.of("gärtnerin: Bodenproben aus allen Beeten ziehen",
                "planer: Bewässerung für den Sommer rechnen"), german.tasks());
        assertEquals(List.of("", "1"), german.needs());
        assertEquals(List.of("jedes Beet hat eine Zahl"), german.plan().tasks().getLast().acceptance());
    }

    @Test
    void workMayStandBelowTheNamesOfThoseWhoDoIt() {
        assertEquals(List.of("bee-counter: Count the hives on the south slope", "bee-counter: Weigh every hive",
                "hive-doctor: Check for mites", "honey-clerk: Price the first harvest"), Told.of("bees.yaml", """
                        workers: [bee-counter, hive-doctor, honey-clerk]
                        work:
                          bee-counter:
                            - Count the hives on the south slope
                            - Weigh every hive
                          hive-doctor:
                            - Check for mites
                          honey-clerk: Price the first harvest
                        """).tasks());
        assertEquals(List.of("researcher: Collect three stories about the clock",
                "writer: Turn each story into two minutes of text"), Told.of("audio.yaml", """
                        agents: [researcher, writer]
                        steps:
                          - researcher: Collect three stories about the clock
                          - writer: Turn each story into two minutes of text
                        """).tasks());
        Told own = Told.of("cinema.yaml", """
                mission: Save the village cinema
                roles:
                  Projectionist:
                    description: knows the machine
                    does: [Check the lamp of the projector, Order two spare belts]
                  Treasurer:
                    description: counts
                    does: [Count what the roof costs]
                """);
        assertEquals(List.of("Projectionist: Check the lamp of the projector", "Projectionist: Order two spare belts",
                "Treasurer: Count what the roof costs"), own.tasks());
    }

    @Test
    void aWeekMayHoldNothingButNamesAndTheirWork() {
        Told told = Told.of("festival.yaml", """
                plan:
                  name: Street festival
                  crew:
                    stage-hand: {focus: stages}
                    herald: {focus: posters}
                  weeks:
                    week 1:
                      stage-hand: Measure the square
                    week 2:
                      needs: week 1
                      herald: [Draw the poster, Print the poster]
                  gates:
                    before printing: [mayor has seen the poster, date is right]
                """);
        assertEquals("Street festival", told.plan().name());
        assertEquals(List.of("stage-hand: Measure the square", "herald: Draw the poster", "herald: Print the poster"),
                told.tasks());
        assertEquals(List.of("", "T-1", "T-1"), told.needs());
        assertEquals(List.of("week-1", "week-2", "week-2"), told.phases());
        assertEquals(2, told.plan().gates().getFirst().checks().size());
    }

    @Test
    void whoIsNamedOftenIsTheTeamWhateverItIsCalled() {
        Told told = Told.of("stage.yaml", """
                lights:
                  lamp: lighting
                  horn: noise
                scenes:
                  - scene: Storm
                    lead: lamp
                    brief: Make lightning without blinding the front row
                    unlocks: [Calm]
                  - scene: Calm
                    lead: horn
                    brief: Record a quiet sea for four minutes
                """);
        assertEquals(List.of("lamp", "horn"), told.agents());
        assertEquals(List.of("", "T-1"), told.needs());
    }

    @Test
    void orderMayBeAListOfPairs() {
        assertEquals(List.of("", "", "n1 n2"), Told.of("graph.yaml", """
                agents:
                  a1: {name: Tide Watcher}
                  a2: {name: Net Mender}
                graph:
                  nodes:
                    - {id: n1, agent: a1, label: Read the tide gauge}
                    - {id: n2, agent: a2, label: Mend the eel nets}
                    - {id: n3, agent: a1, label: Report to the harbour}
                  edges:
                    - {from: n1, to: n3}
                    - [n2, n3]
                """).needs());
    }

    @Test
    void membersWhoWaitForEachOtherAreJobsThemselves() {
        Told told = Told.of("sluice.yaml", """
                agents:
                  reviewer:
                    depends_on: [builder]
                    prompt: Review the sluice model for mistakes
                  builder:
                    prompt: Build a model of the sluice in cardboard
                    output: out/model.md
                """);
        assertEquals(List.of("reviewer: Review the sluice model for mistakes",
                "builder: Build a model of the sluice in cardboard"), told.tasks());
        assertEquals(List.of("T-2", ""), told.needs());
    }

    @Test
    void titlesMayHaveNoBlanks() {
        Told told = Told.of("soup.yaml", """
                チーム:
                  - {名前: 記録係, 役割: 記録する}
                  - {名前: 料理係, 役割: 料理する}
                タスク:
                  - {番号: 1, 担当: 料理係, 内容: 百人分の汁を作る}
                  - {番号: 2, 担当: 記録係, 内容: 作り方を書き残す, 依存: 1}
                """);
        assertEquals(List.of("料理係: 百人分の汁を作る", "記録係: 作り方を書き残す"), told.tasks());
        assertEquals(List.of("", "1"), told.needs());
    }

    @Test
    void aBareListOfJobsIsAPlanInAFileAndInAFence() {
        String list = """
                [{"key":"K1","summary":"Collect readings of all water meters","assignee":"meter-bot"},
                 {"key":"K2","summary":"Find leaks at night","assignee":"leak-bot","blockedBy":["K1"]}]
                """;
        assertEquals(List.of("meter-bot", "leak-bot"), Told.of("water.json", list).agents());
        assertEquals(List.of("", "K1"), Told.of("water.json", list).needs());
    }

    @Test
    void theSameStandsInFencesAndAtTheHeadOfADocument() {
        String plan = """
                crew:
                  diver-bot: maps what lies below
                  crane-bot: plans what is lifted
                jobs:
                  - id: map
                    owner: diver-bot
                    title: Map the bottom of the pond
                    deliverable: pond/map.svg
                  - id: lift
                    owner: crane-bot
                    title: Plan the order of lifting
                    requires: map
                """;
        for (String text : List.of("# Pond\n\nWe work from this block:\n\n```yaml\n" + plan + "```\n",
                "---\n" + plan + "---\n\n# Pond\n\nNothing else to say.\n")) {
            Told told = Told.of(text);
            assertEquals(List.of("diver-bot", "crane-bot"), told.agents(), text);
            assertEquals(List.of("", "map"), told.needs(), text);
            assertEquals(List.of("pond/map.svg"), told.plan().tasks().getFirst().outputs(), text);
        }
    }

    @Test
    void aTreeWithoutEndTakesNoTimeWithoutEnd() {
        String deep = "{\"tasks\": ".repeat(60) + "{\"do\": \"dig a hole\"}" + "}".repeat(60);
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertEquals(List.of(), Told.of("deep.json", deep).tasks()));
        String wide = "{\"tasks\": [" + "{\"a\": {\"b\": {\"c\": [{\"d\": {\"e\": \"f\"}}]}}}, ".repeat(3000) + "{}]}";
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertEquals(List.of(), Told.of("wide.json", wide).tasks()));
    }

    @Test
    void settingsOfProgramsAreNoPlans() {
        for (String text : List.of("""
                stages: [build, test]
                build: {stage: build, script: [make]}
                test: {stage: test, needs: [build], script: [make test]}
                """, """
                openapi: 3.0.0
                tags:
                  - {name: pets, description: All about pets}
                  - {name: owners, description: All about owners}
                paths:
                  /pets: {get: {summary: List all pets, tags: [pets]}, post: {summary: Add a pet, tags: [pets]}}
                """, """
                teams:
                  - {name: checkout, channel: basket}
                  - {name: search, channel: finding}
                flags:
                  - {name: new-basket, owner: checkout, description: Shows the new basket to everybody}
                  - {name: fast-search, owner: search, description: Uses the second index for search}
                """, """
                services:
                  - {name: payments, owner: team-pay, description: Takes money from customers}
                  - {name: mails, owner: team-mail, description: Sends letters to customers}
                """, """
                stages:
                  - {stage: Build, jobs: [{job: compile, steps: [{task: Maven@4, displayName: Compile it}]}]}
                  - {stage: Deploy, dependsOn: Build, jobs: [{deployment: prod, dependsOn: []}]}
                """, """
                people:
                  - {name: Ann Lee, role: director, bio: Has worked here for years}
                  - {name: Bo Chen, role: curator, bio: Writes about stones}
                events:
                  - {title: Opening of the stone room, speaker: Bo Chen}
                  - {title: Talk about rivers in winter, speaker: Ann Lee}
                """, """
                team: {lead: Team lead, member: Member of the team}
                steps: {one: Choose a plan, two: Pay for it}
                """)) {
            Told told = Told.of("settings.yaml", text);
            assertEquals(List.of(), told.agents(), text);
            assertEquals(List.of(), told.tasks(), text);
        }
    }

    @Test
    void whatEntriesReferToIsTheTeamAndTheOrderWhateverTheKeysAreCalled() {
        var told = Told.of("robot.yaml", """
                thing: pruning robot
                gang:
                  vera: {knows: cameras}
                  arno: {knows: arms}
                bits:
                  branch-map:
                    text: Build a branch map from four angles
                    mate: vera
                  reach:
                    text: Plan reaches between the wires
                    mate: arno
                    upon: branch-map
                """);
        assertEquals(List.of("vera: Build a branch map from four angles", "arno: Plan reaches between the wires"),
                told.tasks());
        assertEquals(List.of("", "branch-map"), told.needs());
    }
}
