using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Web.Tests.Backends;

/// <summary>An index that holds its callers to its capabilities: what they deny must not reach it.</summary>
/// <remarks>A query in a syntax of its own is read as the query language; one that holds <c>[[</c> is refused.</remarks>
/// <param name="inner">Answers.</param>
/// <param name="capabilities">What may be asked of it.</param>
internal sealed class LimitedIndex(IArticleIndex inner, BackendCapabilities capabilities) : IArticleIndex
{
    public BackendCapabilities Capabilities => capabilities;

    public IndexState State => inner.State;

    public string? Refuse(QueryNode node) => node is NativeNode native
        ? native.Text.Contains("[[", StringComparison.Ordinal) ? "Two brackets mean nothing." : null
        : inner.Refuse(node);

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken)
    {
        Allow(capabilities.Stories || (query.Collapse == Collapse.None && query.Filters.All(filter => filter.Field != FacetFields.Story)));
        ArticleMatches matches = inner.Search(query with { Root = Read(query.Root) }, cancellationToken);
        return capabilities.Stories ? matches : matches with { Hits = [.. matches.Hits.Select(hit => hit with { Story = null })] };
    }

    public bool TryGet(string id, out Article? article, out IndexState state) => inner.TryGet(id, out article, out state);

    public MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken)
    {
        Allow(capabilities.Quotations || query.In == SearchIn.Articles);
        return inner.Mark(query with { Root = Read(query.Root) }, cancellationToken);
    }

    public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken)
    {
        Allow((capabilities.Quotations || query.In == SearchIn.Articles) && (capabilities.Stories || query.Collapse == Collapse.None));
        return inner.FacetValues(query with { Root = Read(query.Root) }, cancellationToken);
    }

    public SimilarArticles? Similar(string id, int size, CancellationToken cancellationToken)
    {
        Allow(capabilities.Similarity);
        return inner.Similar(id, size, cancellationToken);
    }

    public SuggestMatches Suggest(SuggestQuery query, CancellationToken cancellationToken)
    {
        Allow(capabilities.Suggestions);
        return inner.Suggest(query, cancellationToken);
    }

    public QuotationMatches SearchQuotations(QuotationQuery query, CancellationToken cancellationToken)
    {
        Allow(capabilities.Quotations);
        return inner.SearchQuotations(query with { Root = Read(query.Root) }, cancellationToken);
    }

    public bool TryGetQuotation(string id, out QuotationHit? quotation, out IndexState state)
    {
        Allow(capabilities.Quotations);
        return inner.TryGetQuotation(id, out quotation, out state);
    }

    public ImmutableArray<NameVariant> NameVariants(string word, CancellationToken cancellationToken) => inner.NameVariants(word, cancellationToken);

    public IndexDescription Describe() => inner.Describe();

    public bool Refresh() => inner.Refresh();

    public void Dispose() => inner.Dispose();

    private QueryNode? Read(QueryNode? root) => root switch
    {
        NativeNode native => QueryParser.Parse(native.Text).Root,
        null => null,
        _ => Checked(root),
    };

    private QueryNode Checked(QueryNode node)
    {
        Allow(node is not WildcardNode || capabilities.Wildcards);
        Allow(node is not FuzzyNode || capabilities.Fuzzy);
        Allow(node is not RegexNode || capabilities.RegularExpressions);
        Allow(node is not NearNode || capabilities.Near);
        Allow(capabilities.Quotations || !QuotationParts.Fields(node).Any(field => field is QueryFields.Said or QueryFields.Speaker));
        foreach (QueryClause clause in node is BooleanNode boolean ? boolean.Clauses : [])
        {
            Checked(clause.Node);
        }

        return node;
    }

    private static void Allow(bool allowed)
    {
        if (!allowed)
        {
            throw new NotSupportedException("What the capabilities deny was asked for.");
        }
    }
}
