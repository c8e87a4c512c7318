package baton.reading.work;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.AgentName;
import baton.reading.language.Period;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * Tables whose cells are jobs: agents across and times down, the other way round, or cells that say themselves who does them.
 *
 * <p>
 * A row or column that names a stretch of time is a phase.
 */
public final class MatrixRecogniser implements Recogniser {

    private static final Set<Topic> WORK = EnumSet.of(Topic.TASKS, Topic.FIRST_ACTIONS, Topic.TIMELINE);
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:<br\\s*/?>|;)\\s*");
    private static final Pattern NOTHING = Pattern.compile("[-–—./\\s]*");
    private static final int NAMES_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        for (Passage passage : document.passages()) {
            boolean work = passage.topics().isEmpty() || passage.topics().stream().anyMatch(WORK::contains);
            if (work && passage.block() instanceof Block.Table table && !claims.isTaken(table.line())
                    && !findings.isOwn(document.file(), table.line())
                    && new Matrix(table, document, findings, new HashMap<>()).read()) {
                passage.claim(claims);
            }
        }
    }

    /** One table. */
    private record Matrix(Block.Table table, MarkdownDocument document, Findings findings,
            Map<String, Integer> lines) {

        boolean read() {
            List<Optional<String>> heads = table.header().stream().map(this::agent).toList();
            if (heads.stream().flatMap(Optional::stream).distinct().count() >= NAMES_MIN) {
                // A row may have more cells than the table has columns; they stand below nobody.
                table.rows().forEach(row -> each(row, (cell, at) -> heads.stream().skip(at).findFirst()
                        .flatMap(agent -> agent)
                        .ifPresent(agent -> jobs(cell, agent, phase(first(row), row.line()), row.line()))));
                return true;
            }
            boolean rows = table.rows().size() >= NAMES_MIN
                    && table.rows().stream().allMatch(row -> agent(first(row)).isPresent());
            long times = table.header().stream().skip(1).filter(Matrix::isTime).count();
            if (rows && times >= NAMES_MIN) {
                table.rows().forEach(row -> each(row, (cell, at) -> agent(first(row)).filter(_ -> isTime(head(at)))
                        .ifPresent(agent -> jobs(cell, agent, phase(head(at), row.line()), row.line()))));
                return true;
            }
            return saidInCells();
        }

        /** A column in which every cell names its agent holds jobs; one such column is a list, two are tracks. */
        private boolean saidInCells() {
            List<Integer> columns = IntStream.range(1, table.header().size()).filter(this::isOwned).boxed().toList();
            columns.forEach(at -> table.rows().forEach(row -> {
                String phase = isTime(head(0) + " " + first(row)) || isTime(first(row))
                        ? phase(first(row), row.line())
                        : "";
                each(row, (cell, column) -> {
                    if (column == at) {
                        jobs(cell, "", phase, row.line());
                    }
                });
            }));
            return !columns.isEmpty();
        }

        private boolean isOwned(int at) {
            List<String> cells = table.rows().stream().filter(row -> at < row.cells().size())
                    .map(row -> row.cells().get(at)).filter(cell -> !NOTHING.matcher(cell).matches()).toList();
            return !cells.isEmpty() && cells.stream().flatMap(SEVERAL::splitAsStream)
                    .allMatch(part -> {
                        Assignment read = Assignment.read(part, findings.roster);
                        return read.agent().isPresent() && Words.count(read.words()) > 1;
                    });
        }

        private interface Cell {
            void at(String cell, int column);
        }

        private static void each(Block.Table.Row row, Cell cell) {
            for (int i = 1; i < row.cells().size(); i++) {
                cell.at(row.cells().get(i), i);
            }
        }

        private void jobs(String cell, String agent, String phase, int line) {
            SEVERAL.splitAsStream(cell).filter(part -> !NOTHING.matcher(part).matches() && !isReference(part))
                    .forEach(part -> {
                        var stated = StatedOutput.of(part);
                        Assignment read = Assignment.read(stated.text(), findings.roster);
                        if (goesOn(read, agent, line)) {
                            return;
                        }
                        var draft = new TaskDraft("", TaskTitles.of(read.words()), read.agent().orElse(agent));
                        draft.kind = TaskSpec.Kind.ASSIGNMENT;
                        draft.place = new Place(document.file(), line);
                        draft.phase = phase;
                        draft.estimate = read.estimate();
                        draft.outputs.addAll(stated.paths());
                        findings.tasks.add(new FoundTask(draft, new ArrayList<>(read.needs()), "matrix"));
                    });
        }

        /** True for words that stood in the same row or the one before: a job that takes more than one period. */
        private boolean goesOn(Assignment read, String agent, int line) {
            Integer before = lines.put(read.agent().orElse(agent) + " " + Words.key(read.words()), line);
            return before != null && line - before <= 1;
        }

        /** "T4, T6": jobs that are told elsewhere. */
        private boolean isReference(String part) {
            return Stream.of(Words.plain(part).split("\\s*(?:,|\\+|&|\\s)\\s*", -1)).allMatch(
                    id -> id.chars().anyMatch(Character::isDigit)
                            && findings.hasTask(id));
        }

        private Optional<String> agent(String cell) {
            return Words.title(cell).isEmpty()
                    ? Optional.empty()
                    : findings.roster.find(cell)
                            .or(() -> findings.roster.find(AgentName.of(cell).written()));
        }

        private static String first(Block.Table.Row row) {
            return row.cells().isEmpty() ? "" : row.cells().getFirst();
        }

        private String head(int at) {
            return at < table.header().size() ? table.header().get(at) : "";
        }

        private static boolean isTime(String written) {
            return Period.ofTitle(written).isPresent();
        }

        /** The phase of a row or column; made where no heading has made it. */
        private String phase(String written, int line) {
            String head = Words.title(head(0));
            Optional<String> name = Stream.of(written, head + " " + Words.plain(written)).filter(Matrix::isTime)
                    .findFirst();
            if (name.isEmpty()) {
                return "";
            }
            String id = Period.ofTitle(name.get()).map(Period::id).orElse("");
            if (!findings.hasPhase(id)) {
                findings.phases.add(new FoundPhase(
                        new Phase(id, Words.title(name.get()), Phase.Mode.PARALLEL, List.of(),
                                false, new Place(document.file(), line)),
                        0, 0, Period.daysIn(name.get()), List.of(),
                        List.of()));
            }
            return id;
        }
    }
}
