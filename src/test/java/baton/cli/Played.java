package baton.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import baton.cli.console.Surroundings;
import baton.cli.console.Surroundings.Terminals;

/** One command run in this process with streams, folders and variables of its own, and what came of it. */
record Played(int exitCode, String out, String err) {

    /** A folder to type commands in; nothing of the machine's own settings is seen. */
    record Desk(Path folder, Map<String, String> environment, String input) {
        static Desk in(Path folder) {
            return new Desk(folder, new TreeMap<>(Map.of("XDG_DATA_HOME", folder.resolve("data").toString(),
                    "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                    "XDG_STATE_HOME", folder.resolve("state").toString())), "");
        }

        Desk with(String variable, String value) {
            var changed = new TreeMap<>(environment);
            changed.put(variable, value);
            return new Desk(folder, changed, input);
        }

        Desk typing(String text) {
            return new Desk(folder, environment, text);
        }

        /** The same desk with another standard input. */
        Reading reading(InputStream in) {
            return new Reading(this, in);
        }

        /** What a command would be given, for what is tested without typing one. */
        Surroundings surroundings() {
            return new Surroundings(InputStream.nullInputStream(), new ByteArrayOutputStream(),
                    new ByteArrayOutputStream(), environment, folder, folder.resolve("home"), Terminals.NONE);
        }

        Played type(String... args) {
            return reading(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))).type(args);
        }
    }

    /** A desk whose standard input may still be written while a command runs. */
    record Reading(Desk desk, InputStream in) {
        Played type(String... args) {
            return typeAt(Terminals.NONE, args);
        }

        /** The same before terminals, so that questions are asked. */
        Played typeAt(Terminals terminals, String... args) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var around = new Surroundings(in, out, err, desk.environment(), desk.folder(),
                    desk.folder().resolve("home"), terminals);
            int exitCode = Baton.run(args, around);
            return new Played(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** The output with what differs between two runs taken out. */
    String outWithoutNames() {
        return out.replaceAll("-\\d{8}-\\d{4}-[a-z0-9]{4}", "-DATE");
    }

    /** Only how it ended and what went to standard error. */
    Played withoutOut() {
        return new Played(exitCode, "", err);
    }
}
