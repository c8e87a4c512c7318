package baton.tool;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import baton.tool.Workspace.Entry;
import baton.tool.Workspace.Kind;

/**
 * A folder held by path, for file systems without handles. Before and after each operation every folder from the root down must
 * still be the one that was opened, and no link; what changed in between is refused.
 *
 * <p>Weaker than a handle: someone who swaps a folder twice within one operation is not seen.
 */
final class CheckedDirectoryHandle implements DirectoryHandle {
    private final List<Step> steps;
    private final Path where;

    /** A folder on the way and what the file system knew it by when it was opened. */
    private record Step(Path path, String key) {}

    private CheckedDirectoryHandle(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.where = steps.getLast().path();
    }

    static DirectoryHandle openRoot(Path folder) throws IOException {
        return new CheckedDirectoryHandle(List.of(new Step(folder, key(attributes(folder)))));
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static String key(BasicFileAttributes found) {
        return Objects.requireNonNullElse(found.fileKey(), found.creationTime()).toString();
    }

    private void check() throws IOException, Refused {
        for (Step step : steps) {
            var found = attributes(step.path());
            if (!found.isDirectory() || !key(found).equals(step.key())) {
                throw FileFacts.changed(String.valueOf(step.path().getFileName()));
            }
        }
    }

    @Override
    public DirectoryHandle open(String name) throws IOException, Refused {
        Path below = where.resolve(name);
        Kind kind = look(name).orElseThrow(() -> new NoSuchFileException(name)).kind();
        if (kind != Kind.FOLDER) {
            throw FileFacts.notAFolder(name, kind);
        }
        var longer = new ArrayList<>(steps);
        longer.add(new Step(below, key(attributes(below))));
        var handle = new CheckedDirectoryHandle(longer);
        handle.check();
        return handle;
    }

    @Override
    public void create(String name) throws IOException, Refused {
        check();
        if (look(name).isEmpty()) {
            Files.createDirectory(where.resolve(name));
        }
        check();
    }

    @Override
    public SeekableByteChannel openToRead(String name) throws IOException, Refused {
        check();
        var channel = Files.newByteChannel(where.resolve(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        return checked(channel);
    }

    @Override
    public SeekableByteChannel createFile(String name) throws IOException, Refused {
        check();
        var channel = Files.newByteChannel(where.resolve(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW,
                LinkOption.NOFOLLOW_LINKS);
        return checked(channel);
    }

    private SeekableByteChannel checked(SeekableByteChannel channel) throws IOException, Refused {
        boolean good = false;
        try {
            check();
            good = true;
            return channel;
        } finally {
            if (!good) {
                channel.close();
            }
        }
    }

    @Override
    public void copyPermissions(String from, String to) throws IOException {
        Files.setPosixFilePermissions(where.resolve(to),
                Files.getPosixFilePermissions(where.resolve(from), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void rename(String from, String to) throws IOException, Refused {
        check();
        Files.move(where.resolve(from), where.resolve(to), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String name) throws IOException, Refused {
        check();
        Files.delete(where.resolve(name));
    }

    @Override
    public Optional<Entry> look(String name) throws IOException, Refused {
        check();
        try {
            return Optional.of(FileFacts.entry(name, attributes(where.resolve(name))));
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
        check();
        var names = new ArrayList<String>();
        try (var listing = Files.newDirectoryStream(where)) {
            for (Path path : listing) {
                names.add(String.valueOf(path.getFileName()));
                if (names.size() > NAMES_MAX) {
                    throw new Refused("The folder has more than " + NAMES_MAX + " entries.");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        check();
        return names;
    }

    @Override
    public void close() {}
}
