package baton.cli.setup;

/** A yes as {@code trust list --json} prints it; public because the JSON writer reads it from outside. */
public record TrustLine(String kind, String where, String sha256, long grantedAtMs) {}
