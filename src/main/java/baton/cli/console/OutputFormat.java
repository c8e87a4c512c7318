package baton.cli.console;

/** What a run writes to standard output. */
public enum OutputFormat {
    TEXT, JSON, STREAM_JSON;

    public static OutputFormat parse(String text) {
        return switch (text) {
            case "text" -> TEXT;
            case "json" -> JSON;
            case "stream-json" -> STREAM_JSON;
            default -> throw UserError.usage("--output-format cannot be \"" + text + "\"",
                    "Write text, json or stream-json.");
        };
    }
}
