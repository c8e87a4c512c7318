package baton.reading;

import java.util.List;

import baton.plan.Phase;
import baton.plan.Plan;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Phases whose titles use none of the usual words. */
class PhaseInferenceTest {

    @Test
    void titlesThatCountInOneWordArePhasesWhereTheyHoldWork() {
        Plan plan = TeamInferenceTest.read("""
                # Ferry timetable

                ## Leg 1: Keel
                - Tide table (@tide-agent)
                - Berth list (@berth-agent)

                ## Leg 2: Sails
                - Crew rota (@tide-agent)
                - Storm plan (@berth-agent)
                """);
        assertEquals(List.of("Leg 1: Keel", "Leg 2: Sails"), plan.phases().stream().map(Phase::name).toList());
        assertEquals(List.of("leg-1-keel", "leg-1-keel", "leg-2-sails", "leg-2-sails"),
                plan.tasks().stream().map(task -> task.phase()).toList());
    }

    @Test
    void daysOfTheWeekArePhasesInWhateverWordsTheyStand() {
        Plan plan = TeamInferenceTest.read("""
                # Mudanza del archivo

                ## Lunes y martes

                **Agente Cajas**
                - contar las cajas
                - pegar etiquetas

                **Agente Rutas**
                - medir las puertas

                ## Miércoles por la tarde

                **Agente Cajas**
                - cargar el camión

                **Agente Rutas**
                - avisar al portero
                """);
        assertEquals(List.of("Lunes y martes", "Miércoles por la tarde"),
                plan.phases().stream().map(Phase::name).toList());
    }
}
