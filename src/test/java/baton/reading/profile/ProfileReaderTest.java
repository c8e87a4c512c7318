package baton.reading.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

import baton.profile.AgentProfile;
import baton.profile.AgentProfile.Extra;
import baton.profile.AgentProfile.ModelWish;
import baton.profile.ToolGrant;
import baton.profile.ToolName;
import baton.reading.source.Read;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProfileReaderTest {

    @Test
    void aTidyFileIsReadWholeWithoutAWarning() {
        var profile = taken("agent-profiles/db-expert.md", """
                ---
                name: db-expert
                description: Designs schemas
                tools: Read, Bash(git *), mcp__tavily__tavily_search
                disallowedTools: Write
                model: [sonnet, openai/gpt-5]
                color: "#12abef"
                temperature: 0.25
                maxTurns: 12
                focus: [schemas, queries]
                responsibilities:
                  - Keep migrations reversible
                owns: [db/**]
                access: PostgreSQL
                outputs: reports/db.md
                time-box: 1h
                escalates-to: lead
                instances: 2
                house: Gryphon
                ---

                You design databases.
                """);
        assertEquals(new AgentProfile("db-expert", "db-expert", List.of(), "Designs schemas", "You design databases.",
                new ModelWish(List.of("sonnet", "openai/gpt-5"), OptionalInt.of(250_000)), "#12abef",
                new ToolGrant.Listed(List.of(new ToolName("Read", ""), new ToolName("Bash", "git *"),
                        new ToolName("mcp__tavily__tavily_search", ""))),
                List.of(new ToolName("Write", "")), List.of("schemas", "queries"),
                List.of("Keep migrations reversible"), List.of("db/**"), List.of("PostgreSQL"),
                List.of("reports/db.md"), OptionalInt.of(60), "lead", 2, OptionalInt.of(12),
                List.of(new Extra("house", "Gryphon")), "agent-profiles/db-expert.md", "baton", List.of()), profile);
    }

    @Test
    void anUnquotedColonIsTakenAsTextWithAWarningThatNamesTheLine() {
        var profile = taken("a.md", "---\nname: helper\ndescription: Use this: when stuck\nmodel: opus\n---\nHelp.\n");
        assertEquals("Use this: when stuck", profile.description());
        assertEquals(List.of("opus"), profile.model().names());
        assertTrue(profile.warnings().stream().anyMatch(warning -> warning.startsWith("a.md:3: \"description\"")),
                () -> profile.warnings().toString());
    }

    @Test
    void aDialogueAtTheMarginStaysInTheDescription() {
        var profile = taken("a.md", """
                ---
                name: reviewer
                description: Use this agent when code is ready. Examples: <example>
                Context: the user wrote a function.
                user: "Please check"
                assistant: "I'll start the reviewer"
                </example>
                model: sonnet
                color: green
                ---
                Review.
                """);
        assertEquals("""
                Use this agent when code is ready. Examples: <example>
                Context: the user wrote a function.
                user: "Please check"
                assistant: "I'll start the reviewer"
                </example>""", profile.description());
        assertEquals("green", profile.color());
        assertEquals(List.of(), profile.extras());
    }

    @Test
    void backslashesBeforeAnNBecomeLineBreaks() {
        var profile = taken("a.md",
                "---\nname: x\ndescription: First.\\n\\nExamples: <example>user: 'hi'</example>\n---\nBody\n");
        assertEquals("First.\n\nExamples: <example>user: 'hi'</example>", profile.description());
    }

    @Test
    void aStartWithStarsIsText() {
        assertEquals("**Always** use it",
                taken("a.md", "---\nname: x\ndescription: **Always** use it\n---\nBody\n").description());
    }

    @Test
    void listsWithBrokenIndentationKeepTheirItems() {
        var brackets = taken("a.md", "---\nname: x: y\ntools: [\n  \"Read\",\n  \"Bash(a, b)\"\n]\n---\nBody\n");
        var dashes = taken("a.md", "---\nname: x\ntools:\n    - Read\n    - 'Grep'\n  - mcp__a__b\n---\nBody\n");
        assertEquals(new ToolGrant.Listed(List.of(new ToolName("Read", ""), new ToolName("Bash", "a, b"))),
                brackets.tools());
        assertEquals(new ToolGrant.Listed(
                List.of(new ToolName("Read", ""), new ToolName("Grep", ""), new ToolName("mcp__a__b", ""))),
                dashes.tools());
    }

    @Test
    void toolsComeAsTextListMapOrNotAtAll() {
        assertEquals(new ToolGrant.All(), tools(""));
        assertEquals(new ToolGrant.All(), tools("tools:\n"));
        assertEquals(new ToolGrant.All(), tools("tools: ['*']\n"));
        assertEquals(new ToolGrant.Listed(List.of()), tools("tools: []\n"));
        assertEquals(new ToolGrant.Listed(List.of(new ToolName("Read", ""), new ToolName("Grep", ""))),
                tools("allowed-tools: Read Grep Read\n"));
        assertEquals(new ToolGrant.Listed(List.of(new ToolName("github/*", ""))), tools("tools: [github/*]\n"));
        assertEquals(new ToolGrant.Listed(List.of(new ToolName("read", ""))),
                tools("tools: {'*': false, read: true, bash: false}\n"));
        var switched = taken("a.md", "---\nname: x\ntools:\n  write: false\n  read: true\n---\nBody\n");
        assertEquals(new ToolGrant.All(), switched.tools());
        assertEquals(List.of(new ToolName("write", "")), switched.toolsDenied());
        assertTrue(switched.allowsTool("read") && !switched.allowsTool("write"));
    }

    @Test
    void windowsLineEndsAndAMarkChangeNothing() {
        String tidy = "---\nname: x\ndescription: d\n---\n\nBody\nmore\n";
        assertEquals(taken("a.md", tidy), taken("a.md", "\uFEFF" + tidy.replace("\n", "\r\n")));
    }

    @Test
    void aFileWithoutFrontMatterIsNamedByItsFile() {
        var profile = taken("agent-profiles/Cost Analyst.md", "# Cost analyst\n\nYou count money.\n");
        assertEquals("Cost Analyst", profile.id());
        assertEquals("You count money.", profile.description());
        assertEquals("# Cost analyst\n\nYou count money.", profile.prompt());
        assertEquals(1, profile.warnings().size());
    }

    @Test
    void namesWithBlanksOrInOtherScriptsAreKept() {
        var blanks = taken("agents/code-reviewer.md", "---\nname: Code Reviewer\n---\nBody\n");
        assertEquals("code-reviewer", blanks.id());
        assertEquals("Code Reviewer", blanks.name());
        assertEquals("審査員", taken("a.md", "---\nname: 審査員\n---\nBody\n").id());
    }

    @Test
    void eachDialectIsKnownByItsFolderOrItsKeys() {
        assertEquals("claude-code", taken(".claude/agents/a.md", "---\nname: b\n---\nBody\n").format());
        var copilot = taken(".github/agents/plan.agent.md",
                "---\nname: Planner\nmodel: ['A (copilot)', B]\n---\nBody\n");
        assertEquals("copilot", copilot.format());
        assertEquals("plan", copilot.id());
        assertEquals(List.of("A (copilot)", "B"), copilot.model().names());
        assertEquals("opencode", taken("x/a.md", "---\ndescription: d\nmode: subagent\n---\nBody\n").format());
        var gemini = taken(".gemini/agents/g.md", "---\nname: g\nmax_turns: 7\ntimeout_mins: 10\n---\nBody\n");
        assertEquals(OptionalInt.of(7), gemini.turnsMax());
        assertEquals(OptionalInt.of(10), gemini.timeBoxMinutes());
    }

    @Test
    void opencodePermissionsTakeToolsAway() {
        var profile = taken(".opencode/agents/a.md",
                "---\ndescription: d\npermission:\n  edit: deny\n  bash:\n    'git *': allow\n---\nBody\n");
        assertEquals(List.of(new ToolName("edit", "")), profile.toolsDenied());
        assertEquals(List.of(new Extra("permission", "{edit: deny, bash: {git *: allow}}")), profile.extras());
    }

    @Test
    void aKeyGivenTwiceCountsOnce() {
        var profile = taken("a.md", "---\nname: x\nmodel: opus\nmodel: haiku\n---\nBody\n");
        assertEquals(List.of("opus"), profile.model().names());
        assertTrue(profile.warnings().stream().anyMatch(warning -> warning.startsWith("a.md:4: \"model\"")));
    }

    @Test
    void aValueThatCannotBeUsedIsLeftOutAndSaid() {
        var profile = taken("a.md", "---\nname: x\ntime-box: soon\ninstances: many\n---\nBody\n");
        assertEquals(OptionalInt.empty(), profile.timeBoxMinutes());
        assertEquals(1, profile.instances());
        assertEquals(2, profile.warnings().size());
    }

    @Test
    void anUnclosedBlockEndsAtTheFirstBlankLine() {
        var profile = taken("a.md", "---\nname: x\ndescription: d\n\nBody\n");
        assertEquals("x", profile.id());
        assertEquals("Body", profile.prompt());
    }

    @Test
    void aFileThatSaysNothingIsRefused() {
        assertEquals("profile-empty", read("a.md", "---\nname: x\n---\n").problems().getFirst().code());
        assertEquals("text-empty", read("a.md", "").problems().getFirst().code());
    }

    @Test
    void noMixtureOfLinesEverThrows() {
        var random = new java.util.Random(11);
        String[] pieces = {"---", "name: x", "description: a: b", "- y", "  - z", "tools: [", "]", "*a", "&b c", "\t",
            "{",
            "user: hi", "<example>", "</example>", "\"", "'", "|", ": :", "# c", "model: [a", "? k", "%", "@", "`"};
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder("---\n");
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? " " : "\n");
            }
            read("a.md", text + "\n---\nBody");
        }
    }

    private static ToolGrant tools(String line) {
        return taken("a.md", "---\nname: x\n" + line + "---\nBody\n").tools();
    }

    private static AgentProfile taken(String path, String text) {
        var read = read(path, text);
        assertInstanceOf(Read.Taken.class, read, () -> read.problems().toString());
        return ((Read.Taken<AgentProfile>) read).value();
    }

    private static Read<AgentProfile> read(String path, String text) {
        return ProfileReader.read(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
