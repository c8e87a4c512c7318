package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.Edit;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.reading.document.Block;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.language.Words;

/** What is not what it seems: YAML that is one text, marks without their space, stand-ins that nobody is to make. */
final class ShapeChecks {

    private static final Pattern NUMBERED = Pattern.compile("\\s*\\d{1,3}[.)]\\s+\\S.*");
    private static final Pattern TIGHT_HEADING = Pattern.compile("\\s{0,3}#{2,6}[\\p{L}\\p{N}].*");
    private static final Pattern TIGHT_ITEM = Pattern.compile("\\s{0,3}\\d{1,3}[.)]\\p{L}\\p{L}.*");
    private static final Pattern STAND_INS = Pattern.compile(
            "\\b(mock|stub|fake|dummy)\\s+(\\p{L}+\\s+)?(services?|servers?|apis?|endpoints?|backends?)\\b|^stubs$");
    private static final int LINES_MIN = 2;

    private ShapeChecks() {}

    /** Faults with the edits that would mend some of them. */
    static TextChecks.Found check(MarkdownDocument document, Plan plan) {
        List<Problem> problems = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        document.sections().forEach(section -> section.blocks().forEach(block -> {
            if (block instanceof Block.Fence fence && fence.info().matches("ya?ml")) {
                plainText(fence, document, problems, edits);
            }
            if (block instanceof Block.Paragraph paragraph) {
                tightMarks(paragraph, document, problems, edits);
            }
        }));
        document.sections().filter(section -> STAND_INS.matcher(section.key()).find())
                .forEach(section -> section.listings().findFirst()
                        .ifPresent(list -> standIns(section, list, document, plan, problems)));
        return new TextChecks.Found(problems, edits);
    }

    /** "##Team" and "1.Paint" are running text; with a space they are what their author meant. */
    private static void tightMarks(Block.Paragraph paragraph, MarkdownDocument document, List<Problem> problems,
            List<Edit> edits) {
        List<Block.TextLine> headings = paragraph.lines().stream()
                .filter(line -> TIGHT_HEADING.matcher(line.raw()).matches()).toList();
        List<Block.TextLine> items = paragraph.lines().stream()
                .filter(line -> TIGHT_ITEM.matcher(line.raw()).matches()).toList();
        headings.forEach(line -> {
            problems.add(Problem.warning("heading-mark", new Place(document.file(), line.line()),
                    "\"" + Words.title(line.raw())
                            + "\" is no heading, for no space follows its mark; what stands below"
                            + " belongs to the heading before it",
                    "Put a space behind the mark."));
            edits.add(spaced(line, line.raw().length() - line.raw().replaceFirst("^\\s*#+", "").length(), document));
        });
        if (items.size() >= LINES_MIN) {
            problems.add(Problem.warning("list-mark", new Place(document.file(), items.getFirst().line()),
                    items.size() + " lines are no list, for no space follows their numbers; they are read as one text",
                    "Put a space behind each number."));
            items.forEach(line -> edits.add(spaced(line, line.raw().replaceFirst("(?s)[.)].*", "").length() + 1,
                    document)));
        }
    }

    private static Edit spaced(Block.TextLine line, int at, MarkdownDocument document) {
        return new Edit(new Place(document.file(), line.line()), line.raw(),
                line.raw().substring(0, at) + " " + line.raw().substring(at));
    }

    /** Numbers with a point make no list in YAML; whoever parses the block gets one long text. */
    private static void plainText(Block.Fence fence, MarkdownDocument document, List<Problem> problems,
            List<Edit> edits) {
        List<Block.TextLine> numbered = fence.lines().stream()
                .filter(line -> NUMBERED.matcher(line.raw()).matches()).toList();
        long other = fence.lines().stream().map(line -> line.raw().strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).count() - numbered.size();
        if (numbered.size() >= LINES_MIN && other == 0) {
            problems.add(Problem.warning("yaml-is-text", new Place(document.file(), numbered.getFirst().line()),
                    "to a program this YAML is one text and no list of " + numbered.size()
                            + ": numbers make no list; here it is read as a list all the same",
                    "Begin each line with \"- \" instead of its number."));
            numbered.forEach(line -> edits.add(new Edit(new Place(document.file(), line.line()), line.raw(),
                    line.raw().replaceFirst("\\d{1,3}[.)]\\s+", "- "))));
        }
    }

    private static void standIns(Section section, Block.Listing list, MarkdownDocument document, Plan plan,
            List<Problem> problems) {
        boolean given = list.items().stream().anyMatch(item -> names(plan).anyMatch(name -> contains(item.raw(), name)))
                || plan.tasks().stream().anyMatch(task -> task.place().file().equals(document.file())
                        && task.place().line() >= list.line() && task.place().line() <= list.lastLine());
        if (!given && !plan.agents().isEmpty()) {
            problems.add(Problem.warning("stand-ins-unowned", new Place(document.file(), section.line()),
                    "\"" + section.title() + "\" lists " + list.items().size()
                            + ", and no agent is to make them; nobody does",
                    "Name the agent that makes each, and who takes it out again."));
        }
    }

    private static Stream<String> names(Plan plan) {
        return plan.agents().stream().flatMap(agent -> Stream.concat(Stream.of(agent.id(), agent.name()),
                aliases(agent)));
    }

    private static Stream<String> aliases(AgentSpec agent) {
        return agent.aliases().stream();
    }

    private static boolean contains(String text, String name) {
        return (" " + Words.key(text) + " ").contains(" " + Words.key(name).toLowerCase(Locale.ROOT) + " ");
    }
}
