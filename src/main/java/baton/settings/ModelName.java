package baton.settings;

/**
 * A model as people name it: {@code provider/model}, split at the first slash.
 *
 * <p>The model part may hold further slashes ({@code openrouter/vendor/model}).
 */
public record ModelName(String provider, String model) {
    /** The offline model that plays every part. */
    public static final ModelName REHEARSAL = new ModelName("rehearsal", "rehearsal");

    public ModelName {
        if (provider.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("provider and model must not be blank: " + provider + "/" + model);
        }
    }

    /**
     * Reads {@code provider/model}; the single word {@code rehearsal} is the offline model.
     *
     * @throws IllegalArgumentException where the text has no slash or an empty side
     */
    public static ModelName parse(String text) {
        if (text.equals("rehearsal")) {
            return REHEARSAL;
        }
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("a model is written provider/model, not \"" + text + "\"");
        }
        return new ModelName(text.substring(0, slash), text.substring(slash + 1));
    }

    public boolean isRehearsal() {
        return provider.equals("rehearsal");
    }

    @Override
    public String toString() {
        return isRehearsal() ? "rehearsal" : provider + "/" + model;
    }
}
