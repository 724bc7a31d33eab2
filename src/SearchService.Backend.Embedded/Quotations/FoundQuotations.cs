using System.Buffers;
using System.Numerics;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>The quotations that a query finds, and the articles that they stand in.</summary>
/// <param name="Query">The query, of the index of quotations.</param>
/// <param name="Quotations">A bit for each quotation of the snapshot.</param>
/// <param name="Articles">The articles; if scores were asked for, each with that of its best quotation.</param>
internal sealed record FoundQuotations(Query Query, BitSet Quotations, DocumentSet Articles)
{
    /// <summary>Finds them.</summary>
    /// <param name="archive">What is searched.</param>
    /// <param name="query">Of the index of quotations.</param>
    /// <param name="scored">Whether scores are wanted.</param>
    /// <param name="cancellation">Ends the search early.</param>
    internal static FoundQuotations Find(ArchiveSnapshot archive, Query query, bool scored, CancellationToken cancellation)
    {
        BitSet quotations = new(archive.Quotations.DocumentSpace), articles = new(archive.Articles.DocumentSpace);
        double[] best = ArrayPool<double>.Shared.Rent(scored ? articles.Length : 0);
        best.AsSpan().Clear();
        archive.QuotationSearcher.ForEach(query, scored, Add, cancellation);
        DocumentSet set = new(articles, scored ? best.AsSpan(0, articles.Length) : default);
        ArrayPool<double>.Shared.Return(best);
        return new FoundQuotations(query, quotations, set);

        void Add(int first, ReadOnlySpan<ulong> found, ReadOnlySpan<double> scores)
        {
            for (int i = 0; i < found.Length; i++)
            {
                for (ulong word = found[i]; word != 0; word &= word - 1)
                {
                    int index = (i << 6) + BitOperations.TrailingZeroCount(word);
                    int article = archive.Join.ArticleOf(first + index);
                    quotations.Set(first + index);
                    articles.Set(article);
                    if (scored)
                    {
                        best[article] = Math.Max(best[article], scores[index]);
                    }
                }
            }
        }
    }
}
