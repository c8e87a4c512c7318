package baton.reading;

import baton.plan.Place;

/** A YAML or JSON file as a tree. */
record TreeDocument(String file, Yaml.Fields root) {

    Place at(int line) {
        return new Place(file, line);
    }

    /** The file's name without its folders. */
    String lastStep() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
