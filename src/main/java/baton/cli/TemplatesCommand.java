package baton.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.HelpOption;
import baton.cli.console.OutputOptions;
import baton.cli.console.Subcommands;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.setup.TemplateFiles;
import baton.profile.DelegationTemplate;
import baton.profile.Rendering;
import baton.profile.Slot;
import baton.profile.SlotValue;
import baton.view.page.ProblemLines;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.PlanJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton templates}: the delegation templates that are found from here. */
@Command(description = "The delegation templates found here, in prompts/templates and in your own settings folder.")
final class TemplatesCommand implements Subcommands {
    private final Surroundings around;

    @Mixin
    HelpOption help = new HelpOption();

    TemplatesCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public SequencedMap<String, Callable<ExitCode>> subcommands() {
        var commands = new LinkedHashMap<String, Callable<ExitCode>>();
        commands.put("list", new ListTemplates(around));
        commands.put("show", new ShowTemplate(around));
        commands.put("render", new RenderTemplate(around));
        return commands;
    }

    /** One line a template. */
    @Command(description = "List the templates.")
    static final class ListTemplates implements Callable<ExitCode> {
        private final Surroundings around;

        @Option(names = "--json", description = "one JSON object a template, one a line")
        private boolean json;

        @Mixin
        private OutputOptions output = new OutputOptions();

        ListTemplates(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var found = TemplateFiles.find(around);
            if (json) {
                var out = output.out(around);
                found.templates().forEach(template -> out.write(PlanJson.of(tree(template))));
                return ExitCode.OK;
            }
            var table = new Table(around.columns());
            found.templates().forEach(template -> table.row(Cell.of(template.name()),
                    Cell.of(Tone.DIM, template.agent()), Cell.of(Tone.DIM, template.path()),
                    Cell.of(template.description())));
            output.out(around).show(table.lines(0));
            var err = output.err(around);
            err.show(ProblemLines.of(found.problems(), 0));
            if (found.templates().isEmpty()) {
                err.show(StyledLine.of("No templates here. baton init  makes a first one in prompts/templates/."));
            }
            return ExitCode.OK;
        }

        private static Map<String, Object> tree(DelegationTemplate template) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("name", template.name());
            tree.put("agent", template.agent());
            tree.put("description", template.description());
            tree.put("path", template.path());
            tree.put("slots", template.slots().stream().map(ListTemplates::slot).toList());
            return tree;
        }

        private static Map<String, Object> slot(Slot slot) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("name", slot.name());
            tree.put("type", slot.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            tree.put("required", slot.need() == Slot.Need.REQUIRED);
            tree.put("description", slot.description());
            tree.put("options", slot.options());
            return tree;
        }
    }

    /** The slots, then the text. */
    @Command(description = "Show a template: its slots, then its text.")
    static final class ShowTemplate implements Callable<ExitCode> {
        private final Surroundings around;

        @Parameters(paramLabel = "NAME", description = "a template of the list")
        private String name = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        ShowTemplate(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var template = TemplateFiles.find(around).named(name);
            var table = new Table(around.columns());
            template.slots().forEach(slot -> table.row(Cell.of(slot.name()), Cell.of(Tone.DIM, type(slot)),
                    Cell.of(slot.description())));
            var out = output.out(around);
            out.show(StyledLine.of(Tone.STRONG, template.name()).and(Tone.DIM, "  " + template.path()));
            out.show(table.lines(2));
            out.show(StyledLine.EMPTY);
            ScreenText.lines(template.body()).forEach(line -> out.show(StyledLine.of(line.value())));
            return ExitCode.OK;
        }

        private static String type(Slot slot) {
            String type = slot.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return slot.need() == Slot.Need.OPTIONAL ? type + ", optional" : type;
        }
    }

    /** The text with its slots filled, or the names of those that are missing. */
    @Command(description = "Fill a template: baton templates render NAME slot=value …  A list takes its slot several times.")
    static final class RenderTemplate implements Callable<ExitCode> {
        private final Surroundings around;

        @Parameters(index = "0", paramLabel = "NAME", description = "a template of the list")
        private String name = "";

        @Parameters(index = "1..*", paramLabel = "slot=value", arity = "0..*", description = "one value")
        private List<String> values = new ArrayList<>();

        @Mixin
        private OutputOptions output = new OutputOptions();

        RenderTemplate(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var template = TemplateFiles.find(around).named(name);
            return switch (template.render(values(template))) {
                case Rendering.Rendered(String text) -> {
                    var out = output.out(around);
                    text.lines().forEach(line -> out.show(StyledLine.of(line)));
                    yield ExitCode.OK;
                }
                case Rendering.Incomplete(var faults) -> throw UserError.refused(
                        "the template cannot be filled: " + String.join("; ",
                                faults.stream().map(fault -> fault.slot() + ": " + fault.reason()).toList()),
                        "Give each as slot=value.");
            };
        }

        private Map<String, SlotValue> values(DelegationTemplate template) {
            var texts = new LinkedHashMap<String, List<String>>();
            for (String value : values) {
                int equals = value.indexOf('=');
                if (equals <= 0) {
                    throw UserError.usage("\"" + value + "\" is not slot=value", "");
                }
                texts.computeIfAbsent(value.substring(0, equals), ignored -> new ArrayList<>())
                        .add(value.substring(equals + 1));
            }
            var filled = new LinkedHashMap<String, SlotValue>();
            texts.forEach((slot, given) -> filled.put(slot, isList(template, slot) || given.size() > 1
                    ? new SlotValue.Many(given)
                    : new SlotValue.Text(given.getFirst())));
            return filled;
        }

        private static boolean isList(DelegationTemplate template, String name) {
            return template.slots().stream().anyMatch(slot -> slot.name().equals(name)
                    && slot.type() == Slot.Type.LIST);
        }
    }
}
