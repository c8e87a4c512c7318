package baton.reading.team;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.ConflictRule;
import baton.plan.Metric;
import baton.plan.Place;
import baton.plan.PlaybookEntry;
import baton.plan.SeverityLevel;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/**
 * Tables that say by their columns what they hold, whatever stands above them: problems with solutions, figures with targets,
 * matters with those who decide them, levels with a time to react.
 */
public final class ColumnsRecogniser implements Recogniser {

    private static final int TARGET_WORDS_MAX = 4;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line());
            if (open && passage.block() instanceof Block.Table table && !table.rows().isEmpty()
                    && new Reading(passage, table, findings).read()) {
                passage.claim(claims);
            }
        }
    }

    /** One table. */
    private record Reading(Passage passage, Block.Table table, Findings findings) {

        boolean read() {
            return decided() || answered() || rated() || measured();
        }

        /** Who owns a matter, who is asked, and who has the last word. */
        private boolean decided() {
            Optional<Integer> decider = column("DECIDER");
            Optional<Integer> owner = labelled(Label.AGENT).filter(at -> !decider.equals(Optional.of(at)));
            Optional<Integer> asked = column("REVIEWERS");
            if (decider.isEmpty() || decider.get() == 0 || (owner.isEmpty() && asked.isEmpty())) {
                return false;
            }
            for (Block.Table.Row row : table.rows()) {
                String last = name(cell(row, decider.get()));
                findings.draft.conflictRules.add(new ConflictRule(cell(row, 0),
                        owner.map(at -> name(cell(row, at))).orElse(last),
                        asked.map(at -> WordLists.split(cell(row, at)).stream().map(this::name).toList())
                                .orElse(List.of()),
                        last, at(row)));
            }
            return true;
        }

        private boolean answered() {
            Optional<Integer> problem = labelled(Label.PROBLEM);
            Optional<Integer> solution = labelled(Label.SOLUTION).filter(at -> !problem.equals(Optional.of(at)));
            if (problem.isEmpty() || solution.isEmpty() || column("RESPONSE_TIME").isPresent()) {
                return false;
            }
            table.rows().forEach(row -> findings.draft.playbook.add(
                    new PlaybookEntry(cell(row, problem.get()), cell(row, solution.get()), at(row))));
            return true;
        }

        /** Levels of severity have a time to react. */
        private boolean rated() {
            Optional<Integer> response = column("RESPONSE_TIME");
            if (response.isEmpty() || response.get() == 0) {
                return false;
            }
            Optional<Integer> called = column("CALLED").filter(at -> at > 0 && !response.get().equals(at))
                    .or(() -> columns().filter(at -> at > 0 && !response.get().equals(at))
                            .filter(at -> table.rows().stream().allMatch(row -> named(cell(row, at)))).findFirst());
            int told = column("DESCRIPTION").filter(at -> at > 0)
                    .orElse(IntStream.range(1, table.header().size()).filter(i -> i != response.get()
                            && !called.equals(Optional.of(i))).findFirst().orElse(0));
            table.rows().forEach(row -> findings.draft.severities.add(new SeverityLevel(cell(row, 0), cell(row, told),
                    cell(row, response.get()),
                    called.map(at -> AgentFields.parts(cell(row, at)).stream().map(this::name).toList())
                            .orElse(List.of()),
                    at(row))));
            return true;
        }

        /** A target is a figure or a few words; goals in whole sentences are no measure. */
        private boolean measured() {
            Optional<Integer> target = column("TARGET").filter(at -> at > 0);
            boolean figures = target.isPresent() && table.rows().stream().map(row -> cell(row, target.get()))
                    .filter(text -> text.chars().anyMatch(Character::isDigit) || isWhole(text))
                    .count() * 2 > table.rows().size();
            boolean agents = table.rows().stream().anyMatch(row -> findings.roster.find(cell(row, 0)).isPresent());
            if (!figures || agents) {
                return false;
            }
            Optional<Integer> how = column("MEASUREMENT").filter(at -> at > 0 && !at.equals(target.get()));
            table.rows().forEach(row -> findings.draft.metrics.add(new Metric(cell(row, 0), cell(row, target.get()),
                    how.map(at -> cell(row, at)).orElse(""), at(row))));
            return true;
        }

        private static boolean isWhole(String text) {
            return Words.count(text) <= TARGET_WORDS_MAX
                    && Lexicon.WORDS.words("ZERO").contains(Words.key(text).split(" ", -1)[0]);
        }

        private Optional<Integer> column(String list) {
            return columns().filter(i -> Lexicon.WORDS.words(list).contains(head(i))).findFirst();
        }

        private Optional<Integer> labelled(Label label) {
            return columns().filter(i -> Label.all(head(i)).contains(label)).findFirst();
        }

        private Stream<Integer> columns() {
            return IntStream.range(0, table.header().size()).boxed();
        }

        private String head(int column) {
            return Words.key(table.header().get(column).replaceAll("\\([^)]*\\)", " "));
        }

        private static String cell(Block.Table.Row row, int column) {
            return column < row.cells().size() ? Words.plain(row.cells().get(column)) : "";
        }

        private boolean named(String cell) {
            return AgentFields.parts(cell).stream().anyMatch(part -> findings.roster.meant(part).isPresent());
        }

        private String name(String written) {
            return findings.roster.meant(written).orElse(written);
        }

        private Place at(Block.Table.Row row) {
            return new Place(passage.document().file(), row.line());
        }
    }
}
