package baton.llm;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A proxy as a variable names it: {@code http://user:password@proxy:3128}; everything but the host may be left out.
 *
 * @param credentials user and password as they are sent, or empty; never shown
 */
record ProxyAddress(String host, int port, String credentials) {
    private static final int PORT_USUAL = 3128;
    private static final int PORT_MAX = 65_535;

    /**
     * Reads the value of a variable. The last {@code @} ends user and password, in which {@code %40} and the like are decoded.
     *
     * @param variable named in the message
     * @throws IllegalArgumentException where it names no host or a kind of proxy that is not spoken here; its text is not repeated
     */
    static ProxyAddress parse(String variable, String value) {
        int scheme = value.indexOf("://");
        String kind = scheme < 0 ? "http" : value.substring(0, scheme);
        if (!kind.equalsIgnoreCase("http")) {
            throw new IllegalArgumentException(variable + " names a proxy that is reached by " + kind
                    + "; only proxies reached by http:// are supported");
        }
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        int slash = rest.indexOf('/', Math.max(0, rest.lastIndexOf('@')));
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        try {
            URI place = URI.create("http://" + authority.substring(at + 1));
            if (place.getHost() != null && place.getPort() <= PORT_MAX) {
                return new ProxyAddress(place.getHost(), place.getPort() > 0 ? place.getPort() : PORT_USUAL,
                        at < 0 ? "" : decoded(authority.substring(0, at)));
            }
        } catch (IllegalArgumentException e) {
            throw notUnderstood(variable);
        }
        throw notUnderstood(variable);
    }

    private static IllegalArgumentException notUnderstood(String variable) {
        return new IllegalArgumentException(variable
                + " names no proxy that can be used; write http://host:port, or http://user:password@host:port with"
                + " special characters of the password as %40 and the like");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    InetSocketAddress socket() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** The header by which the proxy lets somebody in; empty where it asks for nobody. */
    Optional<String> authorization() {
        return credentials.isEmpty()
                ? Optional.empty()
                : Optional.of("Basic "
                        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
