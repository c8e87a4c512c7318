package baton;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import baton.Room.Library;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The fences between the rooms. A rule that stands in the way is changed here, in the open, with its reason. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("baton");

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyTheRoomsAndLibrariesOfItsRow() {
        return Room.ALL.stream().map(room -> DynamicTest.dynamicTest(room.name(), () -> check(classes()
                .that().resideInAPackage(room.packageName())
                .should().onlyDependOnClassesThat().resideInAnyPackage(room.reachable())
                .because("the arrows of the architecture point one way: faces and adapters know the engine, never the"
                        + " reverse (src/docs/architecture.md)"))));
    }

    @Test
    void everyClassLivesInARoomOfTheTable() {
        check(classes()
                .should().resideInAnyPackage(Room.ALL.stream().map(Room::packageName).toArray(String[]::new))
                .because("a new top-level package needs a row that says what it owns and what it may use"));
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        check(noClasses()
                .that().resideOutsideOfPackage("baton.cli..")
                .should().dependOnClassesThat().resideInAPackage("baton.cli..")
                .because("wiring and exit codes are decided once, at the edge"));
    }

    @Test
    void theRoomsHaveNoCycles() {
        check(slices().matching("baton.(*)..").should().beFreeOfCycles()
                .because("a room that needs another which needs it back is one room"));
    }

    @Test
    void theReadersPartsBuildOnEachOtherInOneDirection() {
        check(slices().matching("baton.reading.(**)").should().beFreeOfCycles()
                .because("text, document, findings, recognisers, linking: each step reads only what stands below it"));
    }

    @Test
    void theCommandsPartsBuildOnEachOtherInOneDirection() {
        check(slices().matching("baton.cli.(**)").should().beFreeOfCycles()
                .because("console, setup, record, live: only the table of commands knows every command"));
    }

    @TestFactory
    Stream<DynamicTest> aLibraryStaysBehindItsFence() {
        return Stream.of(
                fence(Library.LANGCHAIN, "providers change their wire formats; only the adapter may notice", "llm",
                        "tool"),
                fence(Library.LANTERNA, "painting is ours, Lanterna is one terminal layer that could be replaced",
                        "tui"),
                fence(Library.JLINE, "one library owns the terminal, in the faces that have one", "tui", "line"),
                fence(Library.SQL, "the session file has one reader and one writer", "store"),
                fence(Library.YAML, "documents become plans in one place, with file and line kept", "reading"),
                fence(Library.COMMONMARK, "Markdown is read in one place and shown in one place", "reading", "view"),
                fence(Library.JACKSON, "stored JSON has one canonical form; other JSON stays at its adapter", "wire",
                        "llm", "tool"),
                fence(Library.PICOCLI, "flags are a matter of the command line alone", "cli"));
    }

    private static DynamicTest fence(Library library, String reason, String... rooms) {
        return DynamicTest.dynamicTest(library.name(), () -> check(noClasses()
                .that().resideOutsideOfPackages(Stream.of(rooms).map(Room::packageOf).toArray(String[]::new))
                .should().dependOnClassesThat().resideInAnyPackage(library.packages().toArray(String[]::new))
                .because(reason)));
    }

    @Test
    void purePackagesUseOnlyThePartsOfTheJdkThatCompute() {
        check(classes()
                .that().resideInAnyPackage(Room.purePackages())
                .should().onlyDependOnClassesThat(resideInAnyPackage("java.lang", "java.lang.annotation",
                        "java.lang.invoke", "java.lang.runtime", "java.math", "java.nio.charset", "java.security",
                        "java.text", "java.time..", "java.util", "java.util.function", "java.util.regex",
                        "java.util.stream").or(are(outsideTheJdk())))
                .because("files, sockets, databases, threads and locks belong to the runtime; what decides must give"
                        + " the same answer when a session is replayed"));
    }

    @Test
    void purePackagesHaveNoThreadsNoProcessNoChance() {
        check(noClasses()
                .that().resideInAnyPackage(Room.purePackages())
                .should().dependOnClassesThat(named("java.lang.System", "java.lang.Runtime", "java.lang.Process",
                        "java.lang.ProcessBuilder", "java.lang.ProcessHandle", "java.lang.Thread",
                        "java.lang.Thread$Builder", "java.lang.ThreadLocal", "java.lang.ScopedValue",
                        "java.lang.ClassLoader", "java.util.Random", "java.util.SplittableRandom",
                        "java.util.Scanner", "java.util.Timer", "java.util.TimerTask", "java.util.ServiceLoader",
                        "java.security.SecureRandom", "java.time.Clock", "java.time.InstantSource"))
                .because("time, chance and threads reach the engine as inputs, or a replay would differ from the run"));
    }

    @Test
    void purePackagesAskForNeitherTimeNorPlaceNorChance() {
        check(noClasses()
                .that().resideInAnyPackage(Room.purePackages())
                .should(touch("the clock, the default locale or zone, chance or parallel streams",
                        Impurity.anyOf(Impurity.AMBIENT).or(ArchitectureTest::readsTheClock)
                                .or(ArchitectureTest::runsInParallel)))
                .because("the same inputs must give the same facts on every machine and every day"));
    }

    @Test
    void purePackagesMakeNoCollectionsInHashOrder() {
        check(noClasses()
                .that().resideInAnyPackage(Room.purePackages())
                .should(touch("collections without an order of their own", Impurity.anyOf(Impurity.UNORDERED)))
                .orShould().dependOnClassesThat(named("org.pcollections.Empty", "org.pcollections.HashPMap",
                        "org.pcollections.HashTreePBag", "org.pcollections.HashTreePMap",
                        "org.pcollections.HashTreePSet", "org.pcollections.MapPBag", "org.pcollections.MapPSet"))
                .because("their order differs between JVM starts, and order decides who runs first: use List,"
                        + " LinkedHashMap, TreeMap or the Tree collections of PCollections"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().should(beInANullMarkedPackage())
                .because("NullAway checks only what package-info.java marks, and that page says what the room owns"));
    }

    @Test
    void factsAreRecordsEnumsOrSealedInterfaces() {
        check(classes()
                .that().resideInAPackage("baton.engine.fact..").and(are(writtenByHand()))
                .should(beAValue())
                .because("a fact is stored for years and compared whole; it has no behaviour that could change it"));
    }

    @Test
    void inputsAndEffectsAreRecordsEnumsOrSealedInterfaces() {
        check(classes()
                .that(are(resideInAPackage("baton.engine..")).and(are(nestedIn("Input", "Effect", "Event"))))
                .and(are(writtenByHand()))
                .should(beAValue())
                .because("what goes into and out of the engine is recorded and compared, and a switch over it must be"
                        + " complete"));
    }

    @Test
    void onlyTheEngineCallsItsRules() {
        check(noClasses()
                .that().resideOutsideOfPackage("baton.engine.rule..").and()
                .doNotHaveFullyQualifiedName("baton.engine.Engine")
                .should().dependOnClassesThat().resideInAPackage("baton.engine.rule..")
                .because(
                        "a fold or a face that reaches into the rules decides beside the engine; what it needs of the state"
                                + " the state says itself"));
    }

    @Test
    void foldsSeeFactsAndStateOnly() {
        check(noClasses()
                .that().resideInAPackage("baton.engine").and().haveNameMatching(".*(Fold|State|Setup|Work|People|Shared"
                        + "|Totals|Course|Pauses|ReadyTasks|Attempts)(\\$.*)?")
                .should().dependOnClassesThat(named("baton.engine.Engine", "baton.engine.Working", "baton.engine.Step",
                        "baton.engine.Input", "baton.engine.Command", "baton.engine.Outcome"))
                .because("replay folds without inputs: what a fact does to the state must stand in the fact"));
    }

    @Test
    void factsKnowNothingOfTheEngine() {
        check(noClasses()
                .that().resideInAPackage("baton.engine.fact..")
                .should().dependOnClassesThat(resideInAPackage("baton.engine..")
                        .and(DescribedPredicate.not(resideInAPackage("baton.engine.fact.."))))
                .because("what is stored for years must not change because a rule or the state did"));
    }

    @Test
    void standardStreamsAreTouchedOnlyAtTheEdge() {
        check(noClasses()
                .that().resideOutsideOfPackages("baton.cli..", "baton.batch..", "baton.line..", "baton.tui..")
                .should(touch("System.in, System.out or System.err", ArchitectureTest::isStandardStream))
                .because("one stray line would tear the screen, or spoil what a script reads"));
    }

    @Test
    void noStaticStateCanChange() {
        check(fields().that().areStatic().and().areDeclaredInClassesThat(are(writtenByHand()))
                .should().beFinal()
                .because("two sessions in one process must not meet"));
    }

    @Test
    void namesSayTheJob() {
        check(noClasses()
                .should().haveNameMatching(".*(Manager|Helper|Utils?|Common|Impl|Data|Info|Processor)(\\$.*)?")
                .because("if no other name fits, the thing has no job yet"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static DescribedPredicate<JavaClass> outsideTheJdk() {
        return DescribedPredicate.not(resideInAnyPackage("java..", "javax..", "jdk..", "sun..", "com.sun.."))
                .as("outside the JDK");
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe("one of " + List.of(names), type -> List.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> nestedIn(String... simpleNames) {
        return describe("nested in or one of " + List.of(simpleNames), type -> Stream
                .iterate(type, one -> one != null, one -> one.getEnclosingClass().orElse(null))
                .anyMatch(one -> List.of(simpleNames).contains(one.getSimpleName())));
    }

    private static DescribedPredicate<JavaClass> writtenByHand() {
        return describe("written by hand", type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"));
    }

    private static ArchCondition<JavaClass> touch(String what, Predicate<JavaAccess<?>> forbidden) {
        return accessTargetWhere(describe(what, forbidden)).as("touch " + what);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now");
    }

    private static boolean runsInParallel(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.util")
                && access.getTarget().getName().startsWith("parallel");
    }

    private static boolean isStandardStream(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && List.of("in", "out", "err", "setIn", "setOut", "setErr").contains(access.getTarget().getName());
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked @NullMarked by its package-info.java") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked,
                        "package " + type.getPackageName() + " of " + type.getName() + (marked ? " is" : " is not")
                                + " marked"));
            }
        };
    }

    private static ArchCondition<JavaClass> beAValue() {
        return new ArchCondition<>("be a record, an enum or a sealed interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean value = type.isRecord() || type.isEnum() || (type.isInterface() && type.reflect().isSealed());
                events.add(new SimpleConditionEvent(type, value,
                        type.getName() + (value ? " is" : " is not") + " a record, an enum or a sealed interface"));
            }
        };
    }
}
