package baton.tui;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Command;
import baton.engine.fact.Filling;
import baton.tui.state.Moment;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.UiAction;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.state.View;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Filling a template in a form, key by key, in the names of a real session. */
class TemplateFormTest {
    private final Scene scene = Scenes.busy();
    private final Moment moment = new Moment(scene, Scenes.moment(scene, 1).sight(), lane -> Scenes.names(scene), 1);
    private final List<UiAction> actions = new ArrayList<>();
    private UiState state = Scenes.state(100, 30, View.CHAT);

    private void press(String... chords) {
        for (String chord : chords) {
            event(new UiEvent.Typed(chord, "", 1_000));
        }
    }

    private void type(String words) {
        words.codePoints().mapToObj(Character::toString).forEach(sign -> event(new UiEvent.Typed(sign, sign, 1_000)));
    }

    private void event(UiEvent event) {
        var step = UiUpdate.apply(state, event, moment);
        state = step.state();
        actions.addAll(step.actions());
    }

    private Overlay.Filling form() {
        return assertInstanceOf(Overlay.Filling.class, state.overlay());
    }

    @Test
    void aTemplateThatLacksSomethingOpensItsFormAtTheFirstFieldThatIsNeeded() {
        type("+service");
        press("Enter");
        assertEquals(0, form().at());
        assertTrue(state.toast().text().contains("needs title, deliverables"), state.toast().text());
        assertEquals(List.of("", "", "", "", "", ""), form().values());
    }

    @Test
    void aFilledFormDelegatesAndEachLineOfAListIsAValueOfItsOwn() {
        type("+service");
        press("Enter");
        type("@cost");
        press("Right", "Enter");
        type("Count the boats");
        press("Tab");
        type("h");
        press("Right", "Enter");
        type("a list");
        press("Ctrl+J");
        type("a sum");
        press("Tab", "Tab", "Tab", "Enter");
        assertEquals(List.of(new UiAction.Tell(new Command.Delegate("service", "cost-analyst",
                List.of(new Filling("title", List.of("Count the boats")), new Filling("priority", List.of("high")),
                        new Filling("deliverables", List.of("a list", "a sum"))),
                "person"))), actions);
        assertEquals(Overlay.None.ONLY, state.overlay());
        assertEquals("", state.composer().text());
    }

    @Test
    void sendingNamesTheMissingSlotAndGoesToIt() {
        type("+service @cost-analyst title=Boats");
        press("Enter");
        press("Tab", "Tab", "Tab", "Enter");
        assertEquals(List.of(), actions);
        assertEquals("+service needs deliverables.", state.toast().text());
        assertEquals(3, form().at());
    }

    @Test
    void theFormAndItsTextAreOneThing() {
        type("+service @cost-analyst title=Boats deliverables=one deliverables=two");
        press("Ctrl+X", "v");
        var filled = form().values();
        assertEquals(List.of("@cost-analyst", "Boats", "", "one\ntwo", "", ""), filled);
        press("Ctrl+X", "v");
        assertEquals("""
                +service @cost-analyst
                title: Boats
                priority:
                deliverables:
                - one
                - two
                dependencies:
                output_location:""", state.composer().text());
        press("Ctrl+X", "v");
        assertEquals(filled, form().values());
    }

    @Test
    void escapeKeepsEveryWordAsADraftAndTellsNobody() {
        type("+service @cost-analyst");
        press("Enter");
        type("Half a title");
        press("Esc");
        assertEquals(List.of(), actions);
        assertTrue(state.composer().text().contains("title: Half a title"), state.composer().text());
    }

    @Test
    void aPasteGoesIntoItsField() {
        type("+service @cost-analyst");
        press("Enter");
        event(new UiEvent.Pasted("From elsewhere\n", 1_000));
        assertEquals("From elsewhere", form().values().get(1));
    }

    @Test
    void aTaskThatMustComeBeforeIsOfferedByItsId() {
        type("+service @cost-analyst");
        press("Enter", "Tab", "Tab", "Tab");
        type("T-1");
        assertEquals(List.of("T-10", "T-11"), form().offers());
    }
}
