package baton.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import baton.batch.LineOutput;
import baton.batch.Palette;
import baton.view.text.StyledLine;

/** Asks the person at the terminal for a yes; without a terminal nobody is asked and the answer is no. */
public record Consent(Surroundings around) {
    private static final int BYTES_MAX = 10_000;

    public static Consent of(Surroundings around) {
        return new Consent(around);
    }

    public boolean toWriteOver(String file) {
        return to("Write over " + file + "? [y/N] ");
    }

    /** True only for a plain yes; the end of input is a no. */
    public boolean to(String question) {
        return answer(question).filter(Consent::isYes).isPresent();
    }

    public static boolean isYes(String answer) {
        return answer.toLowerCase(Locale.ROOT).matches("y|yes|j|ja|o|oui|s|si|sí");
    }

    /** True where somebody is there to be asked. */
    public boolean isPossible() {
        return around.terminals().in() && around.terminals().err();
    }

    /** What was typed, without spaces around it; empty where nobody can be asked or the input has ended. */
    public Optional<String> answer(String question) {
        if (!isPossible()) {
            return Optional.empty();
        }
        new LineOutput(around.err(), Palette.PLAIN, LineOutput.Glyphs.UNICODE).show(StyledLine.of(question));
        try {
            return line();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** No more is taken than this line, so that the next question finds its answer. */
    private Optional<String> line() throws IOException {
        var typed = new ByteArrayOutputStream();
        int next = around.in().read();
        boolean ended = next < 0;
        while (next >= 0 && next != '\n' && typed.size() < BYTES_MAX) {
            typed.write(next);
            next = around.in().read();
        }
        return ended ? Optional.empty() : Optional.of(typed.toString(StandardCharsets.UTF_8).strip());
    }
}
