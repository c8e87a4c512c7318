package baton.cli.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Theme;

/** What the first screen says of the place it is at; found by looking at this machine alone. */
public final class FirstFacts {
    private FirstFacts() {}

    /** A label and a text each, with a bar between. */
    public static List<String> of(Surroundings around, Preparation preparation, Capabilities capabilities) {
        var facts = new ArrayList<String>();
        boolean trusted = FolderTrust.of(around).isTrusted(around.folder());
        facts.add("Folder|" + folder(around) + (trusted
                ? " · agents may write here"
                : " · real models may only read here until you say yes"));
        facts.add("Model|" + around.typing().inOwn(model(preparation)));
        facts.add("Screen|" + around.environment().getOrDefault("TERM", "") + " · " + look(capabilities));
        if (around.environment().containsKey("TMUX")) {
            facts.add("tmux|copies go into its buffer · Esc waits as long as its escape-time says");
        }
        return facts;
    }

    private static String folder(Surroundings around) {
        Path folder = around.folder().toAbsolutePath().normalize();
        Path home = around.home().toAbsolutePath().normalize();
        return folder.startsWith(home) && !folder.equals(home) ? "~/" + home.relativize(folder) : folder.toString();
    }

    private static String model(Preparation preparation) {
        String asked = preparation.layers().text(Setting.MODEL);
        if (!asked.isEmpty()) {
            return asked;
        }
        var standard = preparation.providers().standard();
        long keys = preparation.providers().findings().stream().filter(finding -> finding.usable()).count();
        return standard.map(model -> model + " · found by its key")
                .orElse(keys == 0
                        ? "rehearsal, built in · no key found: baton doctor"
                        : "rehearsal, built in · --model PROVIDER/MODEL asks a real one");
    }

    private static String look(Capabilities capabilities) {
        String colours = switch (capabilities.theme()) {
            case TERMINAL -> "your terminal's colours";
            case DARK, LIGHT -> "colours for a " + (capabilities.theme() == Theme.DARK ? "dark" : "light")
                    + " background";
            case NONE -> "no colours";
        };
        return colours + (capabilities.signs() == Capabilities.Signs.ASCII ? " · ASCII signs" : " · all signs");
    }
}
