package baton.reading.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import baton.profile.AgentProfile;
import baton.profile.ToolGrant;
import baton.reading.source.Read;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Small profiles as people and other programs write them, each with what must be understood of it. */
class ProfilesFromAnywhereTest {

    /**
     * One profile.
     *
     * @param brief id, description, models and tools as the reader must give them
     * @param warned the lines that some warning names; empty where the file is in order
     */
    record Row(String path, String text, String brief, List<Integer> warned) {
        @Override
        public String toString() {
            return path + ": " + text.lines().limit(4).toList();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(".claude/agents/quay.md",
                        """
                                ---
                                name: quay
                                description: Use it when a quay is looked at. Examples: <example>Context: a ladder.\\nuser: "Look"\\n</example>
                                tools: Read, mcp__harbour__list, mcp__harbour__*, Bash(git log:*), Read
                                model: opus
                                color: chartreuse
                                ---
                                You inspect quays.
                                """,
                        "quay | Use it when a quay is looked at. Examples: <example>Context: a ladder.⏎user: \"Look\"⏎</example>"
                                + " | [opus] | [Read, mcp__harbour__list, mcp__harbour__*, Bash(git log:*)]",
                        List.of(3)),
                new Row("a.md", """
                        ---
                        name: tides
                        description: Reads tides. Use when:
                        user: "When is high water?"
                        assistant: "I'll ask"
                        Context: a ship waits
                        model: claude-sonnet-4-5 (fast)
                        tools:
                            - Read
                          - Grep
                        ---
                        You read tides.
                        """,
                        "tides | Reads tides. Use when:⏎user: \"When is high water?\"⏎assistant: \"I'll ask\"⏎Context: a ship waits"
                                + " | [claude-sonnet-4-5 (fast)] | [Read, Grep]",
                        List.of(3, 8)),
                new Row("dredger.md", """
                        ---
                        name: Schlick Bagger
                        description: **Important** agent
                          with a second line
                        tools: ["Read", "Write",
                        color: #ff0
                        ---
                        Baggert.
                        """, "dredger | **Important** agent⏎with a second line | [] | [Read, Write]", List.of(3, 5)),
                new Row("x.md",
                        "\uFEFF---\r\nname: ropes\r\ndescription: Ropes: all\r\nmodel:\r\n  - gpt-5\r\n  - sonnet\r\n---\r\nR\r\n",
                        "ropes | Ropes: all | [gpt-5, sonnet] | all", List.of(3)),
                new Row(".opencode/agents/lamp.md", """
                        ---
                        description: Cares for lamps
                        mode: subagent
                        model: anthropic/claude-sonnet-4
                        tools:
                          "*": false
                          mcp_lamps_*: true
                          read: true
                        permission:
                          bash:
                            "git push": ask
                          edit: deny
                        ---
                        Lamps!
                        """, "lamp | Cares for lamps | [anthropic/claude-sonnet-4] | [mcp_lamps_*, read]", List.of()),
                new Row(".github/agents/voyage.agent.md", """
                        ---
                        description: 'Plans voyages'
                        tools: ['codebase', 'harbour/*', 'search/usages']
                        model: Claude Sonnet 4.5 (copilot)
                        handoffs:
                          - label: Sail
                            agent: skipper
                        mcp-servers:
                          charts: {type: local, env: {KEY: ${{ secrets.KEY }}}}
                        ---
                        Plan.
                        """,
                        "voyage | Plans voyages | [Claude Sonnet 4.5 (copilot)] | [codebase, harbour/*, search/usages]",
                        List.of(8)),
                new Row(".gemini/agents/g.md",
                        "---\nname: gem_agent\ndescription: d\nkind: local\ntools: [read_file, 'mcp_*']\nmodel: inherit\nmax_turns: 9\n---\nG\n",
                        "gem_agent | d | [inherit] | [read_file, mcp_*]", List.of()),
                new Row(".codex/agents/pilot.toml", """
                        # a pilot
                        name = "harbour_pilot"
                        description = 'Guides ships: slowly'
                        developer_instructions = ""\"
                        You guide ships.
                        Say "slow" \\
                          often.
                        ""\"
                        model = "gpt-5.2"
                        nickname_candidates = [
                          "Pilot", # first
                          "Guide",
                        ]
                        [mcp_servers.charts]
                        args = ["--a"]
                        """, "harbour_pilot | Guides ships: slowly | [gpt-5.2] | all", List.of()),
                new Row("p/港口.md", "---\nname: 港口检查员\ndescription: 检查港口：仔细\n---\n你检查港口。\n",
                        "港口检查员 | 检查港口：仔细 | [] | all", List.of()),
                new Row("t.md", "---\nname:\ttabber\ndescription:\twith tabs\ntools:\tRead,\tWrite\n---\nT\n",
                        "tabber | with tabs | [] | [Read, Write]", List.of()),
                new Row("dots.md", "---\nname: dots\ndescription: d\n...\nBody\n", "dots | d | [] | all", List.of()),
                new Row("four.md", "----\nname: four\ndescription: d\n----\nBody\n", "four | d | [] | all", List.of()),
                new Row("at.md", "---\nname: @ats\ndescription: `code` first\ntools: *\nmodel: %x\n---\nBody\n",
                        "ats | `code` first | [%x] | all", List.of(2, 3, 4, 5)),
                new Row("odd.md",
                        "---\nname: \"odd\ndescription: 'it's odd'\nmodel: null\ntools: null\ncolor: 5\n---\nOdd\n",
                        "odd | 'it's odd' | [] | all", List.of(2, 3)),
                new Row("hand.md", "# Deck hand\nYou carry.\n", "hand | You carry. | [] | all", List.of(1)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatOtherProgramsTakeIsTakenHere(Row row) {
        var read = ProfileReader.read(row.path(), row.text().getBytes(StandardCharsets.UTF_8));
        assertInstanceOf(Read.Taken.class, read, () -> read.problems().toString());
        AgentProfile profile = ((Read.Taken<AgentProfile>) read).value();
        assertEquals(row.brief(), brief(profile));
        List<Integer> lines = read.problems().stream().map(problem -> problem.place().line()).distinct().toList();
        assertTrue(row.warned().isEmpty() ? lines.isEmpty() : lines.containsAll(row.warned()), lines::toString);
        assertTrue(!profile.prompt().isBlank());
    }

    private static String brief(AgentProfile profile) {
        String tools = switch (profile.tools()) {
            case ToolGrant.All() -> "all";
            case ToolGrant.Listed(var names) -> names.toString();
        };
        return profile.id() + " | " + profile.description().replace("\n", "⏎") + " | " + profile.model().names() + " | "
                + tools;
    }
}
