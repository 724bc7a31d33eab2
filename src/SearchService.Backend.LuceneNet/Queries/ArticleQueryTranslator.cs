using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Queries;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Turns a query tree into one for articles: what is asked of a quotation is looked for among quotations first.</summary>
/// <param name="archive">What is searched; outlives this.</param>
/// <param name="ranked">Whether scores will be asked for.</param>
/// <param name="cancellation">Ends the search for quotations early.</param>
internal sealed class ArticleQueryTranslator(ArchiveReader archive, bool ranked, CancellationToken cancellation) : QueryTranslator(archive)
{
    /// <summary>A word in the headline counts as much as this many in a text of the same length.</summary>
    private const float TitleBoost = 2;

    private readonly Dictionary<FixedBitSet, FoundQuotations> _quotations = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the quotations that sets of articles in the query translated were chosen by: by the set's bits.</summary>
    internal IReadOnlyDictionary<FixedBitSet, FoundQuotations> Quotations => _quotations;

    private protected override FixedBitSet All => Archive.Articles;

    private protected override Query? Elsewhere(QueryNode node)
    {
        if (QuotationParts.AsksForOne(node))
        {
            Query query = new QuotationQueryTranslator(Archive, cancellation).Translate(node);
            FoundQuotations found = FoundQuotations.Find(Archive, query, ranked, cancellation);
            _quotations.Add(found.Articles, found);
            return new DocumentSetQuery(found.Articles, found.Scores);
        }

        return node is BooleanNode boolean && QuotationParts.Group(boolean) is var grouped && !ReferenceEquals(grouped, boolean) ? Translate(grouped) : null;
    }

    private protected override Query InFields(string field, Func<string, Query> query) => field switch
    {
        QueryFields.Text => LuceneQueries.AnyOf(Boosted(query(ArticleFields.Title), TitleBoost), query(ArticleFields.Text)),
        QueryFields.Body => query(ArticleFields.Text),
        QueryFields.Title => query(ArticleFields.Title),
        QueryFields.Author => query(ArticleFields.AuthorWords),
        QueryFields.Source => query(ArticleFields.SourceWords),
        QueryFields.Topic => query(ArticleFields.TopicWords),
        _ => throw new NotSupportedException($"An article has no words in the field '{field}'."),
    };

    private protected override string TextOf(string field) => field == QueryFields.Title ? ArticleFields.Title : ArticleFields.Text;
}
