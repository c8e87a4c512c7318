package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Plan;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Teams that no word gives away. */
class TeamInferenceTest {

    @Test
    void namesThatComeBackAtArrowsAndCarryWorkAreTheTeam() {
        Plan plan = read("""
                # Marionette evening

                Agents only, nothing leaves the desk.

                    carver ──> painter ──> stringer

                People and what they do

                * **carver** – cuts three heads from lime, writes `show/heads.md`
                * **painter** – gives every head its colours, writes `show/colours.md`
                * **stringer** – says where each thread goes, writes `show/threads.md`
                """);
        assertEquals(List.of("carver", "painter", "stringer"), names(plan));
        assertEquals(List.of("carver: cuts three heads from lime [show/heads.md]",
                "painter: gives every head its colours [show/colours.md]",
                "stringer: says where each thread goes [show/threads.md]"), tasks(plan));
        assertEquals(List.of("", "T-1", "T-2"), needs(plan));
    }

    @Test
    void asManySectionsAsTheTextCountsAreTheTeam() {
        Plan plan = read("""
                # Die Sternwarte zieht um

                Drei Assistenten arbeiten daran.

                ## Wer wo aufhört

                ### Trupp KUPPEL
                *Bleibt in:* `kuppel/`

                - [ ] Schrauben der Kuppel zählen
                - [ ] Kran bestellen

                ### Trupp LINSE
                *Bleibt in:* `linse/`

                - [ ] Kiste für die Linse bauen

                ### Trupp KABEL
                *Bleibt in:* `kabel/`

                - [ ] Kabelplan zeichnen

                ## Meilensteine

                - KUPPEL: Kran ist bestellt
                - LINSE: Kiste steht
                """);
        assertEquals(List.of("Trupp KUPPEL", "Trupp LINSE", "Trupp KABEL"), names(plan));
        assertEquals(List.of("trupp-kuppel: Schrauben der Kuppel zählen []", "trupp-kuppel: Kran bestellen []",
                "trupp-linse: Kiste für die Linse bauen []", "trupp-kabel: Kabelplan zeichnen []"), tasks(plan));
    }

    @Test
    void aTableOfNamesIsTheTeamThatOtherPlacesGiveWorkTo() {
        Plan plan = read("""
                # Rénovation du phare

                Deux agents s'en chargent.

                ## Qui est là

                | Nom | Domaine |
                |---|---|
                | Lampiste | optique |
                | Maçon | murs |

                ## Lots

                ### Lot 1 – Optique
                - **Qui** : Lampiste
                - **Quoi** : Démonter la grande lentille sans la rayer
                - **Sortie** : `phare/lentille.md`

                ### Lot 2 – Murs
                - **Qui** : Maçon
                - **Quoi** : Reprendre les joints du côté de la mer
                - **Sortie** : `phare/murs.md`
                - **Préalable** : lot 1
                """);
        assertEquals(List.of("Lampiste", "Maçon"), names(plan));
        assertEquals(List.of("Lampiste: Démonter la grande lentille sans la rayer [phare/lentille.md]",
                "Maçon: Reprendre les joints du côté de la mer [phare/murs.md]"), tasks(plan));
        assertEquals(List.of("", "Lot-1"), needs(plan));
    }

    @Test
    void labelsThatNobodyKnowsAreReadByWhatStandsBehindThem() {
        Plan plan = read("""
                # Cellar inventory

                Three assistants go at once.

                ### `bottle-counter`
                - **Errand:** count the bottles on every shelf
                - **Leaves behind:** `cellar/bottles.csv`
                - **Satisfactory if:** no shelf is missing

                ### `label-reader`
                - **Errand:** read the labels nobody has typed in
                - **Leaves behind:** `cellar/labels.csv`
                - **Satisfactory if:** every year is plausible

                ### `price-finder`
                - **Errand:** find what the ten oldest are worth
                - **Leaves behind:** `cellar/prices.md`
                - **Satisfactory if:** each price names its auction
                """);
        assertEquals(List.of("bottle-counter: count the bottles on every shelf [cellar/bottles.csv]",
                "label-reader: read the labels nobody has typed in [cellar/labels.csv]",
                "price-finder: find what the ten oldest are worth [cellar/prices.md]"), tasks(plan));
        assertEquals(List.of(List.of("no shelf is missing"), List.of("every year is plausible"),
                List.of("each price names its auction")),
                plan.tasks().stream().map(task -> List.copyOf(task.acceptance())).toList());
    }

    @Test
    void aColumnOfKnownNamesGivesWorkAndTwoOfThemSayWhatGoesFromWhomToWhom() {
        Plan plan = read("""
                # Archief verhuist

                Twee agenten doen het werk.

                ## Wie doet wat

                | Agent | Kort |
                |---|---|
                | Dozen Agent | DOZ |
                | Rekken Agent | REK |

                ## Per deelnemer

                | Kort | Stuk |
                |---|---|
                | DOZ | Tel de dozen op zolder |
                | DOZ | Plak op elke doos een nummer |
                | REK | Meet de rekken in de nieuwe zaal |

                ## Wisselwerking

                | Van | Naar | Wat |
                |---|---|---|
                | DOZ | REK | aantal dozen |
                """);
        assertEquals(List.of("dozen-agent: Tel de dozen op zolder []", "dozen-agent: Plak op elke doos een nummer []",
                "rekken-agent: Meet de rekken in de nieuwe zaal []"), tasks(plan));
        assertEquals(List.of("dozen-agent -> rekken-agent aantal dozen"), plan.edges().stream()
                .map(edge -> edge.from() + " -> " + edge.to() + " " + edge.label()).toList());
    }

    @Test
    void roomsOfAHouseAreNoTeam() {
        assertTrue(read("""
                # House rules

                ## Rooms

                * **Kitchen** – cook here, wash up before ten
                * **Cellar** – store wine and potatoes here
                * **Attic** – dry the laundry here in winter
                """).agents().isEmpty());
    }

    @Test
    void peopleOfATeamPageAreNotAsked() {
        assertTrue(read("""
                # About us

                ## Our team

                ### Ines, head of bread
                Ines bakes since she was six.

                ### Marco, front of house
                Marco knows every dog by name.
                """).agents().isEmpty());
    }

    static Plan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("plan.md", text.getBytes(StandardCharsets.UTF_8)))).plan();
    }

    static List<String> names(Plan plan) {
        return plan.agents().stream().map(agent -> agent.name()).toList();
    }

    static List<String> tasks(Plan plan) {
        return plan.tasks().stream().map(task -> task.agent() + ": " + task.title() + " " + task.outputs()).toList();
    }

    static List<String> needs(Plan plan) {
        return plan.tasks().stream().map(task -> String.join(" ", task.dependsOn())).toList();
    }
}
