package baton.reading.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.reading.data.Yaml;
import baton.reading.found.Findings;

/** The forms of other programs that are read, in the order in which they are tried. */
public final class TreeShapes {

    private static final List<TreeShape> ALL = List.of(new TaskmasterShape(), new RecipeShape(), new CrewShape(),
            new OwnShape(),
            new LooseShape());

    private final Map<TreeShape, List<TreeDocument>> documents = new LinkedHashMap<>();

    /** True where the tree is of one of the forms and will be read by it. */
    public boolean take(TreeDocument document) {
        Optional<TreeShape> shape = shapeOf(document.root());
        shape.ifPresent(found -> documents.computeIfAbsent(found, _ -> new ArrayList<>()).add(document));
        return shape.isPresent();
    }

    static Optional<TreeShape> shapeOf(Yaml.Fields root) {
        return ALL.stream().filter(shape -> shape.fits(root)).findFirst();
    }

    public void readInto(Findings findings) {
        documents.forEach((shape, trees) -> shape.read(trees, findings));
    }
}
