package baton.reading.team;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.Words;

/**
 * Agents as items of a list, "1. <b>name</b>: what it does", under a heading about agents, a queue or a deployment.
 *
 * <p>
 * Lists of deliverables, rules and steps have the same form; the heading and the sound of the names tell them apart.
 */
public final class AgentQueueRecogniser implements Recogniser {

    private static final Pattern ITEM = Pattern.compile(
            "(?:\\*\\*|__)(.{2,60}?)(?::\\s*)?(?:\\*\\*|__)\\s*(?:[:–—-]|->|→)?\\s*(.*)|`([^`]{2,60})`\\s*(?:\\([^()]{2,40}\\)\\s*)?(?:[:–—-]|->|→)\\s*(.*)"
                    + "|(@?\\p{L}[\\p{L}\\p{N}]*(?:[-_][\\p{L}\\p{N}]+)+)\\s*(?::|\\s[–—-]|->|→)\\s*(.*)");
    /** "(TP) — crowns and twigs": how somebody is called for short stands behind the name. */
    private static final Pattern SHORT = Pattern.compile("\\((\\p{Lu}{1,4}\\d{0,2})\\)\\s*(?::|[–—-]|->|→)\\s+(.+)");
    private static final Pattern OF_AGENTS = Pattern
            .compile(".*\\b(agents?|subagents?|deploy\\w*|queued?|follow ?ups?|waves?|roster"
                    + "|team|crew|specialists?|assign\\w*|staff\\w*|workers?|next in line|reserves?|bench|waiting list|phases?|rounds?)\\b.*");
    private static final Pattern LATER = Pattern
            .compile(".*\\b(follow ?ups?|queued?|next|later|reserves?|bench|backlog|waiting"
                    + "|second|third|(?:phase|wave|round|stage|batch) (?:[2-9]|ii|iii|two|three|b|c))\\b.*");
    private static final Pattern OTHER = Pattern
            .compile(".*\\b(deliverables?|success|factors?|criteria|principles?|rules?|metrics?"
                    + "|questions?|decisions?|steps?|checklist|complete|risks?|dependenc\\w*|features?|modules?|technolog\\w*|kinds?|types?"
                    + "|examples?|packages?|patterns?|concepts?|glossary|tools?|permissions?|toolbox)\\b.*");
    /** Names in code marks behind a name, and nothing before them. */
    private static final Pattern TOOLS = Pattern.compile(
            "(?:`|\\*\\*|__)\\s*(?:[:–—-]|->|→)\\s*`[\\p{L}\\p{N}_*.:-]+`(?:\\s*[,;+]|\\s*$|\\s+\\p{Ll})");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ROSTER = Pattern.compile(".*\\b(roster|available|meet the|who is|team members)\\b.*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Set<String> inGraph = new HashSet<>();
        findings.edges.forEach(edge -> inGraph.addAll(List.of(Words.key(edge.from()), Words.key(edge.to()))));
        for (Passage passage : document.passages()) {
            boolean work = passage.topics().isEmpty() || passage.about(Topic.TASKS)
                    || passage.about(Topic.FIRST_ACTIONS);
            if (work && !passage.inFence() && passage.block() instanceof Block.Listing listing
                    && !claims.isTaken(listing.line())) {
                take(passage, listing, new ArrayDeque<>(passage.sections()), inGraph, claims, findings);
            }
        }
    }

    private static void take(Passage passage, Block.Listing listing, Deque<Section> above, Set<String> inGraph,
            Claims claims, Findings findings) {
        String lead = passage.lead().map(Lead::key).orElse("");
        String near = above.element().key() + " " + lead;
        String all = near + " " + String.join(" ", above.stream().filter(section -> section.level() > 1)
                .map(section -> section.key()).toList());
        List<Entry> entries = entries(listing);
        long somebodies = entries.stream().filter(entry -> entry.name.soundsLikeSomebody()
                || entry.called || (entry.name.isIdentifier() && !OTHER.matcher(near).matches())).count();
        boolean known = !entries.isEmpty() && entries.stream()
                .allMatch(entry -> inGraph.contains(Words.key(entry.name.written())));
        boolean ofAgents = OF_AGENTS.matcher(all).matches();
        boolean agents = (known && (ofAgents || entries.stream().allMatch(entry -> entry.name.isIdentifier())))
                || (!OTHER.matcher(near).matches() && ofAgents
                        && somebodies * 10 >= entries.size() * 6L);
        if (entries.isEmpty() || entries.size() < listing.items().size() || !agents) {
            return;
        }
        boolean tools = entries.stream().allMatch(entry -> TOOLS.matcher(entry.item.raw()).find()
                && Paths.in(entry.item.raw()).isEmpty());
        boolean period = passage.titles().anyMatch(title -> Period.ofTitle(title.text()).isPresent());
        boolean later = LATER.matcher(all).matches();
        boolean roster = ROSTER.matcher(all).matches() && !LATER.matcher(near).matches();
        for (Entry entry : entries) {
            var place = new Place(passage.document().file(), entry.item.line());
            var agent = new FoundAgent(entry.name, place);
            agent.role = roster ? entry.words() : entry.name.role();
            agent.group = roster && above.element().level() > 2 ? above.element().title() : "";
            var parts = new AgentFields(agent, fields(entry.item));
            parts.fillAgent();
            if (tools) {
                CODE.matcher(entry.said).results().forEach(code -> agent.tools.add(code.group(1)));
            }
            findings.agents.add(agent);
            if (!roster && !tools && !entry.words().isBlank()) {
                FoundTask task = bracketed(parts, entry.words(), later ? TaskSpec.Kind.FOLLOW_UP : TaskSpec.Kind.TASK,
                        place);
                findings.tasks.add(later || period
                        ? task
                        : new FoundTask(task.draft(), task.needs(), "roster@" + listing.line(), true, task.days()));
            }
            findings.own(passage.document().file(), entry.item.line(), entry.item.lastLine());
            claims.take(entry.item);
        }
        claims.take(above.element().line(), above.element().line());
    }

    /** The job with what stands in brackets behind it: what it waits for, and how long it takes. */
    private static FoundTask bracketed(AgentFields parts, String words, TaskSpec.Kind kind, Place place) {
        Assignment said = Assignment.read(words, new Roster());
        FoundTask task = parts.task(said.words(), kind, place);
        task.draft().estimate = task.draft().estimate.isEmpty() ? said.estimate() : task.draft().estimate;
        List<String> needs = new ArrayList<>(task.needs());
        needs.addAll(said.needs());
        return new FoundTask(task.draft(), needs, task.shape(), task.implied(), task.days());
    }

    private static List<Field> fields(Block.Item item) {
        return Field.of(item.inner()).stream().filter(field -> field.label().isPresent()).toList();
    }

    /** An item with its name; {@code called} where the name begins with an at sign. */
    private record Entry(Block.Item item, AgentName name, String said, boolean called) {

        String words() {
            return Words.plain(said);
        }
    }

    private static List<Entry> entries(Block.Listing listing) {
        List<Entry> entries = new ArrayList<>();
        for (Block.Item item : listing.items()) {
            entry(item).ifPresent(entries::add);
        }
        return entries;
    }

    private static Optional<Entry> entry(Block.Item item) {
        Matcher matcher = ITEM.matcher(item.raw().strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int group = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
        String behind = matcher.group(group + 1);
        Matcher coded = SHORT.matcher(Words.plain(behind));
        boolean brief = coded.matches();
        AgentName name = AgentName
                .of(brief ? matcher.group(group) + " (" + coded.group(1) + ")" : matcher.group(group));
        String said = brief ? coded.group(2) : behind;
        String words = Words.plain(said);
        boolean pointer = !words.isEmpty() && Stream.of(words.split("\\s*[+,&]\\s*", -1))
                .allMatch(part -> AgentName.of(part).isIdentifier());
        boolean label = Label.of(name.written()).isPresent() || pointer || NameIndex.key(name.written()).equals("agent")
                || name.id().isEmpty() || Paths.isPath(name.written());
        return label
                ? Optional.empty()
                : Optional.of(new Entry(item, name, said, matcher.group(group).replace("`", "").startsWith("@")));
    }

}
