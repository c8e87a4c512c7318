package baton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.HitLine;
import baton.cli.record.ReadOptions;
import baton.store.SearchHit;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;
import baton.wire.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton sessions search}: the facts of all sessions that hold some words. */
@Command(description = "Find words in everything the sessions recorded: plans, replies, results, questions, findings.", footer = {
    "", "Every word must be in the same event. \"two words\" is a phrase, begin* a beginning; case and accents do",
    "not count. The first search of a folder reads everything; its index stands beside the sessions.", "",
    "Example:  baton sessions search rollback \"data loss\""})
final class SearchSessions implements Callable<ExitCode> {
    private static final int INDENT = 6;
    private static final int EXCERPT_LINES_MAX = 3;

    private final Surroundings around;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "what to look for")
    private List<String> words = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "most results to show (50)")
    private int limit = 50;

    @Option(names = "--json", description = "one JSON object a result, one a line")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    SearchSessions(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() {
        if (limit < 1) {
            throw UserError.usage("--limit must be at least 1", "");
        }
        if (words.stream().noneMatch(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))) {
            throw UserError.usage("there is no word to look for", "Write letters or digits.");
        }
        var result = read.sessions(around).catalog().search(words, limit);
        var out = read.out(around);
        if (json) {
            var writer = new RecordJson();
            result.hits().forEach(hit -> out.write(writer.of(HitLine.of(hit))));
        } else {
            show(result.hits(), out);
        }
        var err = read.err(around);
        if (result.hits().isEmpty()) {
            err.show(StyledLine.of("Nothing holds " + String.join(" and ", words) + "."));
        }
        if (result.more() > 0) {
            err.show(StyledLine.of(Tone.DIM, Amounts.count(result.more()) + " more; --limit N shows them."));
        }
        result.skipped().forEach(skipped -> err.show(StyledLine.of(Tone.DIM, "note: " + skipped)));
        return ExitCode.OK;
    }

    private void show(List<SearchHit> hits, LineOutput out) {
        String session = "";
        for (var hit : hits) {
            if (!hit.session().equals(session)) {
                session = hit.session();
                out.show(StyledLine.of(Tone.STRONG, TextWidth.cut(session, around.columns())));
            }
            String where = "  #" + hit.seq() + "  " + hit.type() + "  " + subject(hit);
            out.show(StyledLine.of(Tone.DIM, TextWidth.cut(where.stripTrailing(), around.columns())));
            excerpt(hit).forEach(line -> out.show(StyledLine.of(" ".repeat(INDENT) + line)));
        }
    }

    /** As on other pages: the attempt where there is one, and who worked on it. */
    private static String subject(SearchHit hit) {
        String task = hit.attempt() > 0 ? hit.task() + "/" + hit.attempt() : hit.task();
        return (task + "  " + hit.agent()).strip();
    }

    private List<String> excerpt(SearchHit hit) {
        int columns = Math.max(20, around.columns() - INDENT);
        return TextWidth.wrap(new ScreenText(HitLine.marked(hit)).value(), columns).stream().limit(EXCERPT_LINES_MAX)
                .map(line -> TextWidth.cut(line, columns)).toList();
    }
}
