package baton.view;

import java.util.Optional;

import baton.engine.fact.AttemptEvent.End;

/**
 * One attempt: who, with which model, and how long it has worked. Times are run time of the session.
 *
 * @param sinceMs when it last got a slot; meaningless while it has none
 * @param workedMs finished stretches of work
 * @param doing what it does at the moment, or empty
 * @param end empty while it lasts
 */
public record AttemptCard(int number, String agent, String model, Slot slot, long sinceMs, long workedMs, String doing,
        Optional<End> end, String reason) {

    /** Whether the attempt takes up one of the places for active agents. */
    public enum Slot {
        HELD, FREED
    }

    static AttemptCard started(int number, String agent, String model, long nowMs) {
        return new AttemptCard(number, agent, model, Slot.HELD, nowMs, 0, "", Optional.empty(), "");
    }

    /** Work so far, the current stretch included. */
    public long workedMs(long nowMs) {
        return slot == Slot.HELD ? workedMs + nowMs - sinceMs : workedMs;
    }

    AttemptCard doing(String changed) {
        return new AttemptCard(number, agent, model, slot, sinceMs, workedMs, changed, end, reason);
    }

    AttemptCard withModel(String changed) {
        return new AttemptCard(number, agent, changed, slot, sinceMs, workedMs, doing, end, reason);
    }

    AttemptCard parked(String why, long nowMs) {
        return new AttemptCard(number, agent, model, Slot.FREED, nowMs, workedMs(nowMs), "", end, why);
    }

    AttemptCard continued(long nowMs) {
        return new AttemptCard(number, agent, model, Slot.HELD, nowMs, workedMs(nowMs), "", end, "");
    }

    AttemptCard ended(End how, String why, long nowMs) {
        return new AttemptCard(number, agent, model, Slot.FREED, nowMs, workedMs(nowMs), "", Optional.of(how), why);
    }
}
