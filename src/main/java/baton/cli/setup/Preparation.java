package baton.cli.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import baton.cli.console.ExitCode;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.setup.Castings.Cast;
import baton.llm.ModelAliases;
import baton.llm.ModelResolution;
import baton.llm.ProviderDirectory;
import baton.plan.LoadedPlan;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.profile.AgentProfile;
import baton.reading.profile.ProfileFolders;
import baton.reading.settings.PricesReader;
import baton.settings.ModelChoice;
import baton.settings.ModelChoice.AgentModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;
import baton.tool.FolderWorkspace;

/** Reads and checks everything a run needs before anything is created, so that a refusal leaves nothing behind. */
public final class Preparation {
    private final Surroundings around;
    private final SettingsLayers layers;
    private final ProviderDirectory providers;
    private final List<Problem> notes = new ArrayList<>();

    private Preparation(Surroundings around, SettingsLayers layers, ProviderDirectory providers,
            List<Problem> notes) {
        this.around = around;
        this.layers = layers;
        this.providers = providers;
        this.notes.addAll(notes);
    }

    /** With these flags over variables, the user's settings and the project's. */
    public static Preparation of(Map<Setting, String> flags, Surroundings around) {
        var layers = new SettingsLayers().flags(flags).environment(around.environment());
        var files = SettingsFiles.addTo(layers, around);
        var providers = ProviderDirectory.of(new TreeMap<>(around.environment()), files.providers(),
                ModelAliases.DEFAULTS);
        return new Preparation(around, layers, providers, files.problems());
    }

    public SettingsLayers layers() {
        return layers;
    }

    public Wiring wiring() {
        return new Wiring(around, providers,
                Notifier.parse(layers.text(Setting.NOTIFY), layers.where(Setting.NOTIFY)));
    }

    public ProviderDirectory providers() {
        return providers;
    }

    public List<Problem> notes() {
        return List.copyOf(notes);
    }

    /** The profiles of the folders named, of the project and of the user. */
    public ProfileFolders.Found profiles(List<String> profileFolders) {
        var found = new ProfileFolders(around.folder(), around.home(), profileFolders.stream().map(Path::of).toList())
                .load();
        var errors = found.problems().stream().filter(problem -> problem.code().equals("profile-folder-absent"))
                .toList();
        if (!errors.isEmpty()) {
            throw UserError.refused("the profiles cannot be read", errors);
        }
        return found;
    }

    /** Finds who plays each agent, by the profiles of these and the usual folders. */
    public Cast cast(Plan plan, List<String> profileFolders) {
        return cast(plan, profiles(profileFolders));
    }

    /** Finds who plays each agent. */
    public Cast cast(Plan plan, ProfileFolders.Found found) {
        var cast = Castings.of(plan, found.catalog(), Wiring.tools());
        // A broken file of an agent that does not play is no news here; "baton agents lint" tells of it.
        Set<String> used = new LinkedHashSet<>(cast.profiles().stream().map(AgentProfile::path).toList());
        found.problems().stream().filter(problem -> used.contains(problem.place().file())).forEach(notes::add);
        notes.addAll(cast.notes());
        return cast;
    }

    public RunSettings settings(LoadedPlan loaded, Cast cast, List<String> given) {
        var answers = answers(matters(loaded.plan()), given);
        var settings = new RunSettingsMaker(layers).make(loaded.plan(), models(cast), answers);
        notes.addAll(SpendingNotes.of(settings));
        if (loaded.plan().limits().agentsMax().orElse(0) > RunSettingsMaker.AGENTS_MOST) {
            notes.add(Problem.warning("pool-most", new Place(loaded.plan().source(), 0),
                    "no more than " + settings.limits().agentsMax() + " agents work at once",
                    "The document allows more; --agents-max sets another number."));
        }
        return settings;
    }

    public List<PreparedAnswer> answers(Map<String, String> known, List<String> given) {
        return AnswersFile.read(given, layers.text(Setting.ANSWERS), known, around);
    }

    /** What the plan asks of people, by its id. */
    private static Map<String, String> matters(Plan plan) {
        var matters = new LinkedHashMap<String, String>();
        plan.decisions().forEach(decision -> matters.put(decision.id(), decision.title() + "\n" + decision.question()));
        plan.questions().forEach(question -> matters.put(question.id(), question.group() + "\n" + question.text()));
        return matters;
    }

    private ModelChoice models(Cast cast) {
        var standard = standardModel();
        if (standard.isRehearsal()) {
            return ModelChoice.REHEARSAL;
        }
        var choices = new ArrayList<AgentModelChoice>();
        var byId = new TreeMap<String, AgentProfile>();
        cast.profiles().forEach(profile -> byId.put(profile.id(), profile));
        for (var casting : cast.castings()) {
            var profile = byId.get(casting.profile());
            if (profile != null && !profile.model().names().isEmpty()) {
                choices.add(new AgentModelChoice(casting.agent(), resolved(profile, standard)));
            }
        }
        return choice(standard, choices);
    }

    /**
     * The models of a recorded session with another one for everybody who had no choice of their own.
     *
     * <p>A rehearsal stays one, and a live session never becomes one: their turns would not be told apart.
     */
    public ModelChoice models(ModelChoice recorded) {
        var standard = standardModel();
        if (standard.isRehearsal() != recorded.standard().isRehearsal()) {
            throw UserError.usage("--model " + layers.text(Setting.MODEL) + " cannot go on with a "
                    + (recorded.standard().isRehearsal() ? "rehearsal" : "session of real models"),
                    "Start the plan anew with baton run.");
        }
        var own = recorded.perAgent().stream()
                .filter(choice -> !choice.models().equals(List.of(recorded.standard()))).toList();
        return standard.isRehearsal() ? recorded : choice(standard, own);
    }

    /** The model that answers where no agent is asked. */
    public ModelChoice modelForAll() {
        var standard = standardModel();
        return standard.isRehearsal() ? ModelChoice.REHEARSAL : choice(standard, List.of());
    }

    private ModelChoice choice(ModelName standard, List<AgentModelChoice> choices) {
        // Before anything is created, since it may be refused.
        Wiring.network(around);
        var fallbacks = fallbacks(standard);
        return new ModelChoice(standard, fallbacks, choices, facts(standard, fallbacks, choices));
    }

    /** What the settings name for when a model cannot be used, in that order; names that mean nothing here are said. */
    private List<ModelName> fallbacks(ModelName standard) {
        var models = new LinkedHashSet<ModelName>();
        var names = layers.text(Setting.FALLBACK_MODELS).split("[,\\s]+", -1);
        for (String name : names) {
            if (!name.isBlank()) {
                switch (providers.resolve(name, standard)) {
                    case ModelResolution.Found(ModelName model) -> models.add(model);
                    case ModelResolution.Replaced replaced -> notes.add(Problem.warning("fallback-unusable",
                            Place.NOWHERE,
                            layers.where(Setting.FALLBACK_MODELS) + " names a model that cannot stand in: "
                                    + replaced.reason(),
                            "baton doctor  shows which providers were found."));
                }
            }
        }
        models.remove(standard);
        models.remove(ModelName.REHEARSAL);
        return List.copyOf(models);
    }

    /** What is known of every model that may be asked; of unknown ones nothing, and their cost is then not known. */
    private static List<ModelFacts> facts(ModelName standard, List<ModelName> fallbacks,
            List<AgentModelChoice> choices) {
        var named = new LinkedHashSet<ModelName>(List.of(standard));
        choices.forEach(choice -> named.addAll(choice.models()));
        named.addAll(fallbacks);
        var prices = PricesReader.shipped();
        return named.stream().flatMap(name -> prices.factsOf(name).stream()).toList();
    }

    /** The model for everybody: as named, else the first usable provider's, else the rehearsal. */
    private ModelName standardModel() {
        String asked = layers.text(Setting.MODEL);
        if (asked.isEmpty()) {
            return providers.standard().orElse(ModelName.REHEARSAL);
        }
        var fallback = providers.standard().orElse(ModelName.REHEARSAL);
        return switch (providers.resolve(asked, fallback)) {
            case ModelResolution.Found(ModelName model) -> model;
            case ModelResolution.Replaced replaced -> throw UserError.of(ExitCode.PROVIDER,
                    "the model \"" + asked + "\" cannot be used: " + replaced.reason(),
                    "baton doctor  shows which providers were found; --model rehearsal needs none.");
        };
    }

    private List<ModelName> resolved(AgentProfile profile, ModelName standard) {
        var models = new LinkedHashSet<ModelName>();
        for (String name : profile.model().names()) {
            switch (providers.resolve(name, standard)) {
                case ModelResolution.Found(ModelName model) -> models.add(model);
                case ModelResolution.Replaced replaced -> notes.add(Problem.note("model-replaced",
                        new Place(profile.path(), 0), replaced.reason() + "; " + replaced.model() + " stands in", ""));
            }
        }
        return models.isEmpty() ? List.of(standard) : List.copyOf(models);
    }

    /** Where agents work: a rehearsal stays out of the person's files unless they name the folder. */
    public WorkspacePlace workspace(RunSettings.Mode mode) {
        String named = layers.text(Setting.WORKSPACE);
        Path folder = named.isEmpty() ? around.folder() : around.resolve(named);
        boolean writesThere = mode == RunSettings.Mode.LIVE || !named.isEmpty();
        return writesThere ? ownFolder(folder, mode) : new WorkspacePlace.Copy(folder);
    }

    /** Notes the checks of a plan that nobody has allowed to run. */
    public void noteChecks(Plan plan, WorkspacePlace place, RunSettings settings) {
        notes.addAll(PlanChecks.of(plan, place, around).notes(settings));
    }

    /** The folder a session worked in before; a rehearsal that had a copy beside it goes on with the copy. */
    public WorkspacePlace workspace(RunSettings.Mode mode, Path noted, SideFolders side) {
        boolean copied = mode == RunSettings.Mode.REHEARSAL && Files.isDirectory(side.files());
        return copied ? new WorkspacePlace.Copy(noted) : ownFolder(noted, mode);
    }

    private WorkspacePlace ownFolder(Path folder, RunSettings.Mode mode) {
        if (!Files.isDirectory(folder)) {
            throw UserError.refused("there is no folder " + folder + " to work in",
                    "Create it, or name another with --workspace.");
        }
        // Whoever names a folder for a rehearsal wants the files there; nothing is asked, run or spent.
        if (mode == RunSettings.Mode.REHEARSAL || FolderTrust.of(around).isTrusted(folder)) {
            return new WorkspacePlace.Folder(folder, FolderWorkspace.Mode.READ_WRITE);
        }
        notes.add(Problem.warning("folder-untrusted", Place.NOWHERE,
                "agents may only read in " + folder + ": nobody has said yes to this folder yet",
                "baton trust  lets them write and run allowed commands there."));
        return new WorkspacePlace.Folder(folder, FolderWorkspace.Mode.READ_ONLY);
    }
}
