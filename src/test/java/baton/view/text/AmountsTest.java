package baton.view.text;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AmountsTest {
    @Test
    void durationsHaveAtMostTwoUnits() {
        assertEquals(List.of("0 s", "0.4 s", "12 s", "1 min 5 s", "15 min", "2 h 5 min"),
                LongStream.of(0, 400, 12_345, 65_000, 900_000, 7_512_000).mapToObj(Amounts::duration).toList());
    }

    @Test
    void sizesMoneyAndCountsReadWell() {
        assertEquals(List.of("812 B", "4.1 kB", "45 kB", "12 MB"),
                LongStream.of(812, 4_100, 45_200, 12_000_000).mapToObj(Amounts::bytes).toList());
        assertEquals(List.of("$0.0123", "$4.20", "$1,234.50"),
                LongStream.of(12_300, 4_200_000, 1_234_500_000).mapToObj(Amounts::money).toList());
        assertEquals(List.of("1 task", "3 tasks", "1,200 tasks"),
                Stream.of(1L, 3L, 1_200L).map(count -> Amounts.of(count, "task")).toList());
        assertEquals(List.of("00:12", "15:00", "1:04:10"),
                LongStream.of(12_000, 900_000, 3_850_000).mapToObj(Amounts::clock).toList());
    }
}
