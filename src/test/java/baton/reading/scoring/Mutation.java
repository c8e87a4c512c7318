package baton.reading.scoring;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One way in which documents arrive broken. */
enum Mutation {
    LINES_CUT {
        @Override
        byte[] apply(byte[] sound, Random random) {
            List<String> lines = lines(sound);
            int from = random.nextInt(lines.size());
            int to = Math.min(lines.size(), from + 1 + random.nextInt(1 + lines.size() / 3));
            lines.subList(from, to).clear();
            return bytes(lines);
        }
    },
    LINES_DOUBLED {
        @Override
        byte[] apply(byte[] sound, Random random) {
            List<String> lines = lines(sound);
            int from = random.nextInt(lines.size());
            int to = Math.min(lines.size(), from + 1 + random.nextInt(20));
            lines.addAll(random.nextInt(lines.size()), new ArrayList<>(lines.subList(from, to)));
            return bytes(lines);
        }
    },
    LINES_SHUFFLED {
        @Override
        byte[] apply(byte[] sound, Random random) {
            List<String> lines = lines(sound);
            int from = random.nextInt(lines.size());
            Collections.shuffle(lines.subList(from, Math.min(lines.size(), from + 2 + random.nextInt(40))), random);
            return bytes(lines);
        }
    },
    LINES_INDENTED {
        @Override
        byte[] apply(byte[] sound, Random random) {
            List<String> lines = lines(sound);
            lines.replaceAll(line -> random.nextInt(6) == 0 ? " ".repeat(random.nextInt(7)) + line : line);
            return bytes(lines);
        }
    },
    CODED_ANEW {
        @Override
        byte[] apply(byte[] sound, Random random) {
            var text = new String(sound, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            List<Charset> charsets = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16,
                    StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, Charset.forName("IBM037"));
            return text.getBytes(charsets.get(random.nextInt(charsets.size())));
        }
    },
    BYTES_CHANGED {
        @Override
        byte[] apply(byte[] sound, Random random) {
            byte[] broken = sound.clone();
            for (int i = random.nextInt(40); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            return broken;
        }
    },
    MARKS_STREWN {
        @Override
        byte[] apply(byte[] sound, Random random) {
            byte[] marks = "#*`-|[](){}:\n >&\t1.~@!\"'".getBytes(StandardCharsets.US_ASCII);
            byte[] broken = sound.clone();
            for (int i = random.nextInt(30); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = marks[random.nextInt(marks.length)];
            }
            return broken;
        }
    },
    CUT_OFF {
        @Override
        byte[] apply(byte[] sound, Random random) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
    };

    abstract byte[] apply(byte[] sound, Random random);

    private static List<String> lines(byte[] sound) {
        return new ArrayList<>(List.of(new String(sound, StandardCharsets.UTF_8).split("\n", -1)));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
