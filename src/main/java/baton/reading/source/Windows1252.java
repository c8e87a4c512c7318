package baton.reading.source;

/**
 * The Windows-1252 code page in both directions.
 *
 * <p>
 * The five bytes that the code page leaves open stand for the control characters of the same number, as browsers read
 * them; the JDK's own charset maps them to a replacement character, which would make a repair lossy.
 */
final class Windows1252 {

    private static final int[] FROM_0X80 = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
        0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

    private Windows1252() {}

    static char charOf(int unsignedByte) {
        boolean moved = unsignedByte >= 0x80 && unsignedByte <= 0x9F;
        return (char) (moved ? FROM_0X80[unsignedByte - 0x80] : unsignedByte);
    }

    /** The byte that this character stands for, or -1 where the code page has no such character. */
    static int byteOf(char character) {
        if (character < 0x80 || (character >= 0xA0 && character <= 0xFF)) {
            return character;
        }
        for (int i = 0; i < FROM_0X80.length; i++) {
            if (FROM_0X80[i] == character) {
                return 0x80 + i;
            }
        }
        return -1;
    }
}
