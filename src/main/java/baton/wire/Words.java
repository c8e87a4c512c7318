package baton.wire;

/** The words that stand for enum constants in stored JSON, in event lines and in lists. */
public final class Words {
    private Words() {}

    /** Lower case with hyphens: {@code FOLLOW_UP} is {@code follow-up}. */
    public static String of(Enum<?> constant) {
        return WordShape.word(constant);
    }
}
