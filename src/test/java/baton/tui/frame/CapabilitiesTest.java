package baton.tui.frame;

import java.util.Map;

import baton.tui.frame.Capabilities.Follow;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which colours a terminal gets, by what its variables and it itself say. */
class CapabilitiesTest {
    private static final Backdrop WHITE = new Backdrop(255, 255, 255);
    private static final Backdrop NIGHT = new Backdrop(30, 30, 46);

    private static Capabilities of(Map<String, String> environment) {
        return Capabilities.of(environment, true, false);
    }

    @Test
    void theBackgroundDecidesWhereNobodyElseDoes() {
        var asks = of(Map.of("COLORTERM", "truecolor"));
        assertEquals(Theme.TERMINAL, asks.theme());
        assertEquals(Theme.LIGHT, asks.on(WHITE).theme());
        assertEquals(Theme.DARK, asks.on(NIGHT).theme());
        assertEquals(Theme.DARK, asks.on(WHITE).on(NIGHT).theme());
    }

    @Test
    void whereNoThemeCouldBeReadTheTerminalsOwnColoursStay() {
        assertEquals(Theme.TERMINAL, of(Map.of("COLORTERM", "truecolor")).on(new Backdrop(120, 120, 120)).theme());
    }

    @Test
    void aSettingOrNoColourWinAndNothingIsAsked() {
        assertEquals(Theme.DARK, of(Map.of("COLORTERM", "truecolor", "BATON_THEME", "dark")).on(WHITE).theme());
        assertEquals(Theme.TERMINAL, of(Map.of("COLORTERM", "24bit", "BATON_THEME", "terminal")).on(WHITE).theme());
        var none = of(Map.of("COLORTERM", "truecolor", "NO_COLOR", "1"));
        assertEquals(Theme.NONE, none.on(WHITE).theme());
        assertEquals(Follow.NOTHING, none.follow());
        assertEquals(Follow.NOTHING, Capabilities.of(Map.of("COLORTERM", "truecolor"), false, false).follow());
        assertEquals(Follow.BACKGROUND, of(Map.of("TMUX", "/tmp/tmux-0/default,1,0")).follow());
    }

    @Test
    void aTerminalThatMixesNoColoursIsNotAsked() {
        assertEquals(Follow.NOTHING, of(Map.of("TERM", "linux")).follow());
        assertEquals(Follow.NOTHING, of(Map.of("TERM", "xterm-256color")).follow());
    }
}
