package baton.reading;

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
    void notesTellOrderInHalfSentencesAndDutiesAreNoJobs() {
        var told = Told.of("""
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
        assertEquals(List.of(), Told.of("""
                # Who is who

                Maria leads the sales team. Jonas handles the contracts. Amara looks after the customers, and Jonas should know them.

                We meet every Monday.
                """).agents());
    }
}
