package baton.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import baton.runtime.Content;
import baton.tool.Workspace.FileBytes;

/**
 * Remembers what a write is about to replace, on disk, before it does: if the process dies between the write and its record, the
 * repeated call still knows what was there before.
 *
 * <p>Only the newest notes are kept; a crash can need no more of them than there were writes in flight.
 */
final class WriteNotes {
    private static final int NOTES_MAX = 128;

    private final Path folder;
    private final PrivateContents contents;

    /** A write that was begun. */
    record Note(String path, String beforeSha256, String afterSha256) {}

    WriteNotes(Path folder, PrivateContents contents) {
        this.folder = folder;
        this.contents = contents;
    }

    /** @throws IOException where the disk refuses; nothing should then be written, since it could not be taken back */
    void put(String repeatKey, WorkspacePath path, FileBytes before, String afterSha256) throws IOException {
        if (before.isWhole() && !before.sha256().isEmpty()) {
            contents.keep(before.sha256(), before.bytes());
        }
        PrivateContents.PrivateFolder.create(folder);
        Path made = folder.resolve(UUID.randomUUID() + ".tmp");
        Files.write(made, List.of(path.toString(), before.sha256(), afterSha256), StandardCharsets.UTF_8);
        Files.move(made, file(repeatKey), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forgetOldest();
    }

    Optional<Note> find(String repeatKey) {
        try {
            var lines = Files.readAllLines(file(repeatKey), StandardCharsets.UTF_8);
            return lines.size() == 3
                    ? Optional.of(new Note(lines.get(0), lines.get(1), lines.get(2)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the file held before, as far as it was kept. */
    FileBytes before(Note note) {
        if (note.beforeSha256().isEmpty()) {
            return ContentKeeper.NO_FILE;
        }
        return contents.find(note.beforeSha256())
                .map(bytes -> new FileBytes(bytes, bytes.length, note.beforeSha256()))
                .orElse(new FileBytes(new byte[0], Long.MAX_VALUE, note.beforeSha256()));
    }

    private Path file(String repeatKey) {
        return folder.resolve(Content.of(repeatKey).sha256());
    }

    private synchronized void forgetOldest() throws IOException {
        List<Path> notes;
        try (var files = Files.list(folder)) {
            notes = files.sorted(Comparator.comparingLong(WriteNotes::age)).toList();
        }
        for (Path old : notes.subList(0, Math.max(0, notes.size() - NOTES_MAX))) {
            Files.deleteIfExists(old);
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
