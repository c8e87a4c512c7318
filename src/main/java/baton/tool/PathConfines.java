package baton.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.engine.Effect.PathRule;

/**
 * Confines a call to the paths that a profile or the plan leaves to an agent, whatever else it may do.
 *
 * <p>Patterns are globs from the workspace root; one without a slash holds at any depth. A pattern that leads out of the
 * workspace ({@code ~/notes}, {@code //etc}) matches nothing in it.
 */
final class PathConfines {
    private final List<Confine> confines = new ArrayList<>();

    private record Confine(PathRule rule, List<Glob> globs) {
        /** What is ruled out is so in every spelling of its letters, since some file systems know no difference. */
        boolean lets(WorkspacePath path) {
            return switch (rule) {
                case PathRule.Within _ -> hits(path.names());
                case PathRule.Outside _ -> !hits(path.names()) && !hits(lower(path));
            };
        }

        private boolean hits(List<String> names) {
            return globs.stream().anyMatch(glob -> glob.matches(names));
        }

        private static List<String> lower(WorkspacePath path) {
            return path.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        }
    }

    private PathConfines() {}

    private static void add(List<Glob> globs, String pattern) throws Refused {
        globs.add(Glob.ofRight(pattern));
        globs.add(Glob.ofFilter(pattern));
    }

    static PathConfines of(List<PathRule> rules) throws Refused {
        var made = new PathConfines();
        for (var rule : rules) {
            var globs = new ArrayList<Glob>();
            for (String pattern : rule.patterns()) {
                if (!pattern.startsWith("//") && !pattern.startsWith("~")) {
                    add(globs, pattern);
                    if (rule instanceof PathRule.Outside) {
                        add(globs, pattern.toLowerCase(Locale.ROOT));
                    }
                }
            }
            made.confines.add(new Confine(rule, globs));
        }
        return made;
    }

    /** True where nothing speaks against the path. */
    boolean let(WorkspacePath path) {
        return confines.stream().allMatch(confine -> confine.lets(path));
    }

    /** Refuses a path by name of the rule. */
    void require(WorkspacePath path) throws Refused {
        for (var confine : confines) {
            if (!confine.lets(path)) {
                String how = switch (confine.rule()) {
                    case PathRule.Within _ -> " is outside what " + Shown.plain(confine.rule().source())
                            + " confines you to.";
                    case PathRule.Outside _ -> " is ruled out by " + Shown.plain(confine.rule().source()) + ".";
                };
                throw new Refused.Denied(Shown.quoted(path.toString()) + how);
            }
        }
    }
}
