package baton.rehearsal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a report into the form that a file's name asks for, so that what is written can at least be opened. */
final class FileContent {
    private FileContent() {}

    static String of(String path, Scene scene, Optional<String> state) {
        String report = new ReportWriter(scene).report(state);
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> json(scene);
            case "csv" -> csv(scene);
            case "yaml", "yml", "toml", "py", "sh", "tf", "rb", "properties" -> commented(report, "# ", "");
            case "java", "go", "js", "ts", "rs", "kt", "c", "h", "cs", "swift", "scala" -> commented(report, "// ", "");
            case "sql" -> commented(report, "-- ", "");
            case "html", "xml", "svg" -> commented(report.replace("--", "- -"), "<!-- ", " -->");
            default -> report;
        };
    }

    private static String commented(String report, String before, String after) {
        return report.lines().map(line -> (before + line + after).stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String json(Scene scene) {
        var passages = scene.passages();
        var sections = ReportWriter.topics(scene.task()).stream()
                .map(topic -> new JsonText().with("criterion", topic)
                        .with("found",
                                passages.about(topic, 3).stream()
                                        .map(found -> found.place() + ": " + Wording.quote(found.text())).toList()))
                .toList();
        return new JsonText().with("note", Wording.MARK).with("task", scene.task().id())
                .with("title", scene.task().title()).with("read",
                        scene.sources().stream().map(SourceText::path).toList())
                .withObjects("criteria", sections) + "\n";
    }

    private static String csv(Scene scene) {
        return scene.sources().stream().flatMap(source -> source.passages().stream())
                .filter(passage -> Quantity.in(passage.text()).stream().anyMatch(Quantity::isCounted))
                .map(passage -> cell(passage.file()) + "," + passage.line() + "," + cell(Wording.quote(passage.text())))
                .collect(Collectors.joining("\n", "file,line,\"figures (" + Wording.MARK + ")\"\n", "\n"));
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
