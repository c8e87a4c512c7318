package baton.rehearsal;

import java.util.List;

/**
 * Which mishaps a rehearsal has: a deck that is shuffled by the seed and dealt to the tasks in the order of their numbers.
 *
 * <p>Tasks {@code T-1} to {@code T-10} draw each card of a deck of ten once, the next ten draw from the deck shuffled anew. A
 * task whose id ends in no number draws by its name.
 */
public record Mishaps(List<Mishap> deck) {
    private static final int BAD_ID = -1;

    /** Nothing goes wrong. */
    public static final Mishaps NONE = new Mishaps(List.of(Mishap.NONE));

    /** Of ten tasks one forgets evidence, one forgets its output and one needs a second attempt; nobody needs a person. */
    public static final Mishaps USUAL = new Mishaps(
            List.of(Mishap.EVIDENCE_FORGOTTEN, Mishap.OUTPUT_FORGOTTEN, Mishap.SLOW, Mishap.NONE, Mishap.NONE,
                    Mishap.NONE, Mishap.NONE, Mishap.NONE, Mishap.NONE, Mishap.NONE));

    public Mishaps {
        deck = List.copyOf(deck);
        if (deck.isEmpty()) {
            throw new IllegalArgumentException("deck must hold a card");
        }
    }

    /** The card of a task; the same for every attempt. */
    Mishap drawnBy(String task, long seed) {
        int number = trailingNumber(task);
        if (number == BAD_ID) {
            return Dice.of(seed, "card", task).pick(deck);
        }
        int place = Math.max(0, number - 1);
        var dealt = Dice.of(seed, "table", Integer.toString(place / deck.size())).shuffled(deck);
        return dealt.get(place % deck.size());
    }

    private static int trailingNumber(String task) {
        int start = task.length();
        while (start > 0 && Character.isDigit(task.charAt(start - 1))) {
            start--;
        }
        // More digits than this are no running number, and would not fit.
        boolean countable = start < task.length() && task.length() - start <= 6;
        return countable ? Integer.parseInt(task.substring(start)) : BAD_ID;
    }
}
