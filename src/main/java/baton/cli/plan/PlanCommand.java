package baton.cli.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.HelpOption;
import baton.cli.console.OutputOptions;
import baton.cli.console.Setting;
import baton.cli.console.Subcommands;
import baton.cli.console.Surroundings;
import baton.cli.console.WhereOptions;
import baton.cli.setup.MergeConsent;
import baton.cli.setup.MergeOption;
import baton.cli.setup.PlanFiles;
import baton.cli.setup.Preparation;
import baton.cli.setup.RunOptions;
import baton.cli.setup.WorkspacePlace;
import baton.plan.LoadedPlan;
import baton.reading.PlanReader;
import baton.reading.planfile.PlanTree;
import baton.view.page.PlanWhat;
import baton.wire.PlanJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton plan}: what baton understands of a document, before anything runs. */
@Command(description = "What baton understands of a document, before anything runs.")
public final class PlanCommand implements Subcommands {
    private final Surroundings around;

    @Mixin
    HelpOption help = new HelpOption();

    public PlanCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public SequencedMap<String, Callable<ExitCode>> subcommands() {
        var commands = new LinkedHashMap<String, Callable<ExitCode>>();
        commands.put("show", new ShowPlan(around));
        commands.put("what", new WhatPlan(around));
        commands.put("lint", new LintPlan(around));
        commands.put("graph", new GraphPlan(around));
        commands.put("import", new ImportPlan(around));
        commands.put("rehearse", new RehearsePlan(around));
        return commands;
    }

    /** The documents that every command here takes. */
    static final class Documents {
        @Parameters(paramLabel = "DOC", arity = "1..*", description = "Markdown documents or plan.yaml; - is standard input")
        private List<String> names = new ArrayList<>();

        @Mixin
        private MergeOption merge = new MergeOption();

        @Mixin
        private AssistOptions assist = new AssistOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        /** With what a model proposed and the person entered; {@code flags} say which model and what it may cost. */
        Assist.Assisted read(Surroundings around, Map<Setting, String> flags) {
            var files = PlanFiles.of(names, around);
            return assisted(files, files.review(merge.merging()), around, flags);
        }

        /** The same after the person was asked whether mentions that may be one job are one. */
        Assist.Assisted readSettled(Surroundings around, Map<Setting, String> flags) {
            var files = PlanFiles.of(names, around);
            var reviewed = new MergeConsent(new MergeConsent.AtTerminal(around, output.err(around))).review(files,
                    merge.merging());
            return assisted(files, reviewed, around, flags);
        }

        private Assist.Assisted assisted(PlanFiles files, PlanReader.Reviewed reviewed, Surroundings around,
                Map<Setting, String> flags) {
            return assist.isAssisted()
                    ? new Assist(around, assist, flags, output.err(around)).on(files, reviewed.loaded())
                    : new Assist.Assisted(reviewed.loaded(), List.of());
        }

        /** {@code thorough} looks for edits that must be proven as well, which takes several readings. */
        PlanReader.Reviewed review(Surroundings around, Map<Setting, String> flags, boolean thorough) {
            var files = PlanFiles.of(names, around);
            var reviewed = files.review(merge.merging());
            var edits = new ArrayList<>(reviewed.edits());
            if (thorough) {
                edits.addAll(files.safeEdits(merge.merging()));
            }
            return new PlanReader.Reviewed(assisted(files, reviewed, around, flags).loaded(), edits,
                    reviewed.doubts());
        }

        boolean isYes() {
            return assist.isYes();
        }

        List<String> names() {
            return List.copyOf(names);
        }

        OutputOptions output() {
            return output;
        }

        static ExitCode exitCode(LoadedPlan loaded) {
            return loaded.isRefused() ? ExitCode.REFUSED : ExitCode.OK;
        }
    }

    /** As a tree, or whole as JSON. */
    @Command(description = "Show the plan as it was understood, as a tree or as JSON.")
    static final class ShowPlan implements Callable<ExitCode> {
        private final Surroundings around;

        @Option(names = "--json", description = "everything, as one JSON object")
        private boolean json;

        @Mixin
        private AssistOptions.Asked asked = new AssistOptions.Asked();

        @Mixin
        private Documents documents = new Documents();

        ShowPlan(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var loaded = documents.read(around, asked.flags()).loaded();
            var out = documents.output().out(around);
            if (json) {
                out.write(PlanJson.of(PlanTree.of(loaded.plan()), loaded.problems(), loaded.coverage()));
            } else {
                out.show(baton.view.page.PlanTree.of(loaded, around.columns()));
            }
            return Documents.exitCode(loaded);
        }
    }

    /** One page on what a run would do. */
    @Command(description = "Say on one page what a run would do: tasks, order, who answers, what may be touched, cost.")
    static final class WhatPlan implements Callable<ExitCode> {
        private final Surroundings around;

        @Option(names = "--json", description = "as one JSON object")
        private boolean json;

        @Mixin
        private RunOptions options = new RunOptions();

        @Mixin
        private WhereOptions.Profiles profiles = new WhereOptions.Profiles();

        @Mixin
        private Documents documents = new Documents();

        WhatPlan(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var preparation = Preparation.of(options.flags(), around);
            var loaded = documents.read(around, options.flags()).loaded();
            var cast = preparation.cast(loaded.plan(), profiles.folders(around));
            var settings = preparation.settings(loaded, cast, options.answers());
            var place = preparation.workspace(settings.mode());
            preparation.noteChecks(loaded.plan(), place, settings);
            String folder = switch (place) {
                case WorkspacePlace.Copy copy -> "a copy beside the session; " + copy.over() + " is only read";
                case WorkspacePlace.Folder own -> own.folder().toString();
            };
            var problems = new ArrayList<>(loaded.problems());
            problems.addAll(preparation.notes());
            var known = new LoadedPlan(loaded.plan(), problems, loaded.coverage());
            var intent = new PlanWhat.Intent(settings, cast.castings(), folder, around.columns());
            var out = documents.output().out(around);
            if (json) {
                out.write(PlanJson.of(WhatTree.of(known, intent)));
            } else {
                out.show(PlanWhat.of(known, intent));
            }
            return Documents.exitCode(loaded);
        }
    }
}
