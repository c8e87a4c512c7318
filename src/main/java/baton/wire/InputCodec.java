package baton.wire;

import java.util.List;

import baton.engine.Input;

/** Inputs in their stored form and back. Any thread may use it; one for the whole program is enough. */
public final class InputCodec {
    private final TableCodec codec = new TableCodec(StoredNames.INPUTS, new Shapes());

    /** Canonical form; texts of 16 KB and more are taken out of the body. */
    public Encoded encode(Input input) {
        return codec.encode(input);
    }

    /**
     * Reads a stored input; unknown keys are ignored, absent ones get the empty value of their type.
     *
     * @throws WireException where the type, version or a word is not known, or the body does not fit
     */
    public Input decode(String type, int version, byte[] body, Blob.Source blobs) {
        return (Input) codec.decode(type, version, body, blobs);
    }

    /** The stored name of this kind of input. */
    public static String nameOf(Input input) {
        return StoredNames.INPUTS.of(input.getClass()).name();
    }

    byte[] encodeWhole(Input input) {
        return codec.encodeWhole(input);
    }

    List<String> golden() {
        return codec.golden();
    }
}
