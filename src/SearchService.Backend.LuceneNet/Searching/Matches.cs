using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Queries;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>What a query found. Dispose of it when scores are no longer looked at.</summary>
internal sealed class Matches : IDisposable
{
    private float[]? _scores; // lent: as long as the archive has documents, for each search

    private Matches(FixedBitSet documents, float[]? scores) => (Documents, _scores) = (documents, scores);

    /// <summary>Gets a bit for each document of the reader. Not to be changed.</summary>
    internal FixedBitSet Documents { get; }

    /// <summary>Gets the score of each document found, at its number; null where none were asked for.</summary>
    internal float[]? Scores => _scores;

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

        Matches matches = new(new FixedBitSet(archive.DocumentCount), scored ? ArrayPool<float>.Shared.Rent(archive.DocumentCount) : null);
        try
        {
            archive.SearcherFor(cancellation).Search(query, new MatchCollector(matches, cancellation));
            return matches;
        }
        catch
        {
            matches.Dispose();
            throw;
        }
    }

    /// <summary>Gives the room for scores back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _scores, null) is { } scores)
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    /// <summary>Those of an article and its quotations that a query finds, ascending.</summary>
    /// <param name="archive">What is searched.</param>
    /// <param name="query">The query.</param>
    /// <param name="first">The first document looked at.</param>
    /// <param name="end">After the last one, in the same segment.</param>
    /// <param name="cancellation">Ends it early.</param>
    internal static IEnumerable<int> Within(ArchiveReader archive, Query query, int first, int end, CancellationToken cancellation)
    {
        if (first == end)
        {
            yield break;
        }

        IList<AtomicReaderContext> segments = archive.Reader.Leaves;
        AtomicReaderContext segment = segments[ReaderUtil.SubIndex(first, segments)];
        DocumentRange range = new(first - segment.DocBase, end - segment.DocBase, segment.AtomicReader.MaxDoc); // else positions are read up to the next that matches
        Scorer? scorer = archive.SearcherFor(cancellation).CreateNormalizedWeight(query).GetScorer(segment, range);
        for (int found = scorer?.Advance(first - segment.DocBase) ?? end; found < end - segment.DocBase; found = scorer!.NextDoc())
        {
            yield return segment.DocBase + found;
        }
    }

    /// <summary>Takes every document, in the order of their numbers or not.</summary>
    private sealed class MatchCollector(Matches matches, CancellationToken cancellation) : ICollector
    {
        // Looking for each document whether the search was ended would cost more than finding it.
        private const int LooksEvery = 1 << 12;

        private Scorer? _scorer;
        private int _base;
        private int _left = LooksEvery;

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

            matches.Documents.Set(_base + doc);
            if (matches._scores is { } scores)
            {
                scores[_base + doc] = Finite(_scorer!.GetScore());
            }
        }

        // Weights upon weights get larger than any number there is, or, times 0, none at all.
        private static float Finite(float score) => float.IsFinite(score) ? score : score > 0 ? float.MaxValue : 0;
    }
}
