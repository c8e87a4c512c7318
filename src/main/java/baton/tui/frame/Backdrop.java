package baton.tui.frame;

/**
 * The colour that a terminal paints behind its text.
 *
 * @param red from 0 to 255, as the two others
 */
public record Backdrop(int red, int green, int blue) {
    private static final double LINEAR_UP_TO = 0.03928;

    public Backdrop {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException("no colour: " + red + " " + green + " " + blue);
        }
    }

    /** How much another colour stands out from this one, from 1 to 21, as WCAG 2 defines it. */
    double contrast(Backdrop other) {
        double ours = luminance();
        double theirs = other.luminance();
        return (Math.max(ours, theirs) + 0.05) / (Math.min(ours, theirs) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= LINEAR_UP_TO ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
