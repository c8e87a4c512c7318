package baton.profile;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ToolGrantTest {
    private static final List<String> TOOLS = List.of("list_files", "read_file", "search_files", "write_file",
            "edit_file", "run_command");

    private static List<String> covered(String... names) {
        var grant = new ToolGrant.Listed(Stream.of(names).map(ToolName::parse).toList());
        return TOOLS.stream().filter(grant::covers).toList();
    }

    @Test
    void namesOfOtherProgramsMeanTheirCounterpartsHere() {
        assertEquals(List.of("list_files", "read_file", "search_files"), covered("Read", "Grep", "Glob"));
        assertEquals(List.of("write_file", "edit_file", "run_command"), covered("Edit", "Bash(git *)"));
    }

    @Test
    void aNameThatMeansNothingHereGivesNothing() {
        assertEquals(List.of(), covered("WebSearch", "mcp__tavily__tavily_search", "Task"));
    }

    @Test
    void ownNamesAndStarsStayExact() {
        assertEquals(List.of("read_file"), covered("read_file"));
        assertEquals(TOOLS, covered("*"));
        assertEquals(List.of("list_files", "search_files"), covered("*_files"));
    }
}
