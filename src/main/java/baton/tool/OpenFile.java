package baton.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.runtime.Content;
import baton.tool.Workspace.Entry;
import baton.tool.Workspace.FileBytes;
import baton.tool.Workspace.Kind;

/** One file in an open folder: read, replace as a whole, delete; each judged by its content. */
record OpenFile(DirectoryHandle folder, String name, WorkspacePath path) {
    private static final Pattern LEFTOVER = Pattern.compile("\\.baton-[0-9a-f-]{16,36}\\.tmp");
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int TRIES_MAX = 3;

    /** What was read, and what the folder said of the file then. */
    record Seen(Entry entry, FileBytes content) {}

    /** Names that a killed write leaves behind; they are nobody's files. */
    static boolean isLeftover(String name) {
        return LEFTOVER.matcher(name).matches();
    }

    Seen read(long bytesMax) throws IOException, Refused {
        for (int attempt = 1;; attempt++) {
            Entry before = regularFile();
            FileBytes content;
            try (var channel = folder.openToRead(name)) {
                content = readAll(channel, bytesMax);
            }
            if (folder.look(name).filter(before::equals).isPresent()) {
                return new Seen(before, content);
            }
            if (attempt == TRIES_MAX) {
                throw FileFacts.changed(name);
            }
        }
    }

    private Entry regularFile() throws IOException, Refused {
        Entry found = folder.look(name).orElseThrow(() -> new NoSuchFileException(path.toString()));
        if (found.kind() != Kind.FILE) {
            throw new Refused(Shown.quoted(path.toString()) + switch (found.kind()) {
                case LINK -> " is a link; links are not followed.";
                case FOLDER -> " is a folder.";
                case OTHER, FILE -> " is not a regular file.";
            });
        }
        if (folder.links(name, found) > 1) {
            throw new Refused(Shown.quoted(path.toString())
                    + " has more than one name (a hard link); it may belong to somebody outside the workspace.");
        }
        if (found.bytes() > Workspace.HASH_BYTES_MAX) {
            throw new Refused(Shown.quoted(path.toString()) + " is larger than "
                    + Workspace.HASH_BYTES_MAX / (1024 * 1024) + " MB.");
        }
        return found;
    }

    private FileBytes readAll(SeekableByteChannel channel, long bytesMax) throws IOException, Refused {
        var digest = sha256();
        var head = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long size = 0;
        while (channel.read(buffer) >= 0) {
            int count = buffer.flip().remaining();
            digest.update(buffer.array(), 0, count);
            head.write(buffer.array(), 0, (int) Math.max(0, Math.min(count, bytesMax - size)));
            size += count;
            buffer.clear();
            if (size > Workspace.HASH_BYTES_MAX) {
                throw new Refused(Shown.quoted(path.toString()) + " grows while it is read.");
            }
        }
        return new FileBytes(head.toByteArray(), size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void replace(byte[] content, String expectedSha256, String key) throws IOException, Refused {
        var seen = expect(expectedSha256);
        String made = ".baton-" + Content.of(key + " " + path).sha256().substring(0, 16) + ".tmp";
        boolean renamed = false;
        try {
            try (var channel = createAnew(made)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (channel instanceof FileChannel file) {
                    file.force(true);
                }
            }
            if (seen.isPresent()) {
                keepPermissions(made);
            }
            if (!folder.look(name).equals(seen.map(Seen::entry))) {
                throw FileFacts.changed(name);
            }
            folder.rename(made, name);
            renamed = true;
        } finally {
            if (!renamed) {
                folder.look(made).ifPresent(left -> deleteQuietly(made));
            }
        }
    }

    /** What is there, if it is what the caller expects; empty where nothing is expected and nothing is there. */
    private Optional<Seen> expect(String expectedSha256) throws IOException, Refused {
        if (folder.look(name).isEmpty()) {
            if (!expectedSha256.isEmpty()) {
                throw new Refused.Conflict(Shown.quoted(path.toString()) + " is gone; it was expected with sha256 "
                        + Shown.plain(expectedSha256) + ".");
            }
            return Optional.empty();
        }
        var seen = read(0);
        if (expectedSha256.isEmpty()) {
            throw new Refused.Conflict(Shown.quoted(path.toString()) + " is there already, with sha256 "
                    + seen.content().sha256() + "; read it before you replace it.");
        }
        if (!seen.content().sha256().equals(expectedSha256)) {
            throw new Refused.Conflict(Shown.quoted(path.toString()) + " has changed: it has sha256 "
                    + seen.content().sha256() + ", not " + Shown.plain(expectedSha256) + "; read it again.");
        }
        return Optional.of(seen);
    }

    private SeekableByteChannel createAnew(String made) throws IOException, Refused {
        try {
            return folder.createFile(made);
        } catch (FileAlreadyExistsException e) {
            folder.delete(made);
            return folder.createFile(made);
        }
    }

    /** A file system that refuses keeps its default; the content matters more than the mode. */
    private void keepPermissions(String made) {
        try {
            folder.copyPermissions(name, made);
        } catch (IOException | UnsupportedOperationException e) {
            System.getLogger(OpenFile.class.getName()).log(System.Logger.Level.DEBUG, "permissions not kept", e);
        }
    }

    private void deleteQuietly(String made) {
        try {
            folder.delete(made);
        } catch (IOException | Refused e) {
            System.getLogger(OpenFile.class.getName()).log(System.Logger.Level.DEBUG, "leftover stays", e);
        }
    }

    void delete(String expectedSha256) throws IOException, Refused {
        if (expect(expectedSha256).isPresent()) {
            folder.delete(name);
        }
    }
}
