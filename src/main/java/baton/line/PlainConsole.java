package baton.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import baton.view.page.SentenceLayout;
import baton.view.text.AsciiSigns;
import baton.view.text.StyledLine;

/**
 * Sentences and nothing else: no colour, no control character, no line that changes. For screen readers, pipes and terminals
 * that can do no more.
 */
public final class PlainConsole implements Console {
    private final BufferedReader in;
    private final OutputStream out;
    private final Manner manner;
    private final ShowQueue queue = new ShowQueue(this::write);
    private final AtomicBoolean gone = new AtomicBoolean();
    /** The prompt is the last thing that was written, and what is shown next begins a line of its own. */
    private final AtomicBoolean prompting = new AtomicBoolean();

    /**
     * What is at the two ends.
     *
     * @param attended a person types, and sees what is typed
     * @param ascii no sign of our own beyond ASCII
     */
    public record Manner(boolean attended, boolean ascii) {}

    public PlainConsole(InputStream in, OutputStream out, Manner manner) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.manner = manner;
    }

    /** Shows the prompt only to a person; a pipe knows what it sends. */
    @Override
    public Typed read(String prompt) {
        if (manner.attended()) {
            queue.add(() -> {
                writeText(prompt);
                prompting.set(true);
            });
        }
        try {
            String line = in.readLine();
            prompting.set(false);
            return line == null ? new Typed.End() : new Typed.Entry(line);
        } catch (IOException closed) {
            return new Typed.End();
        }
    }

    @Override
    public void show(List<StyledLine> lines) {
        queue.add(lines);
    }

    private void write(List<StyledLine> lines) {
        var text = new StringBuilder(prompting.getAndSet(false) ? "\n" : "");
        lines.forEach(line -> text.append(line.text()).append('\n'));
        writeText(text.toString());
    }

    /** A reader who has gone away is told nothing more; whether that ends anything is for others to decide. */
    private void writeText(String text) {
        if (gone.get()) {
            return;
        }
        try {
            out.write((manner.ascii() ? AsciiSigns.in(text) : text).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException readerLeft) {
            gone.set(true);
        }
    }

    /** Nothing can stand behind this prompt; it is shown to be copied. */
    @Override
    public void draft(String text) {
        show(StyledLine.of(text));
    }

    @Override
    public void status(String text) {
        // A line that stands still is a repaint; who wants to know types /agents.
    }

    @Override
    public void ring() {
        // A control character; the sentence that a person is needed comes by itself.
    }

    @Override
    public int columns() {
        return SentenceLayout.UNFOLDED;
    }

    @Override
    public boolean tellTerminal(String sequence) {
        return false;
    }

    @Override
    public boolean isAttended() {
        return manner.attended();
    }

    @Override
    public void close() {
        queue.close();
    }
}
