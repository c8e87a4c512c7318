package baton.chat;

import java.util.List;
import java.util.SplittableRandom;

import baton.chat.Address.ToAgent;
import baton.chat.Address.ToAll;
import baton.chat.Address.ToGroup;
import baton.chat.Address.ToTask;
import baton.chat.Address.Unnamed;
import baton.chat.ChatLine.Template;
import baton.chat.ChatLine.Words;
import baton.chat.ChatReading.NotUnderstood;
import baton.chat.ChatReading.Understood;
import baton.engine.fact.Filling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChatReaderTest {
    private static final ToGroup BACK_END = new ToGroup("Back End", List.of("go-backend", "data"));

    private static ChatLine read(String text) {
        return switch (ChatReader.read(text, Names.SESSION)) {
            case Understood(var line) -> line;
            case NotUnderstood(var problem) -> throw new AssertionError(problem.oneLine());
        };
    }

    private static ChatProblem problem(String text) {
        return switch (ChatReader.read(text, Names.SESSION)) {
            case Understood(var line) -> throw new AssertionError("understood as " + line);
            case NotUnderstood(var problem) -> problem;
        };
    }

    @Test
    void plainWordsGoToNobodyByNameAndKeepTheirLines() {
        assertEquals(new Words(List.of(new Unnamed()), "Build it.\n\n# Not a comment\n- two"),
                read("Build it.\n\n# Not a comment\n- two\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@go-backend use metres", "@GO-BACKEND, use metres", "@gopher: use metres",
        "@go-backend-agent  use metres ", "@go-backend @gopher use metres"})
    void anAgentIsCalledByIdNameOrAliasWhateverTheCase(String text) {
        assertEquals(new Words(List.of(new ToAgent("go-backend")), "use metres"), read(text));
    }

    @Test
    void wordsGoToAgentsGroupsTasksAndAll() {
        assertEquals(new Words(List.of(new ToAgent("writer"), new ToTask("T-2"), BACK_END), "use metres\nplease"),
                read("@writer #t-2, @back-end: use metres\nplease"));
        assertEquals(new Words(List.of(new ToAll()), "well done"), read("@all well done"));
        assertEquals(new Words(List.of(new ToAgent("orchestrator")), "and now?"), read("@orchestrator and now?"));
    }

    @Test
    void aHashThatIsNoTaskBeginsOrdinaryWords() {
        assertEquals(new Words(List.of(new Unnamed()), "# Heading\ntext"), read("# Heading\ntext"));
        assertEquals(new Words(List.of(new Unnamed()), "#1 is best"), read("#1 is best"));
    }

    @Test
    void aBlankInFrontTakesTheLineAsWords() {
        assertEquals(new Words(List.of(new Unnamed()), "/usr/bin is full"), read(" /usr/bin is full"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @goo-backend hi    | 0  | 12 | Nobody is called @goo-backend. Did you mean @go-backend?
            @writer @dta hi    | 8  | 4  | Nobody is called @dta. Did you mean @data?
            #T-22 hi           | 0  | 5  | There is no task T-22. Did you mean #T-2?
            @writer            | 7  | 0  | There are no words to send. Write them behind the name.
            /puase T-2         | 0  | 6  | There is no command /puase. Did you mean /pause?
            /usr/bin is full   | 0  | 8  | There is no command /usr/bin. /help lists them. A blank in front sends the line as words.
            /cancel            | 7  | 0  | /cancel needs TASK. For example  /cancel T-3 not needed any more
            /cancel T-8        | 8  | 3  | There is no task T-8. Did you mean t-1?
            /reassign T-2 @wr  | 14 | 3  | Nobody is called @wr. Did you mean @writer?
            /time T-2 soon     | 10 | 4  | "soon" is no time. Write it as 90s, 5m or 1h30m.
            /retry T-1 now     | 11 | 3  | /retry takes nothing more here. It is used as  /retry TASK
            /answer D-1 80     | 8  | 3  | D-1 is no question, it is a decision.
            /answer what 80    | 8  | 4  | "what" is no id of a question. There are Q-2.
            /export pdf        | 8  | 3  | "pdf" does not fit here. One of md, jsonl, cast, html, otlp.
            /split T-3 "oops   | 11 | 5  | This quote is not closed. End it with ", or write \\" for the sign itself.
            +servise           | 0  | 8  | There is no template +servise. Did you mean +service?
            +service title=x   | 16 | 0  | +service needs deliverables. Write  deliverables="…"
            +service @nix      | 9  | 4  | Nobody is called @nix. There are @go-backend, @data, @writer.
            +service tile=x    | 9  | 4  | +service has no slot tile. Did you mean title?
            """)
    void aProblemSaysWhereWhatAndWhatInstead(String text, int position, int length, String says) {
        var found = problem(text);
        assertEquals(says, found.oneLine());
        assertEquals(position + " " + length, found.position() + " " + found.length());
    }

    @Test
    void aTemplateIsFilledOnOneLine() {
        assertEquals(new Template("service", "data",
                List.of(new Filling("title", List.of("The heartbeat")),
                        new Filling("deliverables", List.of("code", "tests, all of them")))),
                read("+service @data title=\"The heartbeat\" deliverables=code deliverables=\"tests, all of them\""));
    }

    @Test
    void aTemplateIsFilledAsTheTextItWouldBe() {
        assertEquals(new Template("service", "go-backend",
                List.of(new Filling("title", List.of("The heartbeat")),
                        new Filling("deliverables", List.of("code", "tests")),
                        new Filling("output_location", List.of("src/heartbeat/")))),
                read("""
                        +service @gopher
                        Title: The heartbeat
                        Deliverables:
                        - code
                        - tests

                        Output location: src/heartbeat/
                        """));
    }

    @Test
    void anyTextHasAReading() {
        var random = new SplittableRandom(7);
        var pieces = List.of("@", "#", "/", "+", " ", "\n", "\"", "\\", "=", "T-2", "writer", "pause", "service", "all",
                "\u0000", "\u001b[31m", "日本語", "\uD83C", "a".repeat(5_000), "split ", "title", ":", "- ", "-1", "1h");
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            switch (ChatReader.read(text.toString(), Names.SESSION)) {
                case Understood(var line) -> ChatCommands.dispatch(line, Names.SESSION, "me");
                case NotUnderstood(var problem) -> assertTrue(
                        problem.position() + problem.length() <= text.length(), "within the text: " + text);
            }
            Completion.candidates(text.toString(), random.nextInt(text.length() + 1), Names.SESSION);
        }
    }
}
