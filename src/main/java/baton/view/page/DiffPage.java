package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** A unified diff with the meanings of its lines; what is added and taken away shows by its sign without any colour. */
public final class DiffPage {
    private DiffPage() {}

    public static List<StyledLine> of(String diff) {
        return ScreenText.lines(diff).stream().map(line -> StyledLine.of(tone(line.value()), line.value())).toList();
    }

    /** The diff behind a line that says how much of it there is. */
    public static List<StyledLine> withSize(String diff) {
        var lines = new ArrayList<>(List.of(StyledLine.of(Tone.DIM, size(diff)), StyledLine.EMPTY));
        lines.addAll(of(diff));
        return lines;
    }

    private static String size(String diff) {
        long files = 0;
        long added = 0;
        long taken = 0;
        for (String line : diff.lines().toList()) {
            if (line.startsWith("+++ ")) {
                files++;
            } else if (line.startsWith("+")) {
                added++;
            } else if (line.startsWith("-") && !line.startsWith("--- ")) {
                taken++;
            }
        }
        return Amounts.of(files, "file") + ", " + Amounts.of(added, "line") + " added, " + taken + " taken away";
    }

    private static Tone tone(String line) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return Tone.STRONG;
        }
        if (line.startsWith("+")) {
            return Tone.GOOD;
        }
        return line.startsWith("-") ? Tone.BAD : line.startsWith("@@") ? Tone.DIM : Tone.PLAIN;
    }
}
