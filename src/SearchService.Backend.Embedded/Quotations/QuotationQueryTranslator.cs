using SearchService.Core.Queries;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>Turns a query tree into one for quotations: what is asked of the article's words is looked for among articles first.</summary>
/// <remarks>
/// Each quotation stands in one article, so it makes no difference which parts of a tree are looked for there: and, or, and not come to the
/// same. Words of articles choose quotations and say nothing of how well their own words fit: they don't score.
/// </remarks>
/// <param name="archive">What is searched; outlives this.</param>
/// <param name="cancellation">Ends the search for articles early.</param>
internal sealed class QuotationQueryTranslator(ArchiveSnapshot archive, CancellationToken cancellation)
    : QueryTranslator(archive.Quotations, QuotationFields.Labels)
{
    private protected override Query? Elsewhere(QueryNode node) => node switch
    {
        WildcardNode { Pattern: "*", Field: QueryFields.Said } => Existing(QuotationFields.Said),
        WildcardNode { Pattern: "*", Field: QueryFields.Speaker } => Existing(QuotationFields.SpeakerWords),
        _ when QuotationParts.AsksForArticle(node) => new ConstantQuery(new DocumentSetQuery(archive.Join.QuotationsOf(FoundArticles(node))), 0),
        _ => null,
    };

    private protected override Query InFields(string field, Func<int, Query> query) => query(field == QueryFields.Speaker ? QuotationFields.SpeakerWords : TextOf(field));

    private protected override int TextOf(string field) =>
        field == QueryFields.Said ? QuotationFields.Said : throw new NotSupportedException($"A quotation has no words in the field '{field}'.");

    private protected override bool HasStems(int field) => field == QuotationFields.Said;

    /// <summary>Whatever word it is: not worth a walk through all there are, nor a mark on each.</summary>
    private static BooleanQuery Existing(int field) => new([new BooleanClause(Query.All, Occur.Filter), new BooleanClause(new MissingQuery(field), Occur.MustNot)]);

    private BitSet FoundArticles(QueryNode node)
    {
        BitSet articles = new(archive.Articles.DocumentSpace);
        Query query = new ArticleQueryTranslator(archive, ranked: false, cancellation).Translate(node);
        archive.ArticleSearcher.ForEach(query, scored: false, (first, found, _) => DocumentBits.Add(articles, first, found), cancellation);
        return articles;
    }
}
