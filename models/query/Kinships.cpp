#include "query/Kinships.h"

#include <vector>

namespace hallway {

namespace {

SpanSet childrenOf(const SpanSet& parents, const SpanTable& spans) {
    SpanSet found(spans.size());
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (const SpanRow parent = spans.parent[row]; parent.valid() && parents.contains(parent))
            found.insert(SpanRow(row));
    return found;
}

SpanSet parentsOf(const SpanSet& children, const SpanTable& spans) {
    SpanSet found(spans.size());
    children.forEach([&](SpanRow child) {
        if (const SpanRow parent = spans.parent[child.index()]; parent.valid()) found.insert(parent);
    });
    return found;
}

/// Upwards from each until somebody has been there.
SpanSet ancestorsOf(const SpanSet& descendants, const SpanTable& spans) {
    SpanSet found(spans.size());
    descendants.forEach([&](SpanRow span) {
        for (SpanRow row = spans.parent[span.index()]; row.valid() && !found.contains(row);
             row = spans.parent[row.index()])
            found.insert(row);
    });
    return found;
}

/// Upwards from each to one whose answer is known, or a root; then downwards again, so that each is asked
/// once.
SpanSet descendantsOf(const SpanSet& ancestors, const SpanTable& spans) {
    SpanSet found(spans.size()), known(spans.size());
    std::vector<SpanRow> way;
    for (std::size_t first = 0; first < spans.size(); ++first) {
        for (SpanRow row(first); row.valid() && !known.contains(row); row = spans.parent[row.index()]) {
            way.push_back(row);
            known.insert(row);
        }
        for (; !way.empty(); way.pop_back()) {
            const SpanRow parent = spans.parent[way.back().index()];
            if (parent.valid() && (ancestors.contains(parent) || found.contains(parent)))
                found.insert(way.back());
        }
    }
    return found;
}

SpanSet siblingsOf(const SpanSet& of, const SpanTable& spans) {
    std::vector<std::uint32_t> children(spans.size(), 0); // by parent: how many of `of` are its children
    of.forEach([&](SpanRow span) {
        if (const SpanRow parent = spans.parent[span.index()]; parent.valid()) ++children[parent.index()];
    });
    SpanSet found(spans.size());
    for (std::size_t row = 0; row < spans.size(); ++row) {
        const SpanRow parent = spans.parent[row];
        if (!parent.valid()) continue;
        const std::uint32_t others = children[parent.index()] - (of.contains(SpanRow(row)) ? 1 : 0);
        if (others > 0) found.insert(SpanRow(row));
    }
    return found;
}

/// Those that stand in the kinship to one of `of`: the children of `of` for Child.
SpanSet relativesOf(const SpanSet& of, Kinship kinship, const SpanTable& spans) {
    switch (kinship) {
    case Kinship::Child:
        return childrenOf(of, spans);
    case Kinship::Parent:
        return parentsOf(of, spans);
    case Kinship::Descendant:
        return descendantsOf(of, spans);
    case Kinship::Ancestor:
        return ancestorsOf(of, spans);
    case Kinship::Sibling:
        return siblingsOf(of, spans);
    }
    return of;
}

/// Seen from the other side.
Kinship inverse(Kinship kinship) {
    switch (kinship) {
    case Kinship::Child:
        return Kinship::Parent;
    case Kinship::Parent:
        return Kinship::Child;
    case Kinship::Descendant:
        return Kinship::Ancestor;
    case Kinship::Ancestor:
        return Kinship::Descendant;
    case Kinship::Sibling:
        break;
    }
    return Kinship::Sibling;
}

} // namespace

SpanSet related(const SpanSet& left, Kinship kinship, KinshipForm form, const SpanSet& right,
                const SpanTable& spans) {
    SpanSet found = relativesOf(left, kinship, spans);
    if (form == KinshipForm::Negated) found.invert();
    found &= right;
    if (form != KinshipForm::Union) return found;
    SpanSet others = relativesOf(right, inverse(kinship), spans);
    others &= left;
    found |= others;
    return found;
}

} // namespace hallway
