package baton.view.text;

/** Puts characters of ASCII in the place of the few signs that baton itself uses; what others wrote stays as it is. */
public final class AsciiSigns {
    private AsciiSigns() {}

    public static String in(String text) {
        return text.replace("·", "-").replace("…", "...").replace("×", "x");
    }
}
