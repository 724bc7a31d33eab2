using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SearchService.Backend.Embedded.Suggest;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Automata;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SortOrder = SearchService.Core.Searching.SortOrder;

namespace SearchService.Backend.Embedded;

/// <summary>Articles on the embedded engine.</summary>
internal sealed class EmbeddedArticleIndex : IArticleIndex
{
    private const int DescribedValues = 20;

    private readonly string _name;
    private readonly EngineIndex _engine;

    // A searcher learns from what it is asked; one a snapshot, gone with it.
    private readonly ConditionalWeakTable<IndexSnapshot, Searcher> _searchers = [];
    private volatile IndexDescription? _description;

    internal EmbeddedArticleIndex(string name, EngineIndex engine) => (_name, _engine) = (name, engine);

    public BackendCapabilities Capabilities { get; } = new() { Wildcards = true, Fuzzy = true, RegularExpressions = true, Near = true, Suggestions = true, Stories = true };

    public IndexState State
    {
        get
        {
            using IndexSnapshot snapshot = _engine.Acquire();
            return StateOf(snapshot);
        }
    }

    public string? Refuse(QueryNode pattern)
    {
        try
        {
            PatternTranslator.Translate(pattern, ArticleFields.Text);
            return null;
        }
        catch (InvalidPatternException exception)
        {
            return exception.Message;
        }
    }

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using IndexSnapshot snapshot = _engine.Acquire();
        Query translated = new QueryTranslator(snapshot).Translate(query.Root);
        FacetCounting[] facets = [.. query.Facets.Select(field => FacetCounting.Of(field, query.Filters, query.FacetSize))];
        HistogramCounting? histogram = query.Interval is { } interval ? new HistogramCounting(interval) : null;

        SearchResult result = SearcherOf(snapshot).Search(
            new EngineSearch
            {
                Query = translated,
                Filters = FilterTranslator.Translate(query.Filters),
                Sort = OrderOf(query.Sort),
                CollapseField = CollapseField(query.Collapse),
                Size = query.Size == 0 ? 0 : query.Size + 1, // one more tells whether there is a next page
                After = After(query, snapshot),
                Facets = [.. facets.SelectMany(facet => facet.Requests), .. histogram?.Requests ?? []],
            },
            cancellationToken);

        HitReader reader = new(snapshot, translated, query.Passages, query.Collapse);
        ImmutableArray<Hit> page = result.Hits.Length > query.Size ? result.Hits[..query.Size] : result.Hits;
        ImmutableArray<SearchHit>.Builder hits = ImmutableArray.CreateBuilder<SearchHit>(page.Length);
        for (int i = 0; i < page.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hits.Add(reader.Read(page[i], result.GroupSizes.IsEmpty ? 1 : result.GroupSizes[i]));
        }

        (ImmutableArray<Facet> shaped, Histogram? drawn) = Shape(facets, histogram, result.Facets.AsSpan());
        return new ArticleMatches(
            StateOf(snapshot),
            result.Total,
            hits.DrainToImmutable(),
            page.Length < result.Hits.Length ? PositionOf(page[^1], query.Sort, snapshot) : null,
            shaped,
            drawn)
        {
            Stories = query.Collapse == Collapse.Story ? result.Groups : null,
        };
    });

    public bool TryGet(string id, out Article? article, out IndexState state)
    {
        using IndexSnapshot snapshot = _engine.Acquire();
        state = StateOf(snapshot);
        article = EngineErrors.Translate(() =>
        {
            EngineSearch search = new() { Query = new KeywordQuery(ArticleFields.Id, id), Size = 1 };
            SearchResult found = SearcherOf(snapshot).Search(search, CancellationToken.None);
            return found.Hits.IsEmpty ? null : ArticleCodec.Decode(snapshot.ReadStored(found.Hits[0].Document));
        });
        return article is not null;
    }

    public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using IndexSnapshot snapshot = _engine.Acquire();
        FacetRequest request = new(query.Field == FacetFields.Date ? DateColumnFor(query.Contains) : QueryTranslator.KeywordField(query.Field))
        {
            OwnGroup = FacetCounting.OwnGroup(FacetCounting.OwnFilter(query.Field, query.Filters)),
            Size = query.Size,
            Contains = query.Contains.Length == 0 ? null : query.Contains,
        };
        FacetResult result = SearcherOf(snapshot).Search(
            new EngineSearch
            {
                Query = new QueryTranslator(snapshot).Translate(query.Root),
                Filters = FilterTranslator.Translate(query.Filters),
                CollapseField = CollapseField(query.Collapse),
                Size = 0,
                Facets = [request],
            },
            cancellationToken).Facets[0];
        return new FacetValues(
            StateOf(snapshot),
            query.Field,
            result.Distinct,
            result.Missing,
            [.. result.Values.Select(count => new FacetBucket(count.Value, count.Count, BucketChoice.None, []))]);
    });

    public SuggestMatches Suggest(SuggestQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using IndexSnapshot snapshot = _engine.Acquire();
        return new ArticleSuggestions(snapshot, SearcherOf(snapshot), cancellationToken).Suggest(query, StateOf(snapshot));
    });

    public IndexDescription Describe()
    {
        using IndexSnapshot snapshot = _engine.Acquire();
        if (_description is { } known && known.State.Generation == snapshot.Generation)
        {
            return known;
        }

        return _description = EngineErrors.Translate(() => Describe(snapshot));
    }

    public bool Refresh() => EngineErrors.Translate(_engine.RefreshIfChanged);

    public void Dispose() => _engine.Dispose();

    private static int? CollapseField(Collapse collapse) => collapse == Collapse.Story ? ArticleFields.Story : null;

    private static Engine.Execution.SortOrder OrderOf(SortOrder sort) => sort switch
    {
        SortOrder.Newest => Engine.Execution.SortOrder.ByNumber(ArticleFields.DateFrom, descending: true),
        SortOrder.Oldest => Engine.Execution.SortOrder.ByNumber(ArticleFields.DateFrom, descending: false),
        _ => Engine.Execution.SortOrder.Relevance,
    };

    private static HitPosition PositionOf(Hit hit, SortOrder sort, IndexSnapshot snapshot) => new(
        snapshot.Generation,
        sort == SortOrder.Relevance ? BitConverter.DoubleToInt64Bits(hit.Score) : hit.Value ?? long.MinValue,
        hit.Document);

    /// <summary>The place to go on from; of another generation it means nothing, and the caller is told by <see cref="ArticleMatches.Index"/>.</summary>
    private static SearchAfter? After(ArticleQuery query, IndexSnapshot snapshot) =>
        query.After is not { } after || after.Generation != snapshot.Generation ? null
        : query.Sort == SortOrder.Relevance ? new SearchAfter((int)after.Document, BitConverter.Int64BitsToDouble(after.SortBits), null)
        : new SearchAfter((int)after.Document, 0, after.SortBits == long.MinValue ? null : after.SortBits);

    /// <summary>Years, unless more than a year is typed.</summary>
    private static int DateColumnFor(string contains) => contains.Length switch
    {
        <= 4 => ArticleFields.Year,
        <= 7 => ArticleFields.Month,
        _ => ArticleFields.Day,
    };

    private static (ImmutableArray<Facet> Facets, Histogram? Histogram) Shape(
        FacetCounting[] facets, HistogramCounting? histogram, ReadOnlySpan<FacetResult> results)
    {
        ImmutableArray<Facet>.Builder shaped = ImmutableArray.CreateBuilder<Facet>(facets.Length);
        foreach (FacetCounting facet in facets)
        {
            int count = facet.Requests.Length;
            shaped.Add(facet.Shape(results[..count]));
            results = results[count..];
        }

        return (shaped.DrainToImmutable(), histogram?.Shape(results[0], results[1]));
    }

    private Searcher SearcherOf(IndexSnapshot snapshot) => _searchers.GetValue(snapshot, static snapshot => new Searcher(snapshot));

    private IndexState StateOf(IndexSnapshot snapshot) => new(_name, snapshot.Generation, snapshot.DocumentCount);

    private IndexDescription Describe(IndexSnapshot snapshot)
    {
        FacetCounting[] facets = [.. FacetFields.All.Select(field => FacetCounting.Of(field, [], DescribedValues))];
        SearchResult all = SearcherOf(snapshot).Search(
            new EngineSearch
            {
                Size = 1,
                Sort = Engine.Execution.SortOrder.ByNumber(ArticleFields.DateFrom, descending: false),
                Facets = [.. facets.SelectMany(facet => facet.Requests)],
            },
            CancellationToken.None);
        SearchResult latest = SearcherOf(snapshot).Search(
            new EngineSearch { Size = 1, Sort = Engine.Execution.SortOrder.ByNumber(ArticleFields.DateTo, descending: true) },
            CancellationToken.None);
        return new IndexDescription(
            StateOf(snapshot),
            EmbeddedBackend.Name,
            snapshot.Manifest.LengthInBytes,
            new DateTimeOffset(snapshot.Manifest.CreatedUtc),
            FirstValue(all) is { } from ? DateOnly.FromDayNumber((int)from) : null,
            FirstValue(latest) is { } to ? DateOnly.FromDayNumber((int)to - 1) : null,
            Shape(facets, histogram: null, all.Facets.AsSpan()).Facets,
            snapshot.UserData);

        static long? FirstValue(SearchResult result) => result.Hits.IsEmpty ? null : result.Hits[0].Value;
    }
}
