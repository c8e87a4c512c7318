package baton.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import baton.tui.state.Bindings;
import baton.tui.state.Bindings.Binding;
import baton.tui.state.Bindings.Context;
import baton.tui.state.Boxes;
import baton.tui.state.View;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The one table of keys, held against what others take and against what people are shown. */
class BindingsTest {
    private static final List<String> TAKEN = List.of("Ctrl+B", "Ctrl+A", "Ctrl+P", "Ctrl+N", "Ctrl+H", "Ctrl+S",
            "Ctrl+O", "Ctrl+T", "Ctrl+Q", "Ctrl+G", "Ctrl+K", "Ctrl+E", "Ctrl+F", "Ctrl+I", "Ctrl+M", "Ctrl+[", "F1",
            "F10", "F11", "F12");

    @Test
    void outsideOfTheDraftNoKeyIsOneThatOthersTake() {
        assertEquals(List.of(), Bindings.ALL.stream().filter(binding -> binding.context() != Context.DRAFT)
                .map(Binding::chord).filter(TAKEN::contains).toList());
    }

    @Test
    void noKeyNeedsAltOrShiftEnter() {
        assertEquals(List.of(), Bindings.ALL.stream().map(Binding::chord)
                .filter(chord -> chord.startsWith("Alt+") || chord.equals("Shift+Enter")).toList());
    }

    @Test
    void noKeyMeansTwoThingsInOnePlace() {
        var twice = new ArrayList<String>();
        Bindings.ALL.stream().collect(Collectors.groupingBy(binding -> binding.context() + " " + binding.chord()))
                .forEach((key, bindings) -> {
                    if (bindings.size() > 1) {
                        twice.add(key);
                    }
                });
        assertEquals(List.of(), twice);
    }

    @Test
    void everyDeedIsInThePalette() {
        for (var view : View.values()) {
            var offered = Boxes.offers(Scenes.state(80, 24, view), "").stream().map(offer -> offer.deed().says())
                    .toList();
            for (var binding : Bindings.ALL) {
                boolean elsewhere = binding.context() == Context.GO;
                assertTrue(elsewhere || offered.contains(binding.deed().says()), binding.deed().says());
            }
        }
    }

    @Test
    void hintsNameKeysThatWork() {
        for (var view : View.values()) {
            var hints = Bindings.hints(Scenes.state(200, 40, view));
            assertTrue(hints.size() >= 3, view.words());
            hints.forEach(hint -> assertTrue(Bindings.ALL.contains(hint)));
        }
    }
}
