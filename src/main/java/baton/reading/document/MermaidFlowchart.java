package baton.reading.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.Words;

/**
 * The part of Mermaid's flowcharts that plans use: nodes with labels, arrows with words, chains, fans and subgraphs.
 *
 * <p>
 * Styles and directions say nothing about order and are passed over; a line that is nothing known is kept as such and is
 * never an error. The format is described at mermaid.js.org under "Flowcharts".
 */
public record MermaidFlowchart(List<Arrow> arrows, Map<String, String> labels, Map<String, Framed> framed,
        List<Integer> unknownLines, Map<String, List<String>> lines, Map<String, String> classes, Set<String> diamonds,
        Map<String, Integer> places) {

    private static final Pattern CLASS = Pattern.compile("class\\s+([\\w.,\\s-]+?)\\s+([\\w-]+)");
    private static final Pattern BREAK = Pattern.compile("(?i)\\s*<br\\s*/?>\\s*|\\\\n|\\s+[|·•]\\s+");

    private static final Pattern HEADER = Pattern
            .compile("(?:graph|flowchart)(?:-elk)?(?:\\s+(?:TB|TD|BT|RL|LR))?\\s*;?");
    private static final Pattern SILENT = Pattern.compile(
            "(?:style|class|classDef|linkStyle|click|direction|accTitle|accDescr|subgraph|end|%%)(?:\\b.*|\\W.*)?");
    private static final Pattern NODE = Pattern
            .compile("\\s*([\\p{L}\\p{N}_][\\p{L}\\p{N}_.]*(?:-(?![-.>])[\\p{L}\\p{N}_.]+)*)"
                    + "(?:\\s*(?:\\(\\[|\\[\\[|\\[\\(|\\(\\(\\(|\\(\\(|\\{\\{|\\[/|\\[\\\\|>|\\[|\\(|\\{)\\s*(\"[^\"]*\"|[^\\[\\](){}|\"]*?)\\s*"
                    + "(?:]\\)|]]|\\)]|\\)\\)\\)|\\)\\)|}}|/]|\\\\]|]|\\)|}))?(?::::([\\w-]+))?(?:@\\{[^}]*})?");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:<|[ox](?=[-=]))?(?:"
            + "(?:--|==|-\\.)\\s+([^|>]+?)\\s+(?:-+>|=+>|\\.+->|-{2,}[ox]?|={2,}[ox]?|\\.+-)"
            + "|(?:-{2,}>|={2,}>|-\\.+->|-{2,}[ox](?=\\s)|-{3,}|={3,}|-\\.+-)(?:\\s*\\|\\s*\"?([^|\"]*)\"?\\s*\\|)?)");
    private static final Pattern AND = Pattern.compile("\\s*&");

    private static final Pattern FRAME = Pattern
            .compile("subgraph\\s+(?:[\\w.-]+\\s*\\[\\s*\"?([^\"\\]]+?)\"?\\s*]|\"?([^\"\\[\\]]+?)\"?)\\s*");

    /** The frame in which a node with a label is first drawn, and the line of the node. */
    public record Framed(String frame, int line) {}

    /** One arrow between two node ids; the label may be empty. */
    public record Arrow(String from, String to, String label, int line) {}

    /** Reads the lines of a fence, or gives an empty chart where the first word is no flowchart. */
    public static MermaidFlowchart parse(List<Block.TextLine> lines) {
        var chart = new MermaidFlowchart(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>(),
                new LinkedHashMap<>());
        Deque<String> frames = new ArrayDeque<>();
        boolean inside = false;
        for (Block.TextLine line : lines) {
            String text = line.raw().strip();
            if (!inside) {
                Matcher header = HEADER.matcher(text);
                boolean begins = header.lookingAt();
                String rest = begins ? text.substring(header.end()) : "";
                inside = begins && (rest.isEmpty() || text.contains(";"));
                text = inside ? rest : "";
            }
            for (String statement : statements(text)) {
                chart.framed(statement.strip(), line.line(), frames);
            }
        }
        return chart;
    }

    /** The statements of a line; a semicolon before an odd number of quotation marks stands in a label. */
    private static List<String> statements(String text) {
        if (text.indexOf(';') < 0) {
            return List.of(text);
        }
        List<String> statements = new ArrayList<>();
        int end = text.length();
        boolean quoted = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == ';' && !quoted) {
                statements.add(text.substring(i + 1, end));
                end = i;
            }
        }
        statements.add(text.substring(0, end));
        return statements.reversed();
    }

    public static boolean isFlowchart(List<Block.TextLine> lines) {
        return lines.stream().map(line -> line.raw().strip()).anyMatch(text -> HEADER.matcher(text).lookingAt());
    }

    /**
     * The arrows with those through diamonds joined: what comes behind a question comes after what leads to it, and the way
     * back to something earlier is none that anybody waits for.
     */
    public List<Arrow> joined() {
        return diamonds.isEmpty() ? arrows : new DrawnWays(this).joined();
    }

    /** The arrows between jobs: those joined, without any way back. */
    public List<Arrow> forward() {
        return new DrawnWays(this).forward(joined());
    }

    /** What a node is called: its label, or its id where it has none. */
    public String nameOf(String node) {
        return labels.getOrDefault(node, node);
    }

    /** Reads a statement inside the frames that are open. */
    private void framed(String text, int line, Deque<String> frames) {
        Matcher frame = FRAME.matcher(text);
        if (frame.matches()) {
            frames.push(Words.plain(frame.group(1) == null ? frame.group(2) : frame.group(1)));
        } else if (text.equals("end")) {
            frames.poll();
        }
        List<String> labelled = statement(text, line);
        if (!frames.isEmpty()) {
            labelled.forEach(node -> framed.put(node, new Framed(frames.element(), line)));
        }
    }

    /** Reads a statement and gives the nodes whose labels it is the first to say. */
    private List<String> statement(String text, int line) {
        Matcher named = CLASS.matcher(text);
        if (named.matches()) {
            for (String node : named.group(1).split("\\s*,\\s*", -1)) {
                classes.putIfAbsent(node.strip(), named.group(2));
            }
        }
        if (text.isEmpty() || SILENT.matcher(text).matches() || text.equals("---")) {
            return List.of();
        }
        Cursor cursor = new Cursor(text, line);
        List<String> from = cursor.nodes(this);
        boolean understood = !from.isEmpty();
        while (understood && cursor.at < text.length()) {
            String label = cursor.arrow();
            List<String> to = cursor.arrowFound ? cursor.nodes(this) : List.of();
            understood = !to.isEmpty();
            for (String source : from) {
                to.forEach(target -> arrows.add(new Arrow(source, target, label, line)));
            }
            from = to;
        }
        if (!understood) {
            unknownLines.add(line);
        }
        return cursor.labelled;
    }

    /** The place in one statement up to which it was read. */
    private static final class Cursor {
        private final String text;
        private int at;
        private final int line;
        private boolean arrowFound;
        private final List<String> labelled = new ArrayList<>();

        Cursor(String text, int line) {
            this.text = text;
            this.line = line;
        }

        List<String> nodes(MermaidFlowchart chart) {
            List<String> nodes = new ArrayList<>();
            boolean more = true;
            while (more) {
                Matcher node = NODE.matcher(text);
                if (!isNext(node)) {
                    return List.of();
                }
                nodes.add(node.group(1));
                at = node.end();
                if (node.group(2) != null) {
                    label(node, chart);
                }
                if (node.group(3) != null) {
                    chart.classes.putIfAbsent(node.group(1), node.group(3));
                }
                chart.places.putIfAbsent(node.group(1), line);
                Matcher and = AND.matcher(text);
                more = isNext(and);
                at = more ? and.end() : at;
            }
            return nodes;
        }

        /** True where the pattern fits at this place of the statement. */
        private boolean isNext(Matcher matcher) {
            return matcher.region(at, text.length()).lookingAt();
        }

        private void label(Matcher node, MermaidFlowchart chart) {
            String id = node.group(1);
            if (chart.labels.putIfAbsent(id, words(node.group(2))) == null) {
                labelled.add(id);
            }
            String bare = node.group(2).replaceAll("^\"|\"$", "");
            chart.lines.putIfAbsent(id, BREAK.splitAsStream(bare).map(Cursor::words).filter(part -> !part.isEmpty())
                    .toList());
            if (text.substring(node.end(1), node.start(2)).strip().equals("{")) {
                chart.diamonds.add(id);
            }
        }

        String arrow() {
            Matcher arrow = ARROW.matcher(text);
            arrowFound = isNext(arrow);
            if (!arrowFound) {
                return "";
            }
            at = arrow.end();
            String label = arrow.group(1) != null ? arrow.group(1) : arrow.group(2);
            return label == null ? "" : words(label);
        }

        private static String words(String label) {
            String bare = label.replaceAll("^\"|\"$", "").replaceAll("(?i)<br\\s*/?>", " ").replace("#quot;", "\"");
            return Words.plain(bare.strip());
        }
    }
}
