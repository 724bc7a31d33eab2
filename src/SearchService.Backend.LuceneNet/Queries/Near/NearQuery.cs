using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Backend.LuceneNet.Archive;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>Matches the documents where two expressions stand near each other in one text, by the definition of <see cref="Analysis.Proximity.NearSpans"/>. Score: BM25.</summary>
/// <remarks>
/// Lucene's own (<c>SpanNearQuery</c>) lets the two sides share words, gives of overlapping pairs the first that it meets, and scores by how long a
/// span is. What stands for the idf is said at <see cref="SpanQueries.WeightOf"/>.
/// </remarks>
/// <param name="field">What both are looked for in.</param>
/// <param name="left">One expression.</param>
/// <param name="right">The other.</param>
/// <param name="distance">The most words that may be between the two; 0 or more.</param>
/// <param name="ordered">Whether the left one has to stand first.</param>
internal sealed class NearQuery(string field, Query left, Query right, int distance, bool ordered) : Query
{
    /// <summary>Gets what both are looked for in.</summary>
    internal string Field { get; } = field;

    /// <summary>Gets one expression.</summary>
    internal Query Left => left;

    /// <summary>Gets the other.</summary>
    internal Query Right => right;

    /// <summary>Gets the most words that may be between the two.</summary>
    internal int Distance => distance;

    /// <summary>Gets a value indicating whether the left one has to stand first.</summary>
    internal bool IsOrdered => ordered;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return new SpanWeight(this, Field, (ArchiveSearcher)searcher);
    }

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms)
    {
        left.ExtractTerms(terms);
        right.ExtractTerms(terms);
    }

    /// <inheritdoc/>
    public override string ToString(string field) => $"({left.ToString(field)} {(ordered ? "ONEAR" : "NEAR")}/{distance} {right.ToString(field)})";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NearQuery other
        && Field == other.Field && distance == other.Distance && ordered == other.IsOrdered && Boost.Equals(other.Boost)
        && left.Equals(other.Left) && right.Equals(other.Right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, left, right, distance, ordered, Boost);
}
