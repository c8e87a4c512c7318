package baton.view.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * A request exactly as a model got it.
 *
 * @param turn it asked for
 * @param tools how many tools it offered
 * @param parts in the order in which the model reads them
 */
public record RequestPage(String turn, String model, long outputTokensMax, int tools, List<Part> parts) {
    public RequestPage {
        parts = List.copyOf(parts);
    }

    /** One of its parts; {@code name} says whose words it holds. */
    public record Part(String name, String text) {}

    /** Every part with its size and its text. */
    public List<StyledLine> whole() {
        var lines = new ArrayList<>(List.of(head()));
        for (var part : parts) {
            lines.add(StyledLine.EMPTY);
            lines.add(head(part));
            ScreenText.lines(part.text()).forEach(line -> lines.add(StyledLine.of(line.value())));
        }
        return lines;
    }

    /** The parts' names and sizes alone. */
    public List<StyledLine> sizes() {
        var lines = new ArrayList<>(List.of(head()));
        parts.forEach(part -> lines.add(head(part)));
        return lines;
    }

    private StyledLine head() {
        return StyledLine.of(Tone.STRONG, turn).and("  " + model + ", at most " + Amounts.count(outputTokensMax)
                + " tokens out, " + Amounts.of(tools, "tool"));
    }

    private static StyledLine head(Part part) {
        long bytes = part.text().getBytes(StandardCharsets.UTF_8).length;
        return StyledLine.of(Tone.STRONG, "--- " + part.name()).and(Tone.DIM, "  " + Amounts.bytes(bytes));
    }
}
