package baton.reading.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.plan.Problem;
import baton.profile.AgentProfile;
import baton.profile.ToolName;
import baton.reading.data.FrontMatter;
import baton.reading.data.Toml;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceText;

/**
 * Reads an agent file of any common dialect: Markdown with YAML front matter, or Markdown alone.
 *
 * <p>
 * Nothing that a peer accepts is refused. What is sloppy is read as it was meant, with a warning that names the line;
 * keys that mean nothing here are kept. Refused is only a file without a word that could be a role.
 */
public final class ProfileReader {

    private static final int DESCRIPTION_CHARS_MAX = 300;

    private final SourceText source;
    private final Remarks remarks;
    private final FrontMatter matter;
    private final ProfileEntries entries;

    private ProfileReader(SourceText source) {
        this.source = source;
        this.remarks = new Remarks(source.file());
        this.matter = ProfileFormat.isToml(source.file())
                ? FrontMatter.ofKeys(Toml.parse(source, remarks))
                : FrontMatter.read(source, remarks);
        this.entries = new ProfileEntries(matter.fields(), remarks);
    }

    /** Reads one file from its bytes; {@code path} is how the person would name it and decides the dialect. */
    public static Read<AgentProfile> read(String path, byte[] bytes) {
        return read(SourceText.decode(path, bytes));
    }

    static Read<AgentProfile> read(Read<SourceText> decoded) {
        return switch (decoded) {
            case Read.Refused<SourceText>(var problems) -> new Read.Refused<>(problems);
            case Read.Taken<SourceText>(var source, var problems) -> {
                var reader = new ProfileReader(source);
                yield reader.profile(problems);
            }
        };
    }

    private Read<AgentProfile> profile(List<Problem> before) {
        String prompt = prompt();
        String description = description();
        if (prompt.isBlank() && description.isBlank()) {
            remarks.error(matter.bodyLine(), "profile-empty", "the file says nothing about the agent's role",
                    "Write the role below the front matter.");
            return remarks.refused();
        }
        if (!matter.present()) {
            remarks.warning(1, "profile-no-front-matter",
                    "there is no front matter; the name is the file's, the role its text",
                    "Start the file with a line of three dashes, name and description, and three dashes.");
        }
        String stem = stem(source.file());
        String format = ProfileFormat.of(source.file(), matter.fields());
        String name = entries.text("name").map(text -> text.replaceFirst("^@", "")).filter(text -> !text.isBlank())
                .orElse(stem);
        boolean fileNames = ProfileFormat.identifiesByFile(format) || name.isBlank() || name.matches("(?s).*\\s.*");
        String id = entries.text("id").filter(text -> !text.isBlank()).orElse(fileNames ? stem : name);
        ToolReading tools = entries.tools();
        List<ToolName> denied = new ArrayList<>(tools.denied());
        denied.addAll(entries.denied());
        var profile = new AgentProfile(id, name, entries.list("aliases"), description, prompt, entries.model(),
                entries.text("color").orElse(""), tools.grant(), denied.stream().distinct().toList(),
                entries.list("focus"), entries.list("responsibilities"), entries.list("owns"), entries.list("access"),
                entries.list("outputs"), entries.timeBoxMinutes(), entries.text("escalates-to").orElse(""),
                entries.count("instances").orElse(1), entries.count("max-turns"), entries.extras(), source.file(),
                format,
                warnings(before));
        return new Read.Taken<>(profile, Remarks.joined(before, remarks.all()));
    }

    private List<String> warnings(List<Problem> before) {
        return Remarks.joined(before, remarks.all()).stream().map(Problem::oneLine).toList();
    }

    private String prompt() {
        Optional<String> key = entries.text("prompt");
        if (!matter.body().isBlank() || key.isEmpty()) {
            return matter.body().strip();
        }
        if (key.get().contains("{file:")) {
            remarks.warning(entries.lineOf("prompt"), "profile-prompt-file",
                    "the prompt stands in another file, which is not read",
                    "Put the text below the front matter.");
        }
        return key.get().strip();
    }

    /** Some tools write line breaks into the description as a backslash and an n; they are turned back. */
    private String description() {
        String written = entries.text("description").orElse("").replace("\\n", "\n").strip();
        if (!written.isEmpty()) {
            return written;
        }
        String first = matter.body().lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst().orElse("");
        return first.length() <= DESCRIPTION_CHARS_MAX ? first : "";
    }

    /** The file's name without folder and without {@code .md} or {@code .agent.md}. */
    public static String stem(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String stem = file.replaceFirst("(?i)([.](agent|chatmode))?[.](md|markdown|toml)$", "");
        return stem.isBlank() ? "agent" : stem;
    }
}
