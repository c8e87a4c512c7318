package baton.runtime;

import java.util.List;

/** Recognises well-known kinds of keys by how they look; every rule looks ahead a bounded number of characters. */
final class SecretShapes {
    private static final int RUN_CHARS_MAX = 4096;
    private static final int JWT_HEADER_CHARS_MAX = 512;
    private static final int PEM_CHARS_MAX = 12_000;
    private static final int USER_CHARS_MAX = 128;
    private static final int PASSWORD_CHARS_MAX = 512;

    private static final String PEM_BEGIN = "-----BEGIN ";
    private static final String PEM_END = "-----END ";
    private static final String DASHES = "-----";

    private static final Verdict PLAIN = new Verdict.Plain();
    private static final Verdict OPEN = new Verdict.Open();

    private SecretShapes() {}

    /** What is known of the text from one position on. */
    sealed interface Verdict {
        /** No secret begins here. */
        record Plain() implements Verdict {}

        /** More text is needed to say. */
        record Open() implements Verdict {}

        /** A secret up to {@code end}; {@code goesOn} where its rest is beyond the bound. */
        record Secret(String kind, int end, boolean goesOn) implements Verdict {}
    }

    /** Whether a text begins with another; {@code CUT} where it ends before that can be said. */
    private enum Start {
        YES, NO, CUT
    }

    private enum Letters {
        WORD, ALPHANUMERIC, UPPER_DIGIT, HEX, BASE64;

        boolean has(char c) {
            return switch (this) {
                case WORD -> isWord(c);
                case ALPHANUMERIC -> isLetterOrDigit(c);
                case UPPER_DIGIT -> isUpper(c) || isDigit(c);
                case HEX -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                case BASE64 -> isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
            };
        }
    }

    /** A fixed beginning, then letters of one kind; {@code most} 0 means any number. */
    private record Shape(String kind, String start, Letters letters, int least, int most) {
        static Shape open(String kind, String start, int least) {
            return new Shape(kind, start, Letters.WORD, least, 0);
        }

        static Shape letters(String kind, String start, int least) {
            return new Shape(kind, start, Letters.ALPHANUMERIC, least, 0);
        }

        static Shape exactly(String kind, String start, Letters letters, int count) {
            return new Shape(kind, start, letters, count, count);
        }
    }

    /** The more exact beginning stands before the shorter one. */
    private static final List<Shape> SHAPES = List.of(
            Shape.open("anthropic-key", "sk-ant-", 20), Shape.open("openrouter-key", "sk-or-", 20),
            Shape.open("openai-key", "sk-", 20), Shape.letters("groq-key", "gsk_", 20),
            Shape.letters("xai-key", "xai-", 20),
            Shape.open("google-key", "AIza", 35), Shape.open("google-token", "ya29.", 20),
            Shape.open("google-client-secret", "GOCSPX-", 20), Shape.letters("huggingface-token", "hf_", 20),
            Shape.open("perplexity-key", "pplx-", 20), Shape.letters("replicate-token", "r8_", 20),
            Shape.exactly("aws-key", "AKIA", Letters.UPPER_DIGIT, 16),
            Shape.exactly("aws-key", "ASIA", Letters.UPPER_DIGIT, 16),
            new Shape("aws-secret", "aws_secret_access_key=", Letters.BASE64, 40, 40),
            new Shape("aws-secret", "aws_secret_access_key = ", Letters.BASE64, 40, 40),
            new Shape("aws-secret", "AWS_SECRET_ACCESS_KEY=", Letters.BASE64, 40, 40),
            new Shape("azure-key", "AccountKey=", Letters.BASE64, 40, 0),
            Shape.letters("github-token", "ghp_", 30), Shape.letters("github-token", "gho_", 30),
            Shape.letters("github-token", "ghu_", 30), Shape.letters("github-token", "ghs_", 30),
            Shape.letters("github-token", "ghr_", 30), Shape.open("github-token", "github_pat_", 20),
            Shape.open("gitlab-token", "glpat-", 16), Shape.open("slack-token", "xoxb-", 16),
            Shape.open("slack-token", "xoxp-", 16), Shape.open("slack-token", "xoxa-", 16),
            Shape.open("slack-token", "xoxs-", 16), Shape.open("slack-token", "xapp-", 16),
            new Shape("slack-webhook", "https://hooks.slack.com/services/", Letters.BASE64, 20, 0),
            Shape.letters("stripe-key", "sk_live_", 16), Shape.letters("stripe-key", "sk_test_", 16),
            Shape.letters("stripe-key", "rk_live_", 16), Shape.letters("stripe-key", "whsec_", 20),
            Shape.letters("npm-token", "npm_", 30), Shape.open("pypi-token", "pypi-", 30),
            Shape.open("docker-token", "dckr_pat_", 16), Shape.open("sendgrid-key", "SG.", 40),
            Shape.exactly("twilio-key", "SK", Letters.HEX, 32), Shape.exactly("mailgun-key", "key-", Letters.HEX, 32),
            Shape.letters("digitalocean-token", "dop_v1_", 32), Shape.open("vault-token", "hvs.", 20),
            Shape.letters("databricks-token", "dapi", 32), Shape.letters("shopify-token", "shpat_", 24),
            Shape.letters("linear-key", "lin_api_", 20), Shape.letters("notion-key", "ntn_", 30),
            Shape.open("grafana-token", "glsa_", 20), Shape.open("newrelic-key", "NRAK-", 20),
            Shape.open("age-key", "AGE-SECRET-KEY-1", 20), Shape.open("bearer-token", "Bearer ", 20),
            Shape.open("bearer-token", "bearer ", 20));

    static boolean isWord(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '~';
    }

    static boolean isLetterOrDigit(char c) {
        return isLower(c) || isUpper(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /**
     * Whether a secret begins at {@code at}.
     *
     * @param wordBegins whether what stands before {@code at} can end a word
     * @param last true where no more text follows; the verdict is then never {@link Verdict.Open}
     */
    static Verdict judge(CharSequence text, int at, boolean wordBegins, boolean last) {
        char here = text.charAt(at);
        if (here == '-') {
            return pem(text, at, last);
        }
        if (here == ':') {
            return password(text, at, last);
        }
        if (!wordBegins || !isLetterOrDigit(here)) {
            return PLAIN;
        }
        if (isDigit(here)) {
            return telegram(text, at, last);
        }
        Verdict shape = anyShape(text, at, last);
        return shape instanceof Verdict.Plain && here == 'e' ? jwt(text, at, last) : shape;
    }

    private static Verdict anyShape(CharSequence text, int at, boolean last) {
        boolean open = false;
        for (Shape shape : SHAPES) {
            if (text.charAt(at) == shape.start().charAt(0)) {
                Verdict verdict = one(shape, text, at, last);
                if (verdict instanceof Verdict.Secret) {
                    return open ? OPEN : verdict;
                }
                open = open || verdict instanceof Verdict.Open;
            }
        }
        return open ? OPEN : PLAIN;
    }

    private static Verdict one(Shape shape, CharSequence text, int at, boolean last) {
        Start starts = startsWith(text, at, shape.start());
        if (starts != Start.YES) {
            return starts == Start.CUT && !last ? OPEN : PLAIN;
        }
        int from = at + shape.start().length();
        int end = runEnd(text, from, shape.letters(), RUN_CHARS_MAX);
        int length = end - from;
        boolean atEdge = end == text.length() && length < RUN_CHARS_MAX;
        if (atEdge && !last) {
            return OPEN;
        }
        boolean fits = length >= shape.least() && (shape.most() == 0 || length <= shape.most())
                && looksRandom(text, from, end);
        return fits ? new Verdict.Secret(shape.kind(), trimmed(text, from, end), length == RUN_CHARS_MAX) : PLAIN;
    }

    /** Names in programs have neither digits nor mixed case in such a length; keys nearly always do. */
    private static boolean looksRandom(CharSequence text, int from, int end) {
        boolean upper = false;
        boolean lower = false;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                return true;
            }
            upper = upper || isUpper(c);
            lower = lower || isLower(c);
        }
        return upper && lower;
    }

    /** A full stop after a key ends the sentence and is no part of it. */
    private static int trimmed(CharSequence text, int from, int end) {
        int cut = end;
        while (cut > from && (text.charAt(cut - 1) == '.' || text.charAt(cut - 1) == '~')) {
            cut--;
        }
        return cut;
    }

    /** Three runs of base64url with full stops between, the first beginning like a JSON object. */
    private static Verdict jwt(CharSequence text, int at, boolean last) {
        Start starts = startsWith(text, at, "eyJ");
        if (starts != Start.YES) {
            return starts == Start.CUT && !last ? OPEN : PLAIN;
        }
        int first = partEnd(text, at, JWT_HEADER_CHARS_MAX);
        if (first == text.length() && first - at < JWT_HEADER_CHARS_MAX) {
            return last ? PLAIN : OPEN;
        }
        if (first - at < 10 || first == text.length() || text.charAt(first) != '.') {
            return PLAIN;
        }
        int end = runEnd(text, first, Letters.WORD, RUN_CHARS_MAX);
        if (end == text.length() && end - first < RUN_CHARS_MAX && !last) {
            return OPEN;
        }
        return end - first < 10
                ? PLAIN
                : new Verdict.Secret("jwt", trimmed(text, first, end),
                        end - first == RUN_CHARS_MAX);
    }

    /** The number of a bot, a colon and 35 letters. */
    private static Verdict telegram(CharSequence text, int at, boolean last) {
        int colon = at;
        while (colon < text.length() && colon - at < 11 && isDigit(text.charAt(colon))) {
            colon++;
        }
        if (colon == text.length() && colon - at < 11) {
            return last ? PLAIN : OPEN;
        }
        if (colon - at < 8 || text.charAt(colon) != ':') {
            return PLAIN;
        }
        int end = runEnd(text, colon + 1, Letters.WORD, 64);
        if (end == text.length() && end - colon < 65 && !last) {
            return OPEN;
        }
        boolean found = trimmed(text, colon, end) - colon == 36 && looksRandom(text, colon, end);
        return found ? new Verdict.Secret("telegram-token", trimmed(text, colon, end), false) : PLAIN;
    }

    private static int partEnd(CharSequence text, int from, int most) {
        int at = from;
        int bound = Math.min(text.length(), from + most);
        while (at < bound && (isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    /** {@code scheme://user:password@host}, seen from the colon after the scheme; the user's name goes as well. */
    private static Verdict password(CharSequence text, int at, boolean last) {
        Start starts = startsWith(text, at, "://");
        if (starts != Start.YES) {
            return starts == Start.CUT && !last ? OPEN : PLAIN;
        }
        int colon = credentialEnd(text, at + 3, USER_CHARS_MAX);
        if (colon == text.length()) {
            return last ? PLAIN : OPEN;
        }
        if (text.charAt(colon) != ':') {
            return PLAIN;
        }
        int host = credentialEnd(text, colon + 1, PASSWORD_CHARS_MAX);
        if (host == text.length()) {
            return last ? PLAIN : OPEN;
        }
        boolean found = text.charAt(host) == '@' && host > colon + 1 && text.charAt(colon + 1) != '$'
                && text.charAt(colon + 1) != '{' && text.charAt(colon + 1) != '<';
        return found ? new Verdict.Secret("url-password", host, false) : PLAIN;
    }

    private static int credentialEnd(CharSequence text, int from, int most) {
        int at = from;
        int bound = Math.min(text.length(), from + most);
        while (at < bound && " \t\r\n/@:\"'`<>()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** A private key block up to its end line, or as far as its letters go. */
    private static Verdict pem(CharSequence text, int at, boolean last) {
        Start starts = startsWith(text, at, PEM_BEGIN);
        if (starts != Start.YES) {
            return starts == Start.CUT && !last ? OPEN : PLAIN;
        }
        int title = at + PEM_BEGIN.length();
        while (title < text.length() && title - at < 64 && text.charAt(title) != '-') {
            title++;
        }
        if (title == text.length() && title - at < 64) {
            return last ? PLAIN : OPEN;
        }
        boolean isPrivate = text.subSequence(at, title).toString().contains("PRIVATE KEY");
        return isPrivate ? pemBody(text, at, Math.min(title + DASHES.length(), text.length()), last) : PLAIN;
    }

    private static Verdict pemBody(CharSequence text, int at, int from, boolean last) {
        int end = from;
        int bound = Math.min(text.length(), at + PEM_CHARS_MAX);
        while (end < bound && isPemLetter(text.charAt(end))) {
            if (text.charAt(end) == '-' && startsWith(text, end, PEM_END) == Start.YES) {
                int dashes = endOfLine(text, end + PEM_END.length());
                return dashes == text.length() && !last && !endsWithDashes(text, dashes)
                        ? OPEN
                        : new Verdict.Secret("private-key", dashes, false);
            }
            end++;
        }
        return end == text.length() && end - at < PEM_CHARS_MAX && !last
                ? OPEN
                : new Verdict.Secret("private-key", end, false);
    }

    private static int endOfLine(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && at - from < 64 && (isLetterOrDigit(text.charAt(at)) || text.charAt(at) == ' ')) {
            at++;
        }
        int dashes = 0;
        while (at < text.length() && dashes < DASHES.length() && text.charAt(at) == '-') {
            at++;
            dashes++;
        }
        return at;
    }

    private static boolean endsWithDashes(CharSequence text, int end) {
        return end >= DASHES.length() && text.subSequence(end - DASHES.length(), end).toString().equals(DASHES);
    }

    private static boolean isPemLetter(char c) {
        return isLetterOrDigit(c) || "+/= \t\r\n\\:,-\"'".indexOf(c) >= 0;
    }

    private static int runEnd(CharSequence text, int from, Letters letters, int most) {
        int at = from;
        int bound = Math.min(text.length(), from + most);
        while (at < bound && letters.has(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Start startsWith(CharSequence text, int at, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (at + i == text.length()) {
                return Start.CUT;
            }
            if (text.charAt(at + i) != start.charAt(i)) {
                return Start.NO;
            }
        }
        return Start.YES;
    }
}
