package baton.reading.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.plan.Problem;
import baton.profile.AgentProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProfileFoldersTest {

    @TempDir
    Path folder;

    private Path project;
    private Path home;

    @BeforeEach
    void makeFolders() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        home = Files.createDirectories(folder.resolve("home"));
    }

    @Test
    void earlierFoldersWinAndTheOthersAreReported() throws IOException {
        write("project/.claude/agents/a.md", "a", "from claude");
        write("project/agent-profiles/a.md", "a", "from profiles");
        write("project/.opencode/agents/b.md", "b", "from opencode");
        write("home/.claude/agents/a.md", "a", "from home");
        write("home/.claude/agents/c.md", "c", "from home");
        var found = load();
        assertEquals(List.of("from profiles", "from opencode", "from home"),
                found.catalog().profiles().stream().map(AgentProfile::prompt).toList());
        assertEquals(List.of(".claude/agents/a.md", "~/.claude/agents/a.md"),
                found.catalog().shadowed().stream().map(shadowed -> shadowed.profile().path()).toList());
        assertEquals(2, found.problems().size());
    }

    @Test
    void aNamedFolderOrFileComesFirst() throws IOException {
        write("project/agent-profiles/a.md", "a", "from profiles");
        write("project/mine/a.md", "a", "mine");
        write("project/single.md", "s", "single");
        var found = load(Path.of("mine"), Path.of("single.md"));
        assertEquals(List.of("mine", "single"),
                found.catalog().profiles().stream().map(AgentProfile::prompt).toList());
    }

    @Test
    void aNamedFolderThatIsAbsentIsAnError() {
        assertTrue(load(Path.of("nowhere")).problems().stream().anyMatch(Problem::isError));
    }

    @Test
    void aBrokenFileCostsOnlyItself() throws IOException {
        write("project/agent-profiles/a.md", "a", "fine");
        Files.write(project.resolve("agent-profiles/b.md"), new byte[]{0, 1, 2, 0, 4, 5});
        var found = load();
        assertEquals(List.of("a"), found.catalog().profiles().stream().map(AgentProfile::id).toList());
        assertEquals("agent-profiles/b.md", found.problems().getFirst().place().file());
    }

    @Test
    void readmesAreNoProfilesAndSubfoldersAreSearched() throws IOException {
        write("project/.claude/agents/README.md", "readme", "text");
        write("project/.claude/agents/data/deep.md", "deep", "found");
        assertEquals(List.of("deep"), load().catalog().profiles().stream().map(AgentProfile::id).toList());
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed() throws IOException {
        write("outside.md", "secret", "secret");
        Files.createDirectories(project.resolve("agent-profiles"));
        Files.createSymbolicLink(project.resolve("agent-profiles/link.md"), folder.resolve("outside.md"));
        var found = load();
        assertEquals(List.of(), found.catalog().profiles());
        assertEquals("profile-link", found.problems().getFirst().code());
    }

    @Test
    void lookingUpIsExact() throws IOException {
        Files.createDirectories(project.resolve("agent-profiles"));
        Files.writeString(project.resolve("agent-profiles/code-reviewer.md"),
                "---\nname: Code Reviewer\naliases: [CR, judge]\n---\nBody\n");
        var catalog = load().catalog();
        for (String name : List.of("code-reviewer", "Code Reviewer", "CR", "judge")) {
            assertEquals("code-reviewer", catalog.find(name).map(AgentProfile::id).orElse("none"), name);
        }
        for (String name : List.of("reviewer", "cr", "code reviewer", "Code-Reviewer", "")) {
            assertEquals("none", catalog.find(name).map(AgentProfile::id).orElse("none"), name);
        }
    }

    private ProfileFolders.Found load(Path... explicit) {
        return new ProfileFolders(project, home, List.of(explicit)).load();
    }

    private void write(String path, String name, String body) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\nname: " + name + "\n---\n" + body + "\n");
    }
}
