package baton.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;

import baton.reading.ProfileFolders;
import baton.view.page.ProblemLines;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton doctor}: what was found here, and where each setting comes from. Keys are never shown. */
@Command(description = "Say what was found here: Java, terminal, providers and keys (never shown), folders.")
final class DoctorCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Option(names = "--config", description = "each setting with its value and where it comes from")
    private boolean config;

    @Mixin
    private ReadOptions read = new ReadOptions();

    DoctorCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() {
        var preparation = Preparation.of(new EnumMap<>(Setting.class), around);
        var out = read.out(around);
        out.show(config ? settings(preparation) : findings(preparation));
        read.err(around).show(ProblemLines.of(preparation.notes(), 0));
        return ExitCode.OK;
    }

    private List<StyledLine> settings(Preparation preparation) {
        var table = new Table(around.columns());
        for (var setting : Setting.values()) {
            var all = preparation.layers().all(setting);
            if (all.isEmpty()) {
                table.row(Cell.of(setting.key()), Cell.of(Tone.DIM, "not set"), Cell.of(""));
            }
            for (int i = 0; i < all.size(); i++) {
                var origin = all.get(i);
                table.row(Cell.of(i == 0 ? setting.key() : ""),
                        Cell.of(i == 0 ? Tone.PLAIN : Tone.DIM, i == 0 ? origin.value() : "(" + origin.value() + ")"),
                        Cell.of(Tone.DIM, origin.where()));
            }
        }
        return table.lines(0);
    }

    private List<StyledLine> findings(Preparation preparation) {
        var table = new Table(around.columns());
        row(table, Tone.GOOD, "baton", Baton.version());
        row(table, Tone.GOOD, "Java", System.getProperty("java.version") + " (" + System.getProperty("java.home")
                + ")");
        terminal(table);
        providers(table, preparation);
        folders(table);
        row(table, Tone.ATTENTION, "sandbox", "none in this version: commands run with your rights, and only those you "
                + "allowed");
        return table.lines(0);
    }

    private void terminal(Table table) {
        var terminals = around.terminals();
        row(table, terminals.out() ? Tone.GOOD : Tone.DIM, "terminal", terminals.out()
                ? around.environment().getOrDefault("TERM", "TERM is not set") + ", " + around.columns() + " columns"
                : "none: standard output goes to a file or pipe");
    }

    private static void providers(Table table, Preparation preparation) {
        var found = preparation.providers().findings();
        for (var finding : found) {
            row(table, finding.usable() ? Tone.GOOD : Tone.ATTENTION, "provider", finding.provider() + "  "
                    + finding.address() + "  " + finding.key());
        }
        String standard = preparation.providers().standard().map(Object::toString)
                .orElse("rehearsal, because no provider can be used");
        String asked = preparation.layers().text(Setting.MODEL);
        row(table, Tone.GOOD, "model", asked.isEmpty() ? standard : asked);
    }

    private void folders(Table table) {
        var sessions = read.sessions(around);
        long count = sessions.catalog().list().stream().filter(listing -> !listing.example()).count();
        row(table, isWritable(sessions.folder()) ? Tone.GOOD : Tone.BAD, "sessions", sessions.folder() + ", "
                + Amounts.of(count, "session") + (isWritable(sessions.folder()) ? "" : ", not writable"));
        var profiles = new ProfileFolders(around.folder(), around.home(), List.of()).load();
        row(table, Tone.GOOD, "profiles", Amounts.of(profiles.catalog().profiles().size(), "profile"));
        Path user = SettingsFiles.userFile(around);
        row(table, Tone.DIM, "settings", user + (Files.isRegularFile(user) ? "" : " (not there)"));
        boolean trusted = FolderTrust.of(around).isTrusted(around.folder());
        row(table, trusted ? Tone.GOOD : Tone.ATTENTION, "folder", around.folder()
                + (trusted ? ", trusted" : ", agents may only read: nobody said yes (baton trust)"));
    }

    /** The nearest folder that is there decides, since missing ones are made when needed. */
    private static boolean isWritable(Path folder) {
        for (Path place = folder; place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                return Files.isWritable(place);
            }
        }
        return false;
    }

    private static void row(Table table, Tone tone, String name, String value) {
        table.row(Cell.of(tone, name), Cell.of(value));
    }
}
