package baton.cli.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.Problem;
import baton.reading.settings.SettingsReader;
import baton.reading.settings.SettingsReader.Entry;
import baton.reading.settings.SettingsReader.SettingsFile;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;
import baton.settings.Origin.Source;
import baton.settings.ProviderEndpoint;

/** The user's own settings and those of the project; a project may not set what costs or starts something. */
public final class SettingsFiles {
    public static final String PROJECT_FILE = "baton.yaml";

    private final SettingsLayers layers;
    private final List<Problem> problems = new ArrayList<>();
    private List<ProviderEndpoint> providers = List.of();
    private boolean trusted;

    private SettingsFiles(SettingsLayers layers) {
        this.layers = layers;
    }

    /** What the files add beside plain settings. */
    record Found(List<ProviderEndpoint> providers, List<Problem> problems) {}

    public static Path userFile(Surroundings around) {
        String configured = around.variable("XDG_CONFIG_HOME");
        Path base = configured.isEmpty() ? around.home().resolve(".config") : Path.of(configured);
        return base.resolve("baton").resolve("config.yaml");
    }

    /** What the project's file would set that needs a yes, one sentence each; empty where there is no such file. */
    public static List<String> wishes(Surroundings around) {
        var files = new SettingsFiles(new SettingsLayers());
        var wishes = new ArrayList<String>();
        files.read(around.resolve(PROJECT_FILE), PROJECT_FILE).ifPresent(file -> {
            file.providers().forEach(provider -> wishes.add("provider " + provider.id() + " at " + provider.baseUrl()
                    + (provider.keyVariable().isEmpty()
                            ? ""
                            : ", which is sent the key in " + provider.keyVariable())));
            file.entries().stream().filter(entry -> Arrays.stream(Setting.values())
                    .anyMatch(setting -> setting.needsTrust() && setting.key().equals(entry.key())))
                    .forEach(entry -> wishes.add(entry.key() + " " + entry.value()));
        });
        return wishes;
    }

    /** Adds both files to the layers; an absent file adds nothing, a broken one is refused. */
    static Found addTo(SettingsLayers layers, Surroundings around) {
        var files = new SettingsFiles(layers);
        Path user = userFile(around);
        files.read(user, user.toString()).ifPresent(file -> {
            files.add(file, Source.USER_FILE);
            files.providers = file.providers();
        });
        files.trusted = FolderTrust.of(around).trustsSettings(around.folder());
        files.read(around.resolve(PROJECT_FILE), PROJECT_FILE).ifPresent(file -> {
            files.add(file, Source.PROJECT_FILE);
            files.addProviders(file, user);
        });
        return new Found(files.providers, List.copyOf(files.problems));
    }

    /** The user's own endpoint of a name stays the one that counts. */
    private void addProviders(SettingsFile file, Path user) {
        var all = new ArrayList<>(providers);
        for (var provider : file.providers()) {
            if (!trusted) {
                problems.add(Problem.warning("settings-untrusted", new Place(PROJECT_FILE, 0), "the provider \""
                        + provider.id() + "\" of this folder is not used: nobody has said yes to these settings",
                        "Put it into " + user + ", or say yes with  baton trust --settings."));
            } else if (all.stream().noneMatch(own -> own.id().equals(provider.id()))) {
                all.add(provider);
            }
        }
        providers = List.copyOf(all);
    }

    private Optional<SettingsFile> read(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        return switch (SourceFiles.read(path, name).then(SettingsReader::read)) {
            case Read.Taken<SettingsFile>(var file, var remarks) -> {
                problems.addAll(remarks);
                yield Optional.of(file);
            }
            case Read.Refused<SettingsFile>(var errors) -> throw UserError.refused("settings cannot be read", errors);
        };
    }

    private void add(SettingsFile file, Source source) {
        Map<Setting, List<Entry>> bySetting = new LinkedHashMap<>();
        for (var entry : file.entries()) {
            var setting = Arrays.stream(Setting.values()).filter(known -> known.key().equals(entry.key())).findFirst();
            if (setting.isEmpty()) {
                problems.add(unknown(entry));
            } else if (source == Source.PROJECT_FILE && setting.get().needsTrust() && !trusted) {
                problems.add(Problem.warning("settings-untrusted", entry.place(), "\"" + entry.key()
                        + "\" of this folder is not used: nobody has said yes to these settings",
                        "Give it as a flag, or say yes with  baton trust --settings."));
            } else {
                bySetting.computeIfAbsent(setting.get(), ignored -> new ArrayList<>()).add(entry);
            }
        }
        bySetting.forEach((setting, entries) -> layers.put(setting,
                String.join("\n", entries.stream().map(Entry::value).toList()), source,
                entries.getFirst().place().toString()));
    }

    private static Problem unknown(Entry entry) {
        var keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
        return Problem.warning("settings-unknown", entry.place(), "there is no setting \"" + entry.key() + "\"",
                NearMiss.of(entry.key(), keys).map(near -> "Did you mean \"" + near + "\"?").orElse(""));
    }
}
