package baton.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What waits for what, said in half a sentence behind a job, below it, or of its thing. */
class HalfSentencesTest {

    private static final String TEAM = """
            # Clock tower

            ## Agents
            - **Smith** – iron and brass
            - **Painter** – faces and hands
            - **Ringer** – bells

            """;

    @Test
    void wordsBehindAJobMeanOthersInWhateverFormTheyStand() {
        Told told = Told.of(TEAM + """
                ## Work
                - Smith: measure the axle
                - Smith: transcribe the maker's notes (needs the measured axle)
                - Painter: gild the numerals — only once the transcription is through
                - Ringer: hang the small bell; wait for the gilded numerals
                - Ringer: try the hour stroke. Blocked by: the bell (Ringer), Painter's numerals
                """);
        assertEquals(List.of("", "T-1", "T-2", "T-3", "T-4 T-3"), told.needs());
        assertEquals(List.of("Smith: measure the axle", "Smith: transcribe the maker's notes",
                "Painter: gild the numerals", "Ringer: hang the small bell", "Ringer: try the hour stroke"),
                told.tasks());
    }

    @Test
    void wordsThatMeanNoJobMakeNobodyWait() {
        Told told = Told.of(TEAM + """
                ## Work
                - Smith: measure the axle before and after the frost
                - Painter: gild the numerals (needs no scaffold)
                - Ringer: hang the small bell when there is no wind
                - Ringer: count the strokes, does not need the axle
                """);
        assertEquals(List.of("", "", "", ""), told.needs());
        assertEquals(List.of(), told.plan().edges());
    }

    @Test
    void numbersOfStepsMeanTheStepsAbove() {
        Told told = Told.of(TEAM + """
                ## Work
                1. Smith: measure the axle
                2. Painter: sketch the face
                3. Ringer: write the plan. Needs step 1 and the sketch from step 2.
                """);
        assertEquals(List.of("", "", "T-1 T-2"), told.needs());
    }

    @Test
    void aLineBelowAJobSaysWhatItWaitsFor() {
        Told told = Told.of(TEAM + """
                ## Work
                - Smith: measure the axle
                - Ringer: hang the small bell
                  - depends on the measured axle
                """);
        assertEquals(List.of("", "T-1"), told.needs());
    }

    @Test
    void belowATitleAboutOrderThingsStandForTheJobsThatMakeThem() {
        Told told = Told.of(TEAM + """
                ## Work
                - Smith: measure the axle
                - Painter: gild the numerals
                - Ringer: hang the small bell

                ## What must wait
                The numerals can't begin before the axle is measured. The bell builds on the gilding, because of the
                scaffold.
                """);
        assertEquals(List.of("", "T-1", "T-2"), told.needs());
    }

    @Test
    void somebodysTaskOfANumberIsMeantAndSectionsOfATeamMayStandApart() {
        Told told = Told.of("""
                # Who builds what

                Two agents work side by side.

                ## Alpha

                Alpha looks after the water.

                - [ ] Task 1: Trace every pipe
                - [ ] Task 2: Estimate the power

                ## Dependencies

                - Bravo's Task 1 depends on Alpha's Task 2

                ## Bravo

                Bravo looks after the money.

                - [ ] Task 1: Work out a ticket price
                """);
        assertEquals(List.of("Alpha", "Bravo"), told.agents());
        assertEquals(List.of("Alpha: Trace every pipe", "Alpha: Estimate the power", "Bravo: Work out a ticket price"),
                told.tasks());
        assertEquals(List.of("", "", "T-2"), told.needs());
    }

    @Test
    void rangesInAColumnOfNumbersAreAllOfThem() {
        Told told = Told.of("""
                # Clock tower

                | Nr | Job | Who | Only after |
                |---:|---|---|---|
                | 1 | Measure the axle | Smith Agent | |
                | 2 | Gild the numerals | Painter Agent | |
                | 3 | Hang the small bell | Ringer Agent | |
                | 4 | Open the tower | Ringer Agent | 1–3 |
                """);
        assertEquals("1 2 3", told.needs().getLast());
    }

    @Test
    void aGermanClauseAndAJapaneseOneMeanTheirJobsToo() {
        assertEquals(List.of("", "T-1"), Told.of("""
                # Uhrturm

                ## Agenten
                - **Schmied** – Eisen
                - **Maler** – Farbe

                ## Aufgaben
                - Schmied: Achse vermessen
                - Maler: Zifferblatt vergolden (erst wenn die Achse vermessen ist)
                """).needs());
        assertEquals(List.of("", "T-1"), Told.of("""
                # 時計塔

                ## エージェント
                - **計測エージェント**：軸を担当
                - **塗装エージェント**：文字盤を担当

                ## タスク
                - 計測エージェント：歯車の軸を測定する
                - 塗装エージェント：文字盤を塗り直す（依存：歯車の軸の測定）
                """).needs());
    }
}
