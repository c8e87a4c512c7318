package baton.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** A real folder. It is opened once; if its path is given to another folder later, this one stays the workspace. */
public final class FolderWorkspace implements Workspace {
    /** Whether anything may be changed. */
    public enum Mode {
        READ_ONLY, READ_WRITE
    }

    /** A session's database, lock and side folders by their names, wherever they lie; nobody else names files so. */
    private static final Pattern SESSION_FILE = Pattern
            .compile(".*-[0-9]{8}-[0-9]{4}-[0-9a-z]{4,8}\\.(db|db-wal|db-shm|db-journal|lock|files|scratch)");

    private final Path folder;
    private final Mode mode;
    private final List<WorkspacePath> hidden;
    private final DirectoryHandle root;
    private final ReentrantLock writing = new ReentrantLock();

    private FolderWorkspace(Path folder, Mode mode, List<WorkspacePath> hidden, DirectoryHandle root) {
        this.folder = folder;
        this.mode = mode;
        this.hidden = List.copyOf(hidden);
        this.root = root;
    }

    /** The same as {@link #open(Path, Mode, List)} with nothing hidden. */
    public static FolderWorkspace open(Path folder, Mode mode) throws IOException {
        return open(folder, mode, List.of());
    }

    /**
     * Opens an existing folder; links in the path to it are the person's own and are followed once, here.
     *
     * <p>Files of sessions are never part of it: a session's database must not be opened by a file tool, since closing it would drop
     * the store's locks.
     *
     * @param hidden further folders that are not part of the workspace if they lie in it, such as the one with the sessions
     * @throws IOException where the folder is not there or cannot be read
     */
    public static FolderWorkspace open(Path folder, Mode mode, List<Path> hidden) throws IOException {
        Path real = folder.toRealPath();
        var secure = SecureDirectoryHandle.openRoot(real);
        return new FolderWorkspace(real, mode, within(real, hidden),
                secure.isPresent() ? secure.get() : CheckedDirectoryHandle.openRoot(real));
    }

    /** The same without the system's handles, as on a file system that has none. */
    static FolderWorkspace openWithoutHandles(Path folder, Mode mode) throws IOException {
        Path real = folder.toRealPath();
        return new FolderWorkspace(real, mode, List.of(), CheckedDirectoryHandle.openRoot(real));
    }

    private static List<WorkspacePath> within(Path folder, List<Path> hidden) throws IOException {
        var within = new ArrayList<WorkspacePath>();
        for (Path one : hidden) {
            Path real = Files.exists(one) ? one.toRealPath() : one.toAbsolutePath().normalize();
            if (real.startsWith(folder)) {
                try {
                    within.add(WorkspacePath.parse(folder.relativize(real).toString()));
                } catch (Refused e) {
                    throw new IOException("a folder of baton's own has an unusable name: " + e.reason(), e);
                }
            }
        }
        return within;
    }

    private boolean isHidden(WorkspacePath path) {
        var names = path.names().stream().map(FolderWorkspace::folded).toList();
        return names.stream().anyMatch(name -> SESSION_FILE.matcher(name).matches())
                || hidden.stream().anyMatch(one -> startsWith(names, one.names()));
    }

    private static boolean startsWith(List<String> names, List<String> beginning) {
        return !beginning.isEmpty() && names.size() >= beginning.size() && names.subList(0, beginning.size())
                .equals(beginning.stream().map(FolderWorkspace::folded).toList());
    }

    /** Refuses what is not part of the workspace, and names that this system cannot spell. */
    private void check(WorkspacePath path) throws Refused {
        if (isHidden(path)) {
            throw new Refused(
                    Shown.quoted(path.toString()) + " belongs to baton itself and is not part of the workspace.");
        }
        if (!isSpellable(path)) {
            throw new Refused(Shown.quoted(path.toString())
                    + " cannot be spelled in this system's character set; start baton with a UTF-8 locale.");
        }
    }

    private static boolean isSpellable(WorkspacePath path) {
        try {
            return Path.of(path.toString()).getNameCount() > 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The folder's real path. */
    public Path folder() {
        return folder;
    }

    @Override
    public Optional<Entry> look(WorkspacePath path) throws IOException, Refused {
        check(path);
        if (path.isRoot()) {
            return Optional.of(new Entry("", Kind.FOLDER, 0, ""));
        }
        try (var walk = walk(path.parent())) {
            return walk.handle().look(actualName(walk.handle(), path.name()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Entry> list(WorkspacePath path) throws IOException, Refused {
        check(path);
        var entries = new ArrayList<Entry>();
        try (var walk = walk(path)) {
            for (String name : walk.handle().names()) {
                if (!OpenFile.isLeftover(name) && !isHidden(path, name)) {
                    walk.handle().look(name).ifPresent(entries::add);
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return entries;
    }

    @Override
    public FileBytes read(WorkspacePath path, long bytesMax) throws IOException, Refused {
        check(path);
        try (var walk = walk(path.parent())) {
            String name = actualName(walk.handle(), path.name());
            return new OpenFile(walk.handle(), name, path).read(bytesMax).content();
        }
    }

    @Override
    public void write(OwnedPath owned, byte[] content, String expectedSha256, String key) throws IOException, Refused {
        var path = owned.path();
        checkWritable(path);
        writing.lock();
        try (var walk = walkAndCreate(path.parent())) {
            String name = nameToWrite(walk.handle(), path.name());
            new OpenFile(walk.handle(), name, path).replace(content, expectedSha256, key);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void delete(OwnedPath owned, String expectedSha256) throws IOException, Refused {
        var path = owned.path();
        checkWritable(path);
        writing.lock();
        try (var walk = walk(path.parent())) {
            String name = actualName(walk.handle(), path.name());
            new OpenFile(walk.handle(), name, path).delete(expectedSha256);
        } finally {
            writing.unlock();
        }
    }

    private boolean isHidden(WorkspacePath folderPath, String name) {
        try {
            return isHidden(folderPath.child(name));
        } catch (Refused e) {
            return false;
        }
    }

    private void checkWritable(WorkspacePath path) throws Refused {
        check(path);
        if (mode == Mode.READ_ONLY) {
            throw new Refused(Shown.quoted(path.toString())
                    + " is not written: this folder is read-only until its owner trusts it (baton trust).");
        }
    }

    @Override
    public CommandPlace commandPlace() {
        return switch (mode) {
            case READ_WRITE -> new CommandPlace.Folder(folder);
            case READ_ONLY -> new CommandPlace.Nowhere(
                    "Not run: this folder is read-only until its owner trusts it (baton trust).");
        };
    }

    /** The last folder of a walk; the root is shared and stays open. */
    private record Walk(DirectoryHandle handle, boolean shared) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (!shared) {
                handle.close();
            }
        }
    }

    private Walk walk(WorkspacePath path) throws IOException, Refused {
        var walk = new Walk(root, true);
        for (String name : path.names()) {
            try (var above = walk) {
                walk = new Walk(above.handle().open(actualName(above.handle(), name)), false);
            }
        }
        return walk;
    }

    private Walk walkAndCreate(WorkspacePath path) throws IOException, Refused {
        var walk = new Walk(root, true);
        for (String name : path.names()) {
            try (var above = walk) {
                String actual = nameToWrite(above.handle(), name);
                if (above.handle().look(actual).isEmpty()) {
                    above.handle().create(actual);
                }
                walk = new Walk(above.handle().open(actual), false);
            }
        }
        return walk;
    }

    /** The name as the folder spells it, where it uses another Unicode form; else the name itself. */
    private static String actualName(DirectoryHandle handle, String name) throws IOException, Refused {
        boolean ascii = name.chars().allMatch(one -> one < 128);
        if (ascii || handle.look(name).isPresent()) {
            return name;
        }
        return handle.names().stream().filter(one -> composed(one).equals(name)).findFirst().orElse(name);
    }

    /** The same, refusing a name that differs from an existing one in case alone: on some systems they are one file. */
    private static String nameToWrite(DirectoryHandle handle, String name) throws IOException, Refused {
        String found = name;
        for (String one : handle.names()) {
            if (one.equals(name)) {
                return name;
            }
            if (composed(one).equals(name)) {
                found = one;
            } else if (folded(one).equals(folded(name))) {
                throw new Refused(Shown.quoted(name) + " differs from the existing " + Shown.quoted(one)
                        + " in case alone; use the existing name.");
            }
        }
        return found;
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    static String folded(String name) {
        return composed(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The system's words, made plain; it names the file by what follows the workspace, or not at all. */
    static String words(IOException e) {
        String file = e instanceof FileSystemException system && system.getFile() != null
                ? Shown.quoted(String.valueOf(system.getFile()))
                : "The file";
        return switch (e) {
            case NoSuchFileException _ -> file + " is not there.";
            case NotDirectoryException _ -> file + " is not a folder.";
            case AccessDeniedException _ -> file + " may not be used by this account.";
            default -> "The file system refused: " + Shown.plain(String.valueOf(e.getMessage())) + " ("
                    + e.getClass().getSimpleName() + ").";
        };
    }

    @Override
    public void close() throws IOException {
        root.close();
    }
}
