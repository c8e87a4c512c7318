package baton.tui;

import baton.tui.frame.Capabilities;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Scene;
import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.state.View;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Agents side by side. */
class LanesTest {
    private static Scene crowd(int agents) {
        var live = new LiveScene("crowd");
        Crowd.fill(live, agents);
        for (int i = 0; i < agents; i++) {
            live.chunk(Crowd.turn(i), "Words of number " + i + ".\n");
        }
        return live.now();
    }

    private static UiState press(UiState state, Scene scene, String... chords) {
        var now = state;
        for (String chord : chords) {
            now = UiUpdate.apply(now, new Typed(chord, chord, 1), Scenes.moment(scene, 1)).state();
        }
        return now;
    }

    private static String text(Scene scene, UiState state) {
        return new FrameRenderer().render(scene, state, Capabilities.FULL).text();
    }

    @Test
    void threeAgentsOfFortyStandSideBySideAndTheOthersAreOneKeyAway() {
        var scene = crowd(40);
        var lanes = press(Scenes.state(120, 36, View.CHAT), scene, "Esc", "Z");
        String first = text(scene, lanes);
        assertTrue(first.contains("lanes 1 to 3 of 40"), first);
        for (int i = 0; i < 3; i++) {
            assertTrue(first.contains("Words of number " + i + "."), first);
        }
        assertFalse(first.contains("Words of number 3."), first);
        String next = text(scene, press(lanes, scene, "l", "l", "l"));
        assertTrue(next.contains("lanes 4 to 6 of 40"), next);
        assertTrue(next.contains("Words of number 5."), next);
        assertEquals(first, text(scene, press(lanes, scene, "l", "h")));
    }

    @Test
    void nobodyChangesPlaceWhileSomebodyElseGoesOn() {
        var scene = crowd(40);
        var lanes = press(Scenes.state(120, 36, View.CHAT), scene, "Esc", "Z", "l", "l");
        String before = text(scene, lanes).lines().skip(2).findFirst().orElse("");
        var later = scene.piece(Crowd.turn(30), "More of thirty.\n");
        assertEquals(before, text(later, lanes).lines().skip(2).findFirst().orElse(""));
    }

    @Test
    void whereThereIsNoRoomThePersonIsToldSo() {
        var scene = crowd(4);
        var state = press(Scenes.state(80, 24, View.CHAT), scene, "Esc", "Z");
        assertEquals("Lanes side by side need 110 columns; z shows one alone.", state.toast().text());
        assertFalse(state.switches().lanes());
    }
}
