package baton.wire;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import baton.engine.WellFormed;
import baton.profile.AgentProfile;
import baton.profile.ToolGrant;
import com.fasterxml.jackson.core.JsonGenerator;

/** Profiles as {@code agents list --json} prints them, one object a line. */
public final class ProfileJson {
    private ProfileJson() {}

    /** {@code tools} is null where the profile names none and its agent may use all of them. */
    public static String of(AgentProfile profile) {
        return JsonText.write(out -> {
            out.writeStartObject();
            text(out, "name", profile.name());
            text(out, "description", profile.description());
            text(out, "model", profile.model().names().stream().findFirst().orElse(""));
            text(out, "color", profile.color());
            switch (profile.tools()) {
                case ToolGrant.All() -> out.writeNullField("tools");
                case ToolGrant.Listed(var names) -> texts(out, "tools", names.stream().map(Object::toString));
            }
            text(out, "body", profile.prompt());
            text(out, "path", profile.path());
            text(out, "format", profile.format());
            texts(out, "warnings", profile.warnings().stream());
            out.writeEndObject();
        });
    }

    /** The line of a file that cannot be taken. */
    public static String refused(String path, String error) {
        return JsonText.write(out -> {
            out.writeStartObject();
            text(out, "path", path);
            text(out, "error", error);
            out.writeEndObject();
        });
    }

    private static void text(JsonGenerator out, String key, String text) throws IOException {
        out.writeStringField(key, WellFormed.text(text));
    }

    private static void texts(JsonGenerator out, String key, Stream<String> texts) throws IOException {
        out.writeArrayFieldStart(key);
        List<String> all = texts.toList();
        for (String text : all) {
            out.writeString(WellFormed.text(text));
        }
        out.writeEndArray();
    }
}
