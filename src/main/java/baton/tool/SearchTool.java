package baton.tool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import baton.engine.Effect.CallTool;
import baton.runtime.ToolBox.Result;
import baton.tool.Workspace.Kind;
import baton.tool.WorkspaceWalk.Found;

/** The tool that finds lines. Links, binary files, large files and heavy folders are passed over and counted. */
final class SearchTool {
    private static final int FILES_MAX = 20_000;
    private static final int HITS_MAX = 200;
    private static final int SHOWN_CHARS_MAX = 300;
    private static final long FILE_BYTES_MAX = 2L * 1024 * 1024;

    private final Workspace workspace;
    private final PathReader paths;
    private final UnaryOperator<String> redact;

    SearchTool(Workspace workspace, PathReader paths, UnaryOperator<String> redact) {
        this.workspace = workspace;
        this.paths = paths;
        this.redact = redact;
    }

    /** One search under way. */
    private static final class Search {
        private final LineFinder finder;
        private final List<String> hits = new ArrayList<>();
        private int filesSearched;
        private int filesPassed;

        private Search(LineFinder finder) {
            this.finder = finder;
        }

        private boolean isFull() {
            return hits.size() >= HITS_MAX;
        }
    }

    Result search(CallTool call) throws IOException, Refused, InterruptedException {
        var confines = PathConfines.of(call.confines());
        var arguments = ToolArguments.parse(call.argumentsJson(), List.of("query", "path", "glob", "regex"));
        var search = new Search(LineFinder.of(arguments.text("query"), arguments.flag("regex")));
        var path = paths.parse(arguments.optionalText("path").orElse(""));
        var globText = arguments.optionalText("glob");
        Optional<Glob> glob = globText.isPresent() ? Optional.of(Glob.ofFilter(globText.get())) : Optional.empty();
        var start = workspace.look(path)
                .orElseThrow(() -> new Refused(Shown.quoted(path.toString()) + " is not there."));
        if (start.kind() != Kind.FOLDER) {
            confines.require(path);
            searchFile(new Found(path, start), search);
            return Result.done(text(search, List.of(), false));
        }
        var walk = new WorkspaceWalk(workspace, WorkspacePath.DEPTH_MAX, FILES_MAX).from(path);
        for (Found found : walk.found()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the search was cancelled");
            }
            boolean wanted = confines.let(found.path()) && (glob.isEmpty() || glob.get().matches(found.path()));
            if (wanted && found.entry().kind() != Kind.FOLDER && !search.isFull()) {
                searchFile(found, search);
            }
        }
        return Result.done(text(search, walk.skipped(), walk.cut()));
    }

    private void searchFile(Found found, Search search) throws Refused, IOException {
        if (found.entry().kind() != Kind.FILE || found.entry().bytes() > FILE_BYTES_MAX) {
            search.filesPassed++;
            return;
        }
        Optional<String> text;
        try {
            text = ToolText.decode(workspace.read(found.path(), FILE_BYTES_MAX).bytes());
        } catch (FileSystemException | Refused e) {
            // Gone, unreadable or a hard link since it was listed: passed over like a binary file.
            text = Optional.empty();
        }
        if (text.isEmpty()) {
            search.filesPassed++;
            return;
        }
        search.filesSearched++;
        if (anyLine(text.get(), search.finder)) {
            // Only now redacted, as a whole, so that no part of a secret is shown and most files cost nothing.
            addHits(found, redact.apply(text.get()), search);
        }
    }

    private static boolean anyLine(String text, LineFinder finder) throws Refused {
        for (String line : text.lines().toList()) {
            if (finder.isIn(line)) {
                return true;
            }
        }
        return false;
    }

    private static void addHits(Found found, String text, Search search) throws Refused {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (search.finder.isIn(line) && !search.isFull()) {
                String shown = line.length() > SHOWN_CHARS_MAX ? line.substring(0, SHOWN_CHARS_MAX) + "..." : line;
                search.hits.add(Shown.plain(found.path().toString()) + ":" + number + ": " + shown);
            }
        }
    }

    private static String text(Search search, List<String> skipped, boolean cut) {
        var text = new StringBuilder();
        text.append(search.hits.isEmpty() ? "No line found" : search.hits.size() + " lines found");
        text.append(search.isFull() ? ", and there the search ended;" : ";").append(' ').append(search.filesSearched)
                .append(" files searched");
        if (search.filesPassed > 0) {
            text.append(", ").append(search.filesPassed).append(" passed over (links, binary or large)");
        }
        text.append(".\n");
        search.hits.forEach(hit -> text.append(hit).append('\n'));
        if (!skipped.isEmpty()) {
            text.append("Not looked into: ").append(ReadingTools.first(skipped)).append('\n');
        }
        if (cut) {
            text.append("The search ended after ").append(FILES_MAX).append(" entries; name a folder.\n");
        }
        return ToolText.cut(text.toString(), ToolText.CHARS_MAX);
    }
}
