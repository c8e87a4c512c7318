package baton.cli.setup;

import java.util.List;
import java.util.Locale;

import baton.settings.PreparedAnswer;
import baton.settings.PreparedAnswer.By;
import baton.settings.RunSettings;
import baton.view.SessionView;

/** Answers by words that no question held; probably the words are not what the plan or the agents say. */
public final class UnusedAnswers {
    private UnusedAnswers() {}

    public static List<String> notes(SessionView view) {
        return view.head().settings().map(RunSettings::answers).orElse(List.of()).stream()
                .filter(answer -> answer.by() == By.MATCH && !isUsed(view, answer))
                .map(answer -> "nothing that was asked holds \"" + answer.key() + "\"; its answer was not used")
                .toList();
    }

    private static boolean isUsed(SessionView view, PreparedAnswer answer) {
        String words = answer.key().toLowerCase(Locale.ROOT);
        return view.inbox().stream()
                .anyMatch(item -> item.ask().wholeText().toLowerCase(Locale.ROOT).contains(words));
    }
}
