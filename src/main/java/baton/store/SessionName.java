package baton.store;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names of sessions: {@code slug-YYYYMMDD-HHMM-xxxx}, the time in UTC, the end by chance. */
final class SessionName {
    static final String SUFFIX = ".db";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int SLUG_CHARS_MAX = 40;
    private static final int ENDING_CHARS = 4;
    /** Without letters and figures that look alike. */
    private static final String ENDINGS = "abcdefghjkmnpqrstuvwxyz23456789";

    private SessionName() {}

    static String make(String title, long atMs, RandomGenerator random) {
        var name = new StringBuilder(slug(title)).append('-').append(STAMP.format(Instant.ofEpochMilli(atMs)))
                .append('-');
        for (int i = 0; i < ENDING_CHARS; i++) {
            name.append(ENDINGS.charAt(random.nextInt(ENDINGS.length())));
        }
        return name.toString();
    }

    /** Small letters, figures and hyphens; {@code session} where nothing is left. */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.length() > SLUG_CHARS_MAX ? plain.substring(0, SLUG_CHARS_MAX) : plain;
        String tidy = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
        return tidy.isEmpty() ? "session" : tidy;
    }

    /** The file's name without suffix. */
    static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
