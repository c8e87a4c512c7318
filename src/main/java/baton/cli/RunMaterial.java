package baton.cli;

import java.util.List;

import baton.cli.Castings.Cast;
import baton.plan.LoadedPlan;
import baton.plan.Problem;
import baton.settings.RunSettings;

/** Everything a run starts from, read and checked, before anything is created. */
record RunMaterial(LoadedPlan loaded, RunSettings settings, Cast cast, List<Problem> problems) {}
