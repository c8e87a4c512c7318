package baton.cli;

import java.util.Locale;
import java.util.stream.Stream;

import baton.reading.found.Merging;
import picocli.CommandLine.Option;

/** What becomes of mentions that may be one job. */
final class MergeOption {
    @Option(names = "--merge", paramLabel = "HOW", description = "jobs named twice: ask (you where you can be asked; else doubtful ones do not run), strict (only the same words are one) or loose (doubtful ones are one)")
    private String how = "ask";

    Merging merging() {
        return Stream.of(Merging.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(how))
                .findFirst().orElseThrow(() -> UserError.usage("--merge cannot be \"" + how + "\"",
                        "Use ask, strict or loose."));
    }
}
