package baton.wire;

import java.io.IOException;

/**
 * What passes between two terminals of one person, one JSON object a line. Any thread may use it.
 *
 * <p>Both sides are usually the same version, but need not be: kinds are added and never changed, unknown keys are ignored.
 */
public final class ControlCodec {
    private final VariantShape requests;
    private final VariantShape replies;

    public ControlCodec() {
        var shapes = new Shapes();
        requests = new VariantShape(new NameTable()
                .with(ControlRequest.Answer.class, "answer")
                .with(ControlRequest.Tell.class, "tell")
                .with(ControlRequest.Pause.class, "pause")
                .with(ControlRequest.Continue.class, "continue")
                .with(ControlRequest.Status.class, "status")
                .with(ControlRequest.Attach.class, "attach"), shapes);
        replies = new VariantShape(new NameTable()
                .with(ControlReply.Done.class, "done")
                .with(ControlReply.Refused.class, "refused")
                .with(ControlReply.Told.class, "told")
                .with(ControlReply.LeftOut.class, "left-out")
                .with(ControlReply.Over.class, "over"), shapes);
    }

    public String line(ControlRequest request) {
        return JsonText.write(out -> requests.write(request, out, Texts.inline()));
    }

    public String line(ControlReply reply) {
        return JsonText.write(out -> replies.write(reply, out, Texts.inline()));
    }

    /**
     * Reads a request.
     *
     * @throws WireException where it is none that this version knows
     */
    public ControlRequest request(String line) {
        return (ControlRequest) read(requests, line);
    }

    /**
     * Reads a reply.
     *
     * @throws WireException where it is none that this version knows
     */
    public ControlReply reply(String line) {
        return (ControlReply) read(replies, line);
    }

    private static Object read(VariantShape shape, String line) {
        try (var in = JsonText.FACTORY.createParser(line)) {
            in.nextToken();
            Object value = shape.read(in, Blob.Source.NONE);
            if (in.nextToken() != null) {
                throw Shape.unfit("the end of the line", in);
            }
            return value;
        } catch (IOException e) {
            throw new WireException(WireException.Kind.MALFORMED, "not a message between terminals: " + e.getMessage(),
                    e);
        }
    }
}
