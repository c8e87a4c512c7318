package baton.reading.document;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Walks over a document and gives each block its titles; fences that hold an outline are walked into. */
final class Passages {

    private final MarkdownDocument document;
    private final List<Passage> found = new ArrayList<>();
    private final IdentityHashMap<Section, Passage.Title> titles = new IdentityHashMap<>();
    private final IdentityHashMap<Lead, Passage.Title> titlesOfLeads = new IdentityHashMap<>();

    private Passages(MarkdownDocument document) {
        this.document = document;
    }

    static List<Passage> of(MarkdownDocument document) {
        var passages = new Passages(document);
        passages.visit(document.root(), List.of());
        return List.copyOf(passages.found);
    }

    private void visit(Section section, List<Section> above) {
        List<Section> sections = new ArrayList<>();
        sections.add(section);
        sections.addAll(above);
        List<Section> chain = List.copyOf(sections);
        List<Section> top = document.root().children();
        boolean name = top.size() == 1 && top.getFirst().line() == section.line() && !section.children().isEmpty();
        if (section.level() > 0 && !name) {
            titles.put(section, Passage.Title.of(section));
        }
        blocks(section.blocks(), List.of(), chain, Optional.empty());
        section.children().forEach(child -> visit(child, chain));
    }

    /** A lead that is followed by another one is the title of all that comes until the next such lead. */
    private void blocks(List<Block> blocks, List<Lead> around, List<Section> sections, Optional<Block.Fence> fence) {
        Optional<Lead> outer = Optional.empty();
        Optional<Lead> lead = Optional.empty();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Block.Paragraph paragraph) {
                boolean list = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Listing;
                Optional<Lead> next = leadOf(paragraph, list);
                Optional<Lead> head = headOf(paragraph);
                Optional<Lead> from = outer;
                outer = lead.isPresent() && next.isPresent() && paragraph.lines().size() == 1 ? lead : outer;
                boolean prose = next.isEmpty();
                outer = prose ? lead.or(() -> from).filter(Lead::isBare) : outer;
                outer = head.isPresent() && !prose ? head : outer;
                lead = prose ? head : next;
                add(block, leads(Optional.empty(), outer, around), sections, fence);
            } else {
                List<Lead> leads = leads(lead, outer, around);
                add(block, leads, sections, fence);
                if (block instanceof Block.Fence inner && FenceOutline.isOutline(inner)) {
                    blocks(FenceOutline.read(inner), leads, sections, Optional.of(inner));
                }
                if (block instanceof Block.Listing list) {
                    below(list, leads, sections, fence);
                }
                lead = Optional.empty();
                outer = block instanceof Block.Aside ? Optional.empty() : outer;
            }
        }
    }

    /** An item that is a title and nothing else leads to what stands below it. */
    private void below(Block.Listing list, List<Lead> leads, List<Section> sections, Optional<Block.Fence> fence) {
        for (Block.Item item : list.items()) {
            if (!item.inner().isEmpty() && item.lines().size() == 1) {
                Lead.bare(item.raw(), item.line()).ifPresent(title -> {
                    List<Lead> around = new ArrayList<>(List.of(title));
                    around.addAll(leads);
                    blocks(item.inner(), around, sections, fence);
                });
            }
        }
    }

    private static Optional<Lead> leadOf(Block.Paragraph paragraph, boolean list) {
        Block.TextLine last = paragraph.lines().getLast();
        boolean alone = list && paragraph.lines().size() == 1;
        return Lead.of(last.raw(), last.line()).filter(lead -> !lead.isComplete())
                .or(() -> alone ? Lead.bare(last.raw(), last.line()) : Optional.empty());
    }

    /** A title in marks that stands in the first line of its own text. */
    private static Optional<Lead> headOf(Block.Paragraph paragraph) {
        Block.TextLine first = paragraph.lines().getFirst();
        return paragraph.lines().size() == 1
                ? Optional.empty()
                : Lead.of(first.raw(), first.line()).filter(Lead::isBare);
    }

    private static List<Lead> leads(Optional<Lead> lead, Optional<Lead> outer, List<Lead> around) {
        List<Lead> leads = new ArrayList<>();
        lead.ifPresent(leads::add);
        outer.filter(one -> !leads.contains(one)).ifPresent(leads::add);
        leads.addAll(around);
        return leads;
    }

    private void add(Block block, List<Lead> leads, List<Section> sections, Optional<Block.Fence> fence) {
        List<Passage.Title> all = new ArrayList<>();
        leads.forEach(lead -> all.add(titlesOfLeads.computeIfAbsent(lead, Passage.Title::of)));
        for (Section section : sections) {
            Passage.Title title = titles.get(section);
            if (title != null) {
                all.add(title);
            }
        }
        found.add(new Passage(document, block, leads, sections, fence, all, Passage.topicsOf(all)));
    }
}
