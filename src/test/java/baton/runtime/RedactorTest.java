package baton.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RedactorTest {

    /** A planted key: what must be named in its place, and the key, put together so that no scanner takes it for real. */
    private record Planted(String kind, String key) {}

    private static final String MIXED = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4";
    private static final String HEX = "0123456789abcdef0123456789abcdef";

    private static final List<Planted> PLANTED = List.of(new Planted("anthropic-key", "sk-ant-" + "api03-" + MIXED),
            new Planted("openrouter-key", "sk-or-" + "v1-" + HEX), new Planted("openai-key", "sk-" + "proj-" + MIXED),
            new Planted("openai-key", "sk-" + HEX), new Planted("groq-key", "gsk_" + MIXED),
            new Planted("xai-key", "xai-" + MIXED), new Planted("google-key", "AI" + "za" + MIXED.substring(0, 35)),
            new Planted("google-token", "ya" + "29." + MIXED), new Planted("google-client-secret", "GOCSPX-" + MIXED),
            new Planted("huggingface-token", "hf_" + MIXED), new Planted("perplexity-key", "pplx-" + MIXED),
            new Planted("replicate-token", "r8_" + MIXED), new Planted("aws-key", "AK" + "IA" + "ABCDEFGHIJ234567"),
            new Planted("aws-secret", "aws_secret_access_key=" + "a1B2/" + MIXED.substring(0, 35)),
            new Planted("azure-key", "AccountKey=" + MIXED + "=="), new Planted("github-token", "gh" + "p_" + MIXED),
            new Planted("github-token", "github" + "_pat_" + MIXED), new Planted("gitlab-token", "gl" + "pat-" + MIXED),
            new Planted("slack-token", "xo" + "xb-" + MIXED),
            new Planted("slack-webhook", "https://hooks.slack.com/services/" + "T01/B02/" + MIXED),
            new Planted("stripe-key", "sk_" + "live_" + MIXED), new Planted("npm-token", "npm_" + MIXED),
            new Planted("pypi-token", "pypi-" + MIXED), new Planted("docker-token", "dckr_pat_" + MIXED),
            new Planted("sendgrid-key", "SG." + MIXED), new Planted("twilio-key", "SK" + HEX),
            new Planted("mailgun-key", "key-" + HEX), new Planted("digitalocean-token", "dop_v1_" + HEX + HEX),
            new Planted("vault-token", "hvs." + MIXED), new Planted("databricks-token", "dapi" + HEX),
            new Planted("shopify-token", "shpat_" + HEX), new Planted("linear-key", "lin_api_" + MIXED),
            new Planted("notion-key", "ntn_" + MIXED), new Planted("grafana-token", "glsa_" + MIXED),
            new Planted("newrelic-key", "NRAK-" + MIXED), new Planted("age-key", "AGE-SECRET-KEY-1" + MIXED),
            new Planted("telegram-token", "123456789:" + MIXED.substring(0, 35)),
            new Planted("bearer-token", "Bearer " + MIXED),
            new Planted("jwt", "ey" + "JhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxIn0." + MIXED),
            new Planted("url-password", "://" + "user:p4ss.word"), new Planted("private-key",
                    "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEow+/=\nabc\n-----END RSA PRIVATE KEY-----"));

    @TestFactory
    Stream<DynamicTest> keysAreReplacedByTheirKind() {
        return PLANTED.stream().map(one -> DynamicTest.dynamicTest(one.kind(), () -> assertEquals(
                new Redacted("see \"x[secret: " + one.kind() + "]@\" there", 1).text().replace("x[", before(one) + "["),
                Redactor.ofShapes().redact("see \"" + before(one) + one.key() + "@\" there").text())));
    }

    /** A password in an address is seen only after its scheme. */
    private static String before(Planted planted) {
        return planted.kind().equals("url-password") ? "postgres" : "";
    }

    @TestFactory
    Stream<DynamicTest> noCutBetweenTwoPiecesLetsAKeyThrough() {
        return PLANTED.stream().map(one -> DynamicTest.dynamicTest(one.kind(), () -> {
            String text = "first, " + before(one) + one.key() + "@ then.";
            String whole = Redactor.ofShapes().redact(text).text();
            for (int cut = 0; cut <= text.length(); cut++) {
                assertEquals(whole, inPieces(Redactor.ofShapes(), text.substring(0, cut), text.substring(cut)));
            }
            assertEquals(whole, inPieces(Redactor.ofShapes(), piecesOf(text, 1)));
        }));
    }

    @Test
    void nothingOfAKeyIsGivenOutBeforeItIsDecided() {
        for (Planted one : PLANTED) {
            var stream = Redactor.ofShapes().stream();
            var out = new StringBuilder();
            for (String letter : piecesOf("a " + before(one) + one.key(), 1)) {
                out.append(stream.add(letter));
            }
            String marked = "a " + before(one) + "[secret: " + one.kind() + "]";
            assertTrue(marked.startsWith(out.toString()), one.kind() + ": " + out);
        }
    }

    @Test
    void valuesOfSecretVariablesAreReplacedWhereverTheyOccur() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("MISTRAL_API_KEY", "qwertyuiopASDFGH");
        environment.put("DB_PASSWORD", "say \"hi\" & go");
        environment.put("HOME", "/home/somebody-with-a-name");
        environment.put("SHORT_TOKEN", "abc");
        environment.put("SSH_KEY_PATH", "/home/me/.ssh/id");
        var redactor = Redactor.of(environment);
        assertEquals(new Redacted("x[secret: MISTRAL_API_KEY]y abc /home/me/.ssh/id /home/somebody-with-a-name", 1),
                redactor.redact("xqwertyuiopASDFGHy abc /home/me/.ssh/id /home/somebody-with-a-name"));
        assertEquals("{\"p\":\"[secret: DB_PASSWORD]\"} [secret: DB_PASSWORD] [secret: DB_PASSWORD]", redactor
                .redact("{\"p\":\"say \\\"hi\\\" & go\"} say \"hi\" & go say+%22hi%22+%26+go").text());
        String text = "key qwertyuiopASDFGH and qwertyuiopASDFG.";
        for (int cut = 0; cut <= text.length(); cut++) {
            assertEquals("key [secret: MISTRAL_API_KEY] and qwertyuiopASDFG.",
                    inPieces(redactor, text.substring(0, cut), text.substring(cut)));
        }
    }

    @Test
    void theLongerOfTwoSecretsThatBeginAlikeIsReplacedWhole() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("A_TOKEN", "abcd1234");
        environment.put("B_TOKEN", "abcd1234efgh");
        var redactor = Redactor.of(environment);
        for (int cut = 0; cut <= 26; cut++) {
            String text = "abcd1234efgh abcd1234 tail";
            assertEquals("[secret: B_TOKEN] [secret: A_TOKEN] tail",
                    inPieces(redactor, text.substring(0, cut), text.substring(cut)));
        }
    }

    @Test
    void aKeyAfterAnEscapedLineEndIsSeen() {
        assertEquals("{\"t\":\"key:\\n[secret: openai-key]\"}",
                Redactor.ofShapes().redact("{\"t\":\"key:\\nsk-" + MIXED + "\"}").text());
    }

    @Test
    void ordinaryTextAndProgramsStayAsTheyAre() {
        for (String text : List.of("", "s", "sk-", "risk-averse-and-other-long-kebab-case-names",
                "sk-fading-circle-loader-wrapper", "hf_some_long_function_name", "eyJ", "eyJhbGciOi is not one",
                "https://example.org:8080/path?x=1", "postgres://localhost:5432/db", "http://user@host/",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "12345678:90", "Bearer of good news",
                "git commit -m 'keys: none'", "https://${USER}:${PASS}@host", "日本語のテキスト sk- です")) {
            assertEquals(new Redacted(text, 0), Redactor.ofShapes().redact(text));
            assertEquals(text, inPieces(Redactor.ofShapes(), piecesOf(text, 1)));
        }
    }

    @Test
    void aKeyWithoutEndIsSwallowedToItsEnd() {
        String longKey = "sk-" + MIXED.repeat(2_000);
        assertEquals("[secret: openai-key] after", Redactor.ofShapes().redact(longKey + " after").text());
        assertEquals("[secret: openai-key] after",
                inPieces(Redactor.ofShapes(), piecesOf(longKey + " after", 997)));
    }

    @Test
    void randomCutsGiveTheSameText() {
        var random = new Random(7);
        int rounds = Boolean.getBoolean("baton.deep") ? 20_000 : 300;
        for (int round = 0; round < rounds; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                Planted one = PLANTED.get(random.nextInt(PLANTED.size()));
                text.append(random.nextBoolean() ? " " : "").append(one.key(), 0,
                        random.nextInt(one.key().length() + 1));
            }
            String whole = Redactor.ofShapes().redact(text.toString()).text();
            int first = random.nextInt(text.length() + 1);
            int second = first + random.nextInt(text.length() - first + 1);
            assertEquals(whole, inPieces(Redactor.ofShapes(), text.substring(0, first), text.substring(first, second),
                    text.substring(second)), text.toString());
        }
    }

    @Test
    void hostileTextTakesTimeInProportionToItsLength() {
        for (String unit : List.of("eyJ-", "sk-", "://a:", "-----BEGIN PRIVATE KEY", "1234567", "AccountKey=",
                "sk-ant-")) {
            String text = unit.repeat(400_000 / unit.length());
            assertFalse(Redactor.ofShapes().redact(text).text().isEmpty());
        }
    }

    private static String[] piecesOf(String text, int chars) {
        return IntStream.iterate(0, at -> at < text.length(), at -> at + chars)
                .mapToObj(at -> text.substring(at, Math.min(text.length(), at + chars))).toArray(String[]::new);
    }

    private static String inPieces(Redactor redactor, String... pieces) {
        var stream = redactor.stream();
        var out = new StringBuilder();
        for (String piece : pieces) {
            out.append(stream.add(piece));
        }
        return out.append(stream.end()).toString();
    }
}
