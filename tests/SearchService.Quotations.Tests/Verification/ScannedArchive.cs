using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Quotations.Tests.Verification;

/// <summary>An index that reads every article for every query: as slow as it is plain.</summary>
internal sealed class ScannedArchive(params IReadOnlyList<Article> articles) : IArticleIndex
{
    private readonly TokenReader _reader = TextAnalyzer.English.CreateReader();

    public BackendCapabilities Capabilities { get; init; } = new() { Quotations = true };

    public IndexState State => new("scanned", 1, articles.Count);

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken)
    {
        List<(Article Article, double Score)> found = [.. articles.Where(article => Passes(article, query.Filters)).Select(article => (article, Score(query.Root!, article, null))).Where(static hit => hit.Item2 > 0)];
        return new ArticleMatches(
            State, found.Count, [.. Ordered(found, query.Sort, static article => article).Take(query.Size).Select(static hit => new SearchHit(hit.Hit, hit.Score, [], [], null))], null, [], null);
    }

    public QuotationMatches SearchQuotations(QuotationQuery query, CancellationToken cancellationToken)
    {
        List<(QuotationHit Hit, double Score)> found =
        [
            .. articles.Where(article => Passes(article, query.Filters)).SelectMany(static article => article.Quotes, static (article, quote) => new QuotationHit(QuotationId.Of(article.Id, quote), quote, article, 0, []))
                .Select(hit => (hit, Score(query.Root!, hit.Article, hit.Quote))).Where(static hit => hit.Item2 > 0),
        ];
        return new QuotationMatches(State, found.Count, [.. Ordered(found, query.Sort, static hit => hit.Article).Take(query.Size).Select(static hit => hit.Hit)], null, [], null);
    }

    public bool TryGetQuotation(string id, out QuotationHit? quotation, out IndexState state)
    {
        state = State;
        quotation = articles.SelectMany(static article => article.Quotes, static (article, quote) => new QuotationHit(QuotationId.Of(article.Id, quote), quote, article, 0, []))
            .FirstOrDefault(hit => hit.Id == id);
        return quotation is not null;
    }

    public bool TryGet(string id, out Article? article, out IndexState state)
    {
        state = State;
        article = articles.FirstOrDefault(article => article.Id == id);
        return article is not null;
    }

    public MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IndexDescription Describe() => throw new NotSupportedException();

    public bool Refresh() => false;

    public void Dispose()
    {
    }

    private static bool Passes(Article article, ImmutableArray<FacetFilter> filters) =>
        filters.All(filter => filter.Field == FacetFields.Source && filter.Included.Contains(article.Source!));

    private static IEnumerable<(T Hit, double Score)> Ordered<T>(IEnumerable<(T Hit, double Score)> found, SortOrder sort, Func<T, Article> article) =>
        sort == SortOrder.Oldest
            ? found.OrderBy(hit => article(hit.Hit).Date?.First ?? DateOnly.MaxValue)
            : found.OrderByDescending(static hit => hit.Score);

    private double Score(QueryNode node, Article article, Quote? quote)
    {
        switch (node)
        {
            case BoostNode boost:
                return boost.Factor * Score(boost.Child, article, quote);
            case WordNode word:
                return Has(word.Field, word.Text, word.Verbatim ? TermForm.Written : TermForm.Word) ? 1 : 0;
            case PhraseNode phrase:
                return Has(phrase.Field, phrase.Text, TermForm.Written) ? 1 : 0;
            case BooleanNode boolean:
                double sum = 0;
                foreach (QueryClause clause in boolean.Clauses)
                {
                    double score = Score(clause.Node, article, quote);
                    if (clause.Kind == ClauseKind.MustNot ? score > 0 : clause.Kind == ClauseKind.Must && score == 0)
                    {
                        return 0;
                    }

                    sum += clause.Kind == ClauseKind.MustNot ? 0 : score;
                }

                return sum;
            default:
                throw new NotSupportedException(node.GetType().Name);
        }

        bool Has(string field, string text, TermForm form)
        {
            string[] needle = Terms(text, form);
            return needle.Length > 0 && Texts(field).Any(where => IndexOf(Terms(where, form), needle) >= 0);
        }

        IEnumerable<string> Texts(string field) => field switch
        {
            QueryFields.Said => [quote!.Text],
            QueryFields.Title => [article.Title],
            QueryFields.Body => [article.Text],
            _ => [article.Title, article.Text],
        };
    }

    internal string[] Terms(string text, TermForm form = TermForm.Written)
    {
        List<string> terms = [];
        _reader.Reset(text);
        while (_reader.Next())
        {
            terms.Add(System.Text.Encoding.UTF8.GetString(_reader.Term(form)));
        }

        return [.. terms];
    }

    internal static int IndexOf(string[] text, string[] needle)
    {
        for (int i = 0; i + needle.Length <= text.Length; i++)
        {
            if (text.AsSpan(i, needle.Length).SequenceEqual(needle))
            {
                return i;
            }
        }

        return -1;
    }
}
