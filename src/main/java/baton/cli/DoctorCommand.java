package baton.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import baton.cli.console.ExitCode;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.record.ReadOptions;
import baton.cli.setup.FolderTrust;
import baton.cli.setup.Preparation;
import baton.cli.setup.SettingsFiles;
import baton.llm.ProviderFinding;
import baton.reading.profile.ProfileFolders;
import baton.view.page.ProblemLines;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.PlanJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton doctor}: what was found here, and where each setting comes from. Keys are never shown. */
@Command(description = "Say what was found here: Java, terminal, providers and keys (never shown), folders.")
final class DoctorCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Option(names = "--config", description = "each setting with its value and where it comes from")
    private boolean config;

    @Option(names = "--json", description = "one JSON object a finding, one a line")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    DoctorCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() {
        var preparation = Preparation.of(new EnumMap<>(Setting.class), around);
        var out = read.out(around);
        if (json) {
            (config ? settingTrees(preparation) : findings(preparation).stream().map(DoctorCommand::tree).toList())
                    .forEach(tree -> out.write(PlanJson.of(tree)));
            return ExitCode.OK;
        }
        out.show(config ? settings(preparation) : table(findings(preparation)));
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

    /** The strongest value of each setting that has one, with where it comes from. */
    private static List<Map<String, Object>> settingTrees(Preparation preparation) {
        var trees = new ArrayList<Map<String, Object>>();
        for (var setting : Setting.values()) {
            preparation.layers().all(setting).stream().findFirst().ifPresent(origin -> {
                var tree = new LinkedHashMap<String, Object>();
                tree.put("setting", setting.key());
                tree.put("value", origin.value());
                tree.put("where", origin.where());
                trees.add(tree);
            });
        }
        return trees;
    }

    /** One thing looked at, and whether it is as it should be. */
    private record Finding(Tone tone, String name, String value) {}

    private List<StyledLine> table(List<Finding> findings) {
        var table = new Table(around.columns());
        findings.forEach(finding -> table.row(Cell.of(finding.tone(), finding.name()), Cell.of(finding.value())));
        return table.lines(0);
    }

    private static Map<String, Object> tree(Finding finding) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", finding.name());
        tree.put("state", switch (finding.tone()) {
            case GOOD -> "good";
            case ATTENTION -> "attention";
            case BAD -> "bad";
            case PLAIN, STRONG, DIM, CODE, EMPHASIS, LINK -> "info";
        });
        tree.put("found", finding.value());
        return tree;
    }

    private List<Finding> findings(Preparation preparation) {
        var table = new ArrayList<Finding>();
        row(table, Tone.GOOD, "baton", Baton.version());
        row(table, Tone.GOOD, "Java", System.getProperty("java.version") + " (" + System.getProperty("java.home")
                + ")");
        terminal(table);
        providers(table, preparation);
        folders(table);
        row(table, Tone.ATTENTION, "sandbox", "none in this version: commands run with your rights, and only those you "
                + "allowed");
        return table;
    }

    private void terminal(List<Finding> table) {
        var terminals = around.terminals();
        row(table, terminals.out() ? Tone.GOOD : Tone.DIM, "terminal", terminals.out()
                ? around.environment().getOrDefault("TERM", "TERM is not set") + ", " + around.columns() + " columns"
                : "none: standard output goes to a file or pipe");
    }

    private static void providers(List<Finding> table, Preparation preparation) {
        var found = preparation.providers().findings();
        for (var finding : found) {
            row(table, finding.usable() ? Tone.GOOD : Tone.ATTENTION, "provider", finding.provider() + "  "
                    + finding.address() + "  " + finding.key());
        }
        String usable = found.stream().filter(ProviderFinding::usable).map(ProviderFinding::provider)
                .collect(Collectors.joining(" or "));
        String standard = preparation.providers().standard().map(Object::toString).orElse(usable.isEmpty()
                ? "rehearsal, because no provider can be used"
                : "rehearsal, because nobody named a model: --model MODEL of " + usable + ", as PROVIDER/MODEL");
        String asked = preparation.layers().text(Setting.MODEL);
        row(table, Tone.GOOD, "model", asked.isEmpty() ? standard : asked);
    }

    private void folders(List<Finding> table) {
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

    private static void row(List<Finding> table, Tone tone, String name, String value) {
        table.add(new Finding(tone, name, value));
    }
}
