package baton.reading;

import java.util.List;

import baton.plan.Plan;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Owners, order and choices that documents say in passing, in several languages. */
class OrderInWordsTest {

    @Test
    void nameBehindAnIdOwnsTheJobAndIdsInBracketsComeFirst() {
        Told told = Told.of("""
                # Bell tower
                ## Week one
                * B1 rope-agent: measure the six ropes
                * B2 bell-agent: listen for cracks
                ## Week two
                * B3 rope-agent: order two new ropes [B1]
                * B4 bell-agent: write the report [B2, B3]
                """);
        assertEquals(List.of("rope-agent", "bell-agent"), told.agents());
        assertEquals(List.of("rope-agent: measure the six ropes", "bell-agent: listen for cracks",
                "rope-agent: order two new ropes", "bell-agent: write the report"), told.tasks());
        assertEquals(List.of("", "", "B1", "B2 B3"), told.needs());
    }

    @Test
    void boxesNameTheOwnerInCodeAndSayTheOrderInFrench() {
        Told told = Told.of("""
                # Le rucher
                ## Étape 1
                - [ ] **R1** `apiculteur` : compter les ruches du verger
                - [ ] **R2** `menuisier` : réparer les cadres (dépend de R1)
                ## Étape 2
                - [ ] **R3** `apiculteur` : installer les cadres (après R1 et R2)
                """);
        assertEquals(List.of("apiculteur: compter les ruches du verger", "menuisier: réparer les cadres",
                "apiculteur: installer les cadres"), told.tasks());
        assertEquals(List.of("", "R1", "R1 R2"), told.needs());
    }

    @Test
    void requirementsInBracketsAreNothingToWaitFor() {
        assertEquals(List.of("", ""), Told.of("""
                # Tasks
                - [ ] T001 Build the shelf in src/shelf.py (FR001)
                - [ ] T002 Paint the shelf in src/paint.py (FR002, FR003)
                """).needs());
    }

    @Test
    void sentencesSayWhoGetsWhatFromWhom() {
        assertEquals(List.of("Vane -> Kite: wind table", "Kite -> String: list of knots"), arrows("""
                # Kite day
                ## Agents
                - **Vane** – wind and weather. Tasks: measure the wind; draw the wind rose
                - **Kite** – frames and cloth. Tasks: build the frame; sew the cloth
                - **String** – lines and reels. Tasks: wind the reels; test the knots
                ## Notes
                - Kite needs the wind table from Vane.
                - String relies on the list of knots supplied by Kite.
                - Vane does not need the reels from String.
                """));
        assertEquals(List.of("Wetter -> Drachen: Windtabelle"), arrows("""
                # Drachentag
                ## Agenten
                - **Wetter** – Wind. Aufgaben: Wind messen; Windrose zeichnen
                - **Drachen** – Gestell. Aufgaben: Gestell bauen; Tuch nähen
                ## Hinweise
                - Drachen braucht die Windtabelle von Wetter.
                """));
    }

    @Test
    void sheetsNameTheirOwnerBehindTheTitleAndOtherSheetsInALine() {
        Told told = Told.of("""
                # Rain gauge
                ### Task 1 — Level the funnel (field-dev)
                - change `gauge/funnel.py`
                ### Task 2 — Send the figures (office-dev)
                - create `office/send.py`
                - needs Task 1
                """);
        assertEquals(List.of("field-dev: Level the funnel", "office-dev: Send the figures"), told.tasks());
        assertEquals(List.of("", "Task-1"), told.needs());
    }

    @Test
    void lineThatStartsSeveralJobsAtOnceNamesTheirOwnersInBrackets() {
        assertEquals(List.of("Draft-Agent: Ten short texts", "Photo-Agent: Forty pictures of hens"), Told.of("""
                # Hen book
                - **Draft-Agent** - writes
                - **Photo-Agent** - takes pictures
                ## Sprint 1
                In parallel: Ten short texts (Draft-Agent), Forty pictures of hens (Photo-Agent)
                """).tasks());
    }

    @Test
    void questionWithLetteredAnswersIsAChoiceWhereverItStands() {
        assertEquals(List.of("where do the chairs go? [the barn, the school] the school"), choices("""
                # Fête
                ## Agents
                - **Baker** – bread. Tasks: bake the loaves; sell the loaves
                - **Porter** – tables. Tasks: carry the tables; count the tables
                ## my calls
                - **where do the chairs go?**
                  - A) the barn
                  - B) the school
                  - I lean: the school
                """));
        assertEquals(List.of("Hour of closing [at six, at eight] Variant 2"), choices("""
                # Market
                ## Agents
                - **Baker** – bread. Tasks: bake the loaves; sell the loaves
                - **Porter** – tables. Tasks: carry the tables; count the tables
                ## Matters for the council
                **Matter 1: Hour of closing.**
                Variant 1: at six
                Variant 2: at eight
                The office proposes Variant 2.
                """));
        assertEquals(List.of(), choices("""
                # Market
                ## Agents
                - **Baker** – bread. Tasks: bake the loaves; sell the loaves
                - **Porter** – tables. Tasks: carry the tables; count the tables
                ## Steps
                - Ready to open?
                  - sweep the floor
                  - switch on the light
                """));
    }

    private static List<String> arrows(String text) {
        return Told.of(text).plan().edges().stream().map(edge -> edge.from() + " -> " + edge.to() + ": " + edge.label())
                .toList();
    }

    private static List<String> choices(String text) {
        Plan plan = Told.of(text).plan();
        return plan.decisions().stream().map(choice -> choice.title() + " "
                + choice.options().stream().map(option -> option.text()).toList() + " " + choice.recommendation())
                .toList();
    }
}
