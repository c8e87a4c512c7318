package baton.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.Effect.CallTool;
import baton.engine.Outcome.ToolEnd;
import baton.engine.Sha256;
import baton.runtime.Content;
import baton.runtime.ToolBox.Result;
import baton.tool.Workspace.FileBytes;

/** The tools that change files: within the agent's paths, as a whole, and only the version that was seen. */
final class WritingTools {
    private final Workspace workspace;
    private final PathReader paths;
    private final ContentKeeper keeper;
    private final WriteNotes notes;
    private final ChangeWatch watch;

    WritingTools(Workspace workspace, PathReader paths, ContentKeeper keeper, WriteNotes notes, ChangeWatch watch) {
        this.workspace = workspace;
        this.paths = paths;
        this.keeper = keeper;
        this.notes = notes;
        this.watch = watch;
    }

    /** How the new content follows from the old one. */
    private interface Making {
        byte[] from(FileBytes before) throws Refused;
    }

    Result write(CallTool call) throws IOException, Refused {
        var arguments = ToolArguments.parse(call.argumentsJson(), List.of("path", "content", "expected_sha256"));
        var path = paths.parse(arguments.text("path"));
        byte[] content = utf8(arguments.text("content"));
        return change(call, path, arguments.optionalText("expected_sha256"), before -> content);
    }

    Result edit(CallTool call) throws IOException, Refused {
        var arguments = ToolArguments.parse(call.argumentsJson(),
                List.of("path", "old", "new", "expected_sha256", "all"));
        var path = paths.parse(arguments.text("path"));
        String old = arguments.text("old");
        String fresh = arguments.text("new");
        boolean all = arguments.flag("all");
        if (old.isEmpty() || old.equals(fresh)) {
            throw new Refused("The old text must not be empty and must differ from the new one.");
        }
        return change(call, path, arguments.optionalText("expected_sha256"),
                before -> utf8(replaced(path, before, old, fresh, all)));
    }

    private static byte[] utf8(String text) throws Refused {
        for (int at = 0; at < text.length(); at++) {
            boolean pair = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
            if (pair) {
                at++;
            } else if (Character.isSurrogate(text.charAt(at))) {
                throw new Refused("The text holds half of a character (a lone surrogate) and cannot be written.");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaced(WorkspacePath path, FileBytes before, String old, String fresh, boolean all)
            throws Refused {
        String shown = Shown.quoted(path.toString());
        if (before.sha256().isEmpty()) {
            throw new Refused(shown + " is not there; write it instead.");
        }
        if (!before.isWhole()) {
            throw new Refused(shown + " is too large to be edited.");
        }
        String text = ToolText.decode(before.bytes())
                .orElseThrow(() -> new Refused(shown + " is not text in UTF-8 and cannot be edited."));
        var places = places(text, old);
        if (places.isEmpty()) {
            boolean ends = text.contains("\r\n") && text.replace("\r\n", "\n").contains(old.replace("\r\n", "\n"));
            throw new Refused("The old text does not occur in " + shown + (ends
                    ? ": the file's lines end with \\r\\n, so must the old text's."
                    : "; read the file again and copy the text exactly."));
        }
        if (places.size() > 1 && !all) {
            throw new Refused("The old text occurs " + places.size() + " times in " + shown + ", first in the lines "
                    + lines(text, places) + "; make it longer until it is unique, or set \"all\".");
        }
        return text.replace(old, fresh);
    }

    /** Overlapping ones count as well: which of them was meant is as doubtful. */
    private static List<Integer> places(String text, String old) {
        var places = new ArrayList<Integer>();
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + 1)) {
            places.add(at);
        }
        return places;
    }

    private static String lines(String text, List<Integer> places) {
        return ReadingTools.first(places.stream().limit(5)
                .map(place -> Long.toString(text.substring(0, place).chars().filter(one -> one == '\n').count() + 1))
                .toList());
    }

    private Result change(CallTool call, WorkspacePath path, Optional<String> expected, Making making)
            throws IOException, Refused {
        PathConfines.of(call.confines()).require(path);
        var owned = OwnedPath.of(path, call.agent(), call.writes());
        var before = workspace.look(path).isPresent()
                ? workspace.read(path, ContentKeeper.BYTES_MAX)
                : ContentKeeper.NO_FILE;
        var note = notes.find(call.repeatKey()).filter(found -> found.path().equals(path.toString()));
        if (note.isPresent() && note.get().afterSha256().equals(before.sha256())) {
            return done(path, notes.before(note.get()), before, "This write had already happened. ");
        }
        if (expected.isPresent() && !expected.get().equals(before.sha256())) {
            throw new Refused.Conflict(Shown.quoted(path.toString()) + (before.sha256().isEmpty()
                    ? " is not there"
                    : " has sha256 " + before.sha256()) + ", not the expected " + Shown.plain(expected.get())
                    + ". Nothing was written; read it again.");
        }
        byte[] content = making.from(before);
        var after = new FileBytes(content, content.length, Sha256.of(content));
        if (after.sha256().equals(before.sha256())) {
            return done(path, before, after, "Nothing to do: the file already has this content. ");
        }
        notes.put(call.repeatKey(), path, before, after.sha256());
        watch.write(path, after, () -> workspace.write(owned, content, before.sha256(), call.repeatKey()));
        return done(path, before, after, "");
    }

    private Result done(WorkspacePath path, FileBytes before, FileBytes after, String remark) {
        var kept = keeper.keep(path, before, after);
        var text = new StringBuilder(remark).append(Shown.plain(path.toString())).append(": ");
        if (before.sha256().isEmpty()) {
            text.append("new file, ");
        }
        text.append(after.size()).append(" bytes, ").append(lineCount(after.bytes())).append(" lines, sha256 ")
                .append(after.sha256());
        if (!before.sha256().isEmpty() && !before.sha256().equals(after.sha256())) {
            text.append("; it had sha256 ").append(before.sha256());
        }
        if (!kept.change().kept()) {
            text.append("; its contents are not kept in the session (too large, or they hold a secret)");
        }
        return new Result(ToolEnd.DONE, text.append('.').toString(), List.of(kept.change()), kept.contents());
    }

    private static long lineCount(byte[] bytes) {
        long count = bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
        for (byte one : bytes) {
            count += one == '\n' ? 1 : 0;
        }
        return count;
    }
}
