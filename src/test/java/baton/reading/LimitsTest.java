package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

import baton.plan.Plan;
import baton.plan.PlanLimits;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How many may work at once and for how long, in the words of all languages. */
class LimitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "No more than 2 agents work at the same time. | 2",
        "Höchstens zwei Agenten arbeiten gleichzeitig. | 2",
        "Zwei dürfen gleichzeitig arbeiten. | 2",
        "Pas plus de deux agents travaillent en même temps. | 2",
        "No más de 2 agentes trabajan al mismo tiempo. | 2",
        "Non più di due agenti lavorano contemporaneamente. | 2",
        "Não mais de 2 agentes trabalham ao mesmo tempo. | 2",
        "Niet meer dan twee agenten werken tegelijk. | 2",
        "Одновременно работают не более двух агентов. | 2",
        "Jednocześnie pracuje najwyżej dwóch agentów. | 2",
        "同时最多两个智能体工作。 | 2",
        "同時に動くのは最大2エージェント。 | 2",
        "Three agents at once. | 3",
        "Max. 3 of you at once. | 3", "同時に動くのは最大3つまで。 | 3"})
    void theMostAgentsAtOnceAreACeiling(String sentence, int most) {
        assertEquals(new PlanLimits(OptionalInt.empty(), OptionalInt.of(most), OptionalInt.empty()),
                limits(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Always 3 active. | 3 | 3", "Keep exactly two agents busy. | 2 | 2", "Immer drei aktive Agenten. | 3 | 3",
        "Three agents run at any time. | 3 | 3", "Run 2-4 agents in parallel. | 2 | 4",
        "Run at least 2 and at most 4 agents in parallel. | 2 | 4"})
    void floorAndCeilingStandInOneSentence(String sentence, int least, int most) {
        assertEquals(new PlanLimits(OptionalInt.of(least), OptionalInt.of(most), OptionalInt.empty()),
                limits(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "A task takes 40 minutes at most. | 40", "Each gets 10 minutes, not more. | 10",
        "Half an hour per job is the hard limit. | 30", "Keine Aufgabe dauert länger als 25 Minuten. | 25",
        "Zeitlimit: 20 Minuten pro Aufgabe. | 20", "Vingt minutes par tâche au maximum. | 20",
        "Ninguno más de 20 minutos por tarea. | 20", "Ogni compito al massimo 15 minuti. | 15",
        "Cada tarefa dura no máximo 1 hora. | 60", "Elke taak duurt hoogstens 45 minuten. | 45",
        "Каждая задача не дольше 30 минут. | 30", "Każde zadanie najwyżej 20 minut. | 20",
        "20 min. each, then hand over what you have | 20",
        "A role that hits ten minutes hands its notes to the next | 10", "每个任务不超过30分钟。 | 30", "1タスクは45分以内とする。 | 45"})
    void theTimeOfEveryTaskIsABox(String sentence, int minutes) {
        assertEquals(new PlanLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(minutes)),
                limits(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "The kitchen serves 140 people a day.", "Up to 500 visitors may be online at the same time.",
        "The two agents meet every 20 minutes.", "Agents answer within 5 minutes.",
        "Last year 3 agents were active at once.", "## Wave 1: both agents at once",
        "**Team structure:** 7 parallel subagents", "Keep exactly two servers running."})
    void figuresOfTheSubjectAreNoLimits(String sentence) {
        assertEquals(new PlanLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
                limits(sentence));
    }

    @Test
    void aDocumentHasItsOwnWordsForThoseWhoWorkAndForWhatTheyWorkOn() {
        Plan plan = read("""
                # Guide

                Three translators are always at work. No room may take longer than 30 minutes.

                | Agent | Task | Output |
                |-------|------|--------|
                | north-translator | Translate room 1 | `a.md` |
                | south-translator | Translate room 2 | `b.md` |
                """);
        assertEquals(new PlanLimits(OptionalInt.of(3), OptionalInt.of(3), OptionalInt.of(30)), plan.limits());
    }

    private static PlanLimits limits(String sentence) {
        return read("""
                # Regatta

                %s

                ## Agents

                ### Agent 1: Course
                **Tasks**:
                1. Mark the course

                ### Agent 2: Safety
                **Tasks**:
                1. Count the boats
                """.formatted(sentence)).limits();
    }

    private static Plan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("P.md", text.getBytes(StandardCharsets.UTF_8)))).plan();
    }
}
