package baton.llm;

/**
 * A provider as {@code baton doctor} shows it; never holds a key.
 *
 * @param provider the first part of {@code provider/model}
 * @param address where it is asked
 * @param key where its key comes from and whether it is there, in words
 * @param usable whether a call can be tried
 */
public record ProviderFinding(String provider, String address, String key, boolean usable) {}
