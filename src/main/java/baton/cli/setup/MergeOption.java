package baton.cli.setup;

import java.util.Locale;
import java.util.stream.Stream;

import baton.cli.console.UserError;
import baton.reading.found.Merging;
import picocli.CommandLine.Option;

/** What becomes of mentions that may be one job. */
public final class MergeOption {
    @Option(names = "--merge", paramLabel = "HOW", description = "jobs named twice: ask (you where you can be asked; else doubtful ones do not run), strict (only the same words are one) or loose (doubtful ones are one)")
    private String how = "ask";

    public Merging merging() {
        return Stream.of(Merging.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(how))
                .findFirst().orElseThrow(() -> UserError.usage("--merge cannot be \"" + how + "\"",
                        "Use ask, strict or loose."));
    }
}
