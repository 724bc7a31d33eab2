using SearchService.Analysis.Passages;
using SearchService.Analysis.Proximity;

namespace SearchService.Analysis.Marks;

/// <summary>Marks words, phrases and pairs by the same definition as the search: of each span what it consists of, not what is between.</summary>
/// <param name="number">Its number among the leaves.</param>
/// <param name="spans">Finds them; null for none.</param>
internal sealed class SpanLeaf(int number, TextSpans? spans) : MarkLeaf(number)
{
    private readonly HashSet<ulong> _parts = [];
    private bool? _isFound;

    /// <inheritdoc/>
    public override Truth Truth => IsFound ? Truth.Yes : Truth.No;

    private bool IsFound => _isFound ??= spans is not null && spans.FindIn(0);

    /// <inheritdoc/>
    public override void Begin(int? document) => _isFound = null;

    /// <inheritdoc/>
    public override void Mark(List<MatchSpan> tokens, List<LeafMatch> matches)
    {
        if (!IsFound)
        {
            return;
        }

        _parts.Clear();
        foreach (var span in spans!.Found.Spans)
        {
            spans.AddParts(span, _parts);
        }

        foreach (var part in _parts)
        {
            matches.Add(new LeafMatch(tokens[SpanList.StartOf(part)].Start, tokens[SpanList.EndOf(part) - 1].End, Number));
        }
    }
}
