package baton.tool;

import java.util.List;

/**
 * A path that somebody may write: inside the paths granted, and not a protected name.
 *
 * <p>Only the two makers below give one out, so nothing can be written that was not looked at.
 */
public final class OwnedPath {
    private final WorkspacePath path;

    private OwnedPath(WorkspacePath path) {
        this.path = path;
    }

    /**
     * Compares the path with what an agent was granted.
     *
     * @param agent named in the refusal
     * @param writes globs; none means that nothing may be written
     */
    public static OwnedPath of(WorkspacePath path, String agent, List<String> writes) throws Refused {
        if (path.isRoot()) {
            throw new Refused("The workspace itself is not a file.");
        }
        var protectedName = ProtectedNames.in(path);
        if (protectedName.isPresent()) {
            throw new Refused(Shown.quoted(path.toString()) + " is refused by baton's own rule: " + Shown.quoted(
                    protectedName.get()) + " can make programs run on their own, so only a person changes it.");
        }
        if (writes.isEmpty()) {
            throw new Refused(Shown.quoted(path.toString()) + " is refused by the paths of " + agent
                    + ": this agent may write nothing.");
        }
        for (String right : writes) {
            if (Glob.ofRight(right).matches(path)) {
                return new OwnedPath(path);
            }
        }
        throw new Refused(Shown.quoted(path.toString()) + " is outside the paths of " + agent + ", which are: "
                + Shown.plain(String.join(", ", writes)) + ".");
    }

    /** For what a person does with their own files, such as undo. */
    public static OwnedPath ofPerson(WorkspacePath path) throws Refused {
        if (path.isRoot()) {
            throw new Refused("The workspace itself is not a file.");
        }
        return new OwnedPath(path);
    }

    public WorkspacePath path() {
        return path;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
