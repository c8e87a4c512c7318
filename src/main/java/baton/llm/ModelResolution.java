package baton.llm;

import java.util.Objects;

import baton.settings.ModelName;

/** What a model's name, as a profile or a flag gives it, comes to. The caller turns anything but {@link Found} into a note. */
public sealed interface ModelResolution {
    /** Exactly this, or what an alias of the user's says. */
    record Found(ModelName model) implements ModelResolution {
        public Found {
            Objects.requireNonNull(model, "model");
        }
    }

    /**
     * The name means nothing here, the standard model stands in.
     *
     * @param reason for a person: why
     */
    record Replaced(String asked, ModelName model, String reason) implements ModelResolution {
        public Replaced {
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
