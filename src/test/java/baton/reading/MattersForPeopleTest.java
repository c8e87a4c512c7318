package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Plan;
import baton.plan.PlannedDecision;
import baton.plan.PlannedQuestion;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Decisions and questions that a document leaves to people. */
class MattersForPeopleTest {

    @Test
    void aLineThatAsksWithAnswersBelowItIsADecisionWhereOneIsPreferred() {
        assertEquals(List.of("How do readings travel? [radio, cable] cable",
                "Who may silence an alarm? [anybody, the technician, the system] the technician"), decisions("""
                        ## Calls we still have to make

                        **1. How do readings travel?**
                           - radio
                           - cable
                           - *My preference:* cable

                        **2. Who may silence an alarm?**
                           - anybody
                           - the technician
                           - the system
                           - Our present leaning: the technician
                        """));
    }

    @Test
    void optionsMayStandInOneLine() {
        assertEquals(List.of("Booking or walk-in [booking only, walk-in only] walk-in only",
                "One fridge or two [one, two] two"), decisions("""
                        ## Open decisions

                        **Decision 1 — Booking or walk-in** (status: open)
                        Options: booking only / walk-in only
                        Preferred: walk-in only

                        **Decision 2 — One fridge or two** (status: open)
                        Options: one; two
                        Preferred: two
                        """));
    }

    @Test
    void optionsWithARecommendationAreADecisionWhateverStandsAbove() {
        assertEquals(List.of("Paper [thick, thin] thin", "Ink [black, blue] black"), decisions("""
                ## Printing

                **Paper**
                Options: thick / thin
                We recommend: thin

                ## Colours

                | What | Options | Recommendation |
                |------|---------|----------------|
                | Ink | black; blue | black |
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Option 1|Notre préférence", "Möglichkeit A|Empfehlung",
        "Opción 1|Nuestra preferencia", "Opzione 1|La nostra preferenza", "Optie 1|Onze voorkeur",
        "Вариант 1|Наше предложение", "Wariant 1|Rekomendacja"})
    void labelledOptionsBelowALineThatAsksAreOneDecision(String option, String preference) {
        assertEquals(List.of("Rent or buy? [rent, buy] the second"), decisions("""
                ## Later

                **Rent or buy?**
                - %s : rent
                - %s2 : buy
                - %s : the second
                """.formatted(option, option.substring(0, option.length() - 1), preference)));
    }

    @Test
    void nothingButQuestionsAsksSomebody() {
        Plan plan = read("""
                ## Things only Maren can tell us
                1. Which halls may be closed?
                   - Is hall C one of them?
                2. Who pays for calls?

                ❓ For the curator:
                - Do the owls move at night?

                ## Checks by eye
                - [ ] Is the hall warm?
                """);
        assertEquals(List.of("Which halls may be closed? [Is hall C one of them?]", "Who pays for calls? []",
                "Do the owls move at night? []"), questions(plan));
    }

    @Test
    void aTableAsksInItsColumnOfQuestions() {
        assertEquals(List.of("May a nurse vaccinate? []", "Who pays? []"), questions(read("""
                ## What we must ask the health office

                | No. | Question | Why |
                |-----|----------|-----|
                | 1 | May a nurse vaccinate? | shifts |
                | 2 | Who pays? | insurance |
                """)));
    }

    @Test
    void whatAChineseOrJapaneseTitleIsAboutStandsAtItsEnd() {
        Plan plan = read("## 未決事項への質問\n- 露天風呂は残しますか？\n");
        assertEquals(List.of("露天風呂は残しますか？ []"), questions(plan));
        assertEquals(List.of(), plan.decisions());
    }

    private static List<String> decisions(String text) {
        return read(text).decisions().stream()
                .map(one -> one.title() + " " + one.options().stream().map(PlannedDecision.Option::text).toList() + " "
                        + one.recommendation())
                .toList();
    }

    private static List<String> questions(Plan plan) {
        return plan.questions().stream().map(MattersForPeopleTest::words).toList();
    }

    private static String words(PlannedQuestion question) {
        return question.text() + " " + question.details();
    }

    private static Plan read(String text) {
        String whole = """
                # Hatchery

                ## Agents

                ### Agent 1: Water
                **Tasks**:
                1. Count the tanks

                ### Agent 2: Feed
                **Tasks**:
                1. Type in the charts

                """ + text;
        return PlanReader.read(List.of(new SourceDocument("P.md", whole.getBytes(StandardCharsets.UTF_8)))).plan();
    }
}
