package baton.tui;

import java.nio.file.Path;
import java.util.List;

import baton.store.SqliteCatalog;
import baton.tui.frame.Capabilities;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.View;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A recorded session, at any of its facts. */
class RecordedSceneTest {
    private static final Path SHIPPED = Path.of("sessions/examples/harbour-review.db");

    private static RecordedScene open() {
        try (var record = new SqliteCatalog(SHIPPED.resolveSibling(""), List.of()).openToRead(SHIPPED)) {
            return new RecordedScene(record);
        }
    }

    @Test
    void wheneverAFactIsReachedItLooksTheSameWhateverTheWayThere() {
        try (var there = open(); var straight = open()) {
            for (long seq : new long[]{300, 20, 437, 99, 100, 101, 250}) {
                there.seek(seq);
            }
            straight.seek(250);
            var renderer = new FrameRenderer();
            for (var view : View.values()) {
                var state = Scenes.state(120, 36, view);
                assertEquals(renderer.render(straight.now(), state, Capabilities.FULL),
                        renderer.render(there.now(), state, Capabilities.FULL));
            }
        }
    }

    @Test
    void theStateAtAFactIsTheFoldOfTheFactsUpToIt() {
        try (var scene = open()) {
            scene.seek(240);
            assertEquals(Scenes.at(240).session(), scene.now().session());
        }
    }

    @Test
    void aTimeLeadsToTheLastFactBeforeIt() {
        try (var scene = open()) {
            scene.seek(-120_000);
            assertTrue(scene.now().session().head().runMs() <= 120_000);
            scene.seek(scene.now().playback().at() + 1);
            assertTrue(scene.now().session().head().runMs() > 120_000);
        }
    }

    @Test
    void theDifferenceIsThatOfTwoFacts() {
        try (var scene = open()) {
            scene.seek(400);
            scene.compare(100);
            assertEquals(Scenes.at(100).session(), scene.now().compared().orElseThrow());
            scene.compare(0);
            assertFalse(scene.now().compared().isPresent());
        }
    }

    @Test
    void beyondTheEndIsTheEndAndBeforeTheStartIsTheStart() {
        try (var scene = open()) {
            scene.seek(Long.MAX_VALUE);
            assertEquals(scene.now().playback().total(), scene.now().playback().at());
            scene.seek(0);
            assertEquals(0, scene.now().playback().at());
        }
    }
}
