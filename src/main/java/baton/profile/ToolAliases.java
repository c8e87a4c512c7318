package baton.profile;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * What other programs' tool names mean here, so that a profile written for them gives the same rights.
 *
 * <p>Case does not count. A name that means nothing here gives nothing: rights only ever narrow.
 */
final class ToolAliases {
    private static final List<String> READS = List.of("read_file");
    private static final List<String> SEARCHES = List.of("search_files", "list_files");
    private static final List<String> LISTS = List.of("list_files");
    private static final List<String> EDITS = List.of("edit_file", "write_file");
    private static final List<String> COMMANDS = List.of("run_command");

    private static final SequencedMap<String, List<String>> MEANINGS = meanings();

    private ToolAliases() {}

    private static SequencedMap<String, List<String>> meanings() {
        var meanings = new java.util.LinkedHashMap<String, List<String>>();
        for (String name : List.of("read", "notebookread", "view", "cat", "read_many_files")) {
            meanings.put(name, READS);
        }
        for (String name : List.of("grep", "glob", "search", "codebase", "search_file_content", "grep_search")) {
            meanings.put(name, SEARCHES);
        }
        for (String name : List.of("ls", "list", "list_directory")) {
            meanings.put(name, LISTS);
        }
        for (String name : List.of("edit", "multiedit", "write", "notebookedit", "patch", "replace", "editfiles")) {
            meanings.put(name, EDITS);
        }
        for (String name : List.of("bash", "shell", "powershell", "execute", "run_shell_command", "runcommands",
                "terminal")) {
            meanings.put(name, COMMANDS);
        }
        return java.util.Collections.unmodifiableSequencedMap(meanings);
    }

    /** True where {@code written}, in another program's words, means the tool called {@code tool} here. */
    static boolean means(String written, String tool) {
        var known = MEANINGS.get(written.toLowerCase(Locale.ROOT));
        return known != null && known.contains(tool);
    }
}
