package baton.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CommandPatternTest {

    private static boolean matches(String pattern, String... argv) {
        return CommandPattern.parse(pattern).matches(List.of(argv));
    }

    /** A pattern, then a command it allows. */
    static Stream<List<String>> allowed() {
        return Stream.of(List.of("mvn -q test", "mvn", "-q", "test"), List.of("git diff *", "git", "diff"),
                List.of("git diff *", "git", "diff", "--stat", "HEAD~1", "-u"), List.of("git *", "git", "status", "-s"),
                List.of("git commit *", "git", "commit", "-m", "a; b && c $(d)"),
                List.of("python *", "python", "a.py", "-c", "x"),
                List.of("python -m pytest *", "python", "-m", "pytest", "-q", "tests"),
                List.of("node run.js *", "node", "run.js", "-e", "x"),
                List.of("bash -c 'echo hi'", "bash", "-c", "echo hi"), List.of("env A=1 true", "env", "A=1", "true"),
                List.of("npx vitest *", "npx", "vitest", "run"), List.of("npm run *", "npm", "run", "build"),
                List.of("find . *", "find", ".", "-name", "*.java"), List.of("echo '*'", "echo", "*"),
                List.of("cargo test *", "cargo", "test", "--all"),
                List.of("./gradlew test *", "./gradlew", "test", "--info"),
                List.of("cat 'a b'", "cat", "a b"), List.of("rg *", "rg", "-n", "--pretty", "x"));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void aPatternAllowsTheCommandsItSpellsOut(List<String> row) {
        assertTrue(CommandPattern.parse(row.getFirst()).matches(row.subList(1, row.size())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "* *", "git * diff", "a*", "g?t", "a; b", "a && *", "$(x) *", "X=1 a", "a\n*",
        "'a", "git diff*"})
    void whatIsNoPatternIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> CommandPattern.parse(text));
        assertEquals(Optional.empty(), CommandPattern.find(text));
    }

    @Test
    void aPatternWithoutAStarAllowsNothingMoreAndNothingLess() {
        assertEquals(List.of(false, false, false, false), List.of(matches("mvn -q test", "mvn", "-q"),
                matches("mvn -q test", "mvn", "-q", "test", "-o"), matches("mvn -q test", "mvn", "-q test"),
                matches("mvn -q test", "/tmp/mvn", "-q", "test")));
    }

    @Test
    void patternsAreWrittenBackAsTheyAreRead() {
        assertEquals("git diff *", CommandPattern.parse(" git  diff * ").toString());
        assertEquals(new CommandPattern(List.of("mvn", "test"), false), CommandPattern.parse("mvn test"));
    }

    /** What a person might have allowed; a trick must not be covered by any of these. */
    private static final List<String> GRANTED = List.of("git diff *", "git log *", "git *", "mvn -q test",
            "mvn verify *",
            "npm test *",
            "npm *", "bash *", "sh *", "python *", "python3 *", "node *", "perl *", "ruby *", "env *", "xargs *",
            "find *", "sudo *",
            "timeout *", "timeout 5 *", "nice *", "npx *", "sed *", "awk *", "tar *", "rg *", "fd *", "sort *",
            "make *", "go test *",
            "cargo *", "ssh *", "bash -x *", "bash -c *", "python -c *", "node -e *", "make test", "ls *", "cat *",
            "echo *",
            "env A=1 *", "php *", "rsync *", "vim *", "pwsh *", "git clone *", "git rebase *", "git grep *", "curl *",
            "less *");

    private static Set<List<String>> tricks() {
        var tricks = new LinkedHashSet<List<String>>();
        for (String shell : List.of("sh", "bash", "dash", "zsh", "ksh", "fish", "ash", "/bin/sh", "/usr/bin/bash",
                "rbash")) {
            for (String flag : List.of("-c", "-lc", "-ec", "-xc", "-ic", "+x", "-", "--", "--rcfile", "-O",
                    "--init-file", "-s")) {
                tricks.add(List.of(shell, flag, "touch pwned"));
                tricks.add(List.of(shell, "-x", flag, "touch pwned"));
            }
        }
        for (String program : List.of("python", "python3", "python3.12", "/usr/bin/python3", "node", "nodejs", "perl",
                "ruby", "php", "lua",
                "pwsh", "deno", "bun", "vim", "osascript", "Rscript", "julia", "groovy")) {
            for (String flag : List.of("-c", "-e", "-E", "-Ic", "--eval", "--eval=touch", "-p", "-r", "-m", "-",
                    "--exec")) {
                tricks.add(List.of(program, flag, "touch('pwned')"));
            }
        }
        for (String wrapper : List.of("env", "xargs", "nohup", "timeout", "nice", "sudo", "doas", "setsid", "stdbuf",
                "time", "watch", "ssh",
                "busybox", "chroot", "flock", "script", "strace", "parallel", "command", "exec", "eval", "npx", "bunx",
                "uvx", "/usr/bin/env")) {
            tricks.add(List.of(wrapper, "sh", "-c", "touch pwned"));
            tricks.add(List.of(wrapper, "A=1", "git", "diff"));
            tricks.add(List.of(wrapper, "5", "touch", "pwned"));
            tricks.add(List.of(wrapper, "-S", "touch pwned"));
        }
        for (String operator : List.of(";", "&&", "||", "|", "&", "\n", "`touch pwned`", "$(touch pwned)", ">", "#",
                "\r\n")) {
            tricks.add(List.of("git diff " + operator + " touch pwned"));
            tricks.add(List.of("mvn", "-q", "test", operator, "touch", "pwned"));
            tricks.add(List.of("mvn", "-q", "test" + operator));
            tricks.add(List.of("git" + operator, "diff"));
            tricks.add(List.of(operator + "git", "diff"));
        }
        addOptions(tricks);
        for (String spelling : List.of("GIT", "./git", "/tmp/git", "git ", " git", "g\u0456t", "git\u200b", "..//git",
                "git\0", "'git'", "\"git\"",
                "A=1", "LD_PRELOAD=x", "GIT_EXTERNAL_DIFF=touch", "\\git", "~/git", "$git", "git;", "{git,x}", "-git",
                "")) {
            tricks.add(List.of(spelling, "diff"));
            tricks.add(List.of(spelling, "git", "diff"));
        }
        return tricks;
    }

    private static void addOptions(Set<List<String>> tricks) {
        for (String option : List.of("--output=/etc/x", "--outpu=/etc/x", "--ou", "--ext-diff", "--ext-d",
                "--upload-pack=touch",
                "--upload-p=touch", "--receive-pack=x", "--exec=touch", "--exe=touch", "--open-files-in-pager=touch",
                "--open",
                "--config=core.pager=touch", "--conf", "--template=/tmp", "--exec-path=/tmp", "--git-dir=/tmp",
                "--work-tree=/", "--no-index",
                "ext::sh -c touch", "--extcmd=touch")) {
            tricks.add(List.of("git", "diff", option));
            tricks.add(List.of("git", "log", "-1", option));
            tricks.add(List.of("git", option, "diff"));
        }
        for (String option : List.of("-c", "-C", "-p", "--paginate", "--bare", "-P", "--namespace=x",
                "--super-prefix=x")) {
            tricks.add(List.of("git", option, "core.pager=touch pwned", "diff"));
        }
        for (String command : List.of("config", "submodule", "bisect", "filter-branch", "difftool", "mergetool",
                "daemon", "hook",
                "maintenance", "credential", "send-email", "instaweb")) {
            tricks.add(List.of("git", command, "run", "touch"));
        }
        tricks.addAll(List.of(List.of("git", "clone", "-u", "touch", "x"),
                List.of("git", "clone", "-c", "core.sshCommand=touch", "x"),
                List.of("git", "clone", "-ctouch=x", "x"), List.of("git", "rebase", "-x", "touch"),
                List.of("git", "rebase", "-ix", "touch"),
                List.of("git", "grep", "-Otouch", "x"), List.of("git", "fetch", "-u", "touch")));
        for (String option : List.of("-exec", "-execdir", "-ok", "-okdir", "-delete", "-fprint", "-fprint0", "-fprintf",
                "-fls")) {
            tricks.add(List.of("find", ".", option, "touch", "{}", ";"));
        }
        tricks.addAll(List.of(List.of("sed", "-n", "1e touch pwned"), List.of("sed", "s/a/b/w /etc/x", "f"),
                List.of("awk", "BEGIN{system(\"x\")}"),
                List.of("tar", "-I", "touch", "-cf", "x"), List.of("tar", "--to-command=touch", "-xf", "x"),
                List.of("tar", "-xf", "x", "--checkpoint-action=exec=x"),
                List.of("tar", "-xIf", "touch"), List.of("rg", "--pre", "touch", "x"),
                List.of("rg", "--pre=touch", "x"), List.of("fd", "-x", "touch"),
                List.of("fd", "-HX", "touch"), List.of("fd", "--exec=touch"), List.of("sort", "-o/etc/x"),
                List.of("sort", "-uo", "/etc/x"),
                List.of("sort", "--compress-program=x"), List.of("make", "-f", "/tmp/Makefile"),
                List.of("make", "SHELL=/tmp/x"), List.of("make", "-sf/tmp/x"),
                List.of("make", "--eval=x"), List.of("mvn", "verify", "exec:exec"),
                List.of("mvn", "verify", "-f", "/tmp/pom.xml"),
                List.of("mvn", "verify", "-Dexec.executable=touch"),
                List.of("go", "test", "-exec", "touch"), List.of("go", "test", "-toolexec=touch"),
                List.of("cargo", "--config", "x"),
                List.of("npm", "exec", "evil"), List.of("npm", "x", "evil"),
                List.of("npm", "test", "--script-shell=touch"),
                List.of("rsync", "-e", "touch", "a"), List.of("rsync", "-ave", "touch", "a"),
                List.of("rsync", "--rsh=touch"),
                List.of("curl", "-so", "/etc/x", "u"), List.of("curl", "-K", "x"), List.of("less", "+!touch"),
                List.of("vim", "-c", "!touch"),
                List.of("vim", "+!touch"), List.of("ssh", "-o", "ProxyCommand=touch", "h")));
    }

    @Test
    void fiveHundredTricksFindNoRightThatCoversThem() {
        var tricks = tricks();
        var slipped = new ArrayList<String>();
        for (var trick : tricks) {
            for (String granted : GRANTED) {
                if (CommandPattern.parse(granted).matches(trick)) {
                    slipped.add(granted + " <- " + trick);
                }
            }
        }
        assertEquals(List.of(), slipped);
        assertTrue(tricks.size() >= 500, "only " + tricks.size());
    }
}
