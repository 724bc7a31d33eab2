using System.Collections.Immutable;
using SearchService.Analysis.Patterns;
using SearchService.Backend.Counting;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Hits;
using SearchService.Backend.Suggest;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SortOrder = SearchService.Core.Searching.SortOrder;

namespace SearchService.Backend.Embedded;

/// <summary>Articles on the embedded engine.</summary>
internal sealed class EmbeddedArticleIndex : IArticleIndex
{
    private const int DescribedValues = 20;

    private readonly string _name;
    private readonly ArchiveIndex _archive;
    private volatile IndexDescription? _description;

    internal EmbeddedArticleIndex(string name, ArchiveIndex archive) => (_name, _archive) = (name, archive);

    public BackendCapabilities Capabilities { get; } =
        new() { Wildcards = true, Fuzzy = true, RegularExpressions = true, Near = true, Quotations = true, Similarity = true, Suggestions = true, Stories = true };

    public IndexState State
    {
        get
        {
            using ArchiveSnapshot archive = _archive.Acquire();
            return StateOf(archive);
        }
    }

    public string? Refuse(QueryNode node)
    {
        try
        {
            PatternTranslator.Translate(node, ArticleFields.Text);
            return null;
        }
        catch (InvalidPatternException exception)
        {
            return exception.Message;
        }
    }

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        SearchPage page = new(ArticleFields.Labels, archive.Generation) { Filters = query.Filters, Sort = query.Sort, Size = query.Size, Skip = query.Skip, After = query.After };
        page.Count(query.Facets, query.FacetSize, query.Interval, query.Split, query.SplitSize);
        ArticleQueryTranslator translator = new(archive, ranked: query.Size > 0 && query.Sort == SortOrder.Relevance, cancellationToken);
        Query translated = translator.Translate(query.Root);
        SearchResult result = archive.ArticleSearcher.Search(page.Search(translated) with { CollapseField = CollapseField(query.Collapse) }, cancellationToken);

        HitReader reader = new(new MarkedQuery(archive, translated, translator.Quotations), query);
        StoryReader stories = new(archive.Articles);
        ImmutableArray<SearchHit>.Builder hits = ImmutableArray.CreateBuilder<SearchHit>();
        foreach (Hit hit in page.Hits(result))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Article article = archive.ReadArticle(hit.Document);
            hits.Add(reader.Read(article, hit.Document, hit.Score) with
            {
                Story = query.Collapse == Collapse.Story
                    ? stories.Read(article, hit.Document, evenAlone: true)! with { Matching = result.GroupSizes.IsEmpty ? 1 : result.GroupSizes[query.Skip + hits.Count] }
                    : stories.Read(article, hit.Document, evenAlone: false),
            });
        }

        (ImmutableArray<Facet> facets, Histogram? histogram) = page.Counts(result);
        return new ArticleMatches(StateOf(archive), result.Total, hits.DrainToImmutable(), page.Last(result), facets, histogram)
        {
            Stories = query.Collapse == Collapse.Story ? result.Groups : null,
        };
    });

    public QuotationMatches SearchQuotations(QuotationQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        SearchPage page = new(QuotationFields.Labels, archive.Generation) { Filters = query.Filters, Sort = query.Sort, Size = query.Size, Skip = query.Skip, After = query.After };
        page.Count(query.Facets, query.FacetSize, query.Interval, query.Split, query.SplitSize);
        Query translated = new QuotationQueryTranslator(archive, cancellationToken).Translate(query.Root);
        SearchResult result = archive.QuotationSearcher.Search(page.Search(translated), cancellationToken);

        ImmutableArray<QuotationHit> hits = archive.ReadQuotations(translated, page.Hits(result), cancellationToken);
        (ImmutableArray<Facet> facets, Histogram? histogram) = page.Counts(result);
        return new QuotationMatches(StateOf(archive), result.Total, hits, page.Last(result), facets, histogram);
    });

    public bool TryGetQuotation(string id, out QuotationHit? quotation, out IndexState state)
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        state = StateOf(archive);
        quotation = EngineErrors.Translate(() =>
        {
            EngineSearch search = new() { Query = new ConstantQuery(new KeywordQuery(QuotationFields.Id, id), 0), Size = 1 };
            SearchResult found = archive.QuotationSearcher.Search(search, CancellationToken.None);
            return archive.ReadQuotations(Query.None, found.Hits.AsSpan(), CancellationToken.None) is [QuotationHit hit] ? hit : null;
        });
        return quotation is not null;
    }

    public bool TryGet(string id, out Article? article, out IndexState state)
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        state = StateOf(archive);
        article = EngineErrors.Translate(() => DocumentOf(archive, id) is { } document ? archive.ReadArticle(document) : null);
        return article is not null;
    }

    public MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        return DocumentOf(archive, query.Id) is { } document
            ? new MarkedArticleReader(archive, document, cancellationToken).Read(query, StateOf(archive))
            : null;
    });

    public SimilarArticles? Similar(string id, int size, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        return DocumentOf(archive, id) is { } document
            ? new SimilarArticles(StateOf(archive), new SimilarReader(archive, cancellationToken).Read(document, size))
            : null;
    });

    public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        bool ofQuotations = query.In == SearchIn.Quotes;
        LabelFields fields = ofQuotations ? QuotationFields.Labels : ArticleFields.Labels;
        QueryTranslator translator = ofQuotations
            ? new QuotationQueryTranslator(archive, cancellationToken)
            : new ArticleQueryTranslator(archive, ranked: false, cancellationToken);
        FacetRequest request = new(query.Field == FacetFields.Date ? fields.Of(PrecisionFor(query.Contains)) : fields.Of(query.Field))
        {
            OwnGroup = FacetCounting.OwnGroup(FacetChoice.In(query.Field, query.Filters)),
            Size = query.Size,
            Contains = query.Contains.Length == 0 ? null : query.Contains,
        };
        FacetResult result = (ofQuotations ? archive.QuotationSearcher : archive.ArticleSearcher).Search(
            new EngineSearch
            {
                Query = translator.Translate(query.Root),
                Filters = new FilterTranslator(fields).Translate(query.Filters),
                CollapseField = CollapseField(query.Collapse),
                Size = 0,
                Facets = [request],
            },
            cancellationToken).Facets[0];
        return new FacetValues(
            StateOf(archive),
            query.Field,
            result.Distinct,
            result.Missing,
            [.. result.Values.Select(count => new FacetBucket(count.Value, count.Count, BucketChoice.None, []))]);
    });

    public SuggestMatches Suggest(SuggestQuery query, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        return new ArticleSuggestions(new SuggestionSource(archive, cancellationToken), cancellationToken).Suggest(query, StateOf(archive));
    });

    public ImmutableArray<NameVariant> NameVariants(string word, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        return archive.Names.VariantsOf(word, cancellationToken);
    });

    public ImmutableArray<NameVariant> SpeakerVariants(string name, CancellationToken cancellationToken) => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        return archive.SpeakerNames.VariantsOf(name);
    });

    public void Prepare() => EngineErrors.Translate(() =>
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        return archive.Names;
    });

    public IndexDescription Describe()
    {
        using ArchiveSnapshot archive = _archive.Acquire();
        if (_description is { } known && known.State.Generation == archive.Generation && known.Created == archive.Created)
        {
            return known;
        }

        return _description = EngineErrors.Translate(() => Describe(archive));
    }

    public bool Refresh() => EngineErrors.Translate(_archive.RefreshIfChanged);

    public void Dispose() => _archive.Dispose();

    private static int? DocumentOf(ArchiveSnapshot archive, string id)
    {
        EngineSearch search = new() { Query = new ConstantQuery(new KeywordQuery(ArticleFields.Id, id), 0), Size = 1 };
        SearchResult found = archive.ArticleSearcher.Search(search, CancellationToken.None);
        return found.Hits.IsEmpty ? null : found.Hits[0].Document;
    }

    private static int? CollapseField(Collapse collapse) => collapse == Collapse.Story ? ArticleFields.Story : null;

    /// <summary>Years, unless more than a year is typed.</summary>
    private static DatePrecision PrecisionFor(string contains) => contains.Length switch
    {
        <= 4 => DatePrecision.Year,
        <= 7 => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    private IndexState StateOf(ArchiveSnapshot archive) => new(_name, archive.Generation, archive.Articles.DocumentCount);

    private IndexDescription Describe(ArchiveSnapshot archive)
    {
        SearchPage page = new(ArticleFields.Labels, archive.Generation) { Sort = SortOrder.Oldest, Size = 1 };
        page.Count(FacetFields.All, DescribedValues, interval: null);
        SearchResult all = archive.ArticleSearcher.Search(page.Search(Query.All), CancellationToken.None);
        SearchResult latest = archive.ArticleSearcher.Search(
            new EngineSearch { Size = 1, Sort = Engine.Execution.SortOrder.ByNumber(ArticleFields.DateTo, descending: true) },
            CancellationToken.None);
        return new IndexDescription(
            StateOf(archive),
            EmbeddedBackend.BackendName,
            archive.LengthInBytes,
            archive.Created,
            FirstValue(all) is { } from ? DateOnly.FromDayNumber((int)from) : null,
            FirstValue(latest) is { } to ? DateOnly.FromDayNumber((int)to - 1) : null,
            page.Counts(all).Facets,
            archive.Articles.UserData.Where(static pair => pair.Key != QuotationFiles.Key).ToImmutableSortedDictionary(StringComparer.Ordinal));

        static long? FirstValue(SearchResult result) => result.Hits.IsEmpty ? null : result.Hits[0].Value;
    }
}
