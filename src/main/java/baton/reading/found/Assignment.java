package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.AgentName;
import baton.reading.language.EastAsian;
import baton.reading.language.FirstWords;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;
import baton.reading.language.Signs;
import baton.reading.language.Words;

/**
 * One line that gives a job to somebody, taken apart: "Track A: Wall texts (Text-Agent)", "Guest Agent: forms (2 days)",
 * "Database setup → @Data-Agent".
 *
 * @param agent
 *            the id; empty where the line names nobody
 * @param everybody
 *            true where it says that all agents do it
 * @param words
 *            the job, without the parts below
 * @param needs
 *            names after "depends on"
 */
public record Assignment(Optional<String> agent, boolean everybody, String words, String track, List<String> needs,
        String estimate, String when) {

    private static final Pattern PREFIX = Pattern
            .compile("(.{1,80}?)\\s*(?::(?!//)|\\s[–—-]|->|→|=>)\\s+(.{2,})");
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[]([^()\\[\\]]{1,120})[)\\]]\\s*");
    private static final Pattern ARROW = Pattern.compile("(.{2,}?)\\s*(?:->|→|=>|⟶)\\s*(@?[^→>]{2,60})");
    private static final Pattern AT_START = Pattern.compile("@([\\p{L}\\p{N}_-]+)[\\s:,]+(.{2,})");
    private static final Pattern AT_END = Pattern.compile("(.{2,}?)[\\s,–—-]+@([\\p{L}\\p{N}_-]+)\\s*");
    private static final Pattern TRACK = Pattern.compile(
            "(?iu)(" + Lexicon.WORDS.pattern("TRACK")
                    + "\\s+[\\p{L}\\p{N}]{1,3})\\s*(\\([^()]{2,60}\\))?\\s*(?:[:–—-]|→|->|=>|⟶)\\s+(.{2,})");
    private static final Pattern ESTIMATE = Pattern.compile("(?iu)~?\\s*\\d+(?:[.,]\\d+)?(?:\\s*[-–]\\s*\\d+)?\\s*(?:"
            + Lexicon.WORDS.pattern("PERIOD") + "|d|w|wk|wks|h|hrs?)");
    private static final Pattern DONE = Pattern
            .compile("(?i)\\s+(?:is|are|has|have)\\s+(?:been\\s+)?(?:done|finished|complete|completed|ready)\\s*$");
    private static final Pattern NEEDS = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("DEPENDS") + "\\s*:?\\s+(\\S.*)");

    private static final Pattern BEHIND = Pattern
            .compile("(?:在\\s*)?(.{2,60}?)\\s*" + Lexicon.WORDS.pattern("AFTER_BEHIND"));
    private static final FirstWords DEPENDING = new FirstWords(Lexicon.WORDS.words("DEPENDS"));
    private static final Pattern WAITS = Pattern.compile("(?iu)(.{3,}?)\\s*(?:→|->|=>|\\s[–—-]|[,;])\\s*"
            + Lexicon.WORDS.pattern("DEPENDS") + "(?![\\p{L}])\\s*:?\\s+(\\S.{1,100})");
    private static final Pattern OWNED = Pattern.compile("(.{3,}?)\\s+[–—-]+\\s+(@?[^–—:,]{2,40}?)\\s*");
    private static final Pattern STARTS = Pattern
            .compile("(?iu)(?:.{2,60}[,\\s])?(?:" + Lexicon.WORDS.pattern("HAND_OUT")
                    + "|" + Lexicon.WORDS.pattern("STARTS") + ")\\s+(?:to\\s+)?(.{2,40}?)(\\s+(?:"
                    + Lexicon.WORDS.pattern("DEPENDS") + ")\\s.*)?");
    private static final Pattern LABEL = Pattern.compile("([^:]{2,30}):\\s+(.{2,60})");
    private static final Pattern HUMAN = Pattern
            .compile("(?iu)(" + Lexicon.WORDS.pattern("HUMAN") + ")\\s*(?::.*)?");

    public Assignment {
        needs = List.copyOf(needs);
    }

    /** Takes a line apart; where it names nobody the rest is still read. */
    public static Assignment read(String raw, Roster roster) {
        return new Reading(roster).read(Words.plain(raw));
    }

    /** The parts as they are found. */
    private static final class Reading {
        private final Roster roster;
        private Optional<String> agent = Optional.empty();
        private boolean everybody;
        private String track = "";
        private final List<String> needs = new ArrayList<>();
        private String estimate = "";
        private String when = "";

        Reading(Roster roster) {
            this.roster = roster;
        }

        Assignment read(String line) {
            String text = line;
            Matcher tracked = TRACK.matcher(text);
            if (tracked.matches()) {
                track = tracked.group(1);
                text = tracked.group(3) + (tracked.group(2) == null ? "" : " " + tracked.group(2));
            }
            // Whoever leads the line does it, whoever else it speaks of behind.
            Matcher lead = PREFIX.matcher(text);
            if (lead.matches() && roster.find(lead.group(1).replaceFirst("^@", "")).isPresent()) {
                agent = roster.find(lead.group(1).replaceFirst("^@", ""));
                text = lead.group(2);
            }
            text = waits(brackets(text));
            Matcher owned = OWNED.matcher(text);
            if (agent.isEmpty() && Signs.anyBeforeBlank(text, "–—-") && owned.matches()
                    && roster.find(owned.group(2).replaceFirst("^@", "")).isPresent()) {
                agent = roster.find(owned.group(2).replaceFirst("^@", ""));
                text = owned.group(1);
            }
            Matcher prefix = PREFIX.matcher(text);
            if (agent.isEmpty() && Signs.anyBeforeBlank(text, ":–—->→") && prefix.matches()) {
                text = somebody(prefix.group(1)) ? prefix.group(2) : text;
            }
            text = arrow(text);
            text = marked(text);
            if (agent.isEmpty() && !everybody) {
                Optional<Clause> clause = Clause.of(text, roster);
                agent = clause.map(Clause::agent);
                clause.ifPresent(said -> needs.addAll(said.needs()));
                text = clause.map(Clause::words).orElse(text);
            }
            return new Assignment(agent, everybody, text.strip(), track, needs, estimate, when);
        }

        /** "Build the set → after the play is chosen". */
        private String waits(String text) {
            Matcher waits = WAITS.matcher(text);
            boolean found = Signs.any(text, "→>–—-,;") && DEPENDING.mayBeIn(text.toLowerCase(Locale.ROOT))
                    && waits.matches();
            if (found) {
                needs.addAll(
                        AgentFields.parts(DONE.matcher(waits.group(2).replaceAll("[\"“”„«»]", "")).replaceFirst("")));
            }
            return found ? waits.group(1) : text;
        }

        private boolean somebody(String written) {
            everybody |= AgentName.isEverybody(written);
            agent = agent.or(() -> roster.meant(written)).or(() -> started(written));
            return everybody || agent.isPresent();
        }

        /** "At the same time start Mason" and "Start Clerk after Mason" name who is started. */
        private Optional<String> started(String written) {
            Matcher starts = STARTS.matcher(written.strip());
            Optional<String> who = starts.matches() ? roster.find(starts.group(1)) : Optional.empty();
            if (who.isPresent() && starts.group(2) != null) {
                Matcher need = NEEDS.matcher(starts.group(2).strip());
                if (need.matches()) {
                    needs.addAll(AgentFields.parts(DONE.matcher(need.group(1)).replaceFirst("")));
                }
            }
            return who;
        }

        private String arrow(String text) {
            Matcher arrow = ARROW.matcher(text);
            boolean found = agent.isEmpty() && !everybody && Signs.any(text, ">→⟶") && arrow.matches()
                    && somebody(arrow.group(2));
            return found ? arrow.group(1) : text;
        }

        private String marked(String text) {
            Matcher start = AT_START.matcher(text);
            if (agent.isEmpty() && start.matches() && somebody(start.group(1))) {
                return start.group(2);
            }
            Matcher end = AT_END.matcher(text);
            return agent.isEmpty() && text.indexOf('@') >= 0 && end.matches() && somebody(end.group(2))
                    ? end.group(1)
                    : text;
        }

        /** What stands in brackets is an agent, an estimate, a need or a time; anything else stays in the words. */
        private String brackets(String text) {
            Matcher matcher = BRACKETS.matcher(text);
            var rest = new StringBuilder();
            while (matcher.find()) {
                String blank = matcher.start() == 0 || matcher.end() == text.length() ? "" : " ";
                matcher.appendReplacement(rest,
                        bracket(matcher.group(1)) ? blank : Matcher.quoteReplacement(matcher.group()));
            }
            return matcher.appendTail(rest).toString().strip();
        }

        private boolean bracket(String inside) {
            Matcher behind = BEHIND.matcher(inside.strip());
            if (EastAsian.isIn(inside) && behind.matches()) {
                needs.addAll(AgentFields.parts(behind.group(1)));
                return true;
            }
            Matcher need = NEEDS.matcher(inside.strip());
            if (need.matches()) {
                needs.addAll(AgentFields.parts(DONE.matcher(need.group(1)).replaceFirst("")));
                return true;
            }
            Matcher human = HUMAN.matcher(inside.strip());
            if (human.matches()) {
                agent = agent.or(() -> Optional.of(human.group(1)));
                return true;
            }
            if (ESTIMATE.matcher(inside.strip()).matches()) {
                estimate = inside.strip();
                return true;
            }
            boolean taken = false;
            Matcher label = LABEL.matcher(inside.strip());
            if (label.matches() && Label.all(label.group(1)).contains(Label.AGENT)) {
                Optional<String> meant = roster.meant(label.group(2));
                agent = agent.or(() -> meant);
                return meant.isPresent();
            }
            for (String part : inside.split(",", -1)) {
                Optional<String> meant = agent.isPresent() ? Optional.empty() : roster.said(part);
                agent = agent.or(() -> meant);
                taken |= meant.isPresent();
                if (Period.daysIn(part).isPresent() && when.isEmpty()) {
                    when = part.strip();
                }
            }
            return taken;
        }
    }
}
