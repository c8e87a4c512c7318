package baton.reading.team;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * A table with one agent in each row and columns that describe it: focus, paths, tools.
 *
 * <p>
 * Tables of jobs have a column for what they need or how they are told apart and are left to others.
 */
public final class AgentTableRecogniser implements Recogniser {

    private static final int CHARS_MAX = 60;
    private static final Pattern HANDLE = Pattern.compile("@[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Table table && !claims.isTaken(table.line())) {
                boolean team = passage.titles().limit(passage.leads().size() + 1L)
                        .anyMatch(title -> TeamWords.isTeam(title.key()));
                int handles = handles(table);
                int named = handles < 0 ? column(table.header()) : handles;
                int column = named < 0 && team && isCalled(table.header().getFirst()) ? 0 : named;
                if (column >= 0 && (handles == column || describes(table.header(), column, passage))
                        && !holdsJobs(table.header())) {
                    var codes = CodeColumns.beside(column, table);
                    table.rows().forEach(row -> row(row, table.header(), column, codes, document, findings));
                    passage.claim(claims);
                }
            }
        }
    }

    /** A column of "@name" in every row, each another; whoever works through several rows stands in a table of jobs. */
    private static int handles(Block.Table table) {
        return IntStream.range(0, table.header().size()).filter(i -> table.rows().size() > 1
                && table.rows().stream().allMatch(row -> i < row.cells().size()
                        && HANDLE.matcher(Words.plain(row.cells().get(i)).strip()).matches())
                && table.rows().stream().map(row -> row.cells().get(i)).distinct().count() == table.rows().size())
                .findFirst().orElse(-1);
    }

    private static int column(List<String> header) {
        return IntStream.range(0, header.size())
                .filter(i -> Lexicon.WORDS.words("AGENT").contains(Words.key(header.get(i))))
                .findFirst().orElse(-1);
    }

    /** "Role" or "Name" heads the members of a team. */
    static boolean isCalled(String head) {
        String key = Words.key(head);
        return Lexicon.WORDS.words("NAME").contains(key) || Label.all(head).contains(Label.ROLE)
                || Lexicon.WORDS.words("TEAM_LINE").contains(key);
    }

    /** Jobs have ids and needs, or stand under a title about tasks; descriptions have a focus or paths. */
    private static boolean describes(List<String> header, int column, Passage passage) {
        List<Optional<Label>> labels = header.stream().map(Label::of).toList();
        boolean roster = passage.titles().anyMatch(title -> TeamWords.isOfAgents(title.key()));
        boolean described = IntStream.range(0, header.size()).anyMatch(i -> i != column && labels.get(i).isPresent());
        return described || roster;
    }

    private static boolean holdsJobs(List<String> header) {
        List<Optional<Label>> labels = header.stream().map(Label::of).toList();
        return labels.contains(Optional.of(Label.DEPENDS)) || labels.contains(Optional.of(Label.TASKS))
                || header.stream().map(Words::key).anyMatch(key -> Lexicon.WORDS.labels(key).contains(Label.TASK.name())
                        && Lexicon.WORDS.words("JOB_KEY").contains(key));
    }

    private static void row(Block.Table.Row row, List<String> header, int column, CodeColumns codes,
            MarkdownDocument document, Findings findings) {
        String written = column < row.cells().size() ? Words.plain(row.cells().get(column)) : "";
        AgentName name = AgentName.of(written);
        boolean counts = written.codePoints().noneMatch(Character::isLetter);
        if (name.id().isEmpty() || counts || written.length() > CHARS_MAX) {
            return;
        }
        var agent = new FoundAgent(name, new Place(document.file(), row.line()));
        List<Field> fields = IntStream.range(0, Math.min(header.size(), row.cells().size())).filter(i -> i != column)
                .mapToObj(i -> new Field(header.get(i), row.cells().get(i), List.of(), row.line(), row.line()))
                .toList();
        fields.stream().filter(field -> field.label().isEmpty() && field.value().matches("\\p{Lu}?\\d{1,3}"))
                .forEach(field -> agent.aliases.add(field.value()));
        codes.in(row).stream().filter(code -> !code.isEmpty()).forEach(agent.aliases::add);
        List<Field> known = fields.stream().filter(field -> field.label().isPresent()).toList();
        var parts = new AgentFields(agent, known);
        parts.fillAgent();
        findings.agents.add(agent);
        known.stream().filter(field -> field.is(Label.TASK)).findFirst().ifPresent(field -> {
            FoundTask task = parts.task(field.value(), TaskSpec.Kind.TASK, agent.place);
            findings.tasks.add(new FoundTask(task.draft(), task.needs(), task.shape(), true, task.days()));
        });
    }
}
