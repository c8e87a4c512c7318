package baton.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.view.text.ScreenText;
import baton.view.text.Tone;

/**
 * One fact in plain English, safe to show.
 *
 * @param task whom it concerns, or empty
 * @param agent who acts, or empty
 * @param says the rest; with task and agent before it, it reads as a sentence
 */
public record Sentence(Weight weight, Tone tone, ScreenText task, ScreenText agent, ScreenText says) {

    /** How much a fact matters to somebody who watches. */
    public enum Weight {
        /** A change of state that everybody wants to see. */
        MAIN,
        /** A step on the way, for those who look closely. */
        DETAIL
    }

    /** The whole sentence: {@code T-3 security-auditor started (attempt 1 of 3, box 15 min)}. */
    public ScreenText whole() {
        return new ScreenText(Stream.of(task, agent, says).filter(part -> !part.isEmpty()).map(ScreenText::value)
                .collect(Collectors.joining(" ")));
    }
}
