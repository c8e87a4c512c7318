package baton.cli.console;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;

import baton.engine.Command.StopReason;

/**
 * Hears Ctrl-C and TERM, so that a session can write its result before the process ends.
 *
 * <p>The JDK offers signals only in {@code sun.misc}, whose every mention is a compiler warning that cannot be switched off;
 * therefore the class is looked up by name. Where that fails, the JVM ends at once and the session counts as killed, which
 * loses nothing.
 */
public final class Interrupts {
    private Interrupts() {}

    /** One wish may come twice at once: to the process, and to everybody in its group. */
    private static final long SAME_WISH_NANOS = 1_000_000_000L;

    /** From now on the first signal is passed on; a second one, later than at once, ends the process. */
    public static void passTo(Consumer<StopReason> listener) {
        handle("INT", StopReason.INTERRUPTED, 1, ExitCode.INTERRUPTED, listener);
        handle("TERM", StopReason.TERMINATED, 1, ExitCode.TERMINATED, listener);
        handle("HUP", StopReason.TERMINATED, 1, ExitCode.TERMINATED, listener);
    }

    /** From now on Ctrl-C only calls this, however often; a terminal of ours that reads it as a key does not get here. */
    public static void onInterrupt(Runnable pressed) {
        handle("INT", StopReason.INTERRUPTED, Integer.MAX_VALUE, ExitCode.INTERRUPTED, reason -> pressed.run());
    }

    @SuppressWarnings("ReferenceEquality")
    private static void handle(String name, StopReason reason, int patience, ExitCode exitCode,
            Consumer<StopReason> listener) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            int[] count = {0};
            long[] lastNanos = {0};
            Object ours = Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[]{handler},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            long now = System.nanoTime();
                            if (patience == 1 && count[0] > 0 && now - lastNanos[0] < SAME_WISH_NANOS) {
                                yield null;
                            }
                            lastNanos[0] = now;
                            if (++count[0] > patience) {
                                Runtime.getRuntime().halt(exitCode.number());
                            }
                            listener.accept(reason);
                            yield null;
                        }
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> name;
                    });
            signal.getMethod("handle", signal, handler).invoke(null,
                    signal.getConstructor(String.class).newInstance(name), ours);
        } catch (ReflectiveOperationException | IllegalArgumentException notHere) {
            System.getLogger(Interrupts.class.getName()).log(System.Logger.Level.DEBUG, "no signal " + name, notHere);
        }
    }
}
