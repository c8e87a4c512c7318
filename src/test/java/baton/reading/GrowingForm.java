package baton.reading;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A form of document that can be made as large as one likes.
 *
 * @param text
 *            the document with so many elements
 */
record GrowingForm(String name, IntFunction<String> text) {

    private static final String TEAM = """
            # Plan

            ## Backend Agent
            **Task**: build it
            **Output**: a.md

            ## Frontend Agent
            **Task**: show it
            **Output**: b.md

            ## Work

            """;
    private static final int NESTED_SHARE = 8;

    static List<GrowingForm> all() {
        return Stream.of(sections(), lists(), tables(), fences(), signs(), people(), order()).flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** The element again and again, each with its number for every {@code %d}. */
    static String each(int count, String element) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> element.replace("%d", Integer.toString(i))
                .replace("%p", Integer.toString(i - 1))).collect(Collectors.joining());
    }

    private static GrowingForm repeated(String name, String element) {
        return new GrowingForm(name, count -> TEAM + each(count, element));
    }

    private static GrowingForm alone(String name, String before, String element) {
        return new GrowingForm(name, count -> before + each(count, element));
    }

    private static GrowingForm fenced(String name, String info, String element) {
        return new GrowingForm(name, count -> TEAM + "```" + info + "\n" + each(count, element) + "\n```\n");
    }

    private static List<GrowingForm> sections() {
        return List.of(repeated("headings", "## Part %d\n"),
                repeated("sections with a job",
                        "## Task %d: build thing %d\n\n**Agent**: Backend Agent\n**Depends on**: Task %p\n\n"),
                repeated("phases", "## Phase %d: go\n\n- Backend Agent: build the item number %d\n\n"),
                repeated("days in bold", "**Day %d**:\n- Backend Agent: build part %d\n- Frontend Agent: show %d\n\n"),
                repeated("decisions",
                        "### Decision %d: which base\n\n- Option A: x\n- Option B: y\n\n**Recommendation**: A\n\n"),
                repeated("leads", "**Lead %d:**\n\n- a %d\n\n"),
                alone("stories", "",
                        "## Story %d\n\nAs a user %d, I want x, so that y.\n\n### Tasks\n- [ ] Task %d (AC: 1)\n\n"),
                repeated("paragraphs",
                        "The Backend Agent builds part %d once the Frontend Agent has shown part %p.\n\n"),
                repeated("lines of a paragraph", "Line %d of the text says nothing at all about it\n"),
                repeated("labelled lines", "**Label %d**: text of it\n"));
    }

    private static List<GrowingForm> lists() {
        return List.of(repeated("boxes", "- [ ] Backend Agent: build thing %d\n"),
                repeated("numbered items", "%d. Build thing %d (Backend Agent)\n"),
                repeated("items with needs", "- **Task %d**: build thing %d (Backend Agent) (depends on Task %p)\n"),
                repeated("items that need everybody",
                        "- **Task %d**: build thing %d (Backend Agent) (after all agents)\n"),
                alone("boxes without agents", "# Tasks\n\n## Phase 1: Setup\n\n",
                        "- [ ] T%d [P] Build thing %d in src/a%d.py\n"),
                alone("questions", TEAM + "## Open Questions\n\n", "%d. Which one of %d?\n"),
                alone("gates", TEAM + "## Quality Gates\n\n", "- [ ] check %d passes\n"),
                alone("checkpoints", TEAM + "## Checkpoints\n\n", "- **Checkpoint %d** (day %d): all done\n"),
                alone("metrics", TEAM + "## Metrics\n\n", "- coverage of m%d > 80%\n"),
                alone("files", TEAM + "## Files\n\n", "- `src/f%d.md` - purpose of it\n"));
    }

    private static List<GrowingForm> tables() {
        return List.of(
                alone("rows with needs", TEAM + "| ID | Task | Agent | Depends on |\n|---|---|---|---|\n",
                        "| T%d | build thing %d | Backend Agent | T%p |\n"),
                alone("rows of agents", "| Agent | Task | Output |\n|---|---|---|\n",
                        "| Agent %d | build thing %d | f%d.md |\n"),
                alone("rows of nothing", "| A | B |\n|---|---|\n", "| x%d | y%d |\n"),
                repeated("tables",
                        "\n## Work %d\n\n| ID | Task | Agent |\n|---|---|---|\n| T%d | build %d | Backend Agent |\n\n"),
                new GrowingForm("cells", count -> TEAM + "|" + "a|".repeat(count) + "\n|" + "-|".repeat(count) + "\n|"
                        + "b|".repeat(count) + "\n"));
    }

    private static List<GrowingForm> fences() {
        return List.of(fenced("a chart's arrows", "mermaid\ngraph TD", "A%p[Node %p] --> A%d[Node %d]\n"),
                fenced("a chart's jobs", "mermaid\ngraph TD",
                        "A%p[\"Backend Agent: build thing %p\"] --> A%d[\"Frontend Agent: show thing %d\"]\n"),
                fenced("ways back", "mermaid\ngraph TD",
                        "A%d[Backend Agent: make %d] --> A%p[Frontend Agent: see %p]\n"),
                fenced("diamonds", "mermaid\ngraph TD", "A%p{Is %p?} --> A%d{Is %d?}\n"),
                fenced("frames", "mermaid\ngraph TD", "subgraph F%d\nA%d[Do it %d]\nend\n"),
                fenced("arrows in one line", "mermaid\ngraph TD", "A%d --> A%p; "),
                fenced("quoted semicolons", "mermaid\ngraph TD\nA[\"x\"]; ", "\"a;\" "),
                repeated("charts", "```mermaid\ngraph TD\nA%d --> B%d\nB%d --> C\n```\n\n"),
                repeated("charts with tables", """
                        ```mermaid
                        graph TD
                        A --> B
                        B --> C
                        ```

                        | id | what | Agent |
                        |--|--|--|
                        | A | a b %d | Backend Agent |
                        | B | c d %d | Backend Agent|

                        """),
                fenced("bars", "mermaid\ngantt\nsection Backend Agent", "Build thing %d :t%d, after t%p, 3d\n"),
                fenced("a YAML list", "yaml\ntasks:", "  - id: T%d\n    title: build %d\n    agent: Backend Agent\n"),
                repeated("YAML fences", "```yaml\nmetrics:\n  - name: m%d\n    target: %d\n```\n\n"),
                repeated("delegations", "```\n@Backend-Agent: build part %d\nOutput: f%d.md\n```\n\n"),
                fenced("an outline", "", "## Part %d\n- Backend Agent: build %d\n"),
                fenced("a tree of files", "", "├── f%d.md   # purpose %d\n"));
    }

    /** One line of signs that mean something to a pattern. */
    private static List<GrowingForm> signs() {
        return List.of("word ", "*", "** ", "*a **b ", "_ __a ", "[", "[a](", "(", "(a ", "a -> ", "Agent → ", "a: ",
                "a; ",
                "a, ", "a - ", "1 ", "        ", "\t", "\"a\" ", "<b>", "\\*", "任务代理，完成。", "a - b: (c) ", "\u202e",
                "`a` ``",
                "Backend Agent: task, ", "See a.md. ").stream().flatMap(
                        sign -> List.of(
                                new GrowingForm("line of " + sign,
                                        count -> TEAM + "x" + sign.repeat(count * 5) + "y\n"),
                                new GrowingForm("item of " + sign,
                                        count -> TEAM + "- x" + sign.repeat(count * 5) + "y\n"),
                                new GrowingForm("heading of " + sign,
                                        count -> TEAM + "## x" + sign.repeat(count * 5) + "y\n\n- z\n"))
                                .stream())
                .toList();
    }

    private static List<GrowingForm> people() {
        return List.of(alone("agents", "# Plan\n",
                "## Maker%d Agent\n\n**Role**: makes\n\n**Tasks**:\n- build part %d\n\n**Output**: out/f%d.md\n\n"),
                alone("agents that wait", "# Plan\n",
                        "## Maker%d Agent\n\n**Task**: build part %d\n**Depends on**: Maker%p Agent\n\n"),
                alone("agents that own folders", "# Plan\n",
                        "## Maker%d Agent\n\n**Task**: build part %d\n**Owns**: src/a%d/, src/a%d/b%d/\n\n"),
                new GrowingForm("agents and jobs",
                        count -> "# Plan\n## Team\n" + each(count / 5, "- **Maker%d Agent**: makes part %d\n")
                                + "\n## Tasks\n\n" + each(count, "- Maker3 Agent: build thing %d\n")),
                repeated("names that are almost known", "Backend Agnt%d → Frontend Agent\n\n"));
    }

    private static List<GrowingForm> order() {
        return List.of(
                alone("files handed on", "# Plan\n## Backend Agent\n\n",
                        "### Task %d: make thing %d\n\n**Inputs**: f%p.md\n**Output**: f%d.md\n\n"),
                repeated("chains", "Backend Agent → Frontend Agent → Thing %d\n\n"),
                repeated("handed out", "Start Backend Agent with part %d.\n\n"),
                alone("phases in order",
                        TEAM + each(5, "## Phase %d: go\n\n- Backend Agent: build %d\n\n") + "## Order\n\n",
                        "- Phase 2 depends on Phase 1\n"),
                new GrowingForm("deep lists", count -> TEAM + IntStream.rangeClosed(1, count / NESTED_SHARE)
                        .mapToObj(i -> "  ".repeat(i) + "- a" + i + "\n").collect(Collectors.joining())));
    }
}
