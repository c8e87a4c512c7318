package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.EscalationRule;
import baton.plan.Plan;
import baton.plan.PlaybookEntry;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What to do when something goes wrong, as people write it. */
class ConditionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "If a farm is silent → ask its neighbour | a farm is silent | ask its neighbour",
        "If a farm is silent, then ask its neighbour | a farm is silent | ask its neighbour",
        "If a farm is silent: ask its neighbour | a farm is silent | ask its neighbour",
        "Wenn ein Hof schweigt, dann den Nachbarn fragen | ein Hof schweigt | den Nachbarn fragen",
        "Falls ein Hof schweigt → den Nachbarn fragen | ein Hof schweigt | den Nachbarn fragen",
        "Si une ferme se tait, alors demander au voisin | une ferme se tait | demander au voisin",
        "Si una granja calla → preguntar al vecino | una granja calla | preguntar al vecino",
        "Se una fattoria tace → chiedere al vicino | una fattoria tace | chiedere al vicino",
        "Se a quinta não responder → perguntar ao vizinho | a quinta não responder | perguntar ao vizinho",
        "Als een boer zwijgt → de buurman vragen | een boer zwijgt | de buurman vragen",
        "Если ферма молчит → спросить соседа | ферма молчит | спросить соседа",
        "Jeśli farma milczy → zapytać sąsiada | farma milczy | zapytać sąsiada",
        "如果农场不答复 → 询问邻居农场 | 如果农场不答复 | 询问邻居农场",
        "もし農場が答えなければ → 隣に尋ねる | もし農場が答えなければ | 隣に尋ねる",
        "Not done after an hour → a note for the next | Not done after an hour | a note for the next"})
    void anItemSaysWhatIsDoneThen(String item, String when, String then) {
        assertEquals(List.of(when + " = " + then), playbook(read("## Rules\n- " + item + "\n")));
    }

    @Test
    void belowRulesAnArrowLeadsFromWhatMayHappen() {
        assertEquals(List.of("a shell without a name = the last box"),
                playbook(read("## Rules\n- a shell without a name → the last box\n- Menu Agent → Kitchen Agent\n")));
    }

    @Test
    void runningTextMayDoSoToo() {
        assertEquals(List.of("the caterer refuses a dish = Menu replaces it."),
                playbook(read("It is early. If the caterer refuses a dish, Menu replaces it. We shall see.\n")));
        assertEquals(List.of("bones are found. = Stop and ask a person"),
                playbook(read("Stop and ask a person when bones are found.\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"When to use this: always, with care.", "We ask if it rains, and wait.",
        "The wind, if strong, moves the day."})
    void notEverySentenceWithIfIsOne(String text) {
        assertEquals(List.of(), playbook(read(text + "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"| If | Then |\n|---|---|\n", "| Problem | Solution |\n|---|---|\n",
        "| Wenn | Dann |\n|---|---|\n", "| Risque | Mesure |\n|---|---|\n", "| Riesgo | Respuesta |\n|---|---|\n",
        "| Проблема | Решение |\n|---|---|\n", "| 风险 | 对策 |\n|---|---|\n"})
    void tablesSayItByTheirColumns(String head) {
        assertEquals(List.of("the bank refuses = sell on invoice", "the bike is small = ride twice"),
                playbook(read("## Later\n\n" + head
                        + "| the bank refuses | sell on invoice |\n| the bike is small | ride twice |\n")));
    }

    @Test
    void aTitleAboutTroubleMakesPairsOfItsLines() {
        assertEquals(List.of("Late prices = the page says so", "rainy days = the roofed way",
                "The feed is silent. = Enter totals by hand."), playbook(read("""
                        ## Plan B
                        - Late prices: the page says so
                        - rainy days, the roofed way

                        ## Trouble we expect

                        **The feed is silent.** Enter totals by hand.
                        """)));
    }

    @Test
    void whoIsCalledWhenSomethingGoesWrongIsAnEscalation() {
        Plan plan = read("""
                ## If it goes wrong
                - injury → Menu Agent, at once
                - fire → Kitchen Agent leads
                """);
        assertEquals(List.of("injury", "fire"), plan.escalations().stream().map(EscalationRule::kind).toList());
        assertEquals(List.of(), playbook(plan));
    }

    private static List<String> playbook(Plan plan) {
        return plan.playbook().stream().map(ConditionsTest::words).toList();
    }

    private static String words(PlaybookEntry entry) {
        return entry.when() + " = " + entry.then();
    }

    private static Plan read(String text) {
        String whole = """
                # Canteen

                ## Agents

                ### Menu Agent
                **Tasks**:
                1. Propose four menus

                ### Kitchen Agent
                **Tasks**:
                1. Count the pots

                ## Talk
                """ + "\n" + text;
        return PlanReader.read(List.of(new SourceDocument("P.md", whole.getBytes(StandardCharsets.UTF_8)))).plan();
    }
}
