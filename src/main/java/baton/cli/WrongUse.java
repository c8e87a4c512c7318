package baton.cli;

import java.util.ArrayList;

import baton.cli.console.UserError;
import baton.plan.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our own words what was typed wrongly. */
final class WrongUse {
    private WrongUse() {}

    static UserError of(ParameterException error) {
        String help = "See  " + error.getCommandLine().getCommandSpec().qualifiedName() + " --help.";
        return switch (error) {
            case UnmatchedArgumentException unmatched ->
                unmatched(error.getCommandLine(), unmatched.getUnmatched().getFirst(), help);
            case MissingParameterException missing -> UserError.usage(missing(missing.getMissing().getFirst()), help);
            case OverwrittenOptionException twice ->
                UserError.usage(named(twice.getOverwritten()) + " can be given only once", help);
            default -> value(error, help);
        };
    }

    private static String missing(ArgSpec argument) {
        return argument.isOption()
                ? named(argument) + " needs a value: " + argument.paramLabel()
                : argument.paramLabel() + " is missing";
    }

    /** As it is typed; of several spellings the longest. */
    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static UserError value(ParameterException error, String help) {
        var argument = error.getArgSpec();
        if (argument == null || error.getValue() == null) {
            return UserError.usage(String.valueOf(error.getMessage()), help);
        }
        var type = argument.type();
        if (type == boolean.class) {
            return UserError.usage(named(argument) + " takes no value", "Write it alone, or leave it out.");
        }
        return UserError.usage(named(argument) + " cannot be \"" + error.getValue() + "\"",
                type == int.class || type == long.class ? "Write a whole number." : help);
    }

    private static UserError unmatched(CommandLine parser, String word, String help) {
        if (word.startsWith("-")) {
            String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            var known = new ArrayList<>(parser.getCommandSpec().optionsMap().keySet());
            return UserError.usage("there is no flag \"" + flag + "\" here",
                    NearMiss.of(flag, known).map(near -> "Did you mean " + near + "?").orElse(help));
        }
        var subcommands = parser.getSubcommands().keySet();
        if (subcommands.isEmpty()) {
            return UserError.usage("\"" + word + "\" is one argument too many", help);
        }
        String whole = parser.getCommandSpec().qualifiedName() + " " + word;
        return UserError.usage("there is no command \"" + whole + "\"",
                NearMiss.of(word, subcommands).map(near -> "Did you mean " + near + "?").orElse(help));
    }
}
