package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Checkpoint;
import baton.plan.Checkpoint.Criterion;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Entry;
import baton.reading.document.Topic;
import baton.reading.found.Assignment;
import baton.reading.found.Clause;
import baton.reading.found.Roster;
import baton.reading.language.AgentName;
import baton.reading.language.Doing;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * One line of a list of days, which often tells several things at once: "Day 2–3: Ledger finishes the schema; Gateway drafts the
 * port", or when all must be in step: "Day 5: <b>Checkpoint 1</b> – contract frozen (Gateway: port published)".
 *
 * @param when
 *            the time at its start; empty where it names none
 * @param jobs
 *            what it gives to somebody
 * @param point
 *            what must hold then, where the line is about that
 */
record DayLine(String when, List<Assignment> jobs, Optional<Checkpoint> point) {

    static final DayLine NOTHING = new DayLine("", List.of(), Optional.empty());
    private static final Pattern PARTS = Pattern.compile(";\\s+(?![^()]{0,300}\\))");
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\p{L}{2}[.!])\\s+(?![^()]{0,300}\\))");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\(([^()]{5,300})\\)[.]?\\s*$");
    private static final Pattern PAIRS = Pattern.compile("\\s*;\\s+|,\\s+(?=[^,;:]{2,40}:\\s)");
    private static final Pattern PAIR = Pattern.compile("([^:]{2,40}):\\s+(.{3,})");
    private static final Pattern MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+");
    private static final Phrases NEEDS = Phrases.of("DEPENDS", "WAITS", "PRESUPPOSES", "NOT_BEFORE", "REFERS");
    private static final int NAME_WORDS_MAX = 4;

    DayLine {
        jobs = List.copyOf(jobs);
    }

    /** Reads one item of a list; a line that tells nothing of this has neither jobs nor a point. */
    static DayLine of(Block.Item item, String file, boolean english, Roster roster) {
        Entry entry = Entry.of(item.raw(), List.of(), item.line(), item.lastLine());
        boolean timed = !entry.label().isEmpty() && Period.ofTitle(entry.label()).isPresent();
        String when = timed ? entry.label() : "";
        String text = timed ? entry.value() : entry.text();
        Optional<Checkpoint> point = point(text, when, new Place(file, item.line()), roster);
        return new DayLine(when, point.isPresent() ? List.of() : jobs(text, english, roster), point);
    }

    private static Optional<Checkpoint> point(String written, String when, Place place, Roster roster) {
        String text = MARKS.matcher(written).replaceFirst("");
        Matcher bracket = BRACKET.matcher(text);
        List<Criterion> told = bracket.find() ? pairs(bracket.group(1), roster) : List.of();
        String name = told.isEmpty() ? text : bracket.replaceFirst("");
        Entry entry = Entry.of(name, List.of(), place.line(), place.line());
        String head = entry.label().isEmpty() ? name.split("\\s+[–—-]\\s+", 2)[0] : entry.label();
        String key = Words.key(head);
        boolean about = Words.count(head) <= NAME_WORDS_MAX && (Topic.in(key).contains(Topic.CHECKPOINTS)
                || Lexicon.WORDS.words("POINT").contains(key));
        if (!about) {
            return Optional.empty();
        }
        String said = name.length() > head.length()
                ? name.substring(head.length()).replaceFirst("^[\\s:–—-]+", "")
                : name;
        return Optional.of(new Checkpoint(when.isEmpty() ? name : when + ": " + name, "",
                told.isEmpty() ? List.of(new Criterion("", said)) : told, place));
    }

    /** "Gateway: port published; Ledger: record accepted": what each of them must have reached. */
    private static List<Criterion> pairs(String inside, Roster roster) {
        List<Criterion> criteria = new ArrayList<>();
        for (String part : PAIRS.split(inside, -1)) {
            Matcher pair = PAIR.matcher(part.strip());
            Optional<String> agent = pair.matches() ? roster.meant(pair.group(1)) : Optional.empty();
            if (agent.isEmpty()) {
                return List.of();
            }
            criteria.add(new Criterion(agent.get(), pair.group(2)));
        }
        return criteria;
    }

    /** What a sentence says of the job before it ("Blocked by: the schema (Data Agent)") stays with that. */
    private static List<String> parts(String text, Pattern between) {
        List<String> parts = new ArrayList<>();
        for (String part : between.split(text, -1)) {
            if (!parts.isEmpty() && NEEDS.begins(Words.key(part))) {
                parts.set(parts.size() - 1, parts.getLast() + " " + part);
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** What a line gives to those whom it names, sentence by sentence. */
    static List<Assignment> jobs(String text, boolean english, Roster roster) {
        return parts(text, SENTENCE).stream().flatMap(sentence -> ofSentence(sentence, english, roster).stream())
                .toList();
    }

    /** What stands behind a semicolon is for the one named before a colon, unless it names somebody else or has a label. */
    private static List<Assignment> ofSentence(String sentence, boolean english, Roster roster) {
        List<Assignment> jobs = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (String part : parts(sentence, PARTS)) {
            Assignment whole = Assignment.read(part, roster);
            Matcher pair = PAIR.matcher(part.strip());
            if (whole.agent().isPresent() || whole.everybody()) {
                jobs.add(whole);
                last = pair.matches() ? whole.agent() : Optional.empty();
                continue;
            }
            List<Clause> told = Clause.told(part.replaceFirst("[.]$", ""), roster, english);
            told.forEach(clause -> jobs.add(job(Optional.of(clause.agent()), clause.words(), clause.needs())));
            if (told.isEmpty()) {
                Optional<String> all = everybody(part, english);
                all.ifPresent(words -> jobs.add(job(Optional.empty(), words, List.of())));
                last.filter(_ -> all.isEmpty() && !pair.matches() && Words.areSeveral(part))
                        .ifPresent(agent -> jobs.add(job(Optional.of(agent), part.strip(), whole.needs())));
            }
        }
        return jobs;
    }

    /** "Everybody reads the brief". */
    private static Optional<String> everybody(String part, boolean english) {
        List<String> words = List.of(part.strip().split("\\s+", -1));
        for (int count = 1; count < Math.min(NAME_WORDS_MAX, words.size() - 1); count++) {
            String rest = String.join(" ", words.subList(count, words.size()));
            if (AgentName.isEverybody(String.join(" ", words.subList(0, count)))
                    && Doing.of(rest, english).isPresent()) {
                return Optional.of(Clause.bare(rest));
            }
        }
        return Optional.empty();
    }

    private static Assignment job(Optional<String> agent, String words, List<String> needs) {
        return new Assignment(agent, agent.isEmpty(), words, "", needs, "", "");
    }
}
