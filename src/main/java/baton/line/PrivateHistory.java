package baton.line;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import baton.line.TerminalConsole.Memory;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, kept in a file that only its owner may read; lines with a secret in them are not kept at all. */
final class PrivateHistory extends DefaultHistory {
    private static final int LINES_MAX = 2_000;
    /** A pasted document is no line anybody wants to find again by going up. */
    private static final int LINE_CHARS_MAX = 10_000;

    private final Memory memory;

    PrivateHistory(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void attach(LineReader reader) {
        reader.setVariable(LineReader.HISTORY_SIZE, LINES_MAX);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, LINES_MAX);
        memory.file().filter(PrivateHistory::isOurs)
                .ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
        super.attach(reader);
    }

    /** Makes the file with its rights, before anything is in it; without rights that can be trusted nothing is kept. */
    private static boolean isOurs(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            try {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException before) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return true;
        } catch (IOException | UnsupportedOperationException notPossible) {
            return false;
        }
    }

    @Override
    public void add(Instant time, String line) {
        if (line.length() <= LINE_CHARS_MAX && !memory.secret().test(line)) {
            super.add(time, line);
        }
    }
}
