package baton.reading.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/** What a document says outside its charts, looked at once however many charts there are. */
final class AroundCharts {

    private static final Pattern SIGNS = Pattern.compile("^(?:[|#>]++|[-*+]\\s|\\d{1,3}[.)]\\s|\\[[ xX]]\\s)++\\s*");
    private static final String BEHIND_WORD = "|:.)]*`–—";

    private final Map<String, Span> byFirstWord = new HashMap<>();
    private final Map<String, Span> byWord = new HashMap<>();
    private final Map<String, List<Block.Table>> tables = new HashMap<>();
    private Span agents = Span.NONE;

    /** The first and the last of some lines. */
    private record Span(int first, int last) {

        static final Span NONE = new Span(Integer.MAX_VALUE, 0);

        Span with(int line) {
            return new Span(Math.min(first, line), Math.max(last, line));
        }

        boolean isOutside(Block.Fence fence) {
            return last > 0 && (first < fence.line() || last > fence.lastLine());
        }
    }

    AroundCharts(MarkdownDocument document) {
        for (int i = 0; i < document.lines().size(); i++) {
            String line = document.lines().get(i);
            String first = firstWord(line);
            if (!first.isEmpty()) {
                byFirstWord.put(first, byFirstWord.getOrDefault(first, Span.NONE).with(i + 1));
            }
            int at = i + 1;
            words(line, word -> byWord.put(word, byWord.getOrDefault(word, Span.NONE).with(at)));
            agents = NameIndex.saysAgent(line) ? agents.with(i + 1) : agents;
        }
        document.sections().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Block.Table table && !table.rows().isEmpty()) {
                table.rows().getFirst().cells().stream().limit(1).forEach(
                        cell -> tables.computeIfAbsent(Words.plain(cell), _ -> new ArrayList<>()).add(table));
            }
        });
    }

    /** Runs of letters and numbers. */
    private static void words(String line, Consumer<String> use) {
        int from = 0;
        for (int at = 0; at < line.length();) {
            int sign = line.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (!Words.isLetterOrNumber(sign)) {
                if (at > from) {
                    use.accept(line.substring(from, at));
                }
                from = next;
            }
            at = next;
        }
        if (line.length() > from) {
            use.accept(line.substring(from));
        }
    }

    /** The word that a line or the first cell of a row begins with. */
    private static String firstWord(String line) {
        String text = line.strip();
        Matcher signs = SIGNS.matcher(text);
        int from = signs.lookingAt() ? signs.end() : 0;
        while (from < text.length() && isBehindWord(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && !isBehindWord(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isBehindWord(char sign) {
        return BEHIND_WORD.indexOf(sign) >= 0 || sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    /** True where lines outside the chart speak of agents. */
    boolean speakOfAgents(Block.Fence fence) {
        return agents.isOutside(fence);
    }

    /** True where the word stands anywhere outside the chart. */
    boolean hold(String word, Block.Fence fence) {
        return byWord.getOrDefault(word, Span.NONE).isOutside(fence);
    }

    /** True where most nodes stand by their ids at the beginnings of lines or cells outside the chart. */
    boolean speakOfIds(Block.Fence fence, Set<String> nodes) {
        long found = nodes.stream()
                .filter(node -> byFirstWord.getOrDefault(node, Span.NONE).isOutside(fence)).count();
        return nodes.size() >= MermaidWork.NODES_MIN && found * 3 >= nodes.size() * 2L;
    }

    /** The tables that nobody took and whose first row begins with one of these ids, in the order of the document. */
    List<Block.Table> tablesOf(Set<String> nodes, Claims claims) {
        Map<Integer, Block.Table> byLine = new TreeMap<>();
        nodes.forEach(node -> {
            List<Block.Table> open = tables.getOrDefault(node, new ArrayList<>());
            open.removeIf(table -> claims.isTaken(table.line()));
            open.forEach(table -> byLine.put(table.line(), table));
        });
        return List.copyOf(byLine.values());
    }
}
