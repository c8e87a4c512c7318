package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.settings.ProviderEndpoint.Dialect;

/**
 * What a provider must get back unchanged with the next request.
 *
 * @param signature proves the thinking, or the thinking behind the calls; empty for none
 * @param redacted thinking that only the provider can read
 */
record Opaque(Dialect dialect, String signature, List<String> redacted) {
    Opaque {
        redacted = List.copyOf(redacted);
    }

    boolean isEmpty() {
        return signature.isEmpty() && redacted.isEmpty();
    }

    /** JSON, or empty where there is nothing to keep. */
    String written() {
        if (isEmpty()) {
            return "";
        }
        var json = Json.newObject();
        json.put("dialect", dialect.name());
        json.put("signature", signature);
        var list = json.putArray("redacted");
        redacted.forEach(list::add);
        return Json.write(json);
    }

    /** What was kept for this dialect; what another one sent is of no use to it. */
    static Optional<Opaque> read(String text, Dialect dialect) {
        return Json.object(text).filter(json -> json.path("dialect").asText().equals(dialect.name())).map(json -> {
            var blocks = new ArrayList<String>();
            json.path("redacted").forEach(one -> blocks.add(one.asText()));
            return new Opaque(dialect, json.path("signature").asText(""), blocks);
        });
    }
}
