package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Field;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.TaskTitles;
import baton.reading.language.TimeBoxes;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/** Puts labelled lines where they belong: into an agent, or into its task. */
public final class AgentFields {

    private static final Pattern NOBODY = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("NONE") + "(?![\\p{L}\\p{N}]).*|n/?a|-|–|—|no dependencies.*");
    private static final Pattern BACKTICKED = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern TOOL = Pattern.compile("(?:mcp__)?[\\p{L}\\p{N}_.*/-]+(?:\\([^)]*\\))?");

    private static final Pattern PART = Pattern
            .compile("\\s*[,;]\\s+(?:(?:and|und|et|y|e|en)\\s+)?|\\s+(?:and|und|et|y|e|en|&|\\+)\\s+");
    private static final Pattern STATE = Pattern.compile("\\(([^()]{2,60})\\)\\s*$");

    private final FoundAgent agent;
    private final List<Field> fields;
    private final List<String> inputs = new ArrayList<>();

    public AgentFields(FoundAgent agent, List<Field> fields) {
        this.agent = agent;
        this.fields = fields;
    }

    /** "None" and the like. */
    public static boolean isNothing(String text) {
        return NOBODY.matcher(text).matches();
    }

    public boolean has(Label... labels) {
        return Stream.of(labels).anyMatch(label -> of(label).findAny().isPresent());
    }

    public List<Field> all() {
        return List.copyOf(fields);
    }

    public int count() {
        return fields.size();
    }

    public Stream<Field> of(Label label) {
        return fields.stream().filter(field -> field.label().filter(label::equals).isPresent());
    }

    private List<String> texts(Label label) {
        return of(label).flatMap(field -> field.texts().stream()).filter(text -> !NOBODY.matcher(text).matches())
                .toList();
    }

    private String line(Label label) {
        return String.join("; ", texts(label));
    }

    public void fillAgent() {
        String role = line(Label.ROLE);
        agent.role = agent.role.isEmpty() ? role : agent.role;
        texts(Label.FOCUS).forEach(text -> agent.topics.addAll(parts(text)));
        agent.responsibilities.addAll(texts(Label.RESPONSIBILITIES));
        of(Label.OWNS).flatMap(field -> field.rawTexts().stream()).forEach(this::owns);
        of(Label.TOOLS).flatMap(field -> field.rawTexts().stream()).forEach(this::tool);
        agent.outputs.addAll(outputs());
        agent.outputs.addAll(texts(Label.ARTIFACTS));
    }

    /** What the agent answers for, line by line, as jobs that nobody has given yet. */
    public List<FoundTask> duties(Place section) {
        List<FoundTask> duties = new ArrayList<>();
        of(Label.RESPONSIBILITIES).flatMap(field -> field.items().stream()).forEach(item -> {
            var draft = new TaskDraft("", TaskTitles.of(item.raw()), agent.name.written());
            draft.place = new Place(section.file(), item.line());
            duties.add(new FoundTask(draft, List.of(), "duty"));
        });
        return duties;
    }

    /** Paths with what the line says of their state; words without any are topics. */
    private void owns(String raw) {
        List<String> paths = Paths.in(raw);
        if (paths.isEmpty()) {
            agent.topics.addAll(WordLists.split(Words.plain(raw)));
        }
        Matcher state = STATE.matcher(raw);
        String said = state.find() ? state.group(1).strip() : "";
        paths.forEach(path -> agent.owns.add(new AgentSpec.OwnedArea(path, said)));
    }

    /** Names in code marks are tools; a line without any tells what to read or how to work. */
    private void tool(String raw) {
        List<String> items = WordLists.split(raw);
        boolean names = items.stream().allMatch(word -> TOOL.matcher(word).matches() && !Paths.isFile(word));
        List<String> named = names
                ? items
                : BACKTICKED.matcher(raw).results().map(found -> found.group(1))
                        .filter(word -> !Paths.isFile(word)).toList();
        named.stream().filter(name -> !agent.tools.contains(name)).forEach(agent.tools::add);
        if (names) {
            return;
        }
        inputs.addAll(Paths.in(raw));
        String plain = Words.plain(raw);
        if (Words.count(plain) > 1) {
            agent.responsibilities.add(plain);
        }
    }

    public List<String> outputs() {
        List<String> paths = new ArrayList<>();
        of(Label.OUTPUT).flatMap(field -> field.rawTexts().stream()).forEach(raw -> paths.addAll(Paths.in(raw)));
        return paths.stream().distinct().toList();
    }

    /** The one task that these lines describe. */
    public FoundTask task(String title, TaskSpec.Kind kind, Place place) {
        TimeBoxes.Boxed boxed = TimeBoxes.inTask(Words.plain(title));
        var draft = new TaskDraft(line(Label.TASK_ID), boxed.text(), agent.name.written());
        draft.kind = kind;
        draft.place = place;
        draft.timeBox = Stream
                .concat(texts(Label.TIME_BOX).stream().map(TimeBoxes::stated),
                        Stream.of(boxed.minutes()))
                .filter(OptionalInt::isPresent).map(minutes -> new TaskSpec.Minutes(minutes.getAsInt())).findFirst();
        draft.priority = line(Label.PRIORITY);
        draft.sprint = line(Label.SPRINT);
        draft.deadline = line(Label.DEADLINE);
        draft.estimate = line(Label.ESTIMATE);
        draft.tools.addAll(agent.tools);
        draft.outputs.addAll(outputs());
        of(Label.OUTPUT).flatMap(field -> field.rawTexts().stream()).filter(raw -> Paths.in(raw).isEmpty())
                .forEach(raw -> draft.deliverables.add(Words.plain(raw)));
        draft.deliverables.addAll(texts(Label.DELIVERABLES));
        of(Label.DELIVERABLES).flatMap(field -> field.rawTexts().stream())
                .flatMap(raw -> StatedOutput.onlyPaths(raw).stream()).filter(path -> !draft.outputs.contains(path))
                .forEach(draft.outputs::add);
        of(Label.CRITERIA).forEach(field -> draft.acceptance.addAll(criteria(field)));
        List<String> read = new ArrayList<>(inputs);
        of(Label.INPUTS).flatMap(field -> field.rawTexts().stream()).forEach(raw -> {
            List<String> paths = Paths.in(raw);
            read.addAll(paths.isEmpty() ? parts(Words.plain(raw)) : paths);
        });
        read.addAll(Paths.in(title));
        read.stream().distinct().filter(input -> !draft.outputs.contains(input)).forEach(draft.inputs::add);
        draft.integrationPoints.addAll(texts(Label.INTEGRATION));
        draft.contract.addAll(texts(Label.CONTRACT));
        draft.returns.addAll(texts(Label.RETURNS));
        List<String> needs = new ArrayList<>();
        texts(Label.DEPENDS).forEach(text -> needs.addAll(parts(text)));
        return new FoundTask(draft, needs, "agent");
    }

    /** One line of criteria that is plainly a list is taken apart; "$4,300" and "a and b" are not. */
    public static List<String> criteria(Field field) {
        if (!field.items().isEmpty()) {
            return field.texts();
        }
        return criteria(Words.plain(field.value()));
    }

    public static List<String> criteria(String line) {
        List<String> parts = Stream.of(line.split(";\\s+|,\\s+(?:and\\s+)?", -1)).map(String::strip).toList();
        boolean list = parts.stream().allMatch(part -> Words.count(part) >= 2);
        return line.isBlank() ? List.of() : list ? parts : List.of(line);
    }

    /** The words of a line in which only paths and what joins them may stand. */
    static List<String> pathParts(String raw) {
        return WordLists.split(Words.plain(raw), PART).stream().map(String::strip).filter(part -> !part.isEmpty())
                .toList();
    }

    /** Names and short phrases in one line, at commas, semicolons and "and". */
    public static List<String> parts(String text) {
        return WordLists.split(text, PART).stream()
                .map(part -> Words.title(part.replaceFirst("(?i)^(?:after|the)\\s+", "")))
                .filter(part -> !part.isEmpty()
                        && !NOBODY.matcher(part).matches())
                .toList();
    }
}
