using System.Collections.Immutable;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis.Patterns;
using SearchService.Backend.Hits;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Counting;
using SearchService.Backend.LuceneNet.Marks;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Queries.Native;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.LuceneNet.Suggest;
using SearchService.Backend.Quotations;
using SearchService.Backend.Suggest;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet;

/// <summary>Articles in an index of Lucene.Net.</summary>
internal sealed class LuceneArticleIndex(LatestGeneration<ArchiveReader> archive) : IArticleIndex
{
    private const int DescribedValues = 20;

    private volatile IndexDescription? _description;

    public BackendCapabilities Capabilities { get; } = new()
    {
        Wildcards = true,
        Fuzzy = true,
        RegularExpressions = true,
        Near = true,
        Quotations = true,
        Similarity = true,
        Stories = true,
        Suggestions = true,
        Syntaxes = [ClassicSyntax.Name],
    };

    public IndexState State
    {
        get
        {
            using ArchiveReader reader = archive.Acquire();
            return reader.State;
        }
    }

    public string? Refuse(QueryNode node)
    {
        try
        {
            if (node is NativeNode)
            {
                using ArchiveReader reader = archive.Acquire();
                new ArticleQueryTranslator(reader, ranked: false, CancellationToken.None).Translate(node);
            }
            else
            {
                PatternTranslator.Translate(node, ArticleFields.Text);
            }

            return null;
        }
        catch (Exception exception) when (exception is InvalidPatternException or ParseException)
        {
            return exception.Message;
        }
    }

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        bool ranked = query.Size > 0 && query.Sort == SortOrder.Relevance, byStory = query.Collapse == Collapse.Story;
        ArticleQueryTranslator translator = new(reader, ranked, cancellationToken);
        Query translated = translator.Translate(query.Root);
        using Matches matches = Matches.Find(reader, translated, ranked, cancellationToken);
        SidewaysSets sets = new(reader, reader.Articles, matches.Documents, query.Filters);
        RankedPage page = RankedPage.Of(reader, sets.Found, matches.Scores, new PageOrder(query.Sort, query.Skip, query.Size, query.After, byStory));
        FacetCounter facets = new(reader, byStory);
        StoryReader stories = new(reader);
        HitReader hits = new(new MarkedQuery(reader, translated, translator.Quotations), query);
        return new ArticleMatches(
            reader.State,
            sets.Found.Cardinality,
            [.. page.Hits.Select(Read)],
            page.Last,
            [.. query.Facets.Select(field => facets.Count(field, sets, query.Filters, query.FacetSize))],
            query.Interval is { } interval ? new HistogramCounter(reader, interval, byStory).Count(sets, query.Split, query.SplitSize) : null)
        {
            Stories = page.Stories,
        };

        SearchHit Read(RankedHit hit)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Article article = reader.ReadArticle(hit.Document);
            return hits.Read(article, hit.Document, ranked ? hit.Score : 0) with
            {
                Story = byStory ? stories.Read(article, hit.Document, evenAlone: true)! with { Matching = hit.StorySize } : stories.Read(article, hit.Document, evenAlone: false),
            };
        }
    });

    public QuotationMatches SearchQuotations(QuotationQuery query, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        bool ranked = query.Size > 0 && query.Sort == SortOrder.Relevance;
        Query translated = new QuotationQueryTranslator(reader, cancellationToken).Translate(query.Root);
        using Matches matches = Matches.Find(reader, translated, ranked, cancellationToken);
        SidewaysSets sets = new(reader, reader.Quotations, matches.Documents, query.Filters);
        RankedPage page = RankedPage.Of(reader, sets.Found, matches.Scores, new PageOrder(query.Sort, query.Skip, query.Size, query.After));
        FacetCounter facets = new(reader, byStory: false);
        QuotationReader quotations = new(QueryMarks.Of(translated, ArticleFields.Said), reader.ReadArticle);
        return new QuotationMatches(
            reader.State,
            sets.Found.Cardinality,
            [.. page.Hits.Select(hit => quotations.Read(hit.Document, reader.ArticleOf(hit.Document), reader.PlaceOf(hit.Document), ranked ? hit.Score : 0))],
            page.Last,
            [.. query.Facets.Select(field => facets.Count(field, sets, query.Filters, query.FacetSize))],
            query.Interval is { } interval ? new HistogramCounter(reader, interval, byStory: false).Count(sets, query.Split, query.SplitSize) : null);
    });

    public bool TryGetQuotation(string id, out QuotationHit? quotation, out IndexState state)
    {
        using ArchiveReader reader = archive.Acquire();
        state = reader.State;
        quotation = LuceneErrors.Translate(() => reader.Find(ArticleFields.QuotationId, id) is >= 0 and int document
            ? new QuotationReader(QueryMarks.Of(LuceneQueries.None, ArticleFields.Said), reader.ReadArticle).Read(document, reader.ArticleOf(document), reader.PlaceOf(document), score: 0)
            : null);
        return quotation is not null;
    }

    public bool TryGet(string id, out Article? article, out IndexState state)
    {
        using ArchiveReader reader = archive.Acquire();
        state = reader.State;
        article = LuceneErrors.Translate(() => reader.Find(ArticleFields.Id, id) is >= 0 and int document ? reader.ReadArticle(document) : null);
        return article is not null;
    }

    public MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        return reader.Find(ArticleFields.Id, query.Id) is >= 0 and int document ? new MarkedArticleReader(reader, document, cancellationToken).Read(query) : null;
    });

    public SimilarArticles? Similar(string id, int size, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        return reader.Find(ArticleFields.Id, id) is >= 0 and int document
            ? new SimilarArticles(reader.State, SimilarReader.Read(reader, document, size, cancellationToken))
            : null;
    });

    public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        (QueryTranslator translator, FixedBitSet all) = query.In == SearchIn.Quotes
            ? ((QueryTranslator)new QuotationQueryTranslator(reader, cancellationToken), reader.Quotations)
            : (new ArticleQueryTranslator(reader, ranked: false, cancellationToken), reader.Articles);
        using Matches matches = Matches.Find(reader, translator.Translate(query.Root), scored: false, cancellationToken);
        SidewaysSets sets = new(reader, all, matches.Documents, query.Filters);
        (int distinct, long missing, ImmutableArray<FacetBucket> values) = new FacetCounter(reader, query.Collapse == Collapse.Story)
            .Values(query.Field, sets.FoundBut(query.Field), query.Contains, query.Size);
        return new FacetValues(reader.State, query.Field, distinct, missing, values);
    });

    public SuggestMatches Suggest(SuggestQuery query, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        return new ArticleSuggestions(new SuggestionSource(reader, cancellationToken), cancellationToken).Suggest(query, reader.State);
    });

    public ImmutableArray<NameVariant> NameVariants(string word, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        return reader.Names.VariantsOf(word, cancellationToken);
    });

    public ImmutableArray<NameVariant> SpeakerVariants(string name, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        return reader.SpeakerNames.VariantsOf(name);
    });

    public void Prepare() => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        reader.AccentedWords(ArticleFields.Title);
        reader.AccentedWords(ArticleFields.Text);
        return reader.Names;
    });

    public IndexDescription Describe()
    {
        using ArchiveReader reader = archive.Acquire();
        if (_description is { } known && known.State.Generation == reader.Generation && known.Created == reader.Created)
        {
            return known;
        }

        return _description = LuceneErrors.Translate(() => Describe(reader));
    }

    public bool Refresh() => LuceneErrors.Translate(archive.RefreshIfChanged);

    public void Dispose() => archive.Dispose();

    private static IndexDescription Describe(ArchiveReader reader)
    {
        SidewaysSets all = new(reader, reader.Articles, reader.Articles, []);
        FacetCounter facets = new(reader, byStory: false);
        return new IndexDescription(
            reader.State,
            LuceneNetBackend.BackendName,
            reader.LengthInBytes,
            reader.Created,
            reader.Dates.Values.IsEmpty ? null : reader.Dates.Values.Min(static date => date.First),
            reader.Dates.Values.IsEmpty ? null : reader.Dates.Values.Max(static date => date.End).AddDays(-1),
            [.. FacetFields.All.Select(field => facets.Count(field, all, [], DescribedValues))],
            reader.Notes.Where(static note => !CommitNotes.IsOwn(note.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }
}
