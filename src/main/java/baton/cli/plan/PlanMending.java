package baton.cli.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import baton.batch.LineOutput;
import baton.cli.console.Consent;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.plan.Edit;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;
import baton.reading.source.SourceText;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/** Shows safe edits to documents as a diff and makes them on a yes; without a terminal and without {@code --yes} it only shows. */
final class PlanMending {
    private static final int CONTEXT_LINES = 2;

    private final Surroundings around;
    private final LineOutput out;
    private final LineOutput err;

    PlanMending(Surroundings around, LineOutput out, LineOutput err) {
        this.around = around;
        this.out = out;
        this.err = err;
    }

    /** Shows what would change in these documents; {@code yes} makes it so. */
    void mend(List<String> names, List<Edit> edits, boolean yes) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String name : names.stream().distinct().toList()) {
            try {
                diff(name, edits.stream().filter(edit -> edit.place().file().equals(name)).toList(), changed);
            } catch (IOException failure) {
                throw UserError.refused("cannot read " + name + " again: " + SourceFiles.why(failure), "");
            }
        }
        if (changed.isEmpty()) {
            err.show(StyledLine.of("Nothing that is safe to mend. baton plan lint  lists what is left to you."));
        } else if (yes || Consent.of(around).to("Make these edits? [y/N] ")) {
            changed.forEach(this::write);
        } else {
            err.show(StyledLine.of("Nothing was changed. Give --yes to make these edits."));
        }
    }

    private void diff(String name, List<Edit> edits, Map<String, String> changed) throws IOException {
        if (name.equals("-")) {
            return;
        }
        byte[] bytes = Files.readAllBytes(around.resolve(name));
        if (!(SourceText.decode(name, bytes) instanceof Read.Taken<SourceText>(var text, _))) {
            return;
        }
        String raw = new String(bytes, StandardCharsets.UTF_8);
        List<String> before = raw.lines().toList();
        List<String> after = new ArrayList<>(text.lines());
        for (Edit edit : edits) {
            int at = edit.place().line() - 1;
            int column = at < after.size() ? after.get(at).indexOf(edit.before()) : -1;
            if (column >= 0) {
                String line = after.get(at);
                after.set(at,
                        line.substring(0, column) + edit.after() + line.substring(column + edit.before().length()));
            }
        }
        var patch = DiffUtils.diff(before, after);
        if (!patch.getDeltas().isEmpty()) {
            UnifiedDiffUtils.generateUnifiedDiff(name, name, before, patch, CONTEXT_LINES)
                    .forEach(line -> out.show(StyledLine.of(tone(line), line)));
            String end = raw.contains("\r\n") ? "\r\n" : "\n";
            changed.put(name, String.join(end, after) + (raw.endsWith("\n") ? end : ""));
        }
    }

    private static Tone tone(String line) {
        return line.startsWith("+") ? Tone.GOOD : line.startsWith("-") ? Tone.BAD : Tone.PLAIN;
    }

    private void write(String name, String text) {
        Path target = around.resolve(name);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw UserError.refused("cannot write " + name + ": " + SourceFiles.why(failure),
                    "Check the folder and its permissions.");
        }
        err.show(StyledLine.of(Tone.GOOD, "mended  ").and(name + "  " + Amounts.bytes(text.length())));
    }
}
