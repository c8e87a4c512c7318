package baton.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edit;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.reading.document.Block;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.document.Sentences;
import baton.reading.language.Words;

/**
 * Faults that only the text shows: a count that is not the number of agents listed, a ticked heading over open boxes, two
 * targets for one figure.
 */
final class TextChecks {

    private static final Pattern COUNT = Pattern.compile(
            "\\b(\\d{1,3})\\s+(?:\\p{L}+[ -]){0,3}?(?:sub-?)?agents?\\b");
    private static final Pattern NUMBERED = Pattern.compile("(?i)\\bagent (\\d{1,3})\\b");
    private static final Pattern OF_TEAM = Pattern.compile(
            "\\b(team|crew|consists?|comprises?|structure|there are|with|representing|made up|roster|group of|coordinates?|together)\\b");
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(at most|at least|always|never|fewer|more than|up to|max(imum)?|min(imum)?|active|at once|at a time|running|simultaneous\\w*|first|wave|initial)\\b");
    private static final Pattern TICKED = Pattern.compile("^\\s*(?:#+\\s*)?(✅|☑️|☑|✔️|✔|\\[[xX]])\\s*(.*)$");
    private static final Pattern TARGET = Pattern.compile(
            "(>=|≥|>|at least|minimum(?: of)?|min\\.?)?\\s*(\\d{1,3})(?:\\s*[-–]\\s*(\\d{1,3}))?\\s*%(\\+)?");
    private static final Pattern FIGURE = Pattern.compile(
            "\\b((?:test|code|line|branch|unit test|documentation) coverage|coverage|uptime|availability|accuracy|error rate)\\b");
    private static final Pattern LEAST = Pattern.compile("\\b(minimum|at least|or more)\\b|[>≥]");

    private final Plan plan;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> said = new LinkedHashSet<>();

    /** A figure's target: from, to and the line that says so. */
    private record Target(int from, int to, boolean least, Place place) {}

    private TextChecks(Plan plan) {
        this.plan = plan;
        plan.agents().forEach(agent -> Stream.concat(Stream.of(agent.name()), agent.aliases().stream())
                .map(NUMBERED::matcher).filter(Matcher::matches)
                .forEach(found -> numbers.add("agent " + Integer.parseInt(found.group(1)))));
    }

    /** What was found in the documents of a plan; nothing where there is no plan. */
    record Found(List<Problem> problems, List<Edit> edits) {
        Found {
            problems = List.copyOf(problems);
            edits = List.copyOf(edits);
        }
    }

    static Found check(List<MarkdownDocument> documents, Plan plan) {
        var checks = new TextChecks(plan);
        if (!plan.agents().isEmpty() || !plan.tasks().isEmpty()) {
            documents.forEach(checks::document);
        }
        // Where marks are wrong there may be no plan for that very reason.
        documents.forEach(document -> checks.add(ShapeChecks.check(document, plan)));
        return new Found(checks.problems, checks.edits);
    }

    private void document(MarkdownDocument document) {
        for (Sentences.Sentence sentence : document.sentences()) {
            var place = new Place(document.file(), sentence.line());
            boolean title = sentence.section().level() == 1 && sentence.line() == sentence.section().line();
            count(sentence.text(), title, place, document);
            numbered(sentence.text(), place);
            target(sentence.text(), place);
        }
        document.sections().forEach(section -> ticked(section, document));
    }

    private void add(Found found) {
        problems.addAll(found.problems());
        edits.addAll(found.edits());
    }

    private void count(String text, boolean title, Place place, MarkdownDocument document) {
        Matcher matcher = COUNT.matcher(text);
        int listed = plan.agents().size();
        if (listed < 2 || !text.contains("agent") || LIMIT.matcher(text).find()
                || !(title || OF_TEAM.matcher(text).find())
                || !matcher.find()) {
            return;
        }
        int said = Integer.parseInt(matcher.group(1));
        if (said != listed && said * 2 > listed && said < listed * 2) {
            problems.add(Problem.warning("agent-count", place,
                    "\"" + asWritten(matcher.group(), document.lines().get(place.line() - 1)) + "\" are announced and "
                            + listed
                            + " are listed; those that are listed take part",
                    "Write " + listed + ", or list the others."));
            String line = document.lines().get(place.line() - 1);
            if (Pattern.compile("\\b" + said + "\\b").matcher(line).results().count() == 1) {
                edits.add(new Edit(place, String.valueOf(said), String.valueOf(listed)));
            }
        }
    }

    /** Where agents go by numbers, a number that nobody has means somebody who is not there. */
    private void numbered(String text, Place place) {
        Matcher matcher = NUMBERED.matcher(text);
        while (text.contains("agent ") && matcher.find()) {
            String name = "agent " + Integer.parseInt(matcher.group(1));
            if (numbers.size() > 1 && !numbers.contains(name) && said.add(name)) {
                problems.add(Problem.warning("agent-number-unknown", place, "\"" + matcher.group()
                        + "\" is named here, and the agents are " + String.join(", ", numbers)
                        + "; what is said of it is left out",
                        "Correct the number, or add the agent."));
            }
        }
    }

    /** "five agents" where the line says so, and not "5 agents". */
    private static String asWritten(String counted, String line) {
        String noun = counted.replaceFirst("^\\d+", "");
        int at = line.toLowerCase(Locale.ROOT).indexOf(noun);
        return at <= 0 || line.contains(counted.substring(0, counted.length() - noun.length()))
                ? counted
                : line.substring(line.lastIndexOf(' ', at - 1) + 1, at + noun.length());
    }

    private void target(String text, Place place) {
        if (text.indexOf('%') < 0) {
            return;
        }
        Matcher figure = FIGURE.matcher(text);
        Matcher percent = TARGET.matcher(text);
        if (!figure.find() || !percent.find()) {
            return;
        }
        int from = Integer.parseInt(percent.group(2));
        int to = percent.group(3) == null ? from : Integer.parseInt(percent.group(3));
        boolean least = LEAST.matcher(text).find() || percent.group(4) != null;
        String name = figure.group(1).replaceFirst("^(test|code|line|branch|unit test) ", "");
        var here = new Target(from, to, least, place);
        Target first = targets.putIfAbsent(name, here);
        if (first != null && contradict(first, here)) {
            problems.add(Problem.warning("target-contradiction", place, "the target for " + name + " is "
                    + words(here) + " here and " + words(first) + " at " + first.place
                    + "; a run cannot tell which counts",
                    "Make the two agree."));
        }
    }

    private static boolean contradict(Target one, Target other) {
        return (one.least && other.from < one.from) || (other.least && one.from < other.from)
                || (!one.least && !other.least && (one.to < other.from || other.to < one.from));
    }

    private static String words(Target target) {
        String range = target.from == target.to ? target.from + " %" : target.from + "-" + target.to + " %";
        return target.least ? "at least " + range : range;
    }

    private void ticked(Section section, MarkdownDocument document) {
        String above = section.level() > 0 ? document.lines().get(section.line() - 1) : "";
        int line = section.line();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Listing listing) {
                over(above, line, listing, document);
            }
            if (block instanceof Block.Paragraph paragraph) {
                above = paragraph.lines().getLast().raw();
                line = paragraph.lastLine();
            } else {
                above = "";
            }
        }
    }

    private void over(String above, int line, Block.Listing listing, MarkdownDocument document) {
        Matcher tick = TICKED.matcher(above);
        long open = listing.items().stream().flatMap(TextChecks::boxes).filter(box -> box.startsWith("[ ]")).count();
        if (tick.matches() && open > 0) {
            var place = new Place(document.file(), line);
            problems.add(Problem.warning("ticked-over-open", place,
                    "\"" + Words.title(tick.group(2)) + "\" is ticked, and "
                            + open + " of the boxes below are open; the boxes count",
                    "Take the tick away until all are done."));
            edits.add(new Edit(place, tick.group(1), tick.group(1).startsWith("[") ? "[ ]" : "⬜"));
        }
    }

    private static Stream<String> boxes(Block.Item item) {
        return item.lines().stream().limit(1).map(Block.TextLine::raw);
    }
}
