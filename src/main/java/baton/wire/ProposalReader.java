package baton.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import baton.engine.fact.ToolSpec;
import baton.plan.Checkpoint;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.assist.Citation;
import baton.plan.assist.Proposal;

/**
 * Reads what a model proposes for a plan, strictly: an object with a list of proposals, each of a kind that is known, with fields
 * of the types that are asked for and of a sensible length.
 *
 * <p>A proposal that is anything else is left out and counted. Nothing of it is mended or guessed.
 */
public final class ProposalReader {
    /** The call by which a model hands in its proposals. */
    public static final ToolSpec TOOL = new ToolSpec("propose_additions",
            "Hand in everything that the program missed, once, with an empty list where it missed nothing.",
            """
                    {"type":"object","properties":{"proposals":{"type":"array","description":"one entry for each thing that was \
                    missed","items":{"type":"object","properties":{\
                    "kind":{"type":"string","enum":["agent","task","edge","checkpoint","decision","question","gate"]},\
                    "name":{"type":"string","description":"of an agent, checkpoint or gate"},\
                    "role":{"type":"string","description":"of an agent"},\
                    "owns":{"type":"array","items":{"type":"string"},"description":"paths that an agent may write"},\
                    "ref":{"type":"string","description":"of a task: how your other proposals call it, such as new-1"},\
                    "title":{"type":"string","description":"of a task or decision"},\
                    "agent":{"type":"string","description":"who does the task"},\
                    "outputs":{"type":"array","items":{"type":"string"},"description":"paths that the task writes"},\
                    "acceptance":{"type":"array","items":{"type":"string"},"description":"criteria of the task"},\
                    "dependsOn":{"type":"array","items":{"type":"string"},"description":"ids or refs of tasks it waits for"},\
                    "from":{"type":"string","description":"of an edge: the task that comes first, by id or ref"},\
                    "to":{"type":"string","description":"of an edge: the task that waits, by id or ref"},\
                    "criteria":{"type":"array","items":{"type":"object","properties":{"agent":{"type":"string"},\
                    "text":{"type":"string"}},"required":["text"]},"description":"of a checkpoint"},\
                    "question":{"type":"string","description":"of a decision"},\
                    "options":{"type":"array","items":{"type":"string"},"description":"of a decision"},\
                    "recommendation":{"type":"string","description":"of a decision"},\
                    "group":{"type":"string","description":"of a question: the heading above it"},\
                    "text":{"type":"string","description":"of a question"},\
                    "scope":{"type":"string","enum":["task","phase","run","commit"],"description":"of a gate"},\
                    "checks":{"type":"array","items":{"type":"string"},"description":"of a gate"},\
                    "cites":{"type":"array","items":{"type":"object","properties":{"file":{"type":"string"},\
                    "line":{"type":"integer"},"quote":{"type":"string","description":"the line's exact words"}},\
                    "required":["file","line","quote"]},"description":"the lines that say so"}},\
                    "required":["kind","cites"]}}},"required":["proposals"]}""");

    private static final int ANSWER_CHARS_MAX = 400_000;
    private static final int PROPOSALS_MAX = 60;
    private static final int LIST_MAX = 40;
    private static final int NAME_CHARS_MAX = 200;
    private static final int TEXT_CHARS_MAX = 1_000;

    private ProposalReader() {}

    /**
     * What could be read.
     *
     * @param malformed how many entries were something else, or too many
     */
    public record Proposed(List<Proposal> proposals, int malformed) {
        public Proposed {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * What an answer holds.
     *
     * @throws WireException where the whole is not an object with a list of proposals, or is too long
     */
    public static Proposed read(String json) {
        if (json.length() > ANSWER_CHARS_MAX) {
            throw new WireException(WireException.Kind.MALFORMED, "the answer is longer than any list of proposals");
        }
        if (!(Json.parse(json) instanceof Json.Obj answer)
                || !(answer.get("proposals").orElse(new Json.Null()) instanceof Json.Arr(var entries))) {
            throw new WireException(WireException.Kind.MALFORMED, "the answer holds no list of proposals");
        }
        var proposals = new ArrayList<Proposal>();
        int malformed = Math.max(0, entries.size() - PROPOSALS_MAX);
        for (Json entry : entries.subList(0, Math.min(entries.size(), PROPOSALS_MAX))) {
            try {
                proposals.add(proposal(entry));
            } catch (WireException notAsAskedFor) {
                malformed++;
            }
        }
        return new Proposed(proposals, malformed);
    }

    private static Proposal proposal(Json entry) {
        var fields = new Fields(entry);
        var cites = fields.objects("cites").map(Fields::citation).toList();
        return switch (fields.name("kind")) {
            case "agent" ->
                new Proposal.NewAgent(fields.neededName("name"), fields.text("role"), fields.names("owns"), cites);
            case "task" -> new Proposal.NewTask(fields.name("ref"), fields.needed("title"), fields.name("agent"),
                    fields.names("outputs"), fields.texts("acceptance"), fields.names("dependsOn"), cites);
            case "edge" -> new Proposal.NewEdge(fields.neededName("from"), fields.neededName("to"), cites);
            case "checkpoint" -> new Proposal.NewCheckpoint(fields.needed("name"),
                    fields.objects("criteria").map(Fields::criterion).toList(), cites);
            case "decision" -> new Proposal.NewDecision(fields.needed("title"), fields.text("question"),
                    fields.texts("options"), fields.text("recommendation"), cites);
            case "question" -> new Proposal.NewQuestion(fields.name("group"), fields.needed("text"), cites);
            case "gate" -> new Proposal.NewGate(fields.needed("name"), fields.scope(), fields.texts("checks"), cites);
            default -> throw unfit("kind");
        };
    }

    private static WireException unfit(String field) {
        return new WireException(WireException.Kind.MALFORMED, "not as asked for: " + field);
    }

    /** One object of the answer, field by field. */
    private static final class Fields {
        private final Json.Obj object;

        private Fields(Json json) {
            if (!(json instanceof Json.Obj found)) {
                throw unfit("an entry");
            }
            this.object = found;
        }

        private Citation citation() {
            if (!(object.get("line").orElse(new Json.Null()) instanceof Json.Num(var line)) || line.scale() > 0
                    || line.signum() < 0 || line.precision() > 9) {
                throw unfit("line");
            }
            return new Citation(new Place(text("file", TEXT_CHARS_MAX), line.intValue()), needed("quote"));
        }

        private Checkpoint.Criterion criterion() {
            return new Checkpoint.Criterion(name("agent"), needed("text"));
        }

        private Gate.Scope scope() {
            String word = name("scope").isEmpty() ? "run" : name("scope");
            return Stream.of(Gate.Scope.values()).filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst().orElseThrow(() -> unfit("scope"));
        }

        private Stream<Fields> objects(String key) {
            return list(key).stream().map(Fields::new);
        }

        private String needed(String key) {
            return needed(key, TEXT_CHARS_MAX);
        }

        private String neededName(String key) {
            return needed(key, NAME_CHARS_MAX);
        }

        private String needed(String key, int charsMax) {
            String text = text(key, charsMax);
            if (text.isBlank()) {
                throw unfit(key);
            }
            return text;
        }

        private String name(String key) {
            return text(key, NAME_CHARS_MAX);
        }

        private String text(String key) {
            return text(key, TEXT_CHARS_MAX);
        }

        private List<String> names(String key) {
            return list(key).stream().map(one -> text(key, one, NAME_CHARS_MAX)).toList();
        }

        private List<String> texts(String key) {
            return list(key).stream().map(one -> text(key, one, TEXT_CHARS_MAX)).toList();
        }

        private String text(String key, int charsMax) {
            return object.get(key).filter(value -> !(value instanceof Json.Null))
                    .map(value -> text(key, value, charsMax)).orElse("");
        }

        /** One line of visible text: whatever would move a cursor or hide something is no name and no sentence. */
        private static String text(String key, Json value, int charsMax) {
            if (!(value instanceof Json.Text(var text)) || text.length() > charsMax
                    || text.strip().codePoints().anyMatch(Fields::isHidden)) {
                throw unfit(key);
            }
            return text.strip();
        }

        /** The two joiners are part of words and faces in many scripts. */
        private static boolean isHidden(int c) {
            boolean joiner = c == 0x200C || c == 0x200D;
            return !joiner && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
        }

        private List<Json> list(String key) {
            return switch (object.get(key).orElse(new Json.Null())) {
                case Json.Null _ -> List.of();
                case Json.Arr(var values) when values.size() <= LIST_MAX -> values;
                case Json.Arr _,Json.Obj _,Json.Text _,Json.Num _,Json.Bool _ -> throw unfit(key);
            };
        }
    }
}
