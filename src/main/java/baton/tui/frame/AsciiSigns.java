package baton.tui.frame;

/** What the signs of our own frames look like where only ASCII can be shown; each takes one cell before and after. */
final class AsciiSigns {
    private static final String SIGNS = "─━│┃┄┆╭╮╰╯┌┐└┘├┤┬┴┼═║╔╗╚╝█▓▒░▁▂▃▄▅▆▇●○■□◆▸▾◂▴✔✖…·–—↑↓←→×“”‘’";
    private static final String PLAIN = "--||-|+++++++++++++=|++++#=:.__.--=#*ox.*>v<^+x~---^v<>x\"\"''";

    private AsciiSigns() {}

    static String of(String cluster) {
        if (cluster.length() != 1 || cluster.charAt(0) < 0x80) {
            return cluster;
        }
        int at = SIGNS.indexOf(cluster.charAt(0));
        return at < 0 ? cluster : PLAIN.substring(at, at + 1);
    }
}
