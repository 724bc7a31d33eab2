using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Search;

/// <summary>The answer of <c>/api/search</c>. Parts that were not asked for are absent.</summary>
internal sealed record SearchAnswer(
    ReadingAnswer Query,
    long Total,
    long? Stories,
    long TookMicroseconds,
    IndexState Index,
    IReadOnlyList<HitAnswer> Hits,
    IReadOnlyDictionary<string, FacetAnswer>? Facets,
    HistogramAnswer? Histogram,
    string? Next,
    QuerySuggestionAnswer? DidYouMean,
    NothingAnswer? Nothing)
{
    internal static SearchAnswer Of(SearchResponse response) => new(
        ReadingAnswer.Of(response.Query),
        response.Total,
        response.Stories,
        (long)response.Took.TotalMicroseconds,
        response.Index,
        [.. response.Hits.Select(HitAnswer.Of)],
        response.Facets.IsEmpty ? null : FacetAnswer.Of(response.Facets),
        response.Histogram is { } histogram ? HistogramAnswer.Of(histogram) : null,
        response.Next,
        QuerySuggestionAnswer.Of(response.DidYouMean),
        NothingAnswer.Of(response.Nothing));
}

/// <summary>A whole query that may be meant, and the articles, or quotations, that have all it asks for under the filters of the request.</summary>
internal sealed record QuerySuggestionAnswer(string Text, long Count)
{
    internal static QuerySuggestionAnswer? Of(QuerySuggestion? suggestion) => suggestion is null ? null : new(suggestion.Text, suggestion.Count);
}

/// <summary>
/// An article that matches. Highlights are [start, end) in UTF-16 units, of the title, of the passage or of the quotation. Quotes: of its
/// quotations those that matched, the first ones.
/// </summary>
internal sealed record HitAnswer(
    string Id,
    double Score,
    string Title,
    IReadOnlyList<int[]> TitleHighlights,
    string? Url,
    string? Source,
    string? Country,
    string? Stance,
    string? Date,
    string? DatePrecision,
    string? DateAsGiven,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Topics,
    string? Language,
    int? Matches,
    StoryAnswer? Story,
    IReadOnlyList<PassageAnswer> Passages,
    IReadOnlyList<QuoteAnswer>? Quotes)
{
    internal static HitAnswer Of(SearchHit hit) => new(
        hit.Article.Id,
        hit.Score,
        hit.Article.Title,
        PassageAnswer.Pairs(hit.TitleHighlights),
        hit.Article.Url,
        hit.Article.Source,
        hit.Article.Country,
        hit.Article.Stance,
        hit.Article.Date?.ToString(),
        hit.Article.Date is { } date ? Names.Of(date.Precision) : null,
        hit.Article.DateAsGiven,
        hit.Article.Authors,
        hit.Article.Topics,
        hit.Article.Language,
        hit.MatchCount,
        StoryAnswer.Of(hit.Story),
        [.. hit.Passages.Select(passage => new PassageAnswer(passage.Text, PassageAnswer.Pairs(passage.Highlights), passage.Offset))],
        hit.Quotations.IsEmpty ? null : [.. hit.Quotations.Select(QuoteAnswer.Of)]);
}

/// <summary>
/// The story an article tells, in the whole archive: how many articles tell it, the outlets that carried it in the order in which they did,
/// the first article; matching: of the articles those that match, where hits are stories.
/// </summary>
internal sealed record StoryAnswer(string Id, int Size, int? Matching, IReadOnlyList<string> Outlets, StoryFirstAnswer First)
{
    internal static StoryAnswer? Of(HitStory? story) => story is null ? null : new(
        story.Id,
        story.Size,
        story.Matching,
        story.Outlets,
        new StoryFirstAnswer(story.First.Id, story.First.Source, story.First.Date?.ToString(), story.First.Url));
}

/// <summary>The first article of a story by its date.</summary>
internal sealed record StoryFirstAnswer(string Id, string? Source, string? Date, string? Url);

/// <summary>A part of the text; offset in UTF-16 units of the article's text.</summary>
internal sealed record PassageAnswer(string Text, IReadOnlyList<int[]> Highlights, int Offset)
{
    internal static IReadOnlyList<int[]> Pairs(ImmutableArray<TextSpan> spans) => [.. spans.Select(span => new[] { span.Start, span.End })];
}

/// <summary>Sideways counts of a facet: as if nothing were chosen in it.</summary>
internal sealed record FacetAnswer(
    int Distinct, long Missing, bool? MissingSelected, bool? MissingExcluded, IReadOnlyList<BucketAnswer> Values)
{
    internal static FacetAnswer Of(Facet facet) => new(
        facet.Distinct,
        facet.Missing,
        facet.MissingSelected == BucketChoice.Included ? true : null,
        facet.MissingSelected == BucketChoice.Excluded ? true : null,
        BucketAnswer.Of(facet.Values));

    internal static Dictionary<string, FacetAnswer> Of(ImmutableArray<Facet> facets) =>
        facets.ToDictionary(facet => facet.Field, Of, StringComparer.Ordinal);
}

/// <summary>A value with its exact count; dates that are chosen have their months or days as children.</summary>
internal sealed record BucketAnswer(string Value, long Count, bool? Selected, bool? Excluded, IReadOnlyList<BucketAnswer>? Children)
{
    internal static IReadOnlyList<BucketAnswer> Of(ImmutableArray<FacetBucket> buckets) => [.. buckets.Select(bucket => new BucketAnswer(
        bucket.Value,
        bucket.Count,
        bucket.Choice == BucketChoice.Included ? true : null,
        bucket.Choice == BucketChoice.Excluded ? true : null,
        bucket.Children.IsEmpty ? null : Of(bucket.Children)))];
}

/// <summary>Matches over time; missing: matches without a date as precise as a bucket.</summary>
internal sealed record HistogramAnswer(string Interval, long Missing, HistogramSplitAnswer? Split, IReadOnlyList<HistogramBucketAnswer> Buckets)
{
    internal static HistogramAnswer Of(Histogram histogram) => new(
        Names.Of(histogram.Interval),
        histogram.Missing,
        histogram.Split is { } split ? new HistogramSplitAnswer(split.Field, split.Values) : null,
        [.. histogram.Buckets.Select(bucket => new HistogramBucketAnswer(bucket.From, bucket.Count, bucket.Covered, histogram.Split is null ? null : bucket.Split))]);
}

/// <summary>What the buckets are split by: the most frequent values of what matches.</summary>
internal sealed record HistogramSplitAnswer(string Field, IReadOnlyList<string> Values);

/// <summary>A bucket from its first day; covered: articles of the archive in it under the same filters; split: of the count those that have each of the values.</summary>
internal sealed record HistogramBucketAnswer(DateOnly From, long Count, long Covered, IReadOnlyList<long>? Split);
