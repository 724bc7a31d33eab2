using SearchService.Analysis.Passages;

namespace SearchService.Analysis.Marks;

/// <summary>Finds in the text of a document what a query matched there: nothing more, nothing less.</summary>
/// <remarks>
/// <para>A word gives the words, an exact phrase each whole occurrence from its first to its last word, a sloppy phrase the
/// words of each minimal occurrence, a prefix the words it stands for, a pair the words and phrases of both sides. Parts that only exclude or choose
/// aren't marked. Neither is a part inside one that can't have matched, such as the <c>a</c> of <c>(+a +b) c</c> in a text
/// without <c>b</c>; what other fields hold isn't known here and counts as "may have matched".</para>
/// <para>The text is analysed again, once, which is why an index holds no offsets. Make one for a query and a field and use it for all
/// hits. Not thread-safe.</para>
/// </remarks>
/// <param name="leaves">What the query looks for in the field.</param>
/// <param name="root">The query, made of those.</param>
public sealed class TextMarker(MarkLeaves leaves, MarkNode root)
{
    private readonly Dictionary<TextAnalyzer, TokenReader> _readers = [];
    private readonly List<MatchSpan> _tokens = [];

    /// <summary>Finds what the query matched in a text.</summary>
    /// <param name="text">All the text of the field in a document that was found; several texts of a field joined by line ends.</param>
    /// <param name="analyzer">That it was indexed with.</param>
    /// <param name="document">The document's number, so that it is known which sets of documents it is in; null when only the text is known.</param>
    public TextMatches Find(string text, TextAnalyzer analyzer, int? document = null)
    {
        if (leaves.All.Count == 0)
        {
            return TextMatches.None;
        }

        if (!_readers.TryGetValue(analyzer, out var reader))
        {
            _readers.Add(analyzer, reader = analyzer.CreateReader());
        }

        _tokens.Clear();
        leaves.Begin(document);
        reader.Reset(text);
        while (reader.Next())
        {
            leaves.Take(reader);
            _tokens.Add(new MatchSpan(reader.Start, reader.End));
        }

        var marked = new HashSet<MarkLeaf>();
        root.Judge();
        root.Collect(marked);
        var matches = new List<LeafMatch>();
        foreach (var leaf in leaves.All)
        {
            if (marked.Contains(leaf))
            {
                leaf.Mark(_tokens, matches);
            }
        }

        return TextMatches.Of(matches, leaves.All.Count);
    }
}
