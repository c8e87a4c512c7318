package baton.reading.agreement;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Cadence;
import baton.plan.ConflictRule;
import baton.plan.Contact;
import baton.plan.Deliverable;
import baton.plan.EscalationRule;
import baton.plan.Gate;
import baton.plan.Metric;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.PlannedFile;
import baton.plan.PlaybookEntry;
import baton.plan.SeverityLevel;
import baton.plan.SprintSteps;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.AgentsInText;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.Condition;
import baton.reading.language.GateScopes;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Targets;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * Lists that are what their title says: metrics, red flags, cadences, escalations, contacts, limitations, priorities, steps of
 * a sprint, people's tasks, next steps, deliverables, completion rules, ground rules.
 */
public final class TopicListRecogniser implements Recogniser {

    private static final Pattern COMPARED = Pattern
            .compile("(.{2,}?)\\s*((?:[<>≤≥=~]=?|(?:at least|at most|under|below|above|over)(?=\\s))\\s*\\d.*)");
    private static final Pattern EACH_DAY = Pattern.compile("^" + Lexicon.WORDS.pattern("EVERY_TIME") + " (?:\\S+ )?(?:"
            + Lexicon.WORDS.pattern("WEEKDAY") + "|" + Lexicon.WORDS.pattern("DAYS") + "|"
            + Lexicon.WORDS.pattern("WEEKS")
            + "|" + Lexicon.WORDS.pattern("SLOT") + ")");
    private static final Pattern FIGURE_FIRST = Pattern.compile("(~?\\d[\\d.,]*\\s*(?:%|ms|s|x)?\\+?)\\s+(\\p{L}.*)");
    private static final Pattern FOR = Pattern.compile("(?iu)(.{3,}?)\\s+(?:for|für|pour|para|per|voor)\\s+(.{3,})");
    private static final Pattern WITHIN = Pattern.compile("(?iu)\\d{1,3}\\s*(?:" + Lexicon.WORDS.pattern("MINUTES")
            + "|"
            + Lexicon.WORDS.pattern("HOUR_LENGTH") + "|" + Lexicon.WORDS.pattern("DAYS") + ")(?![\\p{L}\\p{N}])");
    private static final Pattern HALVES = Pattern.compile("(.{3,100}?)(?:[,.!;]\\s+|\\s+[–—-]\\s+)(.{3,})");
    private static final Set<Topic> IN_LINES = EnumSet.of(Topic.METRICS, Topic.ESCALATIONS, Topic.CADENCES,
            Topic.CONTACTS, Topic.PRIORITIES, Topic.PLAYBOOK);
    private static final int TARGET_WORDS_MAX = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line());
            List<Entry> entries = !open ? List.of() : inOneLine(passage).orElseGet(() -> Entry.of(passage.block()));
            if (open && passage.block() instanceof Block.Paragraph(var lines)) {
                lines.forEach(line -> flags(line, claims, findings));
            }
            if (!entries.isEmpty() && new Reading(passage, entries, findings).read()) {
                passage.claim(claims);
            }
        }
    }

    /** "Errors ≤ 14 %; delay ≤ 2 s" below a title about figures. */
    private static Optional<List<Entry>> inOneLine(Passage passage) {
        if (!(passage.block() instanceof Block.Paragraph paragraph) || !passage.about(Topic.METRICS)) {
            return Optional.empty();
        }
        String text = String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw).toList());
        List<String> parts = Lead.parts(text);
        return parts.size() < 2 || !parts.stream().allMatch(Targets::isNamed)
                ? Optional.empty()
                : Optional.of(parts.stream()
                        .map(part -> Entry.of(part, List.of(), paragraph.line(), paragraph.lastLine())).toList());
    }

    /** "Alarm signs: one; another" in one line. */
    private static void flags(Block.TextLine line, Claims claims, Findings findings) {
        Lead.inLine(line.raw(), line.line()).filter(lead -> Topic.in(lead.key()).contains(Topic.RED_FLAGS))
                .ifPresent(lead -> {
                    findings.draft.redFlags.addAll(Lead.parts(lead.value()));
                    claims.take(line.line(), line.line());
                });
    }

    /** One list. */
    private record Reading(Passage passage, List<Entry> entries, Findings findings) {

        private Place at(Entry entry) {
            return new Place(passage.document().file(), entry.line());
        }

        /** True where the list was understood. */
        boolean read() {
            if (isRhythm()) {
                entries.forEach(
                        entry -> findings.draft.cadences.add(new Cadence(entry.label(), entry.value(), at(entry))));
                return true;
            }
            boolean ofEach = passage.about(Topic.COMPLETION) && passage.titles().findFirst()
                    .flatMap(title -> GateScopes.of(title.key())).filter(Gate.Scope.TASK::equals).isPresent();
            boolean told = passage.about(Topic.HUMAN_TASKS) && passage.within(Topic.PROSE);
            if (ofEach || told) {
                return false;
            }
            if (passage.topics().isEmpty() && isMeasured()) {
                entries.forEach(entry -> findings.draft.metrics.add(metric(entry)));
                return true;
            }
            for (Topic topic : passage.topics()) {
                boolean conditions = topic == Topic.ESCALATIONS
                        && ((passage.about(Topic.PLAYBOOK) && !namesAgents())
                                || entries.stream().allMatch(entry -> Condition.ofItem(entry.text()).isPresent()));
                if (conditions ? playbook() : read(topic)) {
                    return true;
                }
            }
            return false;
        }

        /** "Pages on time = 100 %", "corrections: at most 2": a target in each line, most of them compared. */
        private boolean isMeasured() {
            boolean boxed = passage.block() instanceof Block.Listing list && list.isBoxed();
            long compared = entries.stream().filter(entry -> Targets.isAim(entry.value())).count();
            return !boxed && entries.size() > 1
                    && (entries.stream().allMatch(entry -> Targets.isNamed(entry.text()))
                            || (compared * 2 >= entries.size() && entries.stream().allMatch(entry -> !entry.label()
                                    .isEmpty() && Targets.isFigure(entry.value()))));
        }

        /** Who is called when something goes wrong makes an escalation of what is else a playbook. */
        private boolean namesAgents() {
            long called = entries.stream().filter(entry -> !AgentsInText.of(entry.text(), findings.roster).isEmpty())
                    .count();
            return called * 2 >= entries.size();
        }

        private boolean read(Topic topic) {
            var draft = findings.draft;
            if (passage.block() instanceof Block.Paragraph && !IN_LINES.contains(topic)) {
                return false;
            }
            switch (topic) {
                case METRICS -> {
                    boolean others = entries.stream()
                            .anyMatch(entry -> findings.roster.find(entry.label()).isPresent())
                            || (passage.block() instanceof Block.Listing list && list.isBoxed());
                    if (others) {
                        return false;
                    }
                    entries.forEach(entry -> draft.metrics.add(metric(entry)));
                }
                case RED_FLAGS -> entries.forEach(entry -> draft.redFlags.add(entry.text()));
                case CADENCES -> cadence();
                case ESCALATIONS -> entries.forEach(this::escalation);
                case CONTACTS -> entries.forEach(
                        entry -> draft.contacts.add(new Contact(entry.label(), entry.value(), at(entry))));
                case LIMITATIONS -> entries.forEach(entry -> draft.limitations.add(entry.text()));
                case PRIORITIES -> entries.forEach(entry -> draft.priorities.add(entry.text()));
                case COMPLETION -> entries.forEach(entry -> draft.completion.add(entry.text()));
                case DELIVERABLES -> entries.forEach(this::deliverable);
                case HUMAN_TASKS -> entries.forEach(entry -> job(entry, "", TaskSpec.Kind.HUMAN));
                case NEXT_STEPS -> entries.forEach(entry -> job(entry, PlanLint.ORCHESTRATOR, TaskSpec.Kind.NEXT_STEP));
                case SPRINT_START, SPRINT_DURING, SPRINT_END -> steps(topic);
                case CONTRACTS -> entries.forEach(this::contract);
                case STUBS -> entries.forEach(this::stub);
                case PLAYBOOK -> {
                    return playbook();
                }
                case FILES -> {
                    return files();
                }
                case SEVERITIES -> {
                    return severities();
                }
                case CONFLICTS -> {
                    return conflicts();
                }
                case GROUND_RULES, CHECKPOINTS, DECISIONS, QUESTIONS, GATES, FIRST_ACTIONS,
                        COMMANDS, HANDOFF,
                        TEMPLATES, TASKS, DEPENDENCIES, CONTEXT, TIMELINE, PROSE -> {
                    return false;
                }
            }
            return true;
        }

        /** "Daily: …, weekly: …" is a rhythm wherever it stands; so are "every Monday" and "each week". */
        private boolean isRhythm() {
            long rhythmic = entries.stream().filter(entry -> isRhythm(Words.key(entry.label()))).count();
            return rhythmic > 0 && rhythmic * 2 >= entries.size();
        }

        private boolean isRhythm(String key) {
            boolean at = passage.about(Topic.CADENCES) && !key.isEmpty()
                    && Lexicon.WORDS.words("WEEKDAY").stream().anyMatch(day -> key.contains(day));
            return at || Lexicon.WORDS.words("CADENCE").contains(key) || EACH_DAY.matcher(key).find();
        }

        private void cadence() {
            String title = passage.titles().findFirst().map(Passage.Title::text).orElse("");
            String every = passage.titles().flatMap(one -> word(one.key()).stream()).findFirst().orElse(title);
            String what = String.join("; ", entries.stream().map(Entry::text).toList());
            findings.draft.cadences.add(new Cadence(every, title.equals(every) ? what : title + ": " + what,
                    new Place(passage.document().file(), passage.line())));
        }

        private static Optional<String> word(String key) {
            return Lexicon.WORDS.words("CADENCE").stream().filter(word -> (" " + key + " ").contains(" " + word + " "))
                    .findFirst();
        }

        private Metric metric(Entry entry) {
            boolean none = Lexicon.WORDS.words("ZERO").contains(Words.key(entry.text()).split(" ", -1)[0]);
            if (!entry.label().isEmpty() && !entry.value().isEmpty()) {
                boolean target = entry.value().chars().anyMatch(Character::isDigit)
                        || Words.count(entry.value()) <= TARGET_WORDS_MAX;
                return target
                        ? new Metric(entry.label(), entry.value(), "", at(entry))
                        : new Metric(entry.label(), "", entry.value(), at(entry));
            }
            String text = entry.text();
            Matcher compared = COMPARED.matcher(text);
            if (!none && compared.matches()) {
                return new Metric(compared.group(1).strip(), compared.group(2).strip(), "", at(entry));
            }
            Matcher first = FIGURE_FIRST.matcher(text);
            return first.matches()
                    ? new Metric(first.group(2), first.group(1).strip(), "", at(entry))
                    : new Metric(text, "", "", at(entry));
        }

        private void escalation(Entry entry) {
            String kind = entry.label().isEmpty() ? entry.text() : entry.label();
            findings.draft.escalations.add(new EscalationRule(kind, entry.label().isEmpty() ? "" : entry.value(),
                    AgentsInText.of(entry.value(), findings.roster), at(entry)));
        }

        private void deliverable(Entry entry) {
            String text = entry.text().replaceFirst("^[-–—]\\s*", "");
            List<String> details = entry.details();
            findings.draft.deliverables.add(new Deliverable(
                    details.isEmpty() ? text : TaskTitles.of(text) + ": " + String.join("; ", details),
                    Paths.in(entry.raw()), at(entry)));
        }

        private void job(Entry entry, String agent, TaskSpec.Kind kind) {
            var task = new TaskDraft("", TaskTitles.of(entry.text()), agent);
            task.kind = kind;
            task.runs = false;
            task.place = at(entry);
            task.deliverables.addAll(entry.details());
            findings.tasks.add(new FoundTask(task, List.of(), kind.name()));
        }

        private void steps(Topic topic) {
            List<String> texts = entries.stream().map(Entry::text).toList();
            SprintSteps steps = findings.draft.sprintSteps;
            findings.draft.sprintSteps = topic == Topic.SPRINT_START
                    ? new SprintSteps(texts, steps.during(), steps.end())
                    : topic == Topic.SPRINT_DURING
                            ? new SprintSteps(steps.start(), texts, steps.end())
                            : new SprintSteps(steps.start(), steps.during(), texts);
        }

        /** Who publishes what is each one's duty, and no job of its own. */
        private void contract(Entry entry) {
            String name = entry.label().isEmpty() ? "" : entry.label();
            Optional<String> agent = findings.roster.meant(name)
                    .or(() -> AgentsInText.of(entry.text(), findings.roster).stream().findFirst());
            agent.ifPresent(
                    id -> findings.roster.responsible(id, entry.label().isEmpty() ? entry.text() : entry.value()));
        }

        private void stub(Entry entry) {
            Matcher purpose = FOR.matcher(entry.text());
            findings.draft.playbook.add(purpose.matches()
                    ? new PlaybookEntry(purpose.group(2), purpose.group(1), at(entry))
                    : new PlaybookEntry(entry.text(), entry.text(), at(entry)));
        }

        private boolean playbook() {
            List<PlaybookEntry> found = entries.stream().flatMap(entry -> Condition.ofItem(entry.text())
                    .map(one -> new PlaybookEntry(one.when(), one.then(), at(entry)))
                    .or(() -> entry.label().isEmpty() || entry.value().isEmpty()
                            ? halves(entry)
                            : Optional.of(new PlaybookEntry(entry.label(), entry.value(), at(entry))))
                    .stream()).toList();
            if (found.size() == entries.size()) {
                findings.draft.playbook.addAll(found);
            }
            return found.size() == entries.size();
        }

        /** "P1: the site is down, answered within 10 minutes by Agent A": levels with a time in each line. */
        private boolean severities() {
            boolean timed = entries.stream().allMatch(entry -> !entry.label().isEmpty()
                    && WITHIN.matcher(entry.value()).find());
            for (Entry entry : timed ? entries : List.<Entry>of()) {
                Matcher within = WITHIN.matcher(entry.value());
                String response = within.find() ? within.group() : "";
                findings.draft.severities.add(new SeverityLevel(entry.label(), entry.value(), response,
                        AgentsInText.of(entry.value(), findings.roster), at(entry)));
            }
            return timed;
        }

        /** "{@code package.json} → Agent 3 decides": what is fought over, and who has the say. */
        private boolean conflicts() {
            List<ConflictRule> rules = entries.stream().filter(entry -> !entry.label().isEmpty())
                    .flatMap(entry -> AgentsInText
                            .of(entry.value(), findings.roster).stream().limit(1)
                            .map(agent -> new ConflictRule(entry.label(), agent, List.of(), agent, at(entry))))
                    .toList();
            boolean all = !rules.isEmpty() && rules.size() == entries.size();
            if (all) {
                findings.draft.conflictRules.addAll(rules);
            }
            return all;
        }

        /** "On rainy days, the roofed way": what may happen stands before the first break of the sentence. */
        private Optional<PlaybookEntry> halves(Entry entry) {
            Matcher halves = HALVES.matcher(entry.text());
            return halves.matches()
                    ? Optional.of(new PlaybookEntry(halves.group(1), halves.group(2), at(entry)))
                    : Optional.empty();
        }

        private boolean files() {
            boolean any = false;
            for (Entry entry : entries) {
                List<String> paths = Paths.in(entry.raw());
                boolean behind = !entry.label().isEmpty() && paths.size() == 1 && !Paths.isPath(entry.label());
                if (behind) {
                    findings.draft.files.add(new PlannedFile(paths.getFirst(), entry.label(), at(entry)));
                }
                any |= behind;
            }
            return any;
        }
    }
}
