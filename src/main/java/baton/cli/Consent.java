package baton.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import baton.batch.LineOutput;
import baton.batch.Palette;
import baton.view.text.StyledLine;

/** Asks the person at the terminal for a yes; without a terminal nobody is asked and the answer is no. */
record Consent(Surroundings around) {

    static Consent of(Surroundings around) {
        return new Consent(around);
    }

    boolean toWriteOver(String file) {
        return to("Write over " + file + "? [y/N] ");
    }

    /** True only for a plain yes; the end of input is a no. */
    boolean to(String question) {
        if (!around.terminals().in() || !around.terminals().err()) {
            return false;
        }
        new LineOutput(around.err(), Palette.PLAIN, LineOutput.Glyphs.UNICODE).show(StyledLine.of(question));
        try {
            var answer = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes|j|ja|o|oui|s|si|sí");
        } catch (IOException closed) {
            return false;
        }
    }
}
