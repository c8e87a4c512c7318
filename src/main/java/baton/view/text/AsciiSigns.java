package baton.view.text;

/**
 * Text without the signs that only Unicode has, for terminals and tools that know ASCII alone: arrows, dots, dashes, quotes,
 * frames, bars. Letters of other languages stay.
 *
 * <p>A sign takes as many columns as before, so that what fitted still fits; only the euro is spelled out in running text.
 */
public final class AsciiSigns {
    /** Each sign with what stands in for it. */
    private static final String PAIRS = "…~·-•*×x→>←<↑^↓v↔-⇒>—-–-‒-−-‘'’'‚'“\"”\"„\"«<»>‹<›>≤<≥>≠=≈~✓+✔+✗x✘x✖x●*○o◆*◇o■#□o▪*▫o▸>▾v◂<▴^★*☆*§S¶P°o±~";
    /** How full a cell is, from its lower edge up or as a shade, with signs that look as full. */
    private static final String BARS = "▁.▂_▃_▄-▅-▆=▇=█#▓=▒:░.";
    private static final int FRAMES_FROM = 0x2500;
    private static final int BLOCKS_FROM = 0x2580;
    private static final int BLOCKS_TO = 0x259F;
    private static final String EURO = "EUR";

    private AsciiSigns() {}

    public static String in(String text) {
        if (text.chars().allMatch(sign -> sign < 0x80)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        text.chars().forEach(sign -> plain.append(of((char) sign)));
        return plain.toString();
    }

    /** One cell of a screen; it stays one column wide, so what has no sign of that width stays as it is. */
    public static String ofCell(String cluster) {
        if (cluster.length() != 1 || cluster.charAt(0) < 0x80) {
            return cluster;
        }
        String plain = of(cluster.charAt(0));
        return plain.length() == 1 ? plain : cluster;
    }

    private static String of(char sign) {
        if (sign < 0x80) {
            return String.valueOf(sign);
        }
        for (String pairs : new String[]{PAIRS, BARS}) {
            int at = pairs.indexOf(sign);
            if (at >= 0) {
                return pairs.substring(at + 1, at + 2);
            }
        }
        if (sign == '€') {
            return EURO;
        }
        if (sign >= FRAMES_FROM && sign < BLOCKS_FROM) {
            return frame(sign);
        }
        return sign >= BLOCKS_FROM && sign <= BLOCKS_TO ? "#" : String.valueOf(sign);
    }

    /** Lines of a frame by their direction, everything that turns or crosses as a plus. */
    private static String frame(char sign) {
        return switch (sign) {
            case '═', '━', '┅', '┉', '╍' -> "=";
            case '─', '┄', '┈', '╌' -> "-";
            case '│', '┃', '┆', '┇', '┊', '┋', '╎', '╏', '║' -> "|";
            default -> "+";
        };
    }
}
