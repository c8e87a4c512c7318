package baton.tui.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import baton.tui.frame.Capabilities.Follow;
import baton.tui.frame.Capabilities.Room;
import baton.tui.frame.Size;
import baton.tui.state.UiEvent;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/**
 * The terminal this process runs in: Lanterna decodes what is typed, JLine gives raw mode, size and signals.
 *
 * <p>Input is read from the descriptor itself: JLine's own stream cannot say whether more of a sequence waits. A stop by
 * Ctrl-Z gives the terminal back first and takes it again when the process goes on.
 */
public final class LanternaTerminal extends ANSITerminal implements TerminalPort {
    private static final String ALTERNATE_ON = "\u001b[?1049h";
    private static final String ALTERNATE_OFF = "\u001b[?1049l";
    /** Instead of leaving the alternate screen: what was painted last goes, and what others write begins in its place. */
    private static final String BELOW = "\r\u001b[J";
    /** No wrap at the edge, pastes marked, focus reports; the mouse with its buttons and wheel in the long form. */
    private static final String ENTER = "\u001b[?7l\u001b[?2004h\u001b[?1004h";
    private static final String LEAVE = "\u001b[?2026l\u001b[?1004l\u001b[?1006l\u001b[?1002l\u001b[?1000l"
            + "\u001b[?2004l\u001b[?7h\u001b[0m\u001b[?25h";
    private static final long LEAVE_MS = 1_000;
    /** Who leaves right after the question waits so long for the answer, which would otherwise be typed into the shell. */
    private static final long ANSWER_MS = 150;
    private static final String KIND = "baton";
    private static final String MOUSE_ON = "\u001b[?1000h\u001b[?1002h\u001b[?1006h";
    private static final String MOUSE_OFF = "\u001b[?1006l\u001b[?1002l\u001b[?1000l";

    private final Terminal system;
    private final Attributes found;
    private final AnswerFilter answers;
    private final PasteFilter input;
    private final OutputStream output;
    private final AtomicBoolean entered = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread restorer;
    private final Room room;
    private final AtomicBoolean curious;
    private final AtomicReference<Consumer<UiEvent>> listener;
    private volatile boolean mouse;

    private LanternaTerminal(Terminal system, InputStream source, OutputStream output, Room room, Follow follow) {
        var ears = new AtomicReference<Consumer<UiEvent>>(event -> {});
        var answers = new AnswerFilter(source, colour -> ears.get().accept(new UiEvent.Background(colour)));
        var filter = new PasteFilter(answers);
        super(filter, output, StandardCharsets.UTF_8);
        this.system = system;
        this.room = room;
        this.answers = answers;
        this.listener = ears;
        this.curious = new AtomicBoolean(follow == Follow.BACKGROUND);
        // Without a screen of our own the wheel is the terminal's, for its scrollback.
        this.mouse = room == Room.SCREEN;
        this.found = system.getAttributes();
        this.input = filter;
        this.output = output;
        this.restorer = Thread.ofPlatform().name("terminal-restorer").unstarted(this::leave);
        Runtime.getRuntime().addShutdownHook(restorer);
    }

    /**
     * Opens the terminal of this process.
     *
     * @param room whether it is painted on as a whole
     * @param follow whether it is asked for its background
     * @throws IOException where there is none
     */
    public static LanternaTerminal open(Room room, Follow follow) throws IOException {
        return new LanternaTerminal(system(), new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out), room, follow);
    }

    /** By JLine's own small library, which is there in half the time; where it cannot be loaded, in any way there is. */
    private static Terminal system() throws IOException {
        try {
            return wanted().provider("jni").build();
        } catch (IOException | IllegalStateException | LinkageError notHere) {
            return wanted().build();
        }
    }

    /** Nothing of what JLine knows about kinds of terminals is used; told of a kind that can nothing, it asks no program. */
    private static TerminalBuilder wanted() {
        InfoCmp.setLoadedInfoCmp(KIND, KIND + ",\n");
        return TerminalBuilder.builder().system(true).type(KIND).dumb(false).paused(true).graphemeCluster(false)
                .nativeSignals(true);
    }

    @Override
    protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
        return new KeyPatterns();
    }

    @Override
    protected TerminalSize findTerminalSize() {
        var size = size();
        return new TerminalSize(size.columns(), size.rows());
    }

    @Override
    public Size size() {
        var size = system.getSize();
        // A terminal that does not know its size says 0.
        return size.getColumns() > 0 && size.getRows() > 0
                ? new Size(size.getColumns(), size.getRows())
                : new Size(80, 24);
    }

    @Override
    public synchronized void enter() throws IOException {
        system.setAttributes(raw());
        entered.set(true);
        boolean asks = curious.getAndSet(false);
        if (asks) {
            answers.asking();
        }
        write(((room == Room.SCREEN ? ALTERNATE_ON : "") + ENTER + (mouse ? MOUSE_ON : MOUSE_OFF)
                + (asks ? AnswerFilter.QUESTION : "")).getBytes(StandardCharsets.US_ASCII));
    }

    /** Keys arrive one by one and as they are; only Ctrl-Z is still the terminal's own. */
    private Attributes raw() {
        var raw = new Attributes(found);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
        raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
        raw.setControlChar(ControlChar.VMIN, 0);
        raw.setControlChar(ControlChar.VTIME, 1);
        raw.setControlChar(ControlChar.VINTR, 0);
        raw.setControlChar(ControlChar.VQUIT, 0);
        return raw;
    }

    @Override
    public synchronized void leave() {
        if (!entered.getAndSet(false)) {
            return;
        }
        // A terminal that takes nothing any more must not keep anybody from leaving it.
        var last = Thread.ofPlatform().name("last-words").daemon().start(this::sayLeave);
        try {
            last.join(LEAVE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.settle(ANSWER_MS);
        try {
            system.setAttributes(found);
        } catch (RuntimeException gone) {
            // The terminal is gone, and its settings with it.
        }
    }

    private void sayLeave() {
        writing.lock();
        try {
            output.write((LEAVE + (room == Room.SCREEN ? ALTERNATE_OFF : BELOW)).getBytes(StandardCharsets.US_ASCII));
            output.flush();
        } catch (IOException gone) {
            // Nobody is left to see it.
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void mouse(boolean on) throws IOException {
        mouse = on;
        write((on ? MOUSE_ON : MOUSE_OFF).getBytes(StandardCharsets.US_ASCII));
    }

    /** Where the terminal has been given back, what was meant for the screen is dropped: it would stand among others' text. */
    @Override
    public void write(byte[] bytes) throws IOException {
        writing.lock();
        try {
            if (entered.get()) {
                output.write(bytes);
                output.flush();
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void listen(Consumer<UiEvent> heard) {
        listener.set(heard);
        system.handle(Signal.WINCH, signal -> heard.accept(new UiEvent.Resized(size())));
        system.handle(Signal.CONT, signal -> comeBack(heard));
        system.handle(Signal.TSTP, signal -> stop(heard));
        Thread.ofPlatform().name("keys").daemon().start(() -> read(heard));
    }

    @Override
    public void lend(Runnable program) throws IOException {
        try {
            answers.settle(ANSWER_MS);
            input.hold();
            leave();
            program.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            enter();
            input.goOn();
        }
    }

    private void read(Consumer<UiEvent> heard) {
        var strokes = new Keystrokes();
        try {
            while (!closed.get()) {
                var stroke = readInput();
                if (stroke == null || stroke.getKeyType() == KeyType.EOF) {
                    break;
                }
                tell(heard, strokes, stroke);
            }
        } catch (IOException gone) {
            // Said below.
        }
        if (!closed.get()) {
            heard.accept(new UiEvent.Gone());
        }
    }

    private void tell(Consumer<UiEvent> heard, Keystrokes strokes, KeyStroke stroke) throws IOException {
        long atMs = System.nanoTime() / 1_000_000;
        if (stroke.equals(KeyPatterns.PASTE)) {
            heard.accept(new UiEvent.Pasted(input.awaitPaste(), atMs));
        } else {
            strokes.event(stroke, atMs).ifPresent(heard);
        }
    }

    /** The process stops itself only after the terminal is as it was; a handler of ours has taken the signal's place. */
    private void stop(Consumer<UiEvent> heard) {
        if (!JobControl.canBeWoken()) {
            heard.accept(new UiEvent.Told("No shell is behind this that could wake it, so it does not stop.",
                    System.nanoTime() / 1_000_000));
            return;
        }
        leave();
        try {
            new ProcessBuilder("kill", "-STOP", String.valueOf(ProcessHandle.current().pid())).inheritIO().start()
                    .waitFor();
        } catch (IOException noTool) {
            comeBack(heard);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Modes are set and everything is painted by whoever paints: the terminal may have been left, or only stood still. */
    private void comeBack(Consumer<UiEvent> heard) {
        if (!closed.get()) {
            heard.accept(new UiEvent.Resized(size()));
            heard.accept(new UiEvent.Exposed());
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(restorer);
        } catch (IllegalStateException ending) {
            // The process ends already, and the hook has run or will find nothing to do.
        }
        try {
            system.close();
        } catch (IOException gone) {
            // Its settings were given back before.
        }
    }
}
