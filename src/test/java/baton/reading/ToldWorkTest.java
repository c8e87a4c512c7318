package baton.reading;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Letters, minutes and notes that tell who does what. */
class ToldWorkTest {

    @Test
    void aLetterGivesWorkBeforeColonsAndMeIsWhoeverWroteIt() {
        var told = Told.of("""
                From: Ruth Amsel
                To: the crew
                Subject: Saturday

                I wrote down what each of you has to do.

                - Omar: mend the tent poles. They are in the shed.
                - Lia: order the lamps
                - Omar again: hang the lamps. You need the lamps of Lia for that.
                - Me: write the programme, but only after the tent is mended, because of the rain

                Thanks, Ruth
                """);
        assertEquals(List.of("Omar: mend the tent poles", "Lia: order the lamps", "Omar: hang the lamps",
                "ruth-amsel: write the programme"), told.tasks());
        assertEquals(List.of("", "", "T-2", "T-1"), told.needs());
    }

    @Test
    void minutesSayWhoTakesWhatUntilWhenAndAfterWhat() {
        var told = Told.of("""
                # Minutes

                There: Priya, Wei, Kofi

                Wei went through the alarms of last week. Nobody was hurt.

                * **Wei** moves all alarms into one file, until Friday.
                * **Priya** writes a checker; she can only start once Wei's move is through.

                Kofi was volunteered for reviewing the checker.
                """);
        assertEquals(List.of("Wei: moves all alarms into one file", "Priya: writes a checker",
                "Kofi: reviewing the checker"), told.tasks());
        assertEquals(List.of("", "T-1", ""), told.needs());
        assertEquals("Friday", told.plan().tasks().getFirst().deadline());
    }

    @Test
    void clausesWithWhoAndCountedListsAndPassivesGiveWorkToo() {
        var told = Told.of("""
                # Before my holiday

                Three of you: Mira, Tobias and Anjali.

                Mira, who will port the parser, is first. Tobias has two things to do: mend the retries, and
                describe the keys.

                Anjali tries the importer on the big file. She is blocked on both the parser and the retries. Once her
                numbers are in, Tobias tunes the batches. The notes are written by Anjali.

                I am back on Monday.
                """);
        assertEquals(List.of("Mira: port the parser", "Tobias: mend the retries", "Tobias: describe the keys",
                "Anjali: tries the importer on the big file", "Tobias: tunes the batches",
                "Anjali: The notes are written"), told.tasks());
        assertEquals(List.of("", "", "", "T-1 T-2", "T-4", ""), told.needs());
    }

    @Test
    void aSeriesOfVerbsIsAsManyJobsAndWhatGoesOnAboutOneThingIsOne() {
        var told = Told.of("""
                # Notes for the feast

                Three of you: Ana, Boris and Chidi.

                Ana drafts the menu, prices it, and orders plates. Boris, once the menu is priced, buys the fish. Chidi
                prints the cards, red napkins and paper flags.

                I want to see the menu by Friday.
                """);
        assertEquals(List.of("Ana: drafts the menu, prices it", "Ana: orders plates", "Boris: buys the fish",
                "Chidi: prints the cards, red napkins and paper flags"), told.tasks());
        assertEquals(List.of("", "", "T-1", ""), told.needs());
    }

    @Test
    void theHeadOfMinutesGivesNobodyWork() {
        var told = Told.of("""
                # Minutes: dome, weekly call

                **Present:** Ilse, Rafa, Dome Agent, Weather Agent
                **Minutes:** Dome Agent

                | What | Who | Until |
                |---|---|---|
                | 300 photographs of the cloud sensor | Weather Agent | 16 May |
                | Close the shutter | Dome Agent | 19 May |
                """);
        assertEquals(List.of("weather-agent: 300 photographs of the cloud sensor", "dome-agent: Close the shutter"),
                told.tasks());
    }

    @Test
    void notesTellOrderInHalfSentencesAndDutiesAreNoJobs() {
        var told = Told
                .of("""
                        # The dome

                        I have two assistants. Skywatch looks after the weather station. Clerk does the forms.

                        Skywatch should first replace the rain sensor. When that is done, Skywatch writes the rule that closes the dome.
                        Clerk opens the booking page, but only after the dome can close by itself.

                        I clean the mirror myself.
                        """);
        assertEquals(List.of("Skywatch: replace the rain sensor", "Skywatch: writes the rule that closes the dome",
                "Clerk: opens the booking page"), told.tasks());
        assertEquals(List.of("", "T-1", "T-2"), told.needs());
    }

    @Test
    void minutesInOtherLanguagesAreRead() {
        assertEquals(List.of("Okan: holt drei Angebote ein", "Birgit: schreibt den Antrag"), Told.of("""
                # Protokoll

                Anwesend: Okan, Birgit

                Wir haben über das Dach gesprochen.

                - Okan holt drei Angebote ein, bis Freitag.
                - Birgit schreibt den Antrag, sobald die Angebote vorliegen.
                """).tasks());
    }

    @Test
    void partsOfAMachineAndPeopleOfAnOfficeAreNoTeam() {
        assertEquals(List.of(), Told.of("""
                # Parsec

                Lexer turns text into tokens. Parser builds a tree once Lexer has finished. You should read the notes.

                ## Usage

                Call it. Lexer reports mistakes.
                """).agents());
        assertEquals(List.of(),
                Told.of("""
                        # Who is who

                        Maria leads the sales team. Jonas handles the contracts. Amara looks after the customers, and Jonas should know them.

                        We meet every Monday.
                        """)
                        .agents());
    }

    @Test
    void whoIsOnlyCalledHeOrSheIsMeantByTheSentenceBefore() {
        var told = Told
                .of("""
                        # Notes to myself

                        I have two agents for the race.

                        Corvin does the timing. First he rewrites the importer; after that he computes the finish times.

                        The map belongs to Odile. She draws the course, and when the finish times are there she lets the dots move.
                        """);
        assertEquals(List.of("Corvin: rewrites the importer", "Corvin: computes the finish times",
                "Odile: draws the course", "Odile: lets the dots move"), told.tasks());
        assertEquals(List.of("", "T-1", "", "T-2"), told.needs());
    }

    @Test
    void rolesNeedNoCapitalWhereTheTextSpeaksOfAgents() {
        var told = Told
                .of("""
                        From: Bea Holm
                        To: Dev

                        I am for giving the page to a few agents, and we have until Friday.

                        The cataloguer gets the photos and writes the lot texts. The appraiser puts a price on each lot, once the texts are
                        there. I approve the list by Friday.
                        """);
        assertEquals(List.of("cataloguer: writes the lot texts", "appraiser: puts a price on each lot"), told.tasks());
        assertEquals(List.of("", "T-1"), told.needs());
    }

    @Test
    void actionPointsHaveIdsAndArrows() {
        var told = Told.of("""
                **Minutes of the puppet film**

                There: Rosa, Kwame

                - AP1 Rosa → draw the neck of the heron. *by Mon*
                - AP2 Kwame → shoot the water; needs the drawing from AP1
                ACTION Rosa: order the joints
                """);
        assertEquals(List.of("Rosa: draw the neck of the heron", "Kwame: shoot the water", "Rosa: order the joints"),
                told.tasks());
        assertEquals(List.of("AP1", "AP2", "T-3"), told.plan().tasks().stream().map(task -> task.id()).toList());
        assertEquals(List.of("", "AP1", ""), told.needs());
        assertEquals("Mon", told.plan().tasks().getFirst().deadline());
    }

    @Test
    void verbsMayStandBeforeTheirSubjects() {
        var told = Told
                .of("""
                        # Ablauf

                        Ich habe drei Helfer: Kurator, Drucker und Kasse.

                        Zuerst sammelt Kurator die Leihgaben. Sobald die Leihgaben da sind, setzt Drucker den Katalog. In der letzten Woche
                        richtet Kasse den Verkauf ein.
                        """);
        assertEquals(List.of("Kurator: sammelt die Leihgaben", "Drucker: setzt den Katalog",
                "Kasse: richtet den Verkauf ein"), told.tasks());
        assertEquals(List.of("", "T-1", ""), told.needs());
    }

    @Test
    void requestsAskWhoeverTheyCallByName() {
        var told = Told
                .of("""
                        hey team

                        @sam can you bump the base image today? @lee please run the load test after that. I will tell the customers.
                        """);
        assertEquals(List.of("sam: bump the base image today", "lee: run the load test"), told.tasks());
        assertEquals(List.of("", "T-1"), told.needs());
    }

    @Test
    void severalNamesInOneItemAreTakenApart() {
        assertEquals(List.of("Menu", "Stock", "Rota"), Told.of("""
                # Canteen

                Three assistants, each with a desk:

                - **@Menu** plans dishes, **@Stock** counts and orders,
                - **@Rota** does the shifts.

                ## Jobs

                - @Menu: write the cycle of six weeks
                - @Stock: order the first two weeks
                """).agents());
    }

    @Test
    void aChoiceMayStandInRunningText() {
        var decision = Told
                .of("""
                        # Sundial

                        I have two agents. The **Astronomer** computes the lines. The **Mason** cuts the stone once the lines are ready.

                        Shall it show summer time? We could (a) engrave two rows, (b) hang a sign, or (c) ignore it. I lean towards (a).
                        """)
                .plan().decisions().getFirst();
        assertEquals("Shall it show summer time?", decision.title());
        assertEquals(List.of("engrave two rows", "hang a sign", "ignore it"),
                decision.options().stream().map(option -> option.text()).toList());
        assertEquals("a", decision.recommendation());
    }

    @Test
    void storiesAndRecipesGiveNoWork() {
        assertEquals(List.of(),
                Told.of("""
                        Elena opens the window and looks at the harbour. Marco waits on the quay. "We should go before Friday," says Elena.
                        Marco lights a lamp and Elena closes the window again. When the ship is in, Marco takes his bag.
                        """)
                        .agents());
        assertEquals(List.of(),
                Told.of("""
                        # Paella

                        Heat the oil. Add the onions and stir until they are soft. Saffron gives the colour. Bomba rice takes up the stock.
                        My grandmother says that we should wait before eating.
                        """)
                        .agents());
        assertEquals(List.of(),
                Told.of("""
                        # How Kafka and Flink work together

                        Kafka stores events in a log. Flink reads the log and computes windows. When Flink has finished a window, it writes
                        the result. In our company, Kafka handles two million events. We should never lose one.
                        """)
                        .agents());
    }

    @Test
    void aTableOfWhoDoesWhatByWhenIsTheWorkOfMinutes() {
        var told = Told.of("""
                # Retro notes

                We talked about the tests.

                | Who | What | By |
                |---|---|---|
                | Olga | quarantine the flaky tests | Friday |
                | Ken | write a dashboard for test times | next sprint |

                Ken will show it to Olga once the dashboard is up.
                """);
        assertEquals(List.of("Olga", "Ken"), told.agents().stream().sorted(Comparator.reverseOrder()).toList());
        assertEquals(List.of("Olga: quarantine the flaky tests", "Ken: write a dashboard for test times"),
                told.tasks());
        assertEquals("Friday", told.plan().tasks().getFirst().deadline());
    }

    @Test
    void scriptsWithoutCapitalsNameWhoWasThere() {
        assertEquals(List.of("小林: 整理客户名单", "阿德: 写迁移脚本"), Told.of("""
                # 周会纪要

                出席：小林、阿德

                - 小林：整理客户名单
                - 阿德：写迁移脚本
                """).tasks());
    }
}
