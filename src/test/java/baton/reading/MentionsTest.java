package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.reading.found.DoubtfulMerge;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A job that a document names in other words and other places runs once; two jobs that sound alike run both. */
class MentionsTest {
    private static final String TWO_LISTS = """
            # Ferry office
            ## Overview
            | # | Job | Owner |
            |---|-----|-------|
            | 1 | %s | Harbour-Agent |
            | 2 | Timetable for the summer | Harbour-Agent |
            | 3 | Prices for cyclists | Till-Agent |
            | 4 | Posters for the pier | Print-Agent |
            ## Week 1
            - Harbour-Agent: %s
            - Till-Agent: Set the prices for cyclists
            ## Week 2
            - Harbour-Agent: Draw up the summer timetable
            - Print-Agent: Pier posters
            """;

    private static PlanReader.Reviewed read(String text) {
        return PlanReader.review(List.of(new SourceDocument("plan.md", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> running(Plan plan) {
        return plan.tasks().stream().filter(TaskSpec::runs).map(TaskSpec::title).toList();
    }

    /** The titles of what runs, each with those of its other mentions. */
    private static Map<String, List<String>> jobs(Plan plan) {
        Map<String, List<String>> jobs = new TreeMap<>();
        plan.tasks().stream().filter(TaskSpec::runs).forEach(task -> jobs.put(task.title(), task.sameAs().stream()
                .map(id -> plan.task(id).orElseThrow().title()).toList()));
        return jobs;
    }

    @ParameterizedTest
    @CsvSource({"Continuous integration pipeline, Set up CI", "Deployment of the booking site, Deploy the booking site",
        "Documentation of the routes, Route docs", "End-to-end tests of the till, Write E2E tests for the till",
        "Migration of the old bookings, Migrate old bookings", "Search for crossings, Crossing search"})
    void oneJobInTwoListsRunsOnceWhateverFormItsWordsHave(String overview, String week) {
        assertEquals(
                Map.of(overview, List.of(week), "Timetable for the summer", List.of("Draw up the summer timetable"),
                        "Prices for cyclists", List.of("Set the prices for cyclists"), "Posters for the pier",
                        List.of("Pier posters")),
                jobs(read(TWO_LISTS.formatted(overview, week)).loaded().plan()));
    }

    @ParameterizedTest
    @CsvSource({"Write unit tests for the API, Write unit tests for the screens",
        "Migrate the orders, Migrate the customers",
        "Write the notice to passengers, Send the notice to passengers", "Design the ticket, Print the ticket",
        "Open the eastern gate, Close the eastern gate", "Paint ferry 1, Paint ferry 2",
        "Train the crew, Evaluate the crew"})
    void twoJobsThatSoundAlikeBothRun(String overview, String week) {
        Plan plan = read(TWO_LISTS.formatted(overview, week)).loaded().plan();
        assertEquals(List.of(overview, "Timetable for the summer", "Prices for cyclists", "Posters for the pier", week),
                running(plan));
    }

    @Test
    void aTableThatSaysHowFarEverybodyIsRunsNothingAgain() {
        Plan plan = read("""
                # Swarm
                ## First
                1. **mapper**
                   - **TASK**: Enumerate every file format that the viewer parses
                2. **miner**
                   - **TASK**: Collect past reports of the font code
                3. **collector**
                   - **TASK**: Gather and shrink a seed corpus
                ## Progress
                | Agent | Task | State |
                |-------|------|-------|
                | mapper | formats list | running |
                | miner | font reports | running |
                | collector | seed corpus | queued |
                """).loaded().plan();
        assertEquals(Map.of("Enumerate every file format that the viewer parses", List.of("formats list"),
                "Collect past reports of the font code", List.of("font reports"), "Gather and shrink a seed corpus",
                List.of("seed corpus")), jobs(plan));
    }

    @Test
    void eachOfTwoListsNamesAJobOnceSoThatTheBestPairsAreTakenFirst() {
        Plan plan = read("""
                # Aquarium
                Agents: @pumps, @tanks
                ## Tracks
                **Track A (@pumps)**
                - Pump test
                - Pump test protocol for the night

                **Track B (@tanks)**
                - Glass for the ray tank
                ## Calendar
                ```mermaid
                gantt
                    dateFormat YYYY-MM-DD
                    section pumps
                    Night pump test protocol :a1, 2026-01-05, 3d
                    Pump test :a2, after a1, 2d
                    section tanks
                    Ray tank glass :b1, 2026-01-05, 3d
                ```
                """).loaded().plan();
        assertEquals(Map.of("Pump test", List.of("Pump test"), "Pump test protocol for the night",
                List.of("Night pump test protocol"), "Glass for the ray tank", List.of("Ray tank glass")), jobs(plan));
    }

    @Test
    void aJobThatGoesOnInTheNextWeekOfATableIsOne() {
        Plan plan = read("""
                # Move
                | Week | Shelf-Agent | Van-Agent |
                |------|-------------|-----------|
                | 1 | check the shelves | - |
                | 2 | check the shelves | order two vans |
                """).loaded().plan();
        assertEquals(List.of("check the shelves", "order two vans"), running(plan));
    }

    @Test
    void aTitleThatFitsTwoJobsIsAskedAbout() {
        PlanReader.Reviewed read = read("""
                # Station
                ## Agents
                ### Agent 1: Radio
                **Tasks:**
                1. Antenna for the northern mast
                2. Antenna for the southern mast
                ### Agent 2: Power
                **Tasks:**
                1. Two batteries
                ## Your first actions
                1. **Hand out at once:**
                   - Mast antenna → @Radio
                """);
        assertEquals(List.of("Antenna for the northern mast", "Antenna for the southern mast", "Two batteries"),
                running(read.loaded().plan()));
        assertEquals(List.of("T-4"), read.doubts().stream().map(DoubtfulMerge::again)
                .map(DoubtfulMerge.Mention::id).toList());
    }

    @Test
    void oneJobInTwoListsRunsOnceInOtherLanguagesToo() {
        assertEquals(Map.of("Bestandsliste der Keller erstellen", List.of("Bestandsliste für alle Keller"),
                "Kisten und Fahrzeuge bestellen", List.of("Bestellung von Kisten und Fahrzeugen", "Kisten bestellen"),
                "Suchsystem migrieren", List.of("Migration des Suchsystems"), "Tourenplan entwerfen",
                List.of("Entwurf des Tourenplans")), jobs(read("""
                        # Umzug
                        ## Agenten
                        ### Agent 1: Bestand
                        **Aufgaben:**
                        1. Bestandsliste der Keller erstellen
                        2. Suchsystem migrieren
                        ### Agent 2: Transport
                        **Aufgaben:**
                        1. Kisten und Fahrzeuge bestellen
                        2. Tourenplan entwerfen
                        ## Woche 1
                        - Agent 1: Bestandsliste für alle Keller
                        - Agent 2: Bestellung von Kisten und Fahrzeugen
                        ## Woche 2
                        - Agent 1: Migration des Suchsystems
                        - Agent 2: Entwurf des Tourenplans
                        ## Erste Schritte
                        - Agent 2: Kisten bestellen
                        """).loaded().plan()));
    }

    @Test
    void theSameTitleByTwoAgentsIsTwoJobs() {
        assertEquals(List.of("Write the labels", "Write the labels"), running(read("""
                # Exhibition
                ## Overview
                | Job | Owner |
                |-----|-------|
                | Write the labels | Stone-Agent |
                ## Week 1
                - Bone-Agent: Write the labels
                """).loaded().plan()));
    }

    @Test
    void whatAnOverviewSaysOfAJobIsAMentionOfItAndNothingMore() {
        Plan plan = read("""
                # Robots in the hall
                ## Agents
                - **Layout-Agent**: maps
                - **Fleet-Agent**: software
                ## Overview
                Layout-Agent makes a scan of the hall and paints rainbows, and Fleet-Agent connects the lifts.
                ## Week 1
                - Layout-Agent: Scan the hall with lidar
                - Layout-Agent: Draw the zones
                - Fleet-Agent: Install the server
                """).loaded().plan();
        assertEquals(
                Map.of("Scan the hall with lidar", List.of("makes a scan of the hall"), "Draw the zones", List.of(),
                        "Install the server", List.of()),
                jobs(plan));
        assertEquals(4, plan.tasks().size());
    }

    @Test
    void aVerbAndTheNounMadeOfItAreOneWordInFrenchToo() {
        assertEquals(Map.of("Câbler les huit électrovannes", List.of("câblage des électrovannes"),
                "Programmer la règle d'arrosage", List.of(), "Simuler dix jours de canicule",
                List.of("simulation de dix jours de canicule")), jobs(read("""
                        # Vigne
                        ## Agents
                        ### 1. Agent Vannes
                        **Tâches** :
                        1. Câbler les huit électrovannes
                        2. Programmer la règle d'arrosage

                        ### 2. Agent Essais
                        **Tâches** :
                        1. Simuler dix jours de canicule

                        ## Calendrier
                        ### Phase 1 : Terrain (semaines 1 et 2)
                        - Agent Vannes : câblage des électrovannes
                        ### Phase 2 : Canicule (semaine 4)
                        - Agent Essais : simulation de dix jours de canicule
                        """).loaded().plan()));
    }

    private static String telehealth(String first, String second) {
        return """
                # Telehealth
                ## Agents
                ### Agent A: Platform
                **Mission**: A base that lasts.

                **Responsibilities**:
                - Provision the Kubernetes cluster in Frankfurt
                - Build the audit log

                ### Agent B: Clinic
                **Mission**: Appointments.

                **Responsibilities**:
                - Implement the appointment API
                - Run the penetration test

                ## Weeks
                ### Phase 1: Groundwork (Weeks 1-3)
                - Agent A: %s
                - Agent B: Appointment API
                ### Phase 2: Hardening (Weeks 4-5)
                - Agent B: %s
                """.formatted(first, second);
    }

    @Test
    void whatAgentsAnswerForIsTheirWorkWhereTheWeeksOnlyNameItAgain() {
        assertEquals(List.of("Provision the Kubernetes cluster in Frankfurt", "Build the audit log",
                "Implement the appointment API", "Run the penetration test"),
                running(read(telehealth("Kubernetes cluster", "Penetration test")).loaded().plan()));
        assertEquals(List.of("Price list for the servers", "Appointment API", "Leaflet for patients"),
                running(read(telehealth("Price list for the servers", "Leaflet for patients")).loaded().plan()));
    }

    @Test
    void whatIsDoneLaterToWhatOneListMakesIsWorkOfItsOwn() {
        Plan plan = read("""
                # Order platform
                ## Agents
                - **API-Agent**: services
                - **Web-Agent**: pages
                - **Data-Agent**: tables
                ## Backend
                - API-Agent: Build the orders endpoint
                - API-Agent: Rate limits for partners
                - Data-Agent: Schema for orders
                ## Frontend
                - Web-Agent: Orders page
                - Web-Agent: Login form
                ## Quality
                - API-Agent: Load test of the orders endpoint
                - Web-Agent: Accessibility of the orders page
                - Data-Agent: Backup of the orders schema
                ## Launch
                - API-Agent: Switch partners to the new rate limits
                - Web-Agent: Translate the login form
                - Data-Agent: Copy orders into the new schema
                """).loaded().plan();
        assertEquals(11, running(plan).size());
    }
}
