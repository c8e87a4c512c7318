package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans that several tests type commands about. */
final class Plans {
    /** Two agents and two tasks that wait for nothing. */
    static final String TIDE_TABLES = """
            name: Tide tables
            goal: Tables for the coming season
            agents:
              - {id: analyst, name: analyst}
              - {id: writer, name: writer}
            tasks:
              - {id: T-1, title: Gather the readings, agent: analyst, outputs: [tides/readings.md]}
              - {id: T-2, title: Write the tables, agent: writer, outputs: [tides/tables.md]}
            """;
    /** The same, one task after the other. */
    static final String TIDE_TABLES_IN_TURN = TIDE_TABLES.replace("[tides/tables.md]",
            "[tides/tables.md], dependsOn: [T-1]");

    private Plans() {}

    /** A sum that is wrong, a plan to mend it, and what an agent runs to see whether it is right. */
    static void writeFaultySum(Path folder, String test) throws IOException {
        Files.writeString(folder.resolve("add.sh"), "echo $(($1 - $2))\n");
        Files.writeString(folder.resolve("test.sh"), test);
        Files.writeString(folder.resolve("plan.yaml"), """
                name: Mend
                goal: Make the tests pass
                agents: [{id: fixer, name: fixer}]
                tasks: [{id: T-1, title: Mend add.sh, agent: fixer, outputs: [add.sh], acceptance: [the tests pass]}]
                """);
    }
}
