using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>The quotations that a query finds, and the articles that they stand in.</summary>
/// <param name="Query">The query, for quotations.</param>
/// <param name="Quotations">A bit for each document. Not to be changed.</param>
/// <param name="Articles">A bit for each document. Not to be changed.</param>
/// <param name="Scores">If asked for, of each article the score of its best quotation, at its number.</param>
internal sealed record FoundQuotations(Query Query, FixedBitSet Quotations, FixedBitSet Articles, float[]? Scores)
{
    /// <summary>Finds them.</summary>
    /// <param name="archive">What is searched.</param>
    /// <param name="query">For quotations.</param>
    /// <param name="scored">Whether scores are wanted.</param>
    /// <param name="cancellation">Ends the search early.</param>
    internal static FoundQuotations Find(ArchiveReader archive, Query query, bool scored, CancellationToken cancellation)
    {
        using Matches found = Matches.Find(archive, query, scored, cancellation);
        FixedBitSet articles = new(archive.DocumentCount);
        float[]? best = scored ? new float[archive.DocumentCount] : null;
        foreach (int quotation in found.Documents.Each())
        {
            int article = archive.ArticleOf(quotation);
            articles.Set(article);
            if (best is not null)
            {
                best[article] = Math.Max(best[article], found.Scores![quotation]);
            }
        }

        return new FoundQuotations(query, found.Documents, articles, best);
    }
}
