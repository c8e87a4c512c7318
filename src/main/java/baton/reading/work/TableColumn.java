package baton.reading.work;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/** What a column of a table of work holds, by the words at its head. */
enum TableColumn {
    ID("id|nr|no|number|task id|key|issue key|ref"),
    TASK("task|tasks|summary|subject|issue|work|work item|what|job|activity|action|title|step|description|assignment|mission|deliverable|item"),
    AGENT("agents?|owners?|assignees?|assigned( to)?|responsible|who|by|role|team|lead|agent name|subagents?|done by|assigned agent"),
    DEPENDS("depends( on)?|waits?( for)?|dependenc(y|ies)|deps|blocked by|after|needs|prerequisites?|requires|waits for|predecessors?"),
    OUTPUT("outputs?|files?|artifacts?|artefacts?|results?|writes|produces|output file|path|paths|output path"),
    CRITERIA("acceptance( criteria)?|criteria|done when|success criteria|definition of done|exit criteria|gate"),
    PRIORITY("priority|prio|p"),
    ESTIMATE("estimate|effort|duration|time|size|days|hours|est"),
    DEADLINE("deadline|due|due date|by when"),
    STATUS("status|state|done"),
    WAVE("wave|phase|round|stage|batch|sprint|week|track"),
    TOOLS("tools?|mcp tools|mcp"),
    INPUTS("inputs?|reads|context|sources?");

    private final Pattern words;

    TableColumn(String words) {
        this.words = Pattern.compile(words);
    }

    static Optional<TableColumn> of(String heading) {
        String bare = heading.replaceAll("\\([^)]*\\)", " ");
        String key = heading.strip().equals("#") ? "nr" : Words.key(bare);
        return Stream.of(values()).filter(column -> column.words.matcher(key).matches()).findFirst()
                .or(() -> Lexicon.WORDS.words("PERIOD").contains(key) ? Optional.of(WAVE) : Optional.empty())
                .or(() -> Label.all(bare).stream().flatMap(label -> ofLabel(label).stream()).findFirst());
    }

    /** The column that a label heads, in whatever language it is written. */
    private static Optional<TableColumn> ofLabel(Label label) {
        return switch (label) {
            case TASK, TASKS -> Optional.of(TASK);
            case TASK_ID -> Optional.of(ID);
            case AGENT -> Optional.of(AGENT);
            case DEPENDS -> Optional.of(DEPENDS);
            case OUTPUT, ARTIFACTS -> Optional.of(OUTPUT);
            case CRITERIA -> Optional.of(CRITERIA);
            case PRIORITY -> Optional.of(PRIORITY);
            case ESTIMATE -> Optional.of(ESTIMATE);
            case DEADLINE -> Optional.of(DEADLINE);
            case TOOLS -> Optional.of(TOOLS);
            case INPUTS -> Optional.of(INPUTS);
            default -> Optional.empty();
        };
    }
}
