using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Highlighting;

/// <summary>Finds in the text of a document what a query matched there: nothing more, nothing less.</summary>
/// <remarks>
/// <para>A word query gives the words, an exact phrase each whole occurrence from its first to its last word, a sloppy phrase the
/// words of each minimal occurrence, a prefix the words it stands for. Clauses that only exclude or filter aren't
/// marked. Neither is a clause inside a part of the query that can't have matched, such as the <c>a</c> of <c>(+a +b) c</c> in a text
/// without <c>b</c>; what other fields hold isn't known here and counts as "may have matched".</para>
/// <para>The text is analysed again, once, which is why an index holds no offsets. Make one for a query and a field and use it for all
/// hits. Not thread-safe.</para>
/// </remarks>
public sealed class Highlighter
{
    private readonly TokenReader _reader;
    private readonly MarkTree _tree;
    private readonly List<MatchSpan> _tokens = [];

    /// <summary>Prepares a query.</summary>
    /// <param name="query">The query as searched.</param>
    /// <param name="field">The text field whose texts will be given.</param>
    /// <param name="analyzer">The analyzer the field was indexed with.</param>
    public Highlighter(Query query, int field, TextAnalyzer analyzer)
    {
        _reader = analyzer.CreateReader();
        _tree = new MarkTree(query, field);
    }

    /// <summary>Finds what the query matched in a text.</summary>
    /// <param name="text">All the text of the field in a document that was found; several texts of a field joined by line ends.</param>
    public TextMatches Find(string text) => Find(text, document: null, marksOf: null);

    /// <summary>Finds what the query matched in a text of a certain document, so that it is known which sets of documents it is in.</summary>
    /// <param name="text">All the text of the field in a document that was found; several texts of a field joined by line ends.</param>
    /// <param name="document">Its number in the snapshot, or null when only the text is known.</param>
    /// <param name="marksOf">
    /// Asked for each <see cref="DocumentSetQuery"/> that is to be marked: what it was chosen by, as spans of the text. Null for no marks of sets.
    /// </param>
    public TextMatches Find(string text, int? document, Func<DocumentSetQuery, IEnumerable<MatchSpan>>? marksOf)
    {
        if (_tree.Leaves.Count == 0)
        {
            return TextMatches.None;
        }

        _tokens.Clear();
        _tree.Begin(document, marksOf);
        _reader.Reset(text);
        while (_reader.Next())
        {
            _tree.Take(_reader);
            _tokens.Add(new MatchSpan(_reader.Start, _reader.End));
        }

        var matches = new List<LeafMatch>();
        foreach (var leaf in _tree.MarkedLeaves())
        {
            leaf.Mark(_tokens, matches);
        }

        return TextMatches.Of(matches, _tree.Leaves.Count);
    }
}
