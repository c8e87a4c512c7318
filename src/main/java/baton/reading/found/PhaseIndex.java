package baton.reading.found;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.plan.Place;
import baton.reading.found.Findings.FoundPhase;

/** Which phase a line belongs to: the innermost one that spans it. */
public final class PhaseIndex {

    private final Map<String, FoundPhase[]> byLine = new HashMap<>();

    public PhaseIndex(List<FoundPhase> phases) {
        List<FoundPhase> widest = new ArrayList<>(phases);
        widest.sort(Comparator.comparingInt((FoundPhase phase) -> phase.phase().place().line() - phase.lastLine()));
        Map<String, Integer> lines = new HashMap<>();
        phases.forEach(phase -> lines.merge(phase.phase().place().file(), phase.lastLine() + 1, Math::max));
        lines.forEach((file, count) -> byLine.put(file, new FoundPhase[count + 1]));
        for (FoundPhase phase : widest) {
            FoundPhase[] file = byLine.getOrDefault(phase.phase().place().file(), new FoundPhase[0]);
            for (int i = phase.phase().place().line(); i <= phase.lastLine() && i < file.length; i++) {
                file[i] = phase;
            }
        }
    }

    public Optional<FoundPhase> at(Place place) {
        FoundPhase[] file = byLine.getOrDefault(place.file(), new FoundPhase[0]);
        return place.line() < file.length ? Optional.ofNullable(file[place.line()]) : Optional.empty();
    }
}
