package baton.runtime;

import baton.engine.Effect.RunChecks;
import baton.engine.fact.CheckResult;
import java.util.List;

/** Port: looks whether what a gate asks for holds. */
public interface CheckRunner {
    /** One result a check, in order; an interrupt cancels. Never throws for a check that fails. */
    List<CheckResult> run(RunChecks checks) throws InterruptedException;
}
