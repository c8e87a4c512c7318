package baton.view.compare;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.settings.RunSettings;
import baton.view.GateCard;
import baton.view.InboxItem.Ask;
import baton.view.SessionView;
import baton.view.Spend.Pricing;
import baton.view.Stand;
import baton.view.Wording;

/**
 * One of two sessions as a whole; what it used includes what its beginning had used.
 *
 * @param mode live or rehearsal
 * @param status as in its result, {@code unfinished} where it has none
 * @param exitCode of its result; 0 also where it has none
 * @param events how many it has
 * @param forkedFrom the session it was forked from, or empty
 * @param forkedAt the last event that both have, or 0
 * @param durationMs run time, as it ended or so far
 * @param gatesFailed claims and ends that a gate turned down
 */
public record Side(String session, String plan, String mode, String model, String status, int exitCode, String reason,
        long events, String forkedFrom, long forkedAt, int agentsMax, int tasks, int accepted, int failed,
        long durationMs, int turns, int toolCalls, long inputTokens, long outputTokens, boolean costKnown,
        long costMicros, int handoffs, int blockers, int gatesFailed) {

    static Side of(String session, SessionView view) {
        var head = view.head();
        var result = head.result();
        var origin = head.origins().stream().reduce((_, last) -> last);
        var spend = view.spend();
        return new Side(session, head.planName(), head.settings().map(RunSettings::mode).map(Wording::words).orElse(""),
                head.settings().map(settings -> settings.models().standard().toString()).orElse(""),
                result.map(SessionResult::status).map(Wording::words).orElse("unfinished"),
                result.map(SessionResult::exitCode).orElse(0), result.map(SessionResult::reason).orElse(""),
                head.lastSeq(), origin.map(from -> from.session()).orElse(""),
                origin.map(from -> from.seq()).orElse(0L),
                head.settings().map(settings -> settings.limits().agentsMax()).orElse(0), view.tasks().size(),
                view.count(Stand.ACCEPTED) + view.count(Stand.DEGRADED), view.count(Stand.FAILED),
                result.map(SessionResult::durationMs).orElse(head.runMs()), spend.turns(), spend.toolCalls(),
                spend.usage().inputTokens(), spend.usage().outputTokens(), spend.pricing() == Pricing.KNOWN,
                spend.costMicros(), view.handoffs().size(),
                (int) view.inbox().stream().filter(item -> item.ask() instanceof Ask.Blocker).count(),
                view.gates().stream().mapToInt(GateCard::failed).sum());
    }
}
