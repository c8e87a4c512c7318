package baton.runtime;

import java.util.List;

import baton.engine.Effect.RunChecks;
import baton.engine.fact.CheckResult;

/** Port: looks whether what a gate asks for holds. */
public interface CheckRunner {
    /** One result a check, in order; an interrupt cancels. Never throws for a check that fails. */
    List<CheckResult> run(RunChecks checks) throws InterruptedException;
}
