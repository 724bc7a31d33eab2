using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Queries;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>What a query found.</summary>
/// <param name="Documents">A bit for each document of the reader. Not to be changed.</param>
/// <param name="Scores">The score of each document found, at its number; null where none were asked for.</param>
internal sealed record Matches(FixedBitSet Documents, float[]? Scores)
{
    /// <summary>Finds it.</summary>
    /// <param name="archive">What is searched.</param>
    /// <param name="query">The query.</param>
    /// <param name="scored">Whether scores are wanted.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    internal static Matches Find(ArchiveReader archive, Query query, bool scored, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!scored && query is DocumentSetQuery set)
        {
            return new Matches(set.Documents, null);
        }

        MatchCollector collector = new(archive.DocumentCount, scored, cancellation);
        archive.Searcher.Search(query, collector);
        return new Matches(collector.Documents, collector.Scores);
    }

    /// <summary>Takes every document, in the order of their numbers or not.</summary>
    private sealed class MatchCollector(int count, bool scored, CancellationToken cancellation) : ICollector
    {
        // Looking for each document whether the search was ended would cost more than finding it.
        private const int LooksEvery = 1 << 12;

        private Scorer? _scorer;
        private int _base;
        private int _left = LooksEvery;

        internal FixedBitSet Documents { get; } = new(count);

        internal float[]? Scores { get; } = scored ? GC.AllocateUninitializedArray<float>(count) : null;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => _scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => _base = context.DocBase;

        public void Collect(int doc)
        {
            if (--_left == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _left = LooksEvery;
            }

            Documents.Set(_base + doc);
            if (Scores is not null)
            {
                Scores[_base + doc] = _scorer!.GetScore();
            }
        }
    }
}
