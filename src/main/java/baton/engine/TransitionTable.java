package baton.engine;

import java.util.EnumMap;
import java.util.EnumSet;

/** The allowed moves of one life cycle; rejects every other move and prints itself. */
public final class TransitionTable<S extends Enum<S>> {
    private final Class<S> states;
    private final EnumMap<S, EnumSet<S>> moves;

    private TransitionTable(Class<S> states, EnumMap<S, EnumSet<S>> moves) {
        this.states = states;
        this.moves = moves;
    }

    static <S extends Enum<S>> Drawing<S> of(Class<S> states) {
        return new Drawing<>(states);
    }

    public boolean allows(S from, S to) {
        var targets = moves.get(from);
        return targets != null && targets.contains(to);
    }

    /** Returns {@code to} where the move is allowed; otherwise the record or a rule is wrong. */
    S require(String what, S from, S to) {
        if (!allows(from, to)) {
            throw new IllegalStateException(what + " cannot go from " + from + " to " + to);
        }
        return to;
    }

    /** A Mermaid state diagram, for the documents. */
    public String toMermaid() {
        var text = new StringBuilder("stateDiagram-v2\n");
        for (var from : states.getEnumConstants()) {
            var targets = moves.get(from);
            if (targets != null) {
                targets.forEach(to -> text.append("    ").append(from).append(" --> ").append(to).append('\n'));
            }
        }
        return text.toString();
    }

    /** Collects moves; naming one twice is an error. */
    static final class Drawing<S extends Enum<S>> {
        private final Class<S> states;
        private final EnumMap<S, EnumSet<S>> moves;

        private Drawing(Class<S> states) {
            this.states = states;
            this.moves = new EnumMap<>(states);
        }

        @SafeVarargs
        final Drawing<S> move(S from, S... targets) {
            var known = moves.computeIfAbsent(from, ignored -> EnumSet.noneOf(states));
            for (var to : targets) {
                if (!known.add(to)) {
                    throw new IllegalArgumentException("named twice: " + from + " to " + to);
                }
            }
            return this;
        }

        TransitionTable<S> done() {
            return new TransitionTable<>(states, moves);
        }
    }
}
