package baton.tool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.engine.fact.ToolSpec;

/** The tools there are, in the order models are told of them, with their arguments. */
public enum WorkspaceTool {
    LIST_FILES("list_files", "Lists what a folder of the workspace holds. Links are shown, never followed.",
            """
                    {"path":{"type":"string","description":"folder, from the workspace root; empty for the root"},\
                    "depth":{"type":"integer","description":"how many folders deep, 1 by default"},\
                    "glob":{"type":"string","description":"only names that fit, such as *.java; looked for at any depth"}}""",
            ""),
    READ_FILE("read_file", "Reads a text file, or a part of it, with its sha256 and line count.",
            """
                    {"path":{"type":"string","description":"file, from the workspace root"},\
                    "from_line":{"type":"integer","description":"first line, counted from 1"},\
                    "lines":{"type":"integer","description":"how many lines"}}""",
            "\"path\""),
    SEARCH_FILES("search_files",
            "Finds lines that contain a text, or fit a regular expression, in the workspace's text files.",
            """
                    {"query":{"type":"string","description":"the text to find"},\
                    "path":{"type":"string","description":"folder or file to search, the whole workspace by default"},\
                    "glob":{"type":"string","description":"only files that fit, such as *.java"},\
                    "regex":{"type":"boolean","description":"true if the query is a regular expression"}}""",
            "\"query\""),
    WRITE_FILE("write_file",
            "Writes a whole file, creating it and its folders where needed. Only within your own paths.",
            """
                    {"path":{"type":"string","description":"file, from the workspace root"},\
                    "content":{"type":"string","description":"the whole new content"},\
                    "expected_sha256":{"type":"string","description":"of the version you read; the write fails if it has changed"}}""",
            "\"path\",\"content\""),
    EDIT_FILE("edit_file", "Replaces a text in a file by another. The old text must match exactly and occur once.",
            """
                    {"path":{"type":"string","description":"file, from the workspace root"},\
                    "old":{"type":"string","description":"the exact text to replace, with enough around it to be unique"},\
                    "new":{"type":"string","description":"the text to put there"},\
                    "expected_sha256":{"type":"string","description":"of the version you read; the edit fails if it has changed"},\
                    "all":{"type":"boolean","description":"true to replace every occurrence"}}""",
            "\"path\",\"old\",\"new\""),
    RUN_COMMAND("run_command",
            "Runs a program with arguments in the workspace. There is no shell, no input and no terminal. May need a person's yes.",
            """
                    {"argv":{"type":"array","items":{"type":"string"},"description":"the program and its arguments, one each"},\
                    "timeout_seconds":{"type":"integer","description":"120 by default, 1800 at most"},\
                    "cwd":{"type":"string","description":"folder to run in, from the workspace root"}}""",
            "\"argv\"");

    private final String toolName;
    private final String description;
    private final String properties;
    private final String required;

    WorkspaceTool(String toolName, String description, String properties, String required) {
        this.toolName = toolName;
        this.description = description;
        this.properties = properties;
        this.required = required;
    }

    /** The name models call it by. */
    public String toolName() {
        return toolName;
    }

    public ToolSpec spec() {
        return new ToolSpec(toolName, description, "{\"type\":\"object\",\"properties\":" + properties
                + ",\"required\":[" + required + "],\"additionalProperties\":false}");
    }

    /** What models are told of all of them. */
    public static List<ToolSpec> specs() {
        return Stream.of(values()).map(WorkspaceTool::spec).toList();
    }

    public static Optional<WorkspaceTool> named(String name) {
        return Stream.of(values()).filter(tool -> tool.toolName.equals(name)).findFirst();
    }
}
