package baton.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Texts about the teams of others. */
class ToldTextTest {

    private static final String CAST = """
            - **Planner agent** – breaks the goal into steps
            - **Worker agent** – does a step
            """;

    @Test
    void whatTellsOfTeamsGivesNoWork() {
        assertEquals(List.of(), TeamInferenceTest.names(TeamInferenceTest.read("""
                # Why swarms stall

                Last spring I read the logs of nine projects. Most teams begin like this:

                """ + CAST + "\nIn one log both waited for each other.\n")));
        assertEquals(List.of(), TeamInferenceTest.names(TeamInferenceTest.read("""
                # Warum Schwärme stocken

                Die meisten Teams beginnen so:

                """ + CAST + "\nIn einem Experiment warteten beide.\n")));
    }

    @Test
    void aPlanThatLooksBackOnceStaysAPlan() {
        assertEquals(List.of("Planner agent", "Worker agent"), TeamInferenceTest.names(TeamInferenceTest.read("""
                # Garden plan

                Last spring we started too late, so two agents share the work.

                ## Agents

                """ + CAST)));
    }
}
