package baton.tool;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OwnedPathTest {

    @ParameterizedTest
    @ValueSource(strings = {".git", ".git/config", ".git/hooks/pre-commit", "sub/.git/hooks/post-checkout",
        ".GIT/config",
        ".Git/Hooks/x", "git~1/config", ".hg/hgrc", ".svn/x", ".jj/x", ".husky/pre-commit", ".githooks/x",
        ".lefthook/x", "lefthook.yml", ".pre-commit-config.yaml", ".github/workflows/ci.yml",
        ".github/actions/a/action.yml",
        ".GitHub/Workflows/ci.yml", ".gitlab-ci.yml", ".circleci/config.yml", ".travis.yml", "Jenkinsfile",
        "azure-pipelines.yml", "bitbucket-pipelines.yml", ".drone.yml", ".buildkite/pipeline.yml", ".woodpecker/x.yml",
        ".gitea/workflows/x.yml", ".forgejo/workflows/x.yml", ".vscode/tasks.json", ".vscode/settings.json",
        ".idea/workspace.xml", ".devcontainer/devcontainer.json", ".devcontainer.json", "x.code-workspace",
        ".zed/tasks.json", ".fleet/run.json", ".claude/settings.json", ".claude/settings.local.json",
        ".claude/hooks/x.sh", ".gemini/settings.json", ".cursor/hooks.json", ".cursor/mcp.json", ".codex/config.toml",
        ".mcp.json", "baton.yaml", "sub/baton.yaml", "Baton.yaml", ".baton/x", ".bashrc", ".bash_profile", ".profile",
        ".zshrc", ".zshenv", ".config/fish/config.fish", ".inputrc", ".envrc", ".tmux.conf", ".vimrc", ".exrc",
        ".nvim.lua", ".dir-locals.el", ".gdbinit", ".ssh/authorized_keys", ".gitconfig", ".config/git/config",
        ".config/autostart/x.desktop", ".config/systemd/user/x.service", "Library/LaunchAgents/x.plist"})
    void namesThatMakeProgramsRunAreRefusedWhateverIsGranted(String path) throws Refused {
        var parsed = WorkspacePath.parse(path);
        var refused = assertThrows(Refused.class, () -> OwnedPath.of(parsed, "builder", List.of("**", path)));
        assertEquals(true, refused.reason().contains("baton's own rule"), refused.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "pom.xml", "Makefile", "build.gradle", ".gitignore", ".gitattributes",
        ".github/ISSUE_TEMPLATE.md", ".claude/agents/a.md", "docs/git/config", "src/profile", "a.bashrc.md"})
    void filesThatPeopleAskAgentsToEditAreNot(String path) throws Refused {
        var parsed = WorkspacePath.parse(path);
        assertDoesNotThrow(() -> OwnedPath.of(parsed, "builder", List.of("**")));
    }

    /** Path, right, whether the right covers it. */
    static Stream<List<String>> rights() {
        return Stream.of(List.of("a/b.txt", "**", "yes"), List.of("a/b.txt", "a/**", "yes"),
                List.of("ab/c", "a/**", "no"),
                List.of("a", "a/**", "yes"), List.of("a/b/c", "a", "yes"), List.of("a/b/c", "/a/", "yes"),
                List.of("a/b/c", "./a", "yes"), List.of("ab", "a", "no"), List.of("x.md", "*.md", "yes"),
                List.of("a/x.md", "*.md", "no"), List.of("a/x.md", "**/*.md", "yes"), List.of("x.md", "**/*.md", "yes"),
                List.of("a/x.md", "a/?.md", "yes"), List.of("a/xy.md", "a/?.md", "no"),
                List.of("a/b/c/d", "a/**/d", "yes"), List.of("a/d", "a/**/d", "yes"), List.of("A/d", "a/**", "no"),
                List.of("a.ts", "{a,b}.ts", "yes"), List.of("c.ts", "{a,b}.ts", "no"),
                List.of("out/{month}.md", "out/{month}.md", "yes"), List.of("out/month.md", "out/{month}.md", "no"),
                List.of("a{x}", "{a{x},b}", "yes"), List.of("b", "{a{x},b}", "yes"), List.of("ax", "{a{x},b}", "no"),
                List.of("p/[id].ts", "p/[id].ts", "yes"), List.of("p/i.ts", "p/[id].ts", "no"),
                List.of("a/b", "a/*", "yes"), List.of("a/b/c", "a/*", "no"));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void aRightCoversWhatItsPatternSays(List<String> row) throws Refused {
        var path = WorkspacePath.parse(row.get(0));
        var right = List.of("other/**", row.get(1));
        if (row.get(2).equals("yes")) {
            assertEquals(path, OwnedPath.of(path, "builder", right).path());
        } else {
            var refused = assertThrows(Refused.class, () -> OwnedPath.of(path, "builder", right));
            assertEquals("\"" + path + "\" is outside the paths of builder, which are: other/**, " + row.get(1) + ".",
                    refused.reason());
        }
    }

    @Test
    void withoutRightsNothingMayBeWritten() throws Refused {
        var path = WorkspacePath.parse("a");
        var refused = assertThrows(Refused.class, () -> OwnedPath.of(path, "reviewer", List.of()));
        assertEquals("\"a\" is refused by the paths of reviewer: this agent may write nothing.", refused.reason());
    }

    @Test
    void aPatternMadeToExplodeIsMatchedInNoTime() throws Refused {
        var path = WorkspacePath.parse("a".repeat(200) + "/" + "b/".repeat(50) + "c");
        var glob = Glob.ofRight("**/" + "*a".repeat(60) + "/**/**/**/**/x");
        assertEquals(false, glob.matches(path));
        assertThrows(Refused.class, () -> Glob.ofRight("{a,b}".repeat(10)));
    }
}
