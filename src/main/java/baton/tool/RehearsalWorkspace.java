package baton.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A copy-on-write view for rehearsals: reads fall through to the person's folder, writes stay in a folder of our own.
 *
 * <p>Nothing is ever written into the person's folder, and no command runs. A file that stands in the person's folder cannot be
 * removed here, only written over; nothing in a rehearsal needs more.
 */
public final class RehearsalWorkspace implements Workspace {
    private final Optional<Workspace> base;
    private final Workspace overlay;
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param base the person's folder, which should be opened read-only; empty where there is none
     * @param overlay our own folder, beside the session
     */
    public RehearsalWorkspace(Optional<Workspace> base, Workspace overlay) {
        this.base = base;
        this.overlay = overlay;
    }

    @Override
    public Optional<Entry> look(WorkspacePath path) throws IOException, Refused {
        var ours = overlay.look(path);
        return ours.isPresent() || base.isEmpty() ? ours : base.get().look(path);
    }

    @Override
    public List<Entry> list(WorkspacePath folder) throws IOException, Refused {
        if (base.isEmpty() || !isFolder(base.get(), folder)) {
            return overlay.list(folder);
        }
        var merged = new TreeMap<String, Entry>();
        for (Entry entry : base.get().list(folder)) {
            merged.put(entry.name(), entry);
        }
        if (isFolder(overlay, folder)) {
            for (Entry entry : overlay.list(folder)) {
                merged.put(entry.name(), entry);
            }
        }
        return new ArrayList<>(merged.values());
    }

    private static boolean isFolder(Workspace layer, WorkspacePath path) throws IOException, Refused {
        return layer.look(path).filter(found -> found.kind() == Kind.FOLDER).isPresent();
    }

    @Override
    public FileBytes read(WorkspacePath path, long bytesMax) throws IOException, Refused {
        if (base.isEmpty() || overlay.look(path).isPresent()) {
            return overlay.read(path, bytesMax);
        }
        return base.get().read(path, bytesMax);
    }

    @Override
    public void write(OwnedPath owned, byte[] content, String expectedSha256, String key) throws IOException, Refused {
        writing.lock();
        try {
            String ours = overlayHash(owned.path());
            if (base.isPresent() && ours.isEmpty()) {
                checkBase(base.get(), owned.path(), expectedSha256);
                overlay.write(owned, content, "", key);
            } else {
                overlay.write(owned, content, expectedSha256, key);
            }
        } finally {
            writing.unlock();
        }
    }

    private String overlayHash(WorkspacePath path) throws IOException, Refused {
        return overlay.look(path).isPresent() ? overlay.read(path, 0).sha256() : "";
    }

    /** What a write to the person's folder would meet: other spellings, files or links in the way, another content. */
    private static void checkBase(Workspace base, WorkspacePath path, String expectedSha256)
            throws IOException, Refused {
        var above = WorkspacePath.ROOT;
        for (String name : path.names()) {
            if (!isFolder(base, above)) {
                break;
            }
            checkSpelling(base.list(above), name);
            above = above.child(name);
            boolean inTheWay = !above.equals(path)
                    && base.look(above).filter(found -> found.kind() != Kind.FOLDER).isPresent();
            if (inTheWay) {
                throw new Refused(Shown.quoted(above.toString()) + " is not a folder, or is a link.");
            }
        }
        String found = base.look(path).isPresent() ? base.read(path, 0).sha256() : "";
        if (!found.equals(expectedSha256)) {
            throw new Refused.Conflict(Shown.quoted(path.toString()) + (found.isEmpty()
                    ? " is not there"
                    : " has sha256 " + found) + "; read it again before you write it.");
        }
    }

    private static void checkSpelling(List<Entry> entries, String name) throws Refused {
        for (Entry entry : entries) {
            boolean same = FolderWorkspace.folded(entry.name()).equals(FolderWorkspace.folded(name));
            if (same && entries.stream().noneMatch(one -> one.name().equals(name))) {
                throw new Refused(Shown.quoted(name) + " differs from the existing " + Shown.quoted(entry.name())
                        + " in case alone; use the existing name.");
            }
        }
    }

    @Override
    public void delete(OwnedPath owned, String expectedSha256) throws IOException, Refused {
        writing.lock();
        try {
            if (base.isPresent() && base.get().look(owned.path()).isPresent()) {
                throw new Refused(Shown.quoted(owned.toString()) + " is a person's file; a rehearsal leaves it.");
            }
            overlay.delete(owned, expectedSha256);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public CommandPlace commandPlace() {
        return new CommandPlace.Nowhere("rehearsal: not run");
    }

    @Override
    public void close() throws IOException {
        try (overlay) {
            if (base.isPresent()) {
                base.get().close();
            }
        }
    }
}
