package baton.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The labels under which documents describe an agent's work, each in its usual wordings. */
enum Label {

    TASK("task", "micro task", "microtask", "mission", "objective", "assignment", "job", "mandate", "work", "your task",
            "what to do", "brief", "main task", "primary task", "charge"),
    TASKS("tasks", "assignments", "work items", "to do", "todo", "jobs", "task list"),
    TOOLS("tools", "mcp tools", "mcp", "tooling", "allowed tools", "tools needed", "mcp servers", "required tools",
            "tool access"),
    OUTPUT("output", "outputs", "output file", "output files", "output location", "report", "report file", "writes",
            "write to", "produces", "result", "artifact", "artifacts", "artefact", "artefacts", "output path", "file",
            "writes to", "result file", "delivers to", "save to"),
    CRITERIA("success criteria", "acceptance criteria", "acceptance", "criteria", "done when", "definition of done",
            "exit criteria", "accepted when", "success", "finished when", "complete when", "quality bar"),
    FOCUS("focus", "focus areas", "focus area", "topics", "scope", "expertise", "specialty", "speciality", "area"),
    ROLE("role", "persona", "profile", "who", "description"),
    RESPONSIBILITIES("responsibilities", "responsibility", "duties", "responsible for", "key responsibilities"),
    OWNS("owns", "ownership", "owned paths", "key files", "owned files", "paths", "may write"),
    INPUTS("input", "inputs", "reads", "context", "sources", "source material", "read first", "references",
            "reads first",
            "material", "documents"),
    DEPENDS("depends on", "dependencies", "dependency", "after", "blocked by", "waits for", "wait for", "prerequisites",
            "prerequisite", "needs", "requires", "starts after", "runs after", "follows", "upstream"),
    TIME_BOX("time box", "timebox", "time limit", "limit", "max time", "time budget", "maximum time", "box", "time"),
    DELIVERABLES("deliverables", "deliverable", "delivers"),
    PRIORITY("priority"),
    DEADLINE("deadline", "due", "due date"),
    ESTIMATE("estimate", "effort", "duration", "estimated time"),
    INTEGRATION("integration points", "integrates with", "consumers", "hands off to", "hand off to"),
    CONTRACT("api contract", "contract", "interface", "interfaces", "api integration"),
    RETURNS("return", "returns", "hand back"),
    AGENT("agent", "owner", "assigned to", "assignee", "assigned agent", "responsible", "done by", "by"),
    TASK_ID("task id", "id");

    private static final int CHARS_MAX = 80;
    private static final Map<String, Label> BY_WORDS = new LinkedHashMap<>();

    static {
        for (Label label : values()) {
            for (String wording : label.wordings.split("[|]", -1)) {
                BY_WORDS.put(wording, label);
            }
        }
    }

    private final String wordings;

    Label(String... wordings) {
        this.wordings = String.join("|", wordings);
    }

    /** The label of these words; anything in brackets is left aside, and "Phase 0-1 Tasks" are tasks. */
    static Optional<Label> of(String written) {
        if (written.length() > CHARS_MAX) {
            return Optional.empty();
        }
        String key = Words.key(written.indexOf('(') < 0 ? written : written.replaceAll("\\([^)]*\\)", " "));
        Label label = BY_WORDS.get(key);
        if (label == null && key.matches(
                "(?:(?:phase|sprint|week|wave|stage) [\\p{L}\\p{N} ]{1,12}|key|main|core|assigned|initial|first) tasks")) {
            return Optional.of(TASKS);
        }
        return Optional.ofNullable(label);
    }

}
