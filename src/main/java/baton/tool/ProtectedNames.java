package baton.tool;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names no agent may write, there or not: files that make other programs run something without anybody starting it.
 *
 * <p>Build files are not among them, since editing them is ordinary work and a person starts the build. Compared without
 * regard to case, because some file systems have none.
 */
final class ProtectedNames {
    /** Folders that are protected wherever they stand, with everything in them; a file of the same name is, too. */
    private static final List<String> FOLDERS = List.of(".git", ".hg", ".svn", ".jj", ".husky", ".githooks",
            ".lefthook",
            ".circleci", ".buildkite", ".woodpecker", ".vscode", ".idea", ".devcontainer", ".zed", ".fleet", ".ssh",
            ".gnupg", ".baton", ".codex");

    private static final List<String> FILES = List.of("baton.yaml", "baton.yml", ".mcp.json", "mcp.json",
            ".pre-commit-config.yaml", "lefthook.yml", "lefthook.yaml", ".gitconfig", ".gitlab-ci.yml", ".travis.yml",
            ".drone.yml", ".woodpecker.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml", "jenkinsfile",
            ".devcontainer.json", ".bashrc", ".bash_profile", ".bash_login", ".bash_logout", ".bash_aliases",
            ".profile",
            ".zshrc", ".zshenv", ".zprofile", ".zlogin", ".zlogout", ".kshrc", ".cshrc", ".tcshrc", ".login",
            ".logout", ".inputrc", ".envrc", ".tmux.conf", ".screenrc", ".exrc", ".vimrc", ".gvimrc", ".nvimrc",
            ".nvim.lua", ".emacs", ".dir-locals.el", ".gdbinit", ".lldbinit", ".netrc", ".xinitrc", ".xprofile");

    /** Runs of names, anywhere in a path; a star stands for the rest of one name. Everything beneath is protected as well. */
    private static final List<List<String>> RUNS = List.of(List.of(".github", "workflows"),
            List.of(".github", "actions"),
            List.of(".gitea", "workflows"), List.of(".forgejo", "workflows"), List.of(".claude", "settings*"),
            List.of(".claude", "hooks"), List.of(".gemini", "settings*"), List.of(".cursor", "hooks*"),
            List.of(".config", "autostart"), List.of(".config", "systemd"), List.of(".config", "fish"),
            List.of(".config", "git"), List.of("library", "launchagents"));

    private static final Pattern SHORT_GIT = Pattern.compile("git~[0-9]+");

    private ProtectedNames() {}

    /** The protected part of the path, if it has one. */
    static Optional<String> in(WorkspacePath path) {
        var names = path.names().stream().map(ProtectedNames::folded).toList();
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at);
            if (FOLDERS.contains(name) || SHORT_GIT.matcher(name).matches() || name.endsWith(".code-workspace")) {
                return Optional.of(path.names().get(at));
            }
            if (FILES.contains(name)) {
                return Optional.of(path.names().get(at));
            }
            for (var run : RUNS) {
                if (startsWithRun(names.subList(at, names.size()), run)) {
                    return Optional.of(String.join("/", path.names().subList(at, at + run.size())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean startsWithRun(List<String> names, List<String> run) {
        if (names.size() < run.size()) {
            return false;
        }
        for (int at = 0; at < run.size(); at++) {
            String wanted = run.get(at);
            boolean fits = wanted.endsWith("*")
                    ? names.get(at).startsWith(wanted.substring(0, wanted.length() - 1))
                    : names.get(at).equals(wanted);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Compatibility form and lower case, so that look-alikes which a file system may equate are caught. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
