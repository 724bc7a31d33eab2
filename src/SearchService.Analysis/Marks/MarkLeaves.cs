using SearchService.Analysis.Passages;
using SearchService.Analysis.Proximity;

namespace SearchService.Analysis.Marks;

/// <summary>The distinct leaves of a query in one text field: what a <see cref="TextMarker"/> looks for, said by who knows the query.</summary>
/// <remarks>For one <see cref="TextMarker"/>, and complete before it reads its first text.</remarks>
public sealed class MarkLeaves
{
    private static readonly TermForm[] AllForms = [TermForm.Written, TermForm.Folded, TermForm.Word];

    private readonly TermPlaces[] _terms = [new(), new(), new()];
    private readonly List<(Func<TokenReader, bool> Has, PlacedWords Places)> _sets = [];
    private readonly Dictionary<object, MarkLeaf> _leafOf = [];

    /// <summary>The leaves, by number.</summary>
    internal List<MarkLeaf> All { get; } = [];

    /// <summary>Where a term stands, for <see cref="Spans"/>; the same object for the same term.</summary>
    /// <param name="form">The form of the tokens that is looked at.</param>
    /// <param name="term">In UTF-8.</param>
    public TermPositions Term(TermForm form, ReadOnlySpan<byte> term) => _terms[(int)form].PlacesOf(term);

    /// <summary>Where the words of a set stand, for <see cref="Spans"/>.</summary>
    /// <param name="has">Says whether the token that a reader stands at is in the set.</param>
    public TermPositions Words(Func<TokenReader, bool> has)
    {
        PlacedWords places = new();
        _sets.Add((has, places));
        return places;
    }

    /// <summary>A word, phrase, set of words, or pair.</summary>
    /// <param name="key">Equal leaves of a query are one.</param>
    /// <param name="make">Makes of <see cref="Term"/> and <see cref="Words"/> what finds it; null for what can't be found.</param>
    public MarkNode Spans(object key, Func<TextSpans?> make) => Leaf(key, number => new SpanLeaf(number, make()));

    /// <summary>A set of documents.</summary>
    /// <param name="key">Equal leaves of a query are one.</param>
    /// <param name="contains">Says of a document whether it is in the set.</param>
    /// <param name="marks">What the set was chosen by, in the text being looked at; asked only where it counts. Null for nothing.</param>
    public MarkNode Documents(object key, Func<int, bool> contains, Func<IEnumerable<MatchSpan>>? marks) =>
        Leaf(key, number => new DocumentSetLeaf(number, contains, marks));

    /// <summary>Turns to another text.</summary>
    internal void Begin(int? document)
    {
        foreach (var terms in _terms)
        {
            terms.Clear();
        }

        foreach (var (_, places) in _sets)
        {
            places.Clear();
        }

        foreach (var leaf in All)
        {
            leaf.Begin(document);
        }
    }

    /// <summary>Looks at the next token of the text.</summary>
    internal void Take(TokenReader reader)
    {
        foreach (var form in AllForms)
        {
            var terms = _terms[(int)form];
            if (!terms.IsEmpty)
            {
                terms.Take(reader.Term(form), reader.Position);
            }
        }

        foreach (var (has, places) in _sets)
        {
            if (has(reader))
            {
                places.Add(reader.Position);
            }
        }
    }

    private MarkNode Leaf(object key, Func<int, MarkLeaf> make)
    {
        if (!_leafOf.TryGetValue(key, out var leaf))
        {
            leaf = make(All.Count);
            _leafOf.Add(key, leaf);
            All.Add(leaf);
        }

        return MarkNode.Of(leaf);
    }
}
