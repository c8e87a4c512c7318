package baton.cli;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import baton.cli.console.ExitCode;
import baton.cli.console.Failures;
import baton.cli.console.PlainStreams;
import baton.cli.console.Subcommands;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.plan.PlanCommand;
import baton.plan.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every command by its name; only the one that was typed is built. */
final class CommandTable {
    private static final Map<String, Function<Surroundings, Object>> COMMANDS = commands();

    private static final int HELP_COLUMNS = 110;
    /** The flag parser lays out no narrower page. */
    private static final int HELP_COLUMNS_MIN = 55;

    private CommandTable() {}

    private static Map<String, Function<Surroundings, Object>> commands() {
        var commands = new LinkedHashMap<String, Function<Surroundings, Object>>();
        commands.put("run", RunCommand::new);
        commands.put("resume", ResumeCommand::new);
        commands.put("chat", TalkCommand::new);
        commands.put("script", ScriptCommand::new);
        commands.put("answer", AnswerCommand::new);
        commands.put("tell", TellCommand::new);
        commands.put("pause", PauseCommand::new);
        commands.put("attach", AttachCommand::new);
        commands.put("sessions", SessionsCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("fork", ForkCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("log", LogCommand::new);
        commands.put("why", WhyCommand::new);
        commands.put("prompt", PromptCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("undo", UndoCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("agents", AgentsCommand::new);
        commands.put("templates", TemplatesCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("trust", TrustCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    static List<String> names() {
        return List.copyOf(COMMANDS.keySet());
    }

    /** A parser for the command, for completion scripts and tests of the help pages. */
    static CommandLine parser(String name, Surroundings around) {
        var command = COMMANDS.get(name);
        if (command == null) {
            throw unknown(name);
        }
        return parser(name, command.apply(around));
    }

    private static CommandLine parser(String name, Object command) {
        var parser = new CommandLine(command);
        if (command instanceof Subcommands group) {
            group.subcommands().forEach(parser::addSubcommand);
        }
        parser.setCommandName("baton " + name);
        layOut(parser);
        parser.setUsageHelpLongOptionsMaxWidth(32);
        parser.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return parser;
    }

    /** The list of flags follows anyway; the first line need not hold all of them. */
    private static void layOut(CommandLine parser) {
        var spec = parser.getCommandSpec();
        boolean hasArguments = !spec.positionalParameters().isEmpty();
        spec.usageMessage().abbreviateSynopsis(true).parameterListHeading("%n")
                .optionListHeading(hasArguments ? "" : "%n").commandListHeading("%nCommands%n");
        parser.getSubcommands().values().forEach(CommandTable::layOut);
    }

    /** Runs one command; whatever goes wrong becomes a message on standard error and an exit code, here and nowhere else. */
    static int run(String[] args, Surroundings around) {
        var failures = new Failures(around);
        try {
            return runNamed(args, around).number();
        } catch (UserError error) {
            return failures.say(error).number();
        } catch (ParameterException error) {
            return failures.say(WrongUse.of(error)).number();
        } catch (RuntimeException error) {
            return failures.say(error).number();
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private static ExitCode runNamed(String[] args, Surroundings around) throws InterruptedException {
        if (args.length == 0) {
            // Nothing to read: the first screen need not wait for the flag parser.
            return call(new ScreenCommand(around));
        }
        if (isForTheScreen(args[0], around)) {
            return execute(screen(around), args, around);
        }
        if (args[0].startsWith("-")) {
            throw UserError.usage("a command comes first, then its flags: \"" + args[0] + "\"",
                    "See  baton --help.");
        }
        var rest = Arrays.copyOfRange(args, 1, args.length);
        if (args[0].equals("help") && rest.length > 0) {
            return runNamed(new String[]{rest[0], "--help"}, around);
        }
        return execute(parser(args[0], around), rest, around);
    }

    /** No command, but a plan or a flag of the screen. */
    private static boolean isForTheScreen(String first, Surroundings around) {
        if (COMMANDS.containsKey(first)) {
            return false;
        }
        if (first.startsWith("-") && !first.equals("-")) {
            String flag = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
            return screen(around).getCommandSpec().optionsMap().containsKey(flag) && !flag.equals("-h");
        }
        return first.equals("-") || first.matches("(?i).+\\.(md|markdown|ya?ml|txt)")
                || Files.isRegularFile(around.resolve(first));
    }

    private static CommandLine screen(Surroundings around) {
        var parser = parser("", new ScreenCommand(around));
        parser.setCommandName("baton");
        return parser;
    }

    private static ExitCode execute(CommandLine parser, String[] args, Surroundings around)
            throws InterruptedException {
        var parsed = parser.parseArgs(args);
        while (parsed.subcommand() != null && !parsed.isUsageHelpRequested()) {
            parsed = parsed.subcommand();
        }
        var chosen = parsed.commandSpec();
        if (parsed.isUsageHelpRequested()) {
            var page = chosen.commandLine();
            // The terminal is asked for its width by a program of its own, which a command without a page need not wait for.
            page.setUsageHelpWidth(Math.max(HELP_COLUMNS_MIN, Math.min(HELP_COLUMNS, around.columnsOfLines())));
            new PlainStreams(around).page(page.getUsageMessage().stripTrailing() + "\n");
            return ExitCode.OK;
        }
        if (!(chosen.userObject() instanceof Callable<?> command)) {
            throw UserError.usage(chosen.qualifiedName() + " needs to be told what to do",
                    "One of: " + String.join(", ", chosen.subcommands().keySet()) + ".");
        }
        return call(command);
    }

    private static ExitCode call(Callable<?> command) throws InterruptedException {
        try {
            return (ExitCode) command.call();
        } catch (RuntimeException | InterruptedException known) {
            throw known;
        } catch (Exception broken) {
            throw new IllegalStateException(broken.getMessage(), broken);
        }
    }

    private static UserError unknown(String name) {
        var near = NearMiss.of(name, names());
        return UserError.usage("there is no command \"" + name + "\"",
                near.map(word -> "Did you mean  baton " + word + "?").orElse("See  baton --help."));
    }
}
