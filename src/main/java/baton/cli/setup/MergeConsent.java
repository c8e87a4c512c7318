package baton.cli.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import baton.batch.LineOutput;
import baton.cli.console.Consent;
import baton.cli.console.Surroundings;
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
 * Asks the person whether two mentions are one job, before anything runs or is written.
 *
 * <p>The answer becomes part of the plan that is loaded, so nothing asks again on resume or replay. Where nobody can be asked,
 * and for plans that are refused anyway, the doubts stay open, as the plan's warnings say.
 */
public final class MergeConsent {
    /** An answer may raise a further doubt; nobody is asked more often than this in all. */
    private static final int QUESTIONS_MAX = 100;
    private static final int TITLE_COLUMNS_MAX = 200;

    private final Asker asker;
    private final Map<List<Mention>, Answer> answers = new LinkedHashMap<>();

    public MergeConsent(Asker asker) {
        this.asker = asker;
    }

    /** How the person is reached: by lines at the terminal, or by a box on the screen. */
    public interface Asker {
        /** True where somebody is there to be asked. */
        boolean isPossible();

        /** So many questions follow. */
        void begin(int questions);

        Said ask(DoubtfulMerge doubt);
    }

    /** What a person says of two mentions. */
    public enum Said {
        ONE_JOB(Answer.ONE_JOB), TWO_JOBS(Answer.TWO_JOBS), LEAVE_OUT(Answer.OPEN),
        /** This one and all others stay as they are. */
        LEAVE_OUT_THE_REST(Answer.OPEN);

        private final Answer answer;

        Said(Answer answer) {
            this.answer = answer;
        }
    }

    public Reviewed review(PlanFiles files, Merging merging) {
        var reviewed = files.review(merging, this::said);
        boolean mayAsk = asker.isPossible();
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
        asker.begin(open.size());
        for (DoubtfulMerge doubt : open) {
            var said = asker.ask(doubt);
            if (said == Said.LEAVE_OUT_THE_REST) {
                return false;
            }
            answers.put(key(doubt), said.answer);
        }
        return true;
    }

    /** What a person is shown before the question, the earlier mention first. */
    public static List<StyledLine> mentions(DoubtfulMerge doubt) {
        return Stream.of(doubt.first(), doubt.again())
                .map(mention -> StyledLine.of(Tone.DIM, "  " + mention.place() + "  ").and(mention.id() + "  ")
                        .and(TextWidth.cut(mention.title(), TITLE_COLUMNS_MAX)))
                .toList();
    }

    public static String heading(int questions) {
        return Amounts.of(questions, "job") + " may be named twice.";
    }

    /** The person at the terminal, line by line. */
    public record AtTerminal(Surroundings around, LineOutput err) implements Asker {
        @Override
        public boolean isPossible() {
            return Consent.of(around).isPossible();
        }

        @Override
        public void begin(int questions) {
            err.show(StyledLine.of(Tone.STRONG, heading(questions)));
        }

        @Override
        public Said ask(DoubtfulMerge doubt) {
            mentions(doubt).forEach(err::show);
            return Consent.of(around)
                    .answer("Both say " + doubt.words()
                            + ". One job or two? [1 = one, 2 = two, Enter = leave it out, a = leave out all the rest]")
                    .map(AtTerminal::meaning).orElse(Said.LEAVE_OUT_THE_REST);
        }

        private static Said meaning(String typed) {
            return switch (typed.toLowerCase(Locale.ROOT)) {
                case "1", "one" -> Said.ONE_JOB;
                case "2", "two" -> Said.TWO_JOBS;
                case "a" -> Said.LEAVE_OUT_THE_REST;
                default -> Said.LEAVE_OUT;
            };
        }
    }
}
