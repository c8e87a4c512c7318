package baton.reading.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.LetterMatrix;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.TaskItem;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/**
 * Tables of work: a column of tasks with owners, ids or dependencies; or waves with the agents in each.
 *
 * <p>
 * The headings of the columns decide. A table without an owner, an order or an id beside its tasks is no plan, and neither is
 * one of features, risks or prices.
 */
public final class TableRecogniser implements Recogniser {

    private static final Pattern NOTHING = Pattern
            .compile(
                    "(?i)|[-–—/.]+|none\\b.*|nothing|no|n/?a|0|nobody|start|无|無|なし|нет|brak|kein(e|er|s)?|aucune?|ninguna?");
    private static final Pattern DONE = Pattern.compile("(?i)(?:✅|☑|\\[x]|done|complete[d]?|finished|closed).*");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|;|\\+|&|/(?=\\s)|<br\\s*/?>|\\band\\b)\\s*");
    private static final Pattern LETTERS = Pattern.compile("(?i)[*`]*(?:[RACI](?:\\s*[/,&+]?\\s*[RACI])*)?[*`]*|[-–—]");
    private static final Pattern DOES = Pattern.compile("(?i).*R.*");
    private static final Pattern COUNTED = Pattern.compile("^(\\d{1,3})[.):]?\\s+(.*)$");
    private static final Pattern IDS = Pattern.compile("~{0,2}#?[A-Z]{0,6}-?\\d{1,6}~{0,2}");
    private static final Pattern COUNTS = Pattern.compile("[A-Z]{1,8}[-_.]?\\d{1,5}|\\d{1,3}");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> section.blocks().forEach(block -> {
            if (!claims.isTaken(block.line()) && block instanceof Block.Table table
                    && !findings.isOwn(document.file(), table.line())) {
                Optional<Reading> reading = Reading.of(table, document, findings);
                reading.filter(Reading::read).ifPresent(_ -> {
                    claims.take(table);
                    claims.take(section.line(), section.line());
                });
            }
        }));
    }

    /** Reads one table wherever it was found; false where it is none of work. */
    public static boolean take(Block.Table table, MarkdownDocument document, Findings findings) {
        return Reading.of(table, document, findings).filter(Reading::read).isPresent();
    }

    /** One table whose columns are known. */
    private static final class Reading {
        private final Block.Table table;
        private final MarkdownDocument document;
        private final Findings findings;
        private final Map<TableColumn, Integer> columns = new LinkedHashMap<>();
        /** Columns of a table of letters: who does, answers for, is asked, is told. */
        private final Map<Integer, String> people = new LinkedHashMap<>();
        /** Who is responsible for the areas that a column names. */
        private final Map<String, String> owners = new LinkedHashMap<>();
        private final Map<String, List<String>> agentsOfWave = new LinkedHashMap<>();

        private Reading(Block.Table table, MarkdownDocument document, Findings findings) {
            this.table = table;
            this.document = document;
            this.findings = findings;
        }

        static Optional<Reading> of(Block.Table table, MarkdownDocument document, Findings findings) {
            var reading = new Reading(table, document, findings);
            for (int i = 0; i < table.header().size(); i++) {
                int at = i;
                TableColumn.of(table.header().get(i)).ifPresent(column -> {
                    boolean due = column == TableColumn.AGENT && reading.has(TableColumn.AGENT)
                            && Lexicon.WORDS.words("DUE").contains(Words.key(table.header().get(at)));
                    if (column == TableColumn.AGENT
                            && reading.cells(at).allMatch(cell -> NUMBERS.matcher(cell).matches())) {
                        // How many they are says nothing of who.
                        return;
                    }
                    if (column == TableColumn.TASK && reading.isIds(at)) {
                        reading.columns.putIfAbsent(TableColumn.ID, at);
                    } else if (due) {
                        // "By" beside "who" says until when.
                        reading.columns.putIfAbsent(TableColumn.DEADLINE, at);
                    } else {
                        reading.columns.putIfAbsent(column, at);
                    }
                });
            }
            reading.counted();
            reading.areas();
            reading.paths();
            reading.unnamed();
            boolean order = reading.has(TableColumn.DEPENDS) || reading.has(TableColumn.WAVE);
            if (reading.isRoster()) {
                return Optional.empty();
            }
            reading.letters();
            boolean work = reading.has(TableColumn.TASK)
                    && (reading.has(TableColumn.AGENT) || reading.people.size() > 1
                            || (reading.has(TableColumn.ID) && reading.has(TableColumn.DEPENDS)));
            boolean waves = reading.has(TableColumn.AGENT) && order
                    && (reading.has(TableColumn.OUTPUT) || reading.has(TableColumn.DEPENDS));
            return work || waves ? Optional.of(reading) : Optional.empty();
        }

        /** A first column of nothing but ids is one whatever its head says, where another speaks of what is needed. */
        private void counted() {
            List<String> ids = table.header().isEmpty() || columns.containsValue(0)
                    ? List.of()
                    : cells(0).toList();
            boolean counts = has(TableColumn.DEPENDS) && !ids.isEmpty() && ids.stream().distinct().count() == ids.size()
                    && ids.stream().allMatch(id -> COUNTS.matcher(id).matches());
            if (counts) {
                columns.putIfAbsent(TableColumn.ID, 0);
            }
        }

        /** A column of areas for which a table of letters says who is responsible stands for their owners. */
        private void areas() {
            owners.putAll(findings.areas(document).owners());
            LetterMatrix.column(table, owners).filter(_ -> !has(TableColumn.AGENT)).ifPresent(at -> {
                columns.values().remove(at);
                columns.put(TableColumn.AGENT, at);
                open().stream().filter(i -> !has(TableColumn.TASK) && cells(i).allMatch(cell -> Words.count(cell) > 1))
                        .findFirst().ifPresent(i -> columns.put(TableColumn.TASK, i));
            });
        }

        /** A column of nothing but agents' names is one whatever its head says; the phrases beside it are its work. */
        private void unnamed() {
            owned();
            boolean told = has(TableColumn.AGENT) && !has(TableColumn.WAVE)
                    && (has(TableColumn.DEPENDS) || has(TableColumn.CRITERIA) || has(TableColumn.ESTIMATE)
                            || has(TableColumn.DEADLINE));
            if (told && !has(TableColumn.TASK)) {
                open().stream().filter(i -> cells(i).allMatch(cell -> Words.count(cell) > 1)).findFirst()
                        .ifPresent(i -> columns.put(TableColumn.TASK, i));
            }
            boolean result = has(TableColumn.OUTPUT) || has(TableColumn.CRITERIA);
            if (has(TableColumn.AGENT) || !result || table.rows().size() < 2) {
                return;
            }
            List<Integer> open = open();
            Optional<Integer> names = open.stream().filter(i -> cells(i).allMatch(Reading::isAgent)).findFirst();
            names.ifPresent(i -> columns.put(TableColumn.AGENT, i));
            open.stream().filter(i -> names.isPresent() && !has(TableColumn.TASK) && !names.get().equals(i)
                    && cells(i).allMatch(cell -> Words.count(cell) > 1)).findFirst()
                    .ifPresent(i -> columns.put(TableColumn.TASK, i));
        }

        /** Where the agents are known, a column with nothing but their names says who does the work beside them. */
        private void owned() {
            if (has(TableColumn.AGENT) || findings.roster.isEmpty()) {
                return;
            }
            Optional<Integer> owners = IntStream.range(0, table.header().size()).boxed().filter(i -> cells(i).allMatch(
                    cell -> !cell.isEmpty() && findings.roster.find(cell.replaceFirst("^@", "")).isPresent()))
                    .findFirst();
            boolean several = owners.filter(i -> cells(i).distinct().count() < table.rows().size()).isPresent();
            if (owners.isPresent() && (several || has(TableColumn.TASK))) {
                columns.values().remove(owners.get());
                columns.put(TableColumn.AGENT, owners.get());
                open().stream().filter(_ -> !has(TableColumn.TASK))
                        .filter(i -> cells(i).allMatch(cell -> Words.count(cell) > 1))
                        .findFirst().ifPresent(i -> columns.put(TableColumn.TASK, i));
            }
        }

        private List<Integer> open() {
            return IntStream.range(0, table.header().size()).filter(i -> !columns.containsValue(i)).boxed().toList();
        }

        /** Numbers such as "#41" head a row whatever the head of their column calls them. */
        private boolean isIds(int column) {
            return !table.rows().isEmpty() && cells(column).allMatch(cell -> IDS.matcher(cell).matches());
        }

        /** A column of nothing but paths is what is written, whatever its head says. */
        private void paths() {
            IntStream.range(0, table.header().size()).filter(i -> !has(TableColumn.OUTPUT) && !columns.containsValue(i))
                    .filter(i -> table.rows().stream().allMatch(row -> i < row.cells().size()
                            && !StatedOutput.onlyPaths(row.cells().get(i)).isEmpty()))
                    .findFirst().ifPresent(i -> columns.put(TableColumn.OUTPUT, i));
        }

        private Stream<String> cells(int column) {
            return table.rows().stream()
                    .map(row -> column < row.cells().size() ? Words.plain(row.cells().get(column)) : "");
        }

        private static boolean isAgent(String cell) {
            AgentName name = AgentName.of(cell);
            return !Paths.isPath(cell) && (name.isIdentifier() || NameIndex.saysAgent(cell));
        }

        /** Columns that hold nothing but the letters R, A, C and I are people; the one with an R does the work. */
        private void letters() {
            for (int i = 0; !has(TableColumn.AGENT) && i < table.header().size(); i++) {
                int at = i;
                boolean letters = !columns.containsValue(i) && table.rows().stream().allMatch(
                        row -> at >= row.cells().size() || LETTERS.matcher(row.cells().get(at).strip()).matches());
                boolean does = letters && table.rows().stream()
                        .anyMatch(row -> at < row.cells().size() && DOES.matcher(row.cells().get(at)).matches());
                if (does) {
                    people.put(i, Words.title(table.header().get(i)));
                }
            }
        }

        private List<String> doing(Block.Table.Row row) {
            return people.entrySet().stream().filter(entry -> entry.getKey() < row.cells().size()
                    && DOES.matcher(row.cells().get(entry.getKey())).matches()).map(Map.Entry::getValue).toList();
        }

        /** One row an agent with what it is for: that describes people and not the order of their work. */
        private boolean isRoster() {
            int task = columns.getOrDefault(TableColumn.TASK, -1);
            String head = task < 0 ? "" : Words.key(table.header().get(task));
            boolean jobs = Lexicon.WORDS.labels(head).contains(Label.TASK.name())
                    && Lexicon.WORDS.words("JOB_KEY").contains(head);
            int who = columns.getOrDefault(TableColumn.AGENT, -1);
            boolean again = who >= 0 && !findings.roster.isEmpty()
                    && cells(who).distinct().count() < table.rows().size();
            return who == 0 && !jobs && !again
                    && Stream.of(TableColumn.ID, TableColumn.DEPENDS, TableColumn.WAVE,
                            TableColumn.STATUS, TableColumn.DEADLINE).noneMatch(this::has);
        }

        private boolean has(TableColumn column) {
            return columns.containsKey(column);
        }

        private String raw(Block.Table.Row row, TableColumn column) {
            Integer at = columns.get(column);
            String cell = at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
            return NOTHING.matcher(Words.plain(cell)).matches() ? "" : cell;
        }

        private String text(Block.Table.Row row, TableColumn column) {
            return Words.plain(raw(row, column));
        }

        boolean read() {
            table.rows().forEach(this::row);
            return !table.rows().isEmpty();
        }

        private void row(Block.Table.Row row) {
            var place = new Place(document.file(), row.line());
            String area = owners.getOrDefault(Words.key(text(row, TableColumn.AGENT)), "");
            List<String> agents = !area.isEmpty()
                    ? List.of(area)
                    : people.isEmpty() ? agents(raw(row, TableColumn.AGENT)) : doing(row);
            agents.forEach(agent -> findings.agents.add(new FoundAgent(AgentName.of(agent), place)));
            String wave = wave(row, place);
            agentsOfWave.computeIfAbsent(wave, _ -> new ArrayList<>()).addAll(agents);
            if (!people.isEmpty() && findings.areas(document).isNamed(table)) {
                return;
            }
            String words = Stream.of(text(row, TableColumn.TASK), agents.isEmpty() ? "" : text(row, TableColumn.OUTPUT))
                    .filter(text -> !text.isEmpty()).findFirst().orElse("");
            List<String> ends = words.isEmpty() ? agents : List.of();
            List<String> needs = has(TableColumn.WAVE) ? waveNeeds(row) : needs(row);
            if (!words.isEmpty()) {
                List<String> owners = agents.isEmpty() ? List.of(PlanLint.ORCHESTRATOR) : agents;
                boolean together = has(TableColumn.TASK) && owners.size() > 1;
                for (String owner : together ? owners.subList(0, 1) : owners) {
                    task(row, owner, words, wave, needs, place);
                }
            }
            ends.forEach(end -> needs.forEach(need -> findings.edges
                    .add(new FoundEdge(need, end, "", Edge.Source.TEXT, place))));
        }

        private void task(Block.Table.Row row, String owner, String words, String wave, List<String> needs,
                Place place) {
            Matcher counted = COUNTED.matcher(words);
            boolean number = !has(TableColumn.ID) && counted.matches() && isCounting();
            String id = number ? counted.group(1) : text(row, TableColumn.ID).replaceAll("^[~#]+|~+$", "");
            var draft = new TaskDraft(has(TableColumn.TASK) && !has(TableColumn.WAVE) ? id : "",
                    number ? counted.group(2) : words, owner);
            draft.place = place;
            draft.phase = wave;
            draft.kind = TaskSpec.Kind.TASK;
            draft.priority = text(row, TableColumn.PRIORITY);
            draft.estimate = text(row, TableColumn.ESTIMATE);
            draft.deadline = text(row, TableColumn.DEADLINE);
            draft.outputs.addAll(Paths.in(raw(row, TableColumn.OUTPUT)));
            Stream.of(text(row, TableColumn.OUTPUT)).filter(text -> !text.isEmpty() && draft.outputs.isEmpty())
                    .forEach(draft.deliverables::add);
            draft.acceptance.addAll(AgentFields.criteria(text(row, TableColumn.CRITERIA)));
            draft.inputs.addAll(Paths.in(raw(row, TableColumn.INPUTS)));
            draft.tools.addAll(WordLists.split(raw(row, TableColumn.TOOLS)));
            draft.runs = !DONE.matcher(text(row, TableColumn.STATUS)).matches()
                    && !raw(row, TableColumn.ID).contains("~~") && !raw(row, TableColumn.TASK).startsWith("~~");
            findings.tasks.add(new FoundTask(draft, needs, "table"));
        }

        /** Numbers in front of all jobs count them; "300 typo queries" is one job. */
        private boolean isCounting() {
            int at = columns.getOrDefault(TableColumn.TASK, -1);
            return at >= 0
                    && cells(at).filter(cell -> COUNTED.matcher(cell).matches()).count() * 2 > table.rows().size();
        }

        private static List<String> agents(String cell) {
            return Stream.of(BETWEEN.split(cell.replace("`", ""), -1)).map(Words::title)
                    .filter(name -> !name.isEmpty() && !NOTHING.matcher(name).matches()).toList();
        }

        private List<String> needs(Block.Table.Row row) {
            String cell = text(row, TableColumn.DEPENDS);
            List<String> counted = NeededNumbers.of(cell);
            if (!counted.isEmpty()) {
                return counted;
            }
            List<String> ids = TaskItem.ids(cell);
            return !ids.isEmpty()
                    ? ids
                    : Stream.of(BETWEEN.split(cell, -1)).map(Words::title).filter(need -> !need.isEmpty()).toList();
        }

        /** "Waves 0 and 1" are all agents of these waves; a name is itself. */
        private List<String> waveNeeds(Block.Table.Row row) {
            String cell = text(row, TableColumn.DEPENDS);
            Matcher numbers = NUMBERS.matcher(cell);
            List<String> needs = new ArrayList<>();
            while (numbers.find()) {
                needs.addAll(agentsOfWave.getOrDefault(id(numbers.group()), List.of()));
            }
            return needs.isEmpty() ? needs(row) : needs.stream().distinct().toList();
        }

        private String wave(Block.Table.Row row, Place place) {
            Integer at = columns.get(TableColumn.WAVE);
            String written = at == null || at >= row.cells().size() ? "" : Words.plain(row.cells().get(at));
            if (written.isEmpty()) {
                return "";
            }
            String id = id(written);
            if (!findings.hasPhase(id)) {
                findings.phases
                        .add(new FoundPhase(new Phase(id, written.matches("\\d+") ? id.replace('-', ' ') : written,
                                Phase.Mode.PARALLEL, List.of(), !text(row, TableColumn.DEPENDS).isEmpty(), place),
                                place.line(), 0, Optional.empty(),
                                List.of(), List.of()));
            }
            return id;
        }

        private String id(String written) {
            String heading = Words.slug(table.header().get(columns.getOrDefault(TableColumn.WAVE, 0)));
            String key = Words.slug(written);
            Matcher number = Pattern.compile("\\d+").matcher(key);
            return key.startsWith(heading) ? key : number.find() ? heading + "-" + number.group() : heading + "-" + key;
        }
    }
}
