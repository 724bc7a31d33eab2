using System.Runtime.CompilerServices;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents where two expressions stand near each other in one text. Score: BM25.</summary>
/// <remarks>
/// <para>An expression has in a text a set of <em>spans</em>: runs of positions, from a first to before an end. A term and each term
/// of a set has one for each occurrence; a phrase one for each of its minimal choices (see <see cref="PhraseQuery"/>), from its first
/// word to its last; a <see cref="BooleanQuery"/> of alternatives has those of all of them, one with a single required clause has that
/// clause's; boosts change nothing. Two spans are a
/// <em>pair</em> when neither shares a position with the other and at most <see cref="Distance"/> words are between them; with
/// <see cref="Ordered"/> the left one has to stand first. The pair reaches from the first position of the one to the end of the
/// other, and the spans of the query are the <em>minimal</em> reaches: those that no other reach lies in. So of <c>a b … b</c>
/// the nearer <c>b</c> counts, and a text of n words has at most n spans however often words are repeated.</para>
/// <para>The frequency in a document is the sum of 1 / (1 + distance) over its spans, where the distance is the number of words
/// between the pair, and the least of them when several pairs have the same reach. The score is BM25 with that frequency and a weight
/// in place of the idf: for a term its idf, for a phrase the sum of its terms' idf, for a set of terms 1, for a constant score that
/// score, for alternatives the largest of theirs, for a required clause with optional ones the sum of all, for a nested pair the sum of its
/// sides', each times the boosts upon it.</para>
/// </remarks>
public sealed record NearQuery : Query
{
    /// <summary>Makes a query.</summary>
    /// <param name="left">One expression.</param>
    /// <param name="right">The other.</param>
    /// <param name="distance">The most words that may be between the two; 0 or more.</param>
    /// <param name="ordered">Whether the left one has to stand first.</param>
    /// <exception cref="ArgumentException">
    /// An expression is made of something else than <see cref="TermQuery"/>, <see cref="PhraseQuery"/>, <see cref="TermSetQuery"/>,
    /// <see cref="NearQuery"/>, <see cref="NoneQuery"/>, boosts or constant scores of those, and <see cref="BooleanQuery"/> of which one
    /// <see cref="Occur.Should"/> clause is enough, or one <see cref="Occur.Must"/> clause; or not all of it is about the same field.
    /// </exception>
    public NearQuery(Query left, Query right, int distance, bool ordered = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        Left = left;
        Right = right;
        Distance = distance;
        Ordered = ordered;
        Field = Same(FieldOf(left), FieldOf(right));
    }

    /// <summary>One expression.</summary>
    public Query Left { get; }

    /// <summary>The other.</summary>
    public Query Right { get; }

    /// <summary>The most words that may be between the two.</summary>
    public int Distance { get; }

    /// <summary>Whether the left one has to stand first.</summary>
    public bool Ordered { get; }

    /// <summary>Number of the text field that both are looked for in; null when nothing is looked for.</summary>
    internal int? Field { get; }

    /// <inheritdoc/>
    public override string ToString() => $"({Left} {(Ordered ? "ONEAR" : "NEAR")}/{Distance} {Right})";

    /// <summary>Those clauses of a combination that it has its spans from; none when it has no places in a text.</summary>
    internal static IEnumerable<Query> PlacedClauses(BooleanQuery query)
    {
        var required = query.Clauses.Count(c => c.Occur == Occur.Must);
        var isPlaced = query.Clauses.All(c => c.Occur is Occur.Must or Occur.Should) && query.RequiredShould + required == 1;
        return isPlaced ? query.Clauses.Where(c => required == 0 || c.Occur == Occur.Must).Select(c => c.Query) : [];
    }

    private static int? FieldOf(Query query)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (query)
        {
            case TermQuery term:
                return term.Field;
            case PhraseQuery phrase:
                return phrase.Field;
            case TermSetQuery terms:
                return terms.Field;
            case NearQuery near:
                return near.Field;
            case BoostQuery boost:
                return FieldOf(boost.Query);
            case ConstantQuery constant:
                return FieldOf(constant.Query);
            case NoneQuery:
                return null;
            case BooleanQuery boolean when PlacedClauses(boolean).Any():
                int? field = null;
                foreach (var (clause, _) in boolean.Clauses)
                {
                    field = Same(field, FieldOf(clause));
                }

                return field;
            default:
                throw new ArgumentException($"'{query}' has no places in a text.", nameof(query));
        }
    }

    private static int? Same(int? one, int? other) => one is null || other is null || one == other
        ? one ?? other
        : throw new ArgumentException($"Fields {one} and {other} are different texts: nothing in them is near each other.");
}
