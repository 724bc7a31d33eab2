using SearchService.Backend.Embedded.Quotations;
using SearchService.Core.Queries;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Turns a query tree into one for articles: what is asked of a quotation is looked for among quotations first.</summary>
/// <param name="archive">What is searched; outlives this.</param>
/// <param name="ranked">Whether scores will be asked for.</param>
/// <param name="cancellation">Ends the search for quotations early.</param>
internal sealed class ArticleQueryTranslator(ArchiveSnapshot archive, bool ranked, CancellationToken cancellation)
    : QueryTranslator(archive.Articles, ArticleFields.Labels)
{
    /// <summary>A word in the headline counts as much as this many in a text of the same length.</summary>
    private const double TitleBoost = 2;

    private readonly Dictionary<DocumentSetQuery, FoundQuotations> _quotations = [];

    /// <summary>The quotations that sets of articles in the query translated were chosen by.</summary>
    internal IReadOnlyDictionary<DocumentSetQuery, FoundQuotations> Quotations => _quotations;

    private protected override Query? Elsewhere(QueryNode node)
    {
        if (QuotationParts.AsksForOne(node))
        {
            Query query = new QuotationQueryTranslator(archive, cancellation).Translate(node);
            FoundQuotations found = FoundQuotations.Find(archive, query, ranked, cancellation);
            DocumentSetQuery articles = new(found.Articles);
            _quotations.Add(articles, found);
            return articles;
        }

        return node is BooleanNode boolean && QuotationParts.Group(boolean) is var grouped && !ReferenceEquals(grouped, boolean) ? Translate(grouped) : null;
    }

    private protected override Query InFields(string field, Func<int, Query> query) => field switch
    {
        QueryFields.Text => Either(new BoostQuery(query(ArticleFields.Title), TitleBoost), query(ArticleFields.Text)),
        QueryFields.Body => query(ArticleFields.Text),
        QueryFields.Title => query(ArticleFields.Title),
        QueryFields.Author => query(ArticleFields.AuthorWords),
        QueryFields.Source => query(ArticleFields.SourceWords),
        QueryFields.Topic => query(ArticleFields.TopicWords),
        _ => throw new NotSupportedException($"An article has no words in the field '{field}'."),
    };

    private protected override int TextOf(string field) => field == QueryFields.Title ? ArticleFields.Title : ArticleFields.Text;

    private protected override bool HasStems(int field) => field is ArticleFields.Title or ArticleFields.Text;
}
