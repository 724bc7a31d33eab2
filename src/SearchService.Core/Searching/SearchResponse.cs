using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Query">How the query was read.</param>
/// <param name="Total">Articles that match: exact.</param>
/// <param name="Took">Time spent searching.</param>
/// <param name="Index">The state of the index that answered.</param>
/// <param name="Hits">This page of them.</param>
/// <param name="Facets">Those asked for, in the order asked.</param>
/// <param name="Histogram">If asked for.</param>
/// <param name="Next">Asks for the next page; null on the last.</param>
/// <param name="DidYouMean">When no article has all that was asked for: the query spelt otherwise, if that finds any; else null.</param>
public sealed record SearchResponse(
    QueryReading Query,
    long Total,
    TimeSpan Took,
    IndexState Index,
    ImmutableArray<SearchHit> Hits,
    ImmutableArray<Facet> Facets,
    Histogram? Histogram,
    string? Next,
    QuerySuggestion? DidYouMean = null)
{
    /// <summary>Stories among the articles that match: exact; null unless <see cref="SearchRequest.Collapse"/> asks for them.</summary>
    public long? Stories { get; init; }

    /// <summary>Why no article has all that was asked for; null when some have, and unless <see cref="SearchRequest.Explain"/> asks for it.</summary>
    public NothingFound? Nothing { get; init; }
}

/// <summary>How a query was read.</summary>
/// <param name="Input">As given.</param>
/// <param name="Read">As understood, in the query language with every field and operator spelt out.</param>
/// <param name="Notices">What was ignored, mended, or added, with its place in <paramref name="Input"/>.</param>
public sealed record QueryReading(string Input, string Read, ImmutableArray<QueryNotice> Notices)
{
    /// <summary>As understood, as data; null for an empty query.</summary>
    public QueryOutline? Outline { get; init; }

    /// <summary>Says how a query was read.</summary>
    /// <param name="parsed">As it is executed.</param>
    /// <param name="field">Where a word without a field is looked for.</param>
    internal static QueryReading Of(ParsedQuery parsed, string field) =>
        new(parsed.Input, QueryPrinter.Print(parsed.Root), parsed.Notices) { Outline = QueryOutline.Of(parsed.Root, field) };
}

/// <summary>One article that matches.</summary>
/// <param name="Article">Its metadata; the text is whole, callers show passages.</param>
/// <param name="Score">BM25, or 0 when sorted by date.</param>
/// <param name="TitleHighlights">What matched in the title.</param>
/// <param name="Passages">The best parts of the text, in the order of the text.</param>
/// <param name="MatchCount">Marks in the text: words, whole phrases; null when no passages were asked for.</param>
public sealed record SearchHit(
    Article Article,
    double Score,
    ImmutableArray<TextSpan> TitleHighlights,
    ImmutableArray<Passage> Passages,
    int? MatchCount)
{
    /// <summary>The story it tells: of each hit when hits are stories, else where other articles tell it too.</summary>
    public HitStory? Story { get; init; }

    /// <summary>
    /// Its quotations that matched: those that <c>said:</c> or <c>speaker:</c> found, else those that hold what is marked in the text, if it was read; the
    /// first ones, at most <see cref="SearchRequest.Quotations"/>.
    /// </summary>
    public ImmutableArray<HitQuotation> Quotations { get; init; } = [];
}

/// <summary>A part of an article's text.</summary>
/// <param name="Text">As it stands in the article.</param>
/// <param name="Highlights">What matched, as spans into <paramref name="Text"/>; ascending, not touching.</param>
/// <param name="Offset">Where it begins in the article's text, in UTF-16 units.</param>
public sealed record Passage(string Text, ImmutableArray<TextSpan> Highlights, int Offset);

/// <summary>Counts of a field's values over the matches, as if nothing were chosen in this facet itself (sideways).</summary>
/// <param name="Field">One of <see cref="FacetFields"/>.</param>
/// <param name="Distinct">Values with at least one match (for a date: years).</param>
/// <param name="Missing">Matches without a value.</param>
/// <param name="Values">The most frequent ones, and all that are chosen.</param>
/// <param name="MissingSelected">Whether the matches without a value are chosen or excluded.</param>
public sealed record Facet(string Field, int Distinct, long Missing, ImmutableArray<FacetBucket> Values, BucketChoice MissingSelected = BucketChoice.None);

/// <summary>One value of a facet.</summary>
/// <param name="Value">The value; for a date a year, month or day in ISO 8601.</param>
/// <param name="Count">Articles, or stories that have one, as the search collapses them: exact.</param>
/// <param name="Choice">Whether the request chose or excluded it.</param>
/// <param name="Children">For a date that is chosen, or holds the one chosen: its months or days; else empty.</param>
public sealed record FacetBucket(string Value, long Count, BucketChoice Choice, ImmutableArray<FacetBucket> Children);

/// <summary>What a request says of a value.</summary>
public enum BucketChoice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Chosen.</summary>
    Included,

    /// <summary>Excluded.</summary>
    Excluded,
}

/// <summary>Matches over time.</summary>
/// <param name="Interval">The width of a bucket.</param>
/// <param name="Buckets">Ascending, without gaps from the first to the last that holds any article of the archive under the same filters.</param>
/// <param name="Missing">Matches without a date, or with one less precise than a bucket.</param>
public sealed record Histogram(HistogramInterval Interval, ImmutableArray<HistogramBucket> Buckets, long Missing)
{
    /// <summary>What its buckets are split by; null unless asked for.</summary>
    public HistogramSplit? Split { get; init; }
}

/// <summary>What the buckets of a histogram are split by.</summary>
/// <param name="Field">One of <see cref="FacetFields.Splits"/>.</param>
/// <param name="Values">The most frequent ones of what matches, whatever its date; the most frequent first, then by value.</param>
public sealed record HistogramSplit(string Field, ImmutableArray<string> Values);

/// <summary>One bucket of a histogram.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Count">Matches in it.</param>
/// <param name="Covered">Articles in it under the same filters, whatever the query.</param>
public readonly record struct HistogramBucket(DateOnly From, long Count, long Covered)
{
    /// <summary>How much of <see cref="Count"/> has each of <see cref="HistogramSplit.Values"/>; the rest has another or none. Empty unless asked for.</summary>
    public ImmutableArray<long> Split { get; init; } = [];
}
