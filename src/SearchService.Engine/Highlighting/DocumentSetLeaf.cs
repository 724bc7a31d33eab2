using SearchService.Analysis.Passages;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Highlighting;

/// <summary>Whether the document that a text is of is in a set; what is marked for it, who chose the set has to tell.</summary>
/// <param name="number">Its number among the leaves.</param>
/// <param name="query">The set.</param>
internal sealed class DocumentSetLeaf(int number, DocumentSetQuery query) : MarkLeaf(number)
{
    private int? _document;
    private Func<DocumentSetQuery, IEnumerable<MatchSpan>>? _marksOf;

    /// <summary>Whether it is known which document the text is of.</summary>
    public bool IsKnown => _document is not null;

    /// <inheritdoc/>
    public override bool Matches => _document is { } document && query.Documents.Contains(document);

    /// <summary>Turns to the text of a document.</summary>
    public void Begin(int? document, Func<DocumentSetQuery, IEnumerable<MatchSpan>>? marksOf) => (_document, _marksOf) = (document, marksOf);

    /// <inheritdoc/>
    public override void Mark(List<MatchSpan> tokens, List<LeafMatch> matches)
    {
        if (IsKnown && _marksOf is not null)
        {
            matches.AddRange(_marksOf(query).Select(span => new LeafMatch(span.Start, span.End, Number)));
        }
    }
}
