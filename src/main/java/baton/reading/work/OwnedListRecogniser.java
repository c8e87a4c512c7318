package baton.reading.work;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.agreement.GateRecogniser;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.FirstWords;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.Signs;
import baton.reading.language.TaskItem;
import baton.reading.language.Words;

/**
 * Lists in which each line says who does it: "[planner] divide the district (needs 1)", "- [ ] print the poster @otto".
 *
 * <p>
 * Numbers behind "needs" or "after" count the items of a numbered list; words in quotes or behind a colon are titles. A ticked
 * or struck line is done. Most lines must name somebody, or the list says something else.
 */
public final class OwnedListRecogniser implements Recogniser {

    private static final Pattern BRACKETS = Pattern
            .compile("^\\[([\\p{L}][\\p{L}\\p{N}]*(?:[ _-][\\p{L}\\p{N}]+){0,3})]\\s+(?!\\()(.+)$");
    private static final Pattern CARD = Pattern.compile(
            "^(?:\\*\\*|__)(.{2,60}?):?(?:\\*\\*|__)\\s*\\(@?([\\p{L}][\\p{L}\\p{N}]*(?:[ _-][\\p{L}\\p{N}]+){0,3})\\)\\s*[:–—-]\\s*(.+)$");
    private static final Pattern AT = Pattern.compile("(?:^|\\s)@([\\p{L}][\\p{L}\\p{N}_-]*)");
    /** "The print fails → @otto calls the shop" says what happens in a case, and is no job yet. */
    private static final Pattern ANSWERS = Pattern
            .compile("^[^@→]*[^@→\\s][^@→]*(?:→|->|=>)\\s*@[\\p{L}][\\p{L}\\p{N}_-]*\\s+\\p{L}");
    private static final Pattern MEMBER = Pattern
            .compile("[*_`]{0,3}@([\\p{L}][\\p{L}\\p{N}_-]*)[*_`]{0,3}\\s*(?:\\([^()]*\\)\\s*)?(?::|\\s[–—-])\\s");
    /** "#483 Cut the tiles": the number under which the others speak of it. */
    private static final Pattern COUNTED = Pattern.compile("^#(\\d{1,6})[:.)]?\\s+(?=\\S)");
    private static final Pattern BOX = Pattern.compile("^\\[([ xX])]\\s+");
    private static final Pattern NEEDS = Pattern.compile(
            "(?iu)[\\s,;(\\[]+" + Lexicon.WORDS.pattern("DEPENDS") + "\\s*:?\\s+([^()\\[\\]]+?)[)\\]]?[.]?\\s*$");
    private static final FirstWords DEPENDING = new FirstWords(Lexicon.WORDS.words("DEPENDS"));
    private static final Pattern URGENT = Pattern.compile("\\s!(high|low|medium|urgent|critical)\\b");
    private static final Pattern UNTIL = Pattern.compile("\\s*\\((?:until|by|due|bis|avant|hasta)\\s+([^()]+)\\)");
    private static final Pattern NUMBERS = Pattern.compile("#?\\d{1,3}(?:\\s*(?:,|and|&|und|et|y)\\s*#?\\d{1,3})*");
    /** Points, checks and matters are somebody's too, and are no jobs. */
    private static final Set<Topic> NO_WORK = EnumSet.of(Topic.PROSE, Topic.ESCALATIONS, Topic.GATES, Topic.CHECKPOINTS,
            Topic.DECISIONS, Topic.QUESTIONS, Topic.METRICS, Topic.RED_FLAGS, Topic.CADENCES, Topic.CONTACTS,
            Topic.LIMITATIONS, Topic.SEVERITIES);
    private static final int ITEMS_MIN = 2;

    /** Somebody is named in brackets at the start, behind an @ sign, or in brackets behind a bold title. */
    private static boolean mayNameOwners(Block.Listing list) {
        return list.items().stream().map(Block.Item::raw).anyMatch(raw -> raw.startsWith("[") || raw.indexOf('@') >= 0
                || (raw.indexOf('(') > 0 && (raw.contains("**") || raw.contains("__"))));
    }

    /** Everybody once, and behind each name a dash or a colon: who they are, not what they are given. */
    private static boolean isRoster(Block.Listing list) {
        List<Matcher> lines = list.items().stream().map(item -> MEMBER.matcher(item.raw())).toList();
        return lines.size() >= ITEMS_MIN && lines.stream().allMatch(Matcher::lookingAt)
                && lines.stream().map(line -> Words.key(line.group(1))).distinct().count() == lines.size();
    }

    /** Boxes with ids, all of them: a task list, which has its own form of naming somebody. */
    private static boolean isCounted(Block.Listing list) {
        return list.items().stream().allMatch(item -> !item.lines().isEmpty()
                && TaskItem.isBoxed(item.lines().getFirst().raw()) && TaskItem.withId(item.raw().startsWith("[")
                        ? item.raw()
                        : item.lines().getFirst().raw()).isPresent());
    }

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<String, String> cards = new LinkedHashMap<>();
        // What tells about the subject may carry a word in brackets too, such as the language of a service.
        List<Block.Listing> lists = document.passages().stream()
                .filter(passage -> !passage.inFence()
                        && passage.topics().stream().noneMatch(NO_WORK::contains)
                        && !(passage.topics().isEmpty() && GateRecogniser.isHeld(passage)))
                .map(Passage::block).filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast)
                .filter(list -> !claims.isTaken(list.line()) && !findings.isOwn(document.file(), list.line()))
                .filter(OwnedListRecogniser::mayNameOwners).filter(list -> !isCounted(list) && !isRoster(list))
                .toList();
        lists.forEach(list -> list.items().stream().map(Line::of).flatMap(Optional::stream)
                .filter(line -> !line.name.isEmpty())
                .forEach(line -> cards.putIfAbsent(Words.key(line.name), line.words)));
        for (Block.Listing list : lists) {
            List<Optional<Line>> lines = list.items().stream().map(Line::of).toList();
            long owned = lines.stream().flatMap(Optional::stream).filter(line -> !line.who.isEmpty()).count();
            boolean card = lines.stream().flatMap(Optional::stream).anyMatch(line -> !line.name.isEmpty());
            if ((card || list.items().size() >= ITEMS_MIN) && owned * 10 >= list.items().size() * 6L) {
                List<String> titles = lines.stream().map(line -> line.map(Line::words).orElse("")).toList();
                lines.stream().flatMap(Optional::stream).filter(line -> !line.id.isEmpty())
                        .forEach(line -> cards.put(line.id, line.words));
                for (int i = 0; i < lines.size(); i++) {
                    Block.Item item = list.items().get(i);
                    lines.get(i).filter(line -> !line.who.isEmpty())
                            .ifPresent(line -> add(line, item, titles, cards, document, findings));
                }
                claims.take(list);
            }
        }
    }

    private static void add(Line line, Block.Item item, List<String> titles, Map<String, String> cards,
            MarkdownDocument document, Findings findings) {
        var place = new Place(document.file(), item.line());
        var agent = new FoundAgent(AgentName.of(line.who), place);
        agent.mention = true;
        findings.agents.add(agent);
        var draft = new TaskDraft(line.id, line.words, line.who);
        draft.place = place;
        draft.kind = TaskSpec.Kind.TASK;
        draft.priority = line.priority;
        draft.deadline = line.deadline;
        draft.runs = !line.done;
        draft.outputs.addAll(Paths.in(line.words).stream().filter(path -> path.contains("/")).toList());
        List<String> needs = new ArrayList<>();
        for (String need : line.needs) {
            String number = need.replaceFirst("^#", "");
            if (cards.containsKey(number)) {
                needs.add(cards.get(number));
            } else if (need.matches("#?\\d{1,3}")) {
                int at = Integer.parseInt(need.replace("#", "")) - 1;
                Stream.of(at).filter(index -> index >= 0 && index < titles.size()).map(titles::get)
                        .filter(title -> !title.isEmpty()).forEach(needs::add);
            } else {
                needs.add(cards.getOrDefault(Words.key(need), need));
            }
        }
        findings.tasks.add(new FoundTask(draft, needs, "owned list"));
    }

    /** What one line says. */
    private record Line(String id, String name, String who, String words, boolean done, String priority,
            String deadline,
            List<String> needs) {

        /** "<b>Tree Pruner</b> (TP)" says how somebody is called for short. */
        private static boolean isShort(String code, String name) {
            String initials = Stream.of(Words.key(name).split(" ", -1)).filter(word -> !word.isEmpty())
                    .map(word -> word.substring(0, 1)).collect(Collectors.joining());
            return Words.count(name) > 1 && initials.equals(Words.key(code));
        }

        static Optional<Line> of(Block.Item item) {
            if (item.lines().isEmpty()) {
                return Optional.empty();
            }
            String first = item.lines().getFirst().raw();
            Matcher box = BOX.matcher(first);
            boolean boxed = box.find();
            boolean struck = item.raw().startsWith("~~");
            boolean done = struck || (boxed && !box.group(1).isBlank());
            String written = item.raw().replace("~~", "");
            Matcher counted = COUNTED.matcher(written);
            String id = counted.find() ? counted.group(1) : "";
            String text = counted.reset().replaceFirst("");
            String who = "";
            String name = "";
            Matcher card = CARD.matcher(text);
            if (card.matches() && !NameIndex.saysAgent(card.group(1)) && !isShort(card.group(2), card.group(1))) {
                name = card.group(1);
                who = card.group(2);
                text = card.group(3);
            }
            Matcher brackets = BRACKETS.matcher(text);
            Matcher at = AT.matcher(text);
            if (who.isEmpty() && text.indexOf('@') >= 0 && Signs.any(text, "→>") && ANSWERS.matcher(text).find()) {
                return Optional.empty();
            }
            if (!who.isEmpty()) {
                at.reset("");
            } else if (brackets.matches()) {
                who = brackets.group(1);
                text = brackets.group(2);
            } else if (at.find()) {
                who = at.group(1);
                text = at.replaceFirst(" ").strip();
            }
            Matcher urgent = URGENT.matcher(text);
            String priority = urgent.find() ? urgent.group(1) : "";
            text = urgent.reset().replaceAll("");
            Matcher until = UNTIL.matcher(text);
            String deadline = until.find() ? until.group(1) : "";
            text = until.reset().replaceAll("");
            List<String> needs = new ArrayList<>();
            Matcher needed = NEEDS.matcher(text);
            if (DEPENDING.mayBeIn(text.toLowerCase(Locale.ROOT)) && needed.find()) {
                String said = Words.plain(needed.group(1)).replaceAll("[\"“”„'»«]", "").strip();
                needs.addAll(NUMBERS.matcher(said).matches()
                        ? Stream.of(said.split("\\D+", -1)).filter(number -> !number.isEmpty()).toList()
                        : AgentFields.parts(said));
                text = text.substring(0, needed.start());
            }
            String words = Words.plain(text).replaceAll("\\s+", " ").replaceFirst("[,;]$", "").strip();
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Line(id, name, who, words, done, priority, deadline, needs));
        }
    }
}
