package baton.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One line of a page: pieces of safe text, each with its meaning. */
public record StyledLine(List<Span> spans) {
    public static final StyledLine EMPTY = new StyledLine(List.of());
    private static final int COLUMNS_MAX = 4_000;

    /** A piece of a line. */
    public record Span(Tone tone, ScreenText text) {}

    public StyledLine {
        spans = List.copyOf(spans);
    }

    public static StyledLine of(String text) {
        return EMPTY.and(text);
    }

    public static StyledLine of(Tone tone, String text) {
        return EMPTY.and(tone, text);
    }

    public StyledLine and(String text) {
        return and(Tone.PLAIN, text);
    }

    /** This line with a piece more; an empty piece changes nothing. */
    public StyledLine and(Tone tone, String text) {
        if (text.isEmpty()) {
            return this;
        }
        var longer = new ArrayList<>(spans);
        longer.add(new Span(tone, new ScreenText(text)));
        return new StyledLine(longer);
    }

    /** The same line with other words in its pieces. */
    StyledLine worded(UnaryOperator<String> wording) {
        return new StyledLine(spans.stream()
                .map(span -> new Span(span.tone(), new ScreenText(wording.apply(span.text().value())))).toList());
    }

    /** No line of a conversation needs more than a screen; a megabyte in one would only push everything else away. */
    public StyledLine bounded() {
        if (spans.stream().mapToInt(span -> span.text().value().length()).sum() <= COLUMNS_MAX) {
            return this;
        }
        var cut = EMPTY;
        int left = COLUMNS_MAX;
        for (var span : spans) {
            if (left > 0) {
                cut = cut.and(span.tone(), TextWidth.cut(span.text().value(), left));
                left -= span.text().value().length();
            }
        }
        return cut;
    }

    /** The words alone, without trailing spaces. */
    public String text() {
        return spans.stream().map(span -> span.text().value()).collect(Collectors.joining()).stripTrailing();
    }
}
