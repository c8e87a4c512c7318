package baton.reading.data;

import java.util.List;
import java.util.Optional;

import baton.plan.Place;
import baton.plan.Problem;
import baton.reading.source.Remarks;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class YamlTreeBuilderTest {

    private final Remarks remarks = new Remarks("f.yaml");

    @Test
    void scalarsFollowTheCoreSchemaOfYaml12() {
        assertEquals(List.of(Yaml.Kind.INTEGER, Yaml.Kind.TEXT, Yaml.Kind.TEXT, Yaml.Kind.NOTHING, Yaml.Kind.BOOLEAN,
                Yaml.Kind.DECIMAL, Yaml.Kind.TEXT), kinds("[012, NO, yes, ~, true, 1.5, '7']"));
    }

    @Test
    void everyDuplicateKeyIsSaidWithBothLines() {
        parse("a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\n");
        assertEquals(
                List.of(Problem.error("yaml-duplicate-key", new Place("f.yaml", 4), "\"x\" stands here and on line 4",
                        "Keep one of the two."),
                        Problem.error("yaml-duplicate-key", new Place("f.yaml", 3), "\"a\" stands here and on line 1",
                                "Keep one of the two.")),
                remarks.all());
    }

    @Test
    void aSyntaxErrorNamesItsLine() {
        assertEquals(Optional.empty(), parse("a: 1\nb: c: d\n"));
        assertEquals(new Place("f.yaml", 2), remarks.all().getFirst().place());
    }

    @Test
    void deepNestingIsRefusedBeforeItCostsAStack() {
        parse("[".repeat(100_000));
        assertEquals("yaml-depth", remarks.all().getFirst().code());
    }

    @Test
    void aSmallFileThatUnfoldsWithoutEndIsRefused() {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
        }
        parse(text.toString());
        assertEquals(List.of("yaml-aliases"), remarks.all().stream().map(Problem::code).toList());
    }

    @Test
    void aliasesStandForWhatTheyName() {
        var root = (Yaml.Fields) parse("a: &n [1]\nb: *n\n").orElseThrow();
        assertEquals(root.field("a").orElseThrow().value(), root.field("b").orElseThrow().value());
        assertEquals(List.of(), remarks.all());
    }

    @Test
    void anAliasOfNothingIsAnError() {
        parse("a: *missing\n");
        assertTrue(remarks.hasErrors());
    }

    private List<Yaml.Kind> kinds(String text) {
        return ((Yaml.Items) parse(text).orElseThrow()).items().stream().map(item -> ((Yaml.Scalar) item).kind())
                .toList();
    }

    private Optional<Yaml> parse(String text) {
        return YamlTreeBuilder.parse(text, 0, remarks);
    }
}
