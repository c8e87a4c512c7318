package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import baton.cli.Played.Desk;
import baton.runtime.SessionCatalog.Listing;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Forks of records that somebody or something has changed. */
class ForkDamageTest {
    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.createDirectory(folder.resolve("sessions"));
        Files.writeString(folder.resolve("plan.yaml"), Plans.TIDE_TABLES_IN_TURN);
        assertEquals(6, desk.type("run", "plan.yaml", "--turns-max", "3").exitCode());
    }

    private Listing source() {
        return sessions().getLast();
    }

    private List<Listing> sessions() {
        return new SqliteCatalog(folder.resolve("sessions"), List.of()).list();
    }

    private void change(long seq) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + source().file());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE event SET agent = 'somebody' WHERE seq = " + seq);
        }
    }

    @Test
    void damageBeforeThePointIsRefused() throws SQLException {
        long last = source().events();
        change(5);
        var refused = desk.type("fork", "last", "--at", "" + last);
        assertEquals(8, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("is damaged: event 5 ("), refused.err());
        assertEquals(1, sessions().size());
    }

    @Test
    void whatIsSoundBeforeDamageCanBeForkedAndTheDamageIsSaid() throws SQLException {
        var source = source();
        change(source.events());
        var refused = desk.type("fork", "last", "--at", "2");
        String at = refused.err().replaceFirst("(?s).*--at (\\d+) is after them.*", "$1");
        var forked = desk.type("fork", "last", "--at", at, "--turns-max", "100");

        assertEquals(0, forked.exitCode(), forked.err());
        assertTrue(forked.err().contains("note: session " + source.name() + " is damaged behind this point: event "
                + source.events()), forked.err());
        String fork = sessions().stream().map(Listing::name).filter(name -> !name.equals(source.name())).findFirst()
                .orElseThrow();
        assertEquals(0, desk.type("replay", fork, "--verify").exitCode());
        assertEquals(8, desk.type("replay", source.name(), "--verify").exitCode());
    }
}
