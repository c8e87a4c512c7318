package baton.reading.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import baton.plan.TaskDraft;
import baton.reading.language.TitleWords;

/** Which job is meant where a letter says "once the clips are there": nobody repeats titles in running text. */
final class ToldNeeds {

    /** So much of what is said must be said by the job too. */
    private static final int SHARE = 3;

    private ToldNeeds() {}

    /** The one of some jobs that shares most telling words with what is said. */
    static Optional<TaskDraft> likeliest(TaskDraft task, String written, List<TaskDraft> some) {
        Set<String> words = TitleWords.of(written);
        int best = 0;
        List<TaskDraft> fit = new ArrayList<>();
        for (TaskDraft other : some) {
            int shared = other.equals(task) ? 0 : TitleWords.shared(TitleWords.of(other.title), words);
            if (shared > best) {
                fit.clear();
                best = shared;
            }
            if (shared > 0 && shared == best && shared * SHARE >= words.size()) {
                fit.add(other);
            }
        }
        return fit.size() == 1 ? Optional.of(fit.getFirst()) : Optional.empty();
    }

    /** "After Anselm has finished it" is that job of his which speaks of the same thing, or else his last. */
    static Optional<TaskDraft> ofAgent(TaskDraft task, String words, List<TaskDraft> own) {
        return likeliest(task, words, own).or(() -> likeliest(task, task.title, own))
                .or(() -> own.stream().filter(other -> !other.equals(task)).reduce((_, last) -> last));
    }

    /** "Once the register has finished" is everything it has to do, unless one job speaks of the same. */
    static List<TaskDraft> ofAgent(TaskDraft task, List<TaskDraft> own) {
        return likeliest(task, task.title, own).map(List::of).orElse(own);
    }
}
