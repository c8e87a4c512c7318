package baton.reading.source;

import java.util.function.IntUnaryOperator;

/** The shape of UTF-8 sequences: lengths, ranges, and the code point that valid bytes stand for. */
final class Utf8 {

    private Utf8() {}

    /**
     * Length of the valid sequence that starts at an index, or 0 where there is none. The bytes are asked for one by one
     * and a value outside 0..255 means that there is no byte there. Overlong forms, surrogates and values past U+10FFFF
     * are not valid.
     */
    static int sequenceLength(IntUnaryOperator byteAt, int index) {
        int lead = byteAt.applyAsInt(index);
        if (lead >= 0 && lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF
                        ? 3
                        : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        for (int i = 1; i < length; i++) {
            int next = byteAt.applyAsInt(index + i);
            if (next < 0x80 || next > 0xBF || (i == 1 && !secondFits(lead, next))) {
                return 0;
            }
        }
        return length;
    }

    static int codePoint(IntUnaryOperator byteAt, int index, int length) {
        int lead = byteAt.applyAsInt(index);
        int value = switch (length) {
            case 1 -> lead;
            case 2 -> lead & 0x1F;
            case 3 -> lead & 0x0F;
            case 4 -> lead & 0x07;
            default -> throw new IllegalArgumentException("length: " + length);
        };
        for (int i = 1; i < length; i++) {
            value = (value << 6) | (byteAt.applyAsInt(index + i) & 0x3F);
        }
        return value;
    }

    private static boolean secondFits(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> true;
        };
    }
}
