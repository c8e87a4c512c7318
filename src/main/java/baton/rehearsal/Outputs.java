package baton.rehearsal;

import java.util.List;
import java.util.Locale;

import baton.plan.TaskSpec;

/** Turns what a task says of its outputs into paths that can be written. */
final class Outputs {
    private Outputs() {}

    /**
     * In the task's order; a folder, a pattern or a description in words gets a file named after the task. Empty where only an
     * answer is wanted.
     *
     * @param writes where the agent may write, empty for everywhere; a report without a place of its own is written there
     */
    static List<String> of(TaskSpec task, List<String> writes) {
        String report = reportFolder(writes) + "/" + slug(task) + ".md";
        var named = task.outputs().stream().map(output -> path(task, output, report)).distinct().toList();
        boolean needsProof = named.isEmpty() && !task.acceptance().isEmpty();
        return needsProof ? List.of(report) : named;
    }

    /** The first folder that is the agent's own, with everything in it. */
    private static String reportFolder(List<String> writes) {
        return writes.stream().map(ToolText::plain).filter(area -> area.endsWith("/**") || area.endsWith("/"))
                .map(area -> area.replaceFirst("/(\\*\\*)?$", "")).filter(area -> area.matches("[^*?{}]+")).findFirst()
                .orElse("reports");
    }

    private static String path(TaskSpec task, String output, String report) {
        String plain = ToolText.plain(output);
        if (plain.indexOf(' ') >= 0 || (plain.indexOf('/') < 0 && plain.indexOf('.') < 0)) {
            return report;
        }
        if (plain.endsWith("/")) {
            return plain + slug(task) + ".md";
        }
        return plain.replace("**/", "").replace("*", slug(task));
    }

    private static String slug(TaskSpec task) {
        String words = (task.id() + " " + task.title()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.length() > 40 ? words.substring(0, 40) : words;
        return cut.replaceAll("^-|-$", "");
    }
}
