package baton.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import baton.engine.Input;
import baton.engine.fact.Event;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.store.SearchHit.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WordSearchTest {

    @TempDir
    Path directory;

    @Test
    void aFactIsFoundByItsWordsWithWhatStandsAroundThem() {
        Path file = made("one", new RedFlagRaised("looping", "The café asks for a Rollback of the data"));

        var hits = search("rollback", "CAFE").hits();

        assertEquals(List.of(new SearchHit(SessionName.of(file), file, 3, Sample.START_MS + 2, "redflag.raised", "", "",
                0, List.of(new Piece("looping The ", false), new Piece("café", true),
                        new Piece(" asks for a ", false), new Piece("Rollback", true),
                        new Piece(" of the data", false)))),
                hits);
    }

    @Test
    void aPhraseABeginningAndOrdinaryWordsOfTheQueryLanguageAreTakenAsTyped() {
        made("one", new RedFlagRaised("a", "loss of data"), new RedFlagRaised("b", "data loss"),
                new RedFlagRaised("c", "NOT here OR there"));

        assertEquals(List.of("b"), codes("data loss"));
        assertEquals(List.of("a", "b"), codes("data", "loss"));
        assertEquals(List.of("a", "b"), codes("los*"));
        assertEquals(List.of("c"), codes("NOT", "OR"));
        assertEquals(List.of(), codes("\"AND NEAR("));
        assertThrows(IllegalArgumentException.class, () -> search("*", "\"-\""));
    }

    @Test
    void whatASessionAddsIsFoundByTheNextSearchAlsoWhileItIsAtWork() {
        var sample = new Sample();
        try (var store = catalog().create("Running", Sample.START_MS)) {
            store.append(sample.opening());
            assertEquals(List.of(), search("iceberg").hits());
            store.append(sample.group(List.of(new Input.Tick()), List.of(new RedFlagRaised("x", "an iceberg"))));
            assertEquals(1, search("iceberg").hits().size());
            assertEquals(1, search("iceberg").hits().size());
        }
    }

    @Test
    void aSessionThatWasReplacedIsReadAnew() throws IOException {
        Path one = made("one", new RedFlagRaised("x", "an iceberg"));
        assertEquals(1, search("iceberg").hits().size());
        Path other = made("other", new RedFlagRaised("x", "a lighthouse"));
        Files.delete(one);
        Files.move(other, one);

        assertEquals(List.of(), search("iceberg").hits());
        assertEquals(1, search("lighthouse").hits().size());
    }

    @Test
    void ofADeletedSessionNoWordIsLeftInTheIndex() throws IOException {
        Path file = made("one", new RedFlagRaised("x", "passphrase zxcvbnm"));
        assertEquals(1, search("zxcvbnm").hits().size());
        assertTrue(index().contains("zxcvbnm"));

        catalog().delete(file);
        assertFalse(index().contains("zxcvbnm"));
    }

    private String index() throws IOException {
        return Files.readString(directory.resolve(SearchIndex.FILE), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theNewestSessionComesFirstAndWhatIsLeftOutIsCounted() {
        var flags = new Event[]{new RedFlagRaised("1", "iceberg"), new RedFlagRaised("2", "iceberg")};
        try (var store = catalog().create("Newer", Sample.START_MS + 60_000)) {
            var sample = new Sample();
            store.append(sample.opening());
            store.append(sample.group(List.of(new Input.Tick()), List.of(flags)));
        }
        made("older", flags);

        var result = catalog().search(List.of("iceberg"), 3);
        assertEquals(List.of("newer", "newer", "older"),
                result.hits().stream().map(hit -> hit.session().replaceAll("-.*", "")).toList());
        assertEquals(1, result.more());
    }

    @Test
    void whatCannotBeReadIsSkippedAndNamed() throws IOException, SQLException {
        made("sound", new RedFlagRaised("x", "an iceberg"));
        Path future = made("future", new RedFlagRaised("x", "an iceberg"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + future);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        Path broken = made("broken", new RedFlagRaised("x", "an iceberg"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + broken);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE event SET body = '{\"text\": ' WHERE seq = 2");
        }
        Files.writeString(directory.resolve("text.db"), "not a session");

        var result = search("iceberg");
        assertEquals(List.of("sound"), result.hits().stream().map(hit -> hit.session().replaceAll("-.*", "")).toList());
        assertEquals(3, result.skipped().size(), result.skipped()::toString);
        assertTrue(result.skipped().stream().allMatch(skipped -> skipped.contains(" was not searched: ")),
                result.skipped()::toString);
    }

    @Test
    void shippedSessionsAreSearchedAndABrokenIndexIsMadeAgain() throws IOException {
        Path file = made("one", new RedFlagRaised("x", "an iceberg"));
        Path examples = directory.resolve("examples");
        Files.createDirectory(examples);
        catalog().copy(file, examples.resolve("shipped.db"), true);
        Files.writeString(directory.resolve(SearchIndex.FILE), "no index at all, but long enough to be looked at "
                .repeat(100));

        var result = new SqliteCatalog(directory.resolve("own"), List.of(examples)).search(List.of("iceberg"), 9);
        assertEquals(List.of("shipped"), result.hits().stream().map(SearchHit::session).toList());
        assertEquals(1, search("iceberg").hits().size());
    }

    private SearchResult search(String... words) {
        return catalog().search(List.of(words), 50);
    }

    /** The first words of what is found, which the samples use as names. */
    private List<String> codes(String... words) {
        return search(words).hits().stream()
                .map(hit -> hit.excerpt().stream().map(Piece::text).reduce("", String::concat).substring(0, 1))
                .toList();
    }

    private Path made(String title, Event... events) {
        var sample = new Sample();
        try (var store = catalog().create(title, Sample.START_MS)) {
            store.append(sample.opening());
            store.append(sample.group(List.of(new Input.Tick()), List.of(events)));
            return directory.resolve(store.name() + SessionName.SUFFIX);
        }
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(directory, List.of());
    }
}
