using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Queries;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Turns a query tree into one for quotations: what is asked of the article's words is looked for among articles first.</summary>
/// <remarks>
/// Each quotation stands in one article, so it makes no difference which parts of a tree are looked for there: and, or, and not come to the
/// same. Words of articles choose quotations and say nothing of how well their own words fit: they don't score.
/// </remarks>
/// <param name="archive">What is searched; outlives this.</param>
/// <param name="cancellation">Ends the search for articles early.</param>
internal sealed class QuotationQueryTranslator(ArchiveReader archive, CancellationToken cancellation) : QueryTranslator(archive)
{
    private protected override FixedBitSet All => Archive.Quotations;

    private protected override Query? Elsewhere(QueryNode node) => node switch
    {
        WildcardNode { Pattern: "*", Field: QueryFields.Said } => Existing(ArticleFields.Said),
        WildcardNode { Pattern: "*", Field: QueryFields.Speaker } => Existing(ArticleFields.SpeakerWords),
        _ when QuotationParts.AsksForArticle(node) => LuceneQueries.Unscored(Set(InArticles(node), ofLabels: false)),
        _ => null,
    };

    private protected override Query InFields(string field, Func<string, Query> query) => query(field == QueryFields.Speaker ? ArticleFields.SpeakerWords : TextOf(field));

    private protected override string TextOf(string field) =>
        field == QueryFields.Said ? ArticleFields.Said : throw new NotSupportedException($"A quotation has no words in the field '{field}'.");

    /// <summary>Whatever word it is: not worth a walk through all there are, nor a mark on each.</summary>
    private ConstantScoreQuery Existing(string field)
    {
        FixedBitSet existing = Archive.WithoutWords(field);
        existing.Flip(0, existing.Length);
        return new ConstantScoreQuery(Set(existing)) { Boost = 0 };
    }

    /// <summary>The quotations in the articles that a tree finds.</summary>
    private FixedBitSet InArticles(QueryNode node)
    {
        Query query = new ArticleQueryTranslator(Archive, ranked: false, cancellation).Translate(node);
        using Matches found = Matches.Find(Archive, query, scored: false, cancellation);
        FixedBitSet articles = found.Documents;
        FixedBitSet quotations = new(Archive.DocumentCount);
        for (int document = 0; document < Archive.DocumentCount; document++)
        {
            if (articles.Get(Archive.ArticleOf(document)))
            {
                quotations.Set(document);
            }
        }

        return quotations;
    }
}
