package baton.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a star in a {@link CommandPattern} never covers. Everything not listed is an ordinary argument of a program. */
final class StarRules {
    /** Programs that run the program or text they are given, wherever it stands among their arguments. */
    private static final List<String> WRAPPERS = List.of("env", "xargs", "nohup", "timeout", "nice", "ionice", "setsid",
            "sudo",
            "doas", "su", "runuser", "time", "stdbuf", "watch", "parallel", "ssh", "busybox", "toybox", "chroot",
            "unshare",
            "nsenter", "bwrap", "flock", "script", "expect", "strace", "ltrace", "gdb", "lldb", "taskset", "chrt",
            "command",
            "exec", "eval", "builtin", "source", ".", "trap", "at", "batch", "crontab", "systemd-run",
            "start-stop-daemon",
            "run-parts", "entr", "screen", "tmux", "dbus-run-session", "firejail", "proot", "fakeroot", "faketime",
            "catchsegv",
            "ld.so", "cmd", "cmd.exe");

    /** Programs whose first plain argument is the script or tool to run; the pattern must name it. */
    private static final List<String> LAUNCHERS = List.of("npx", "bunx", "pnpx", "uvx", "pipx");

    private static final Pattern INTERPRETER = Pattern.compile("(ba|da|z|k|c|tc|fi|a|mk|pdk|r?ba)?sh|fish|busybox-sh"
            + "|pwsh|powershell(\\.exe)?|i?python[0-9.]*w?|pypy[0-9.]*|node(js)?|deno|bun|perl[0-9.]*|ruby[0-9.]*|irb|php[0-9.]*"
            + "|lua[0-9.]*|luajit|tclsh[0-9.]*|wish|expect|osascript|jshell|groovy|scala|kotlin|Rscript|R|julia|ghci?|runghc"
            + "|elixir|erl|escript|guile|racket|sbcl|clisp|emacs|vim?|nvim|ex|ed|view|java");

    private static final Pattern EVAL_FLAG = Pattern
            .compile("-[A-Za-z]*[ceErp]|--?(eval|exec|execute|print|command|run)(=.*)?");

    /** Programs whose plain arguments are scripts that can write files or run commands. */
    private static final List<String> SCRIPTED = List.of("awk", "gawk", "mawk", "nawk", "sed", "gsed");

    /**
     * Arguments that make an ordinary program run or write something else. A long option is compared by its name, of which programs
     * accept a beginning; one with a single dash, and one that ends with a colon or an equals sign, as a beginning; any other whole.
     *
     * @param clusters whether short options may stand together behind one dash
     */
    private record Danger(String program, boolean clusters, List<String> arguments) {
        boolean isIn(String argument) {
            return arguments.stream().anyMatch(one -> isSame(one, argument))
                    || (clusters && SHORT_CLUSTER.matcher(argument).matches() && arguments.stream()
                            .anyMatch(one -> one.length() == 2 && argument.indexOf(one.charAt(1)) > 0));
        }

        private static boolean isSame(String one, String argument) {
            if (one.startsWith("--")) {
                return isBeginningOfOption(argument, one);
            }
            boolean beginning = one.startsWith("-") || one.startsWith("+") || one.endsWith(":") || one.endsWith("=");
            return beginning ? argument.startsWith(one) : argument.equals(one);
        }
    }

    private static boolean isBeginningOfOption(String argument, String option) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        return name.length() >= 3 && name.startsWith("--") && option.startsWith(name);
    }

    private static final Pattern SHORT_CLUSTER = Pattern.compile("-[A-Za-z0-9].*");

    private static final List<Danger> DANGERS = List.of(
            new Danger("find", false, List.of("-exec", "-ok", "-delete", "-fprint", "-fls")),
            new Danger("fd", true, List.of("-x", "-X", "--exec")),
            new Danger("fdfind", true, List.of("-x", "-X", "--exec")),
            new Danger("rg", false, List.of("--pre", "--hostname-bin")),
            new Danger("sort", true, List.of("-o", "-T", "--output", "--compress-program",
                    "--temporary-directory")),
            new Danger("tar", true, List.of("-I", "-F", "--use-compress-program", "--to-command",
                    "--checkpoint-action", "--rsh-command", "--rmt-command", "--info-script", "--new-volume-script")),
            new Danger("rsync", true, List.of("-e", "--rsh", "--rsync-path")),
            new Danger("zip", true, List.of("-T", "--unzip-command")),
            new Danger("man", true, List.of("-P", "-H", "--pager", "--html")),
            new Danger("less", true, List.of("+", "-o", "-O", "-k", "--log-file", "--lesskey")),
            new Danger("make", true, List.of("-f", "-C", "-I", "--file", "--makefile", "--directory", "--eval",
                    "--include-dir", "SHELL=", "MAKEFLAGS=", ".SHELLFLAGS=")),
            new Danger("mvn", false, List.of("exec:", "org.codehaus.mojo:", "antrun:", "-f", "--file", "-Dexec.", "-s",
                    "--settings", "-gs", "-Dmaven.ext.class.path")),
            new Danger("gradle", false,
                    List.of("-I", "--init-script", "-b", "--build-file", "-p", "--project-dir", "-c",
                            "--settings-file")),
            new Danger("go", false, List.of("-exec", "--exec", "-toolexec", "--toolexec", "-vettool", "--vettool")),
            new Danger("cargo", false, List.of("--config", "--manifest-path")),
            new Danger("npm", false, List.of("exec", "x", "explore", "config", "set", "--script-shell",
                    "--node-options")),
            new Danger("yarn", false, List.of("exec", "dlx", "node", "config", "--script-shell")),
            new Danger("pnpm", false, List.of("exec", "dlx", "config", "--script-shell")),
            new Danger("docker", false, List.of("run", "exec", "-v", "--volume", "--mount", "--privileged")),
            new Danger("curl", true, List.of("-o", "-O", "-K", "-T", "--output", "--remote-name", "--config",
                    "--upload-file")),
            new Danger("wget", true, List.of("-O", "-e", "-i", "-P", "--output", "--execute", "--use-askpass",
                    "--config")),
            new Danger("pytest", false, List.of("-p", "-c", "-o", "--rootdir", "--confcutdir", "--override-ini")));

    /** Long options of git that run a command or write a file; git accepts any unambiguous beginning of them. */
    private static final List<String> GIT_OPTIONS = List.of("--output", "--output-directory", "--ext-diff",
            "--upload-pack", "--receive-pack", "--exec", "--open-files-in-pager", "--config", "--config-env",
            "--template", "--separate-git-dir", "--exec-path", "--git-dir", "--work-tree", "--extcmd", "--no-index",
            "--remote");

    /** Short ones, by command. */
    private static final List<Danger> GIT_SHORT = List.of(
            new Danger("clone", true, List.of("-c", "-u")),
            new Danger("fetch", true, List.of("-u")),
            new Danger("pull", true, List.of("-u")),
            new Danger("ls-remote", true, List.of("-u")),
            new Danger("rebase", true, List.of("-x", "-i")),
            new Danger("grep", false, List.of("-O")),
            new Danger("archive", true, List.of("-o")),
            new Danger("format-patch", true, List.of("-o")));

    private static final List<String> GIT_COMMANDS = List.of("config", "submodule", "bisect", "filter-branch",
            "difftool", "mergetool", "daemon", "instaweb", "gui", "citool", "shell", "hook", "maintenance",
            "credential", "send-email", "upload-pack", "receive-pack", "remote-ext", "remote-fd", "web--browse");

    private StarRules() {}

    static boolean covers(List<String> words, List<String> rest) {
        String program = baseName(words.getFirst());
        var fixed = words.subList(1, words.size());
        if (WRAPPERS.contains(program)) {
            return false;
        }
        if (INTERPRETER.matcher(program).matches()) {
            return coversScript(fixed, rest);
        }
        if (LAUNCHERS.contains(program)) {
            return fixed.stream().anyMatch(StarRules::isPlain);
        }
        if (program.equals("git")) {
            return coversGit(fixed, rest);
        }
        return !SCRIPTED.contains(program) && !isDanger(DANGERS, program, rest);
    }

    /** Behind a named script everything is the script's own; before one, no option may smuggle in a text to run. */
    private static boolean coversScript(List<String> fixed, List<String> rest) {
        if (fixed.stream().anyMatch(word -> EVAL_FLAG.matcher(word).matches())) {
            return false;
        }
        boolean named = fixed.stream().anyMatch(StarRules::isPlain);
        return named || isPlain(rest.getFirst());
    }

    private static boolean coversGit(List<String> fixed, List<String> rest) {
        var named = fixed.stream().filter(StarRules::isPlain).findFirst();
        if (named.isEmpty() && (!isPlain(rest.getFirst()) || GIT_COMMANDS.contains(rest.getFirst()))) {
            return false;
        }
        return !isDanger(GIT_SHORT, named.orElse(rest.getFirst()), rest)
                && rest.stream().noneMatch(StarRules::isGitDanger);
    }

    private static boolean isGitDanger(String argument) {
        boolean runs = GIT_OPTIONS.stream().anyMatch(option -> isBeginningOfOption(argument, option));
        return runs || argument.startsWith("ext::");
    }

    private static boolean isDanger(List<Danger> dangers, String program, List<String> rest) {
        return dangers.stream().filter(one -> one.program().equals(program))
                .anyMatch(one -> rest.stream().anyMatch(one::isIn));
    }

    private static boolean isPlain(String word) {
        return !word.isEmpty() && word.charAt(0) != '-' && word.charAt(0) != '+' && word.charAt(0) != '@';
    }

    /** A program by its path is the same program; so is one with the suffix Windows gives it. */
    private static String baseName(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }
}
