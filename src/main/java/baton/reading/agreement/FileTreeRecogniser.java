package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.PlannedFile;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.language.Words;

/** Folders and files drawn as a tree in a fence, with what the comments behind them say they are for. */
public final class FileTreeRecogniser implements Recogniser {

    private static final Pattern LINE = Pattern
            .compile("([\\s│|├└─┬+`-]*)([\\p{L}\\p{N}_./{}@*-]+?/?)\\s*(?:\\s(?:#|//|<-|←|—|–|-)+\\s*(.*))?");
    private static final Pattern DRAWN = Pattern.compile(".*[├└].*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Fence fence && isTree(fence)
                    && !claims.isTaken(fence.line())) {
                if (passage.about(Topic.FILES) || passage.about(Topic.DELIVERABLES)) {
                    take(passage, fence, findings);
                }
                passage.claim(claims);
            }
        }
    }

    private static boolean isTree(Block.Fence fence) {
        List<String> lines = fence.lines().stream().map(Block.TextLine::raw).filter(line -> !line.isBlank()).toList();
        boolean drawn = lines.stream().anyMatch(line -> DRAWN.matcher(line).matches());
        boolean paths = lines.stream().allMatch(line -> LINE.matcher(line).matches())
                && lines.stream().anyMatch(line -> line.strip().endsWith("/"));
        return lines.size() > 1 && (drawn || paths);
    }

    private static void take(Passage passage, Block.Fence fence, Findings findings) {
        List<Integer> indents = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Block.TextLine line : fence.lines()) {
            Matcher matcher = LINE.matcher(line.raw());
            if (line.raw().isBlank() || !matcher.matches()) {
                continue;
            }
            int indent = matcher.group(1).length();
            while (!indents.isEmpty() && indents.getLast() >= indent) {
                indents.removeLast();
                names.removeLast();
            }
            String name = matcher.group(2);
            indents.add(indent);
            names.add(name);
            String purpose = matcher.group(3) == null ? "" : Words.plain(matcher.group(3));
            if (!purpose.isEmpty() || !name.endsWith("/")) {
                findings.draft.files.add(new PlannedFile(path(names), purpose,
                        new Place(passage.document().file(), line.line())));
            }
        }
    }

    private static String path(List<String> names) {
        var path = new StringBuilder();
        for (String name : names) {
            boolean doubled = !path.isEmpty() && path.charAt(path.length() - 1) == '/' && name.startsWith("/");
            path.append(!path.isEmpty() && path.charAt(path.length() - 1) != '/' && !name.startsWith("/") ? "/" : "")
                    .append(doubled ? name.substring(1) : name);
        }
        return path.toString();
    }
}
