package baton.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.plan.LoadedPlan;
import baton.plan.Problem;
import baton.plan.lint.PastDates;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The faults that a careful person finds in documents that are not in the repository; {@code -Dcorpus=DIR} names their folder. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class LintCorpusTest {

    /** Documents by the beginnings of their names, and words of one finding. */
    record Fault(List<String> documents, String code, String words) {}

    static Stream<Fault> faults() {
        var first = List.of("000");
        var second = List.of("001");
        var third = List.of("002");
        var fourth = List.of("003");
        var fifth = List.of("004");
        return Stream.of(new Fault(first, "ownership-nested", "/infrastructure/monitoring/"),
                new Fault(first, "checkpoint-misses-agent", "Week 3"),
                new Fault(first, "recommendation-combines", "D-2"),
                new Fault(first, "recommendation-combines", "D-5"),
                new Fault(first, "checkpoint-before-phase", "phase 2"),
                new Fault(first, "stand-ins-unowned", "Mock Services"), new Fault(second, "yaml-is-text", "list of 5"),
                new Fault(third, "few-own-ids", "FIX-001, INFRA-001, MOB-001"),
                new Fault(List.of("000", "001"), "system-unowned", "RTPEngine"),
                new Fault(second, "date-past", "2025"), new Fault(second, "target-contradiction", "70-80"),
                new Fault(second, "ticked-over-open", "Core Platform"),
                new Fault(List.of("000", "001"), "system-unowned", "HubSpot"),
                new Fault(third, "dangling-dependency", "API-001"), new Fault(third, "dangling-dependency", "AUTH-001"),
                new Fault(third, "agent-spellings", "Testing"), new Fault(third, "date-past", "INFRA-001"),
                new Fault(third, "called-by-description", "feature owner"),
                new Fault(third, "graph-contradicts-phases", "Frontend"), new Fault(fourth, "pool-floor-tail", "5"),
                new Fault(fourth, "queue-bound-by-pairs", "pool of 5"), new Fault(fourth, "waits-for-too-few", "T-1"),
                new Fault(fourth, "node-without-owner", "Final Report"),
                new Fault(fourth, "task-open-ended", "5 tasks"),
                new Fault(fifth, "agent-count", "11"), new Fault(fifth, "template-field-missing", "Task_ID"),
                new Fault(fifth, "template-field-missing", "Deadline"),
                new Fault(fifth, "template-needs-phrase", "contract"),
                new Fault(fifth, "work-before-need", "week 7"), new Fault(fifth, "system-set-up-twice", "PostgreSQL"),
                new Fault(fifth, "agent-without-work", "QA-Automation-Agent"),
                new Fault(fifth, "agent-without-work", "Security-Agent"),
                new Fault(fifth, "called-agent-unknown", "senior engineer"),
                new Fault(fifth, "sprint-lengths", "Week 1-2"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theKnownFaultIsFound(Fault fault) throws IOException {
        var loaded = read(fault.documents());
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(PastDates.check(loaded.plan(), LocalDate.of(2026, 1, 1)));
        assertTrue(problems.stream().anyMatch(problem -> problem.code().equals(fault.code())
                && problem.message().contains(fault.words()) && problem.place().line() + problem.hint().length() > 0),
                () -> problems.stream().map(Problem::oneLine).toList().toString());
    }

    /** Alarms that an author would call wrong. */
    static Stream<Fault> falseAlarms() {
        return Stream.of(new Fault(List.of("000"), "recommendation-combines", "D-1"),
                new Fault(List.of("000"), "recommendation-combines", "D-3"),
                new Fault(List.of("000", "001"), "system-unowned", "Autopilot"),
                new Fault(List.of("000", "001"), "system-unowned", "Balancer"),
                new Fault(List.of("000", "001"), "system-unowned", "Setup"),
                new Fault(List.of("000", "001"), "system-unowned", "WebSocket"));
    }

    @ParameterizedTest
    @MethodSource("falseAlarms")
    void nothingIsSaidThatItsAuthorWouldCallWrong(Fault fault) throws IOException {
        assertTrue(read(fault.documents()).problems().stream().noneMatch(problem -> problem.code().equals(fault.code())
                && problem.message().contains(fault.words())));
    }

    private static LoadedPlan read(List<String> starts) throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (String start : starts) {
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("corpus")))) {
                Path file = files.filter(path -> path.getFileName().toString().startsWith(start)).findFirst()
                        .orElseThrow();
                documents.add(new SourceDocument(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return PlanReader.read(documents);
    }
}
