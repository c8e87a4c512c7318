package baton.reading.team;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.reading.document.AgentTitle;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;
import baton.reading.team.SiblingGroup.Sibling;

/**
 * Agents whom no word gives away: groups of entries with names, of which everything else in the document says that they are the
 * team.
 *
 * <p>
 * The group for which most speaks is taken, and any other for which enough does. Where agents are known already, a group joins
 * only if it names some of them too, or if much speaks for it.
 */
public final class TeamInference implements Recogniser {

    private static final Pattern ID = Pattern.compile("\\p{Lu}{1,4}-?\\d{1,4}");
    private static final double HALF = 0.5;
    private static final Pattern CODE = Pattern
            .compile(
                    "(?iu)(?:(?:aka|alias|short|kurz|dit|alias:)\\s+)?@?((?-i)\\p{Lu}[\\p{Lu}\\p{N}]{0,9}|(?<=aka |alias |short |kurz |@)[\\p{L}\\p{N}_-]{1,20})");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        var places = NamePlaces.of(document, findings);
        var seen = new Seen(document.file(), findings);
        for (SiblingGroup group : SiblingGroups.of(document)) {
            if (isOpen(group, findings, document)) {
                seen.look();
                var evidence = TeamEvidence.of(group, places, seen.spellings);
                if (group.share(member -> isKnown(member, findings)) == 1) {
                    filled(group, evidence, document, claims, findings, seen);
                } else if (isTeam(group, evidence, findings, seen)) {
                    take(group, places, document, claims, findings);
                }
            }
        }
    }

    /** What has been found so far, in the form in which it is looked up; only what is new is looked at again. */
    private static final class Seen {

        private final String file;
        private final Findings findings;
        private final Set<String> distinct = new HashSet<>();
        private final List<String> spellings = new ArrayList<>();
        private final NavigableSet<Integer> described = new TreeSet<>();
        private final NavigableSet<Integer> tasks = new TreeSet<>();
        private int agentsSeen;
        private int tasksSeen;

        Seen(String file, Findings findings) {
            this.file = file;
            this.findings = findings;
        }

        void look() {
            for (FoundAgent agent : findings.agents.subList(agentsSeen, findings.agents.size())) {
                Stream.concat(Stream.of(agent.name.written()), agent.aliases.stream()).filter(distinct::add)
                        .forEach(spellings::add);
                if (!agent.mention) {
                    described.add(agent.place.line());
                }
            }
            agentsSeen = findings.agents.size();
            findings.tasks.subList(tasksSeen, findings.tasks.size()).stream().map(task -> task.draft().place)
                    .filter(place -> place.file().equals(file)).forEach(place -> tasks.add(place.line()));
            tasksSeen = findings.tasks.size();
        }

        boolean describesAgent(Sibling member) {
            return !described.subSet(member.line(), false, member.lastLine(), true).isEmpty();
        }

        boolean holdsTask(Sibling member) {
            return !tasks.subSet(member.line(), true, member.lastLine(), true).isEmpty();
        }
    }

    private static boolean isOpen(SiblingGroup group, Findings findings, MarkdownDocument document) {
        Set<Topic> topics = group.topics();
        return group.members().stream().noneMatch(member -> !isKnown(member, findings)
                && findings.isOwn(document.file(), member.line()))
                && topics.stream().allMatch(topic -> topic == Topic.TASKS || topic == Topic.FIRST_ACTIONS);
    }

    private static boolean isTeam(SiblingGroup group, TeamEvidence evidence, Findings findings, Seen seen) {
        double known = group.share(member -> isKnown(member, findings));
        // Titles over the places where agents are described sort them; they are none.
        boolean sorts = group.form() == SiblingGroup.Form.SECTIONS && known < HALF
                && group.share(seen::describesAgent) >= HALF;
        // "F1" and "F2" are ids of work where those who do it are known, or named in the title above.
        boolean below = group.titles().stream().limit(1).anyMatch(title -> AgentTitle.isName(title.text()));
        boolean ids = (!findings.agents.isEmpty() || below) && known == 0
                && group.share(member -> ID.matcher(member.name().written()).matches()) == 1;
        int needed = findings.agents.isEmpty()
                ? TeamEvidence.ENOUGH
                : known >= HALF ? TeamEvidence.ENOUGH - 3 : TeamEvidence.ENOUGH + 2;
        return !sorts && !ids && evidence.weight() >= needed;
    }

    /** Entries about agents that are known already may fill in a form whose labels nobody knew. */
    private static void filled(SiblingGroup group, TeamEvidence evidence, MarkdownDocument document, Claims claims,
            Findings findings, Seen seen) {
        group.members().stream().filter(member -> !member.codes().isEmpty()).forEach(member -> {
            var coded = new FoundAgent(member.name(), new Place(document.file(), member.line()));
            coded.mention = true;
            coded.aliases.addAll(member.codes());
            findings.agents.add(coded);
        });
        var work = new EntryWork(group, document.file(), findings);
        boolean busy = group.members().stream().anyMatch(seen::holdsTask);
        if (work.isForm() && !busy && evidence.weight() >= TeamEvidence.ENOUGH) {
            group.members().forEach(member -> work.read(member,
                    new FoundAgent(member.name(), new Place(document.file(), member.line())), claims));
        }
    }

    private static boolean isKnown(Sibling member, Findings findings) {
        String key = NameIndex.key(member.name().written());
        return findings.isAgent(key);
    }

    private static void take(SiblingGroup group, NamePlaces places, MarkdownDocument document, Claims claims,
            Findings findings) {
        Set<String> shared = group.sharedWords();
        boolean among = group.members().stream().anyMatch(member -> isKnown(member, findings));
        var work = new EntryWork(group, document.file(), findings);
        for (Sibling member : group.members()) {
            boolean known = isKnown(member, findings);
            if (!known && among && !TeamEvidence.fits(member, group, places)) {
                continue;
            }
            var agent = new FoundAgent(member.name(), new Place(document.file(), member.line()));
            agent.mention = known;
            agent.role = member.name().role();
            agent.aliases.addAll(member.codes());
            brief(member.name().role()).ifPresent(agent.aliases::add);
            Optional.of(SiblingGroup.without(member.name().written(), shared))
                    .filter(brief -> !brief.equals(member.name().written())).ifPresent(agent.aliases::add);
            findings.agents.add(agent);
            if (!known) {
                work.read(member, agent, claims);
            }
            claims.take(member.line(), member.line());
        }
        group.titles().stream().limit(1).forEach(title -> claims.take(title.line(), title.line()));
    }

    /** "(SC)" and "(aka @sc)" behind a name are another spelling of it. */
    private static Optional<String> brief(String role) {
        Matcher code = CODE.matcher(Words.plain(role));
        return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** For tests and for tuning: every group with what speaks for it. */
    static List<String> weighed(MarkdownDocument document, Findings findings) {
        var places = NamePlaces.of(document, findings);
        var seen = new Seen(document.file(), findings);
        seen.look();
        return SiblingGroups.of(document).stream().map(group -> {
            TeamEvidence evidence = TeamEvidence.of(group, places, seen.spellings);
            return group.line() + " " + group.form() + " "
                    + group.members().stream().map(member -> member.name().written()).toList() + " " + group.topics()
                    + " " + evidence + " = " + evidence.weight();
        }).toList();
    }
}
