using SearchService.Analysis.Passages;

namespace SearchService.Analysis.Marks;

/// <summary>Whether the document that a text is of is in a set; what is marked for it, who chose the set has to tell.</summary>
/// <param name="number">Its number among the leaves.</param>
/// <param name="contains">Says of a document whether it is in the set.</param>
/// <param name="marks">What the set was chosen by in the text, or null.</param>
internal sealed class DocumentSetLeaf(int number, Func<int, bool> contains, Func<IEnumerable<MatchSpan>>? marks) : MarkLeaf(number)
{
    private int? _document;

    /// <inheritdoc/>
    public override Truth Truth => _document is not { } document ? Truth.Maybe : contains(document) ? Truth.Yes : Truth.No;

    /// <inheritdoc/>
    public override void Begin(int? document) => _document = document;

    /// <inheritdoc/>
    public override void Mark(List<MatchSpan> tokens, List<LeafMatch> matches)
    {
        if (_document is not null && marks is not null)
        {
            matches.AddRange(marks().Select(span => new LeafMatch(span.Start, span.End, Number)));
        }
    }
}
