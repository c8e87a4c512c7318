package baton.reading.tree;

import baton.plan.Place;
import baton.reading.data.Yaml;

/** A YAML or JSON file as a tree. */
public record TreeDocument(String file, Yaml.Fields root) {

    Place at(int line) {
        return new Place(file, line);
    }

    /** The file's name without its folders. */
    String lastStep() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
