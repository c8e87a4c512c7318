package baton.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Plans as somebody types them in a minute, each with forms that stand in none of the formats. */
final class ReadAsWrittenTest {

    @Test
    void aListBelowLabelledLinesIsTheWorkOfTheAgent() {
        var told = Told.of("""
                # Payments
                ## Agents
                ### Agent 1 – Ledger Agent
                **Focus:** double entry
                **Owns:** `ledger/`
                - Design the schema
                - Port old balances
                ### Agent 2 – Gateway Agent
                **Focus:** card processors
                **Owns:** `gateway/`
                - Wrap both processors
                """);
        assertEquals(List.of("ledger-agent: Design the schema", "ledger-agent: Port old balances",
                "gateway-agent: Wrap both processors"), told.tasks());
    }

    @Test
    void oneDayTellsSeveralThings() {
        var told = Told
                .of("""
                        # Move
                        ## Agents
                        - **Ledger Agent**: books
                        - **Gateway Agent**: cards
                        ## Week 1
                        - Day 1: Ledger Agent drafts the schema; Gateway Agent lists the webhooks
                        - Day 2: Gateway Agent writes the port
                        - Day 5: **Checkpoint 1** – contract frozen (Gateway Agent: port published; Ledger Agent: schema accepted)
                        """);
        assertEquals(List.of("ledger-agent: drafts the schema", "gateway-agent: lists the webhooks",
                "gateway-agent: writes the port"), told.tasks());
    }

    @Test
    void namesMayStandBeforeAnySign() {
        var told = Told.of("""
                # Battery briefing
                Three researchers at once, and each gets 20 minutes per topic.

                Researchers:
                - chem-scout – electrolytes
                - market-watcher (prices, forecasts)
                - risk-checker = safety

                Topics
                1. Sulfide electrolytes at scale (chem-scout)
                2. Price forecast to 2035 (market-watcher)
                3. Lithium supply (risk-checker)
                """);
        assertEquals(List.of("chem-scout: Sulfide electrolytes at scale", "market-watcher: Price forecast to 2035",
                "risk-checker: Lithium supply"), told.tasks());
    }

    @Test
    void sectionsThatNeedEachOtherAreWhoDoesThem() {
        var told = Told.of("""
                Here is how I'd split it across subagents:

                ### 1. `ingest` — document intake
                **Goal:** accept photos and normalise them.
                **Deliverables:** `src/ingest/`

                ### 2. `layout` — layout detection
                **Goal:** find tables and totals.
                **Deliverables:** `src/layout/`
                **Depends on:** ingest

                ### 3. `review-ui` — human review
                **Goal:** let clerks correct fields.
                **Deliverables:** `web/review/`
                **Depends on:** layout
                """);
        assertEquals(List.of("ingest: accept photos and normalise them.", "layout: find tables and totals.",
                "review-ui: let clerks correct fields."), told.tasks());
    }

    @Test
    void sheetsMayHaveCompositeIds() {
        var told = Told.of("""
                # Sprint 14
                | Agent | Scope |
                |---|---|
                | be-agent | services |
                | fe-agent | web |

                **SP14-1 Search suggestions** (fe-agent, 3d)
                Debounced. Depends on SP14-2.

                **SP14-2 Suggest endpoint** (be-agent, 2d)
                Ten items.
                """);
        assertEquals(List.of("fe-agent: Search suggestions", "be-agent: Suggest endpoint"), told.tasks());
        assertEquals(List.of("SP14-2", ""), told.needs());
    }

    @Test
    void textBelowADayGivesWork() {
        var told = Told.of("""
                # Jenkins
                ## Team of agents
                - **pipeline-smith**: converts
                - **cost-hawk**: measures
                ## Work
                ### Monday
                pipeline-smith
                 - list all jobs
                 - pick three pilots
                ### Tuesday
                pipeline-smith: convert the pilots
                cost-hawk: take a baseline; compare the minutes
                """);
        assertEquals(List.of("pipeline-smith: list all jobs", "pipeline-smith: pick three pilots",
                "pipeline-smith: convert the pilots", "cost-hawk: take a baseline", "cost-hawk: compare the minutes"),
                told.tasks());
    }
}
