package baton.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All profiles that were found, each identity once, in order of precedence.
 *
 * <p>
 * Looking up is by exact id, then exact name, then declared alias. Nothing is matched by likeness: an agent that gets
 * somebody else's role does harm that nobody sees.
 */
public record ProfileCatalog(List<AgentProfile> profiles, List<Shadowed> shadowed) {

    public static final ProfileCatalog EMPTY = new ProfileCatalog(List.of(), List.of());

    /** A profile that is not used because an earlier folder has one of the same id. */
    public record Shadowed(AgentProfile profile, String byPath) {}

    public ProfileCatalog {
        profiles = List.copyOf(profiles);
        shadowed = List.copyOf(shadowed);
    }

    /** Sorts out the profiles of all folders; the first of an id stays, later ones are shadowed. */
    public static ProfileCatalog of(List<AgentProfile> strongestFirst) {
        List<AgentProfile> kept = new ArrayList<>();
        List<Shadowed> shadowed = new ArrayList<>();
        for (AgentProfile profile : strongestFirst) {
            Optional<AgentProfile> before = kept.stream().filter(other -> other.id().equals(profile.id())).findFirst();
            before.ifPresentOrElse(other -> shadowed.add(new Shadowed(profile, other.path())), () -> kept.add(profile));
        }
        return new ProfileCatalog(kept, shadowed);
    }

    /** The profile of this exact id, name or declared alias. */
    public Optional<AgentProfile> find(String wanted) {
        return profiles.stream().filter(profile -> profile.id().equals(wanted)).findFirst()
                .or(() -> profiles.stream().filter(profile -> profile.name().equals(wanted)).findFirst())
                .or(() -> profiles.stream().filter(profile -> profile.aliases().contains(wanted)).findFirst());
    }
}
