using System.Collections.Immutable;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching.Examples;

/// <summary>Makes example searches from what is in an archive: for whoever sees it for the first time.</summary>
/// <remarks>
/// Costs some dozens of searches and the reading of some hundred articles: made once a generation. The same archive gives the same examples.
/// </remarks>
/// <param name="index">The archive.</param>
/// <param name="search">Tries what is made.</param>
/// <param name="limits">How much is looked at; null for the defaults.</param>
public sealed class ExampleSearches(IArticleIndex index, ArticleSearch search, ExampleLimits? limits = null)
{
    /// <summary>A word that more articles have than one in so many says nothing of an archive.</summary>
    private const int CommonOneIn = 10;

    /// <summary>Of fewer articles, no word is called common.</summary>
    private const int FewArticles = 100;

    private readonly ExampleLimits _limits = limits ?? new ExampleLimits();

    /// <summary>Makes the examples.</summary>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>At most one of each kind, and a second one of a speaker; none of a kind that the archive has nothing for.</returns>
    public ImmutableArray<ExampleSearch> Find(CancellationToken cancellationToken)
    {
        ImmutableArray<string> speakers = Speakers(cancellationToken);
        ImmutableArray<(string First, string Second)> pairs = Pairs(cancellationToken);
        ExampleSearch?[] examples =
        [
            Quotation(speakers, cancellationToken),
            First(speakers.Take(1).Select(BySpeaker), ExampleKind.Speaker, SearchIn.Quotes, fewest: 1, cancellationToken),
            First(pairs.Take(1).Select(static pair => $"{pair.First} {pair.Second}"), ExampleKind.Words, SearchIn.Articles, fewest: 2, cancellationToken),
            First(pairs.Skip(1).Take(1).Select(static pair => $"title:\"{pair.First} {pair.Second}\""), ExampleKind.Title, SearchIn.Articles, fewest: 2, cancellationToken),
            First(
                pairs.SelectMany(pair => speakers.Skip(1).Select(speaker => $"{pair.First} {pair.Second} {BySpeaker(speaker)}")).Take(_limits.Trials),
                ExampleKind.Speaker, SearchIn.Quotes, fewest: 2, cancellationToken),
            Period(pairs, cancellationToken),
        ];
        return [.. examples.OfType<ExampleSearch>()];
    }

    private static string BySpeaker(string name) => QueryPrinter.Print(new PhraseNode(0, 0, QueryFields.Speaker, name));

    /// <summary>Who is quoted most, by a full name: not "Trump", and not "a statement".</summary>
    private ImmutableArray<string> Speakers(CancellationToken cancellationToken)
    {
        if (!index.Capabilities.Quotations)
        {
            return [];
        }

        QuotationQuery query = new() { Facets = [FacetFields.Speaker], FacetSize = 4 * _limits.Speakers };
        return
        [
            .. index.SearchQuotations(query, cancellationToken).Facets[0].Values
                .Select(static bucket => bucket.Value)
                .Where(static name => name.Split(' ') is { Length: > 1 and < 5 } words && words.All(static word => word.Length > 0 && char.IsLetter(word[0]) && !char.IsLower(word[0])))
                .Take(_limits.Speakers),
        ];
    }

    /// <summary>Pairs of words of recent headlines, none of them common, each word in one pair; of equally frequent ones those first that the archive has oftener.</summary>
    private ImmutableArray<(string First, string Second)> Pairs(CancellationToken cancellationToken)
    {
        ArticleMatches latest = index.Search(new ArticleQuery { Sort = SortOrder.Newest, Size = _limits.Headlines }, cancellationToken);
        HashSet<string> taken = new(StringComparer.Ordinal);
        return
        [
            .. HeadlinePairs.Of(latest.Hits.Select(static hit => hit.Article))
                .Take(_limits.Trials)
                .Where(pair => !IsCommon(pair.First, latest.Total, cancellationToken) && !IsCommon(pair.Second, latest.Total, cancellationToken))
                .OrderByDescending(static pair => pair.Stories)
                .ThenByDescending(pair => Count(new PhraseNode(0, 0, QueryFields.Title, $"{pair.First} {pair.Second}"), cancellationToken))
                .Select(static pair => (pair.First, pair.Second))
                .Where(pair => !taken.Contains(pair.First) && !taken.Contains(pair.Second) && taken.Add(pair.First) && taken.Add(pair.Second)),
        ];
    }

    private bool IsCommon(string word, long articles, CancellationToken cancellationToken) =>
        articles >= FewArticles && Count(new WordNode(0, 0, QueryFields.Text, word, Verbatim: true), cancellationToken) > articles / CommonOneIn;

    private long Count(QueryNode node, CancellationToken cancellationToken) => index.Search(new ArticleQuery { Root = node }, cancellationToken).Total;

    /// <summary>Of what the most quoted said lately, the words that most outlets carried.</summary>
    private ExampleSearch? Quotation(ImmutableArray<string> speakers, CancellationToken cancellationToken)
    {
        IEnumerable<QuotationHit> latest = speakers.SelectMany(speaker => index.SearchQuotations(
            new QuotationQuery { Filters = [new FacetFilter(FacetFields.Speaker, [speaker], [])], Sort = SortOrder.Newest, Size = _limits.Quotations },
            cancellationToken).Hits);
        (ExampleSearch Example, int Outlets)? best = null;
        foreach (string words in QuotableWords.Of(latest).Take(_limits.Trials))
        {
            SearchRequest request = new() { Query = Quoted(words), Size = 0, Passages = 0, Facets = [FacetFields.Source] };
            SearchResponse found = search.Search(request, cancellationToken);
            if (found.Total > 0 && found.Facets[0].Distinct > (best?.Outlets ?? 0))
            {
                best = (new ExampleSearch(ExampleKind.Quotation, request.Query, SearchIn.Articles, found.Total), found.Facets[0].Distinct);
            }
        }

        return best?.Example;
    }

    /// <summary>Words in the month that has most articles with them.</summary>
    private ExampleSearch? Period(ImmutableArray<(string First, string Second)> pairs, CancellationToken cancellationToken)
    {
        if (pairs.IsEmpty)
        {
            return null;
        }

        (string first, string second) = pairs[Math.Min(2, pairs.Length - 1)];
        SearchRequest request = new() { Query = $"{first} {second}", Size = 0, Passages = 0, Interval = HistogramInterval.Month };
        ImmutableArray<HistogramBucket> months = search.Search(request, cancellationToken).Histogram!.Buckets;
        if (months.Count(static month => month.Count > 0) < 2)
        {
            return null;
        }

        DateOnly most = months.MaxBy(static month => month.Count).From;
        return First([$"{request.Query} date:{ArticleDate.OfMonth(most.Year, most.Month)}"], ExampleKind.Period, SearchIn.Articles, fewest: 2, cancellationToken);
    }

    private static string Quoted(string words) => QueryEscaping.AppendQuoted(new StringBuilder(), words).ToString();

    /// <summary>The first search that finds enough, just as it is written: no words relaxed, none ignored.</summary>
    private ExampleSearch? First(IEnumerable<string> queries, ExampleKind kind, SearchIn place, long fewest, CancellationToken cancellationToken)
    {
        foreach (string query in queries)
        {
            (long total, QueryReading reading) = Try(query, place, cancellationToken);
            if (total >= fewest && !reading.Notices.Any(static notice => notice.IsError || notice.Code == QueryNoticeCodes.AllWordsRelaxed))
            {
                return new ExampleSearch(kind, query, place, total);
            }
        }

        return null;
    }

    private (long Total, QueryReading Reading) Try(string query, SearchIn place, CancellationToken cancellationToken)
    {
        SearchRequest request = new() { Query = query, Size = 0, Passages = 0 };
        if (place == SearchIn.Quotes)
        {
            QuotationResponse said = search.SearchQuotations(request, cancellationToken);
            return (said.Total, said.Query);
        }

        SearchResponse found = search.Search(request, cancellationToken);
        return (found.Total, found.Query);
    }
}
