package baton.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import baton.rehearsal.SourceText.Passage;
import baton.rehearsal.SourceText.Table;

/**
 * Two figures that do not go together: two documents that state one thing differently, or a total that its column denies.
 *
 * <p>Found by shared words and arithmetic, without understanding; so it is a hint where to look, and says so.
 *
 * @param title a few words, for a heading or a finding
 * @param remark one sentence on what does not go together
 * @param sides the passages, with their places
 */
record Contradiction(String title, String remark, List<Passage> sides) {
    private static final double OVERLAP_MIN = 0.34;

    Contradiction {
        sides = List.copyOf(sides);
    }

    /** The likeliest first, at most {@code most}; each passage is used once. */
    static List<Contradiction> in(List<SourceText> sources, Passages passages, int most) {
        var found = new ArrayList<Contradiction>();
        for (SourceText source : sources) {
            source.tables().forEach(table -> wrongTotals(source, table, found));
        }
        found.addAll(disagreements(passages));
        return found.stream().limit(most).toList();
    }

    private static void wrongTotals(SourceText source, Table table, List<Contradiction> found) {
        var last = table.rows().getLast();
        if (table.rows().size() < 3 || !last.getFirst().toLowerCase(Locale.ROOT).startsWith("total")) {
            return;
        }
        for (int column = 1; column < last.size(); column++) {
            wrongTotal(source, table, column).ifPresent(found::add);
        }
    }

    private static Optional<Contradiction> wrongTotal(SourceText source, Table table, int column) {
        var rows = table.rows();
        var stated = onlyQuantity(rows.getLast(), column);
        double sum = 0;
        for (var row : rows.subList(0, rows.size() - 1)) {
            var part = onlyQuantity(row, column);
            if (stated.isEmpty() || part.isEmpty() || !part.get().kind().equals(stated.get().kind())) {
                return Optional.empty();
            }
            sum += part.get().value();
        }
        if (stated.isEmpty() || Math.abs(sum - stated.get().value()) < 0.005) {
            return Optional.empty();
        }
        String unit = stated.get().kind().length() == 1 ? " " + stated.get().kind() : "";
        String added = Math.round(sum) + unit;
        int line = table.line() + rows.size() - 1;
        var sides = source.passages().stream().filter(passage -> passage.line() == line).toList();
        return Optional.of(new Contradiction("The total in `" + source.file() + "` does not add up",
                "The " + (rows.size() - 1) + " items of the column add up to " + added + ", the total says "
                        + stated.get().text() + ".",
                sides));
    }

    private static Optional<Quantity> onlyQuantity(List<String> row, int column) {
        var quantities = column < row.size() ? Quantity.in(row.get(column)) : List.<Quantity>of();
        return quantities.size() == 1 ? Optional.of(quantities.getFirst()) : Optional.empty();
    }

    private static List<Contradiction> disagreements(Passages passages) {
        record Scored(Contradiction what, double score, int order) {}
        var scored = new ArrayList<Scored>();
        var all = passages.all();
        var figures = all.stream().map(passage -> Quantity.in(passage.text())).toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var clash = all.get(i).file().equals(all.get(j).file())
                        ? Optional.<List<Quantity>>empty()
                        : clash(figures.get(i), figures.get(j));
                double score = clash.isEmpty() ? 0 : passages.shared(i, j).size() < 2 ? 0 : passages.overlap(i, j);
                if (clash.isPresent() && score >= OVERLAP_MIN) {
                    scored.add(new Scored(between(passages, i, j, clash.get()), score, scored.size()));
                }
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::order));
        var taken = new TreeSet<String>();
        var result = new ArrayList<Contradiction>();
        for (Scored next : scored) {
            var places = next.what().sides().stream().map(Passage::place).toList();
            if (places.stream().noneMatch(taken::contains)) {
                taken.addAll(places);
                result.add(next.what());
            }
        }
        return result;
    }

    /** One quantity of each passage, of one kind, where no quantity of that kind is the same in both. */
    private static Optional<List<Quantity>> clash(List<Quantity> ours, List<Quantity> theirs) {
        for (Quantity mine : ours) {
            var same = theirs.stream().filter(their -> mine.isCounted() && their.kind().equals(mine.kind())).toList();
            boolean agree = same.stream().anyMatch(
                    their -> ours.stream().anyMatch(
                            our -> our.kind().equals(their.kind())
                                    && Double.compare(our.value(), their.value()) == 0));
            if (!same.isEmpty() && !agree) {
                return Optional.of(List.of(mine, same.getFirst()));
            }
        }
        return Optional.empty();
    }

    /** The file that comes first by name is named first, so that everybody who finds this gives it the same title. */
    private static Contradiction between(Passages passages, int one, int other, List<Quantity> clash) {
        boolean inOrder = passages.all().get(one).place().compareTo(passages.all().get(other).place()) <= 0;
        if (!inOrder) {
            return between(passages, other, one, clash.reversed());
        }
        var first = passages.all().get(one);
        var second = passages.all().get(other);
        String figures = clash.getFirst().text() + " or " + clash.getLast().text();
        String topic = topic(first.text(), passages.shared(one, other));
        return new Contradiction(Wording.capital(topic) + ": " + figures + "?",
                "`" + first.file() + "` says " + clash.getFirst().text() + ", `" + second.file() + "` says "
                        + clash.getLast().text() + "; if both mean the same thing, one of them is wrong.",
                List.of(first, second));
    }

    /** The words of {@code text} that both passages use, as {@code text} has them. */
    private static String topic(String text, Set<String> shared) {
        return Words.in(text).stream().filter(word -> shared.contains(Words.stem(word.toLowerCase(Locale.ROOT))))
                .distinct().limit(3).collect(Collectors.joining(" "));
    }
}
