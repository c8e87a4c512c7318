package baton.tool;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import baton.tool.Workspace.Entry;
import baton.tool.Workspace.Kind;

/** A folder held by the system's own handle: whatever happens to its path, operations reach this folder and no other. */
final class SecureDirectoryHandle implements DirectoryHandle {
    private final SecureDirectoryStream<Path> stream;
    private final Path where;
    private final Root root;

    /** The workspace's own folder, which every handle below it shares. */
    private record Root(SecureDirectoryStream<Path> stream, Path path) {}

    private SecureDirectoryHandle(SecureDirectoryStream<Path> stream, Path where, Root root) {
        this.stream = stream;
        this.where = where;
        this.root = root;
    }

    /** Opens a folder by its path; empty where the system has no such handles. */
    @SuppressWarnings("StreamResourceLeak") // The handle owns it and closes it.
    static Optional<DirectoryHandle> openRoot(Path folder) throws IOException {
        var opened = Files.newDirectoryStream(folder);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return Optional.of(new SecureDirectoryHandle(secure, folder, new Root(secure, folder)));
        }
        opened.close();
        return Optional.empty();
    }

    @Override
    public DirectoryHandle open(String name) throws IOException, Refused {
        Kind kind = look(name).orElseThrow(() -> new NoSuchFileException(name)).kind();
        if (kind != Kind.FOLDER) {
            throw FileFacts.notAFolder(name, kind);
        }
        try {
            var below = stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
            return new SecureDirectoryHandle(below, where.resolve(name), root);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException e) {
            throw FileFacts.changed(name);
        }
    }

    /** The JDK can create a folder only by path; so one is made in the root under a new name and moved here by handle. */
    @Override
    public void create(String name) throws IOException, Refused {
        String made = ".baton-" + UUID.randomUUID() + ".tmp";
        Files.createDirectory(root.path.resolve(made));
        try {
            root.stream.move(Path.of(made), stream, Path.of(name));
        } catch (FileSystemException e) {
            root.stream.deleteDirectory(Path.of(made));
            if (look(name).filter(found -> found.kind() == Kind.FOLDER).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public SeekableByteChannel openToRead(String name) throws IOException {
        return stream.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public SeekableByteChannel createFile(String name) throws IOException {
        return stream.newByteChannel(Path.of(name),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void copyPermissions(String from, String to) throws IOException {
        view(to).setPermissions(view(from).readAttributes().permissions());
    }

    private PosixFileAttributeView view(String name) {
        return stream.getFileAttributeView(Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        stream.move(Path.of(from), stream, Path.of(to));
    }

    @Override
    public void delete(String name) throws IOException {
        stream.deleteFile(Path.of(name));
    }

    @Override
    public Optional<Entry> look(String name) throws IOException {
        try {
            return Optional.of(FileFacts.entry(name, view(name).readAttributes()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public int links(String name, Entry seen) throws IOException, Refused {
        return FileFacts.links(where.resolve(name), seen);
    }

    @Override
    public List<String> names() throws IOException, Refused {
        var names = new ArrayList<String>();
        try (var listing = stream.newDirectoryStream(Path.of("."), LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : listing) {
                names.add(String.valueOf(path.getFileName()));
                if (names.size() > NAMES_MAX) {
                    throw new Refused("The folder has more than " + NAMES_MAX + " entries.");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
