package baton.reading;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.reading.source.SourceDocument;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Reading takes work in proportion to the size of a document, whatever its form.
 *
 * <p>
 * Work is measured as memory that is asked for, which does not depend on the machine, and as processor time where it is long
 * enough to mean something: a pattern that goes back and forth over a line asks for no memory.
 */
final class ReadingScaleTest {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ELEMENTS = Boolean.getBoolean("baton.deep") ? 1_000 : 100;
    private static final int TIMES = 4;
    /** Four times the elements cost four times the work, and sixteen times where each is compared with each. */
    private static final int WORK_TIMES_MAX = 8;
    private static final long WORK_LITTLE = 3_000_000;
    private static final double SECONDS_LITTLE = 1.5;

    private record Work(long bytes, double seconds) {}

    static List<GrowingForm> forms() {
        return GrowingForm.all();
    }

    /** What is asked for once, such as the word lists, is nobody's work. */
    @BeforeAll
    static void readOnce() {
        GrowingForm.all().forEach(form -> work(form, 2));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fourTimesTheElementsTakeAboutFourTimesTheWork(GrowingForm form) {
        Work small = work(form, ELEMENTS);
        Work large = work(form, ELEMENTS * TIMES);

        assertTrue(large.bytes() < Math.max(WORK_LITTLE, small.bytes()) * WORK_TIMES_MAX
                && large.seconds() < Math.max(SECONDS_LITTLE, small.seconds() * WORK_TIMES_MAX),
                () -> form + ": " + small + " became " + large);
    }

    private static Work work(GrowingForm form, int elements) {
        byte[] bytes = form.text().apply(elements).getBytes(StandardCharsets.UTF_8);
        long asked = THREAD.getCurrentThreadAllocatedBytes();
        long busy = THREAD.getCurrentThreadCpuTime();
        read(bytes);
        return new Work(THREAD.getCurrentThreadAllocatedBytes() - asked,
                (THREAD.getCurrentThreadCpuTime() - busy) / 1e9);
    }

    private static void read(byte[] bytes) {
        PlanReader.read(List.of(new SourceDocument("large.md", bytes)));
    }
}
