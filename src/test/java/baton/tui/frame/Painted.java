package baton.tui.frame;

/** A frame as text with its looks: where they change, the numbers a terminal would be told stand between angles. */
public final class Painted {
    private Painted() {}

    public static String of(Frame frame, Theme theme) {
        var text = new StringBuilder();
        for (int row = 0; row < frame.size().rows(); row++) {
            String last = "0";
            var line = new StringBuilder();
            for (int column = 0; column < frame.size().columns(); column++) {
                String look = theme.sequence(frame.ink(column, row));
                // Nobody sees how a space is coloured, unless it is reversed or underlined.
                boolean seen = !frame.cell(column, row).isBlank()
                        || (frame.ink(column, row) & (Ink.REVERSE | Ink.UNDERLINE)) != 0;
                if (seen && !look.equals(last)) {
                    line.append('‹').append(look).append('›');
                    last = look;
                }
                line.append(frame.cell(column, row));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
