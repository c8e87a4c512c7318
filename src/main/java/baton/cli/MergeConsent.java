package baton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import baton.batch.LineOutput;
import baton.reading.PlanReader.Reviewed;
import baton.reading.found.DoubtfulMerge;
import baton.reading.found.DoubtfulMerge.Answer;
import baton.reading.found.DoubtfulMerge.Mention;
import baton.reading.found.Merging;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/**
 * Asks the person at the terminal whether two mentions are one job, before anything runs or is written.
 *
 * <p>The answer becomes part of the plan that is loaded, so nothing asks again on resume or replay. Where nobody can be asked,
 * and for plans that are refused anyway, the doubts stay open, as the plan's warnings say.
 */
final class MergeConsent {
    /** An answer may raise a further doubt; nobody is asked more often than this in all. */
    private static final int QUESTIONS_MAX = 100;
    private static final int TITLE_COLUMNS_MAX = 200;

    private final Surroundings around;
    private final LineOutput err;
    private final Map<List<Mention>, Answer> answers = new LinkedHashMap<>();

    MergeConsent(Surroundings around, LineOutput err) {
        this.around = around;
        this.err = err;
    }

    Reviewed review(PlanFiles files, Merging merging) {
        var reviewed = files.review(merging, this::said);
        boolean mayAsk = Consent.of(around).isPossible();
        while (mayAsk && !reviewed.loaded().isRefused() && hasQuestion(reviewed)) {
            mayAsk = ask(reviewed.doubts());
            reviewed = files.review(merging, this::said);
        }
        return reviewed;
    }

    private boolean hasQuestion(Reviewed reviewed) {
        return answers.size() < QUESTIONS_MAX && reviewed.doubts().stream().anyMatch(doubt -> !isAsked(doubt));
    }

    private Answer said(DoubtfulMerge doubt) {
        return answers.getOrDefault(key(doubt), Answer.OPEN);
    }

    private boolean isAsked(DoubtfulMerge doubt) {
        return answers.containsKey(key(doubt));
    }

    private static List<Mention> key(DoubtfulMerge doubt) {
        return List.of(doubt.again(), doubt.first());
    }

    /** False where the person leaves all the rest open. */
    private boolean ask(List<DoubtfulMerge> doubts) {
        var open = doubts.stream().filter(doubt -> !isAsked(doubt)).limit(QUESTIONS_MAX - answers.size()).toList();
        err.show(StyledLine.of(Tone.STRONG, Amounts.of(open.size(), "job") + " may be named twice."));
        for (DoubtfulMerge doubt : open) {
            place(doubt.first());
            place(doubt.again());
            var answer = Consent.of(around).answer("Both say " + doubt.words()
                    + ". One job or two? [1 = one, 2 = two, Enter = leave it out, a = leave out all the rest]");
            if (answer.isEmpty() || answer.get().toLowerCase(Locale.ROOT).equals("a")) {
                return false;
            }
            answers.put(key(doubt), meaning(answer.get()));
        }
        return true;
    }

    private void place(Mention mention) {
        err.show(StyledLine.of(Tone.DIM, "  " + mention.place() + "  ").and(mention.id() + "  ")
                .and(TextWidth.cut(mention.title(), TITLE_COLUMNS_MAX)));
    }

    private static Answer meaning(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "1", "one" -> Answer.ONE_JOB;
            case "2", "two" -> Answer.TWO_JOBS;
            default -> Answer.OPEN;
        };
    }
}
