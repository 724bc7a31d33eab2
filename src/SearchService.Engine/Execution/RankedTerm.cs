using System.Runtime.CompilerServices;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution;

/// <summary>A term of a query in a segment, as ranking reads it: a bound for each block of postings, and the score of any document.</summary>
/// <remarks>A block is decoded when a document in it is asked for; the last one is kept.</remarks>
[SkipLocalsInit]
internal sealed class RankedTerm
{
    private const double Unknown = -1;

    private readonly PostingsBlockReader _reader;
    private readonly TermScorer _scorer;
    private readonly double[] _bounds;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="entry">The term in it.</param>
    /// <param name="scorer">Scores its documents.</param>
    /// <param name="scratch">Lends room.</param>
    public RankedTerm(SegmentReader segment, in TermEntry entry, TermScorer scorer, Scratch scratch)
    {
        _reader = scratch.PostingsReader();
        segment.Open(_reader, entry);
        _scorer = scorer;
        DocumentFrequency = entry.DocumentFrequency;
        _bounds = scratch.Doubles(BlockCount);
        _bounds.AsSpan(0, BlockCount).Fill(Unknown);
    }

    /// <summary>How many blocks there are; at least 1.</summary>
    public int BlockCount => _reader.BlockCount;

    /// <summary>A score that at least so many of the term's documents reach; 0 when none is known.</summary>
    /// <param name="count">How many.</param>
    public double FloorOf(int count)
    {
        if (count > BestScores.MaxCount)
        {
            return 0;
        }

        var best = new BestScores(stackalloc double[count]);
        for (var block = 0; block < BlockCount; block++)
        {
            _bounds[block] = ReadBound(block, ref best);
        }

        return best.Worst;
    }

    /// <summary>No document scores more; read from the list's own impacts, not from those of its blocks.</summary>
    public double Bound
    {
        get
        {
            var none = new BestScores([]);
            return DocumentFrequency < PostingsFormat.BlockLength ? BoundOf(0) : ReadBound(BlockCount, ref none);
        }
    }

    /// <summary>No document of a block scores more.</summary>
    public double BoundOf(int block)
    {
        if (_bounds[block] == Unknown)
        {
            var none = new BestScores([]);
            _bounds[block] = ReadBound(block, ref none);
        }

        return _bounds[block];
    }

    /// <summary>How many documents have the term.</summary>
    public int DocumentFrequency { get; }

    /// <summary>The first document that a block may hold.</summary>
    public int FirstOf(int block) => block == 0 ? 0 : _reader.LastDocument(block - 1) + 1;

    /// <summary>The last document of a block, or a later one.</summary>
    public int LastOf(int block) => _reader.LastDocument(block);

    /// <summary>The first block from a given one on that may hold a posting at or after a document, or <see cref="BlockCount"/>.</summary>
    /// <param name="from">The first block that counts.</param>
    /// <param name="document">A document id.</param>
    public int FindBlock(int from, int document) => _reader.FindBlock(from, document);

    private ReadOnlySpan<int> Load(int block)
    {
        if (_reader.Block != block)
        {
            _reader.Load(block);
        }

        return _reader.Documents;
    }

    /// <summary>Scores those documents of a block that are in a range.</summary>
    /// <param name="block">The block.</param>
    /// <param name="start">The first document of the range.</param>
    /// <param name="end">The document after its last.</param>
    /// <param name="scores">At least 128 places: the scores.</param>
    /// <returns>The documents, ascending; valid until another block is asked for.</returns>
    public ReadOnlySpan<int> ScoreBlock(int block, int start, int end, Span<double> scores)
    {
        var documents = Load(block);
        var first = documents[0] >= start ? 0 : BlockSearch.FirstNotBelow(documents, start);
        var last = documents[^1] < end ? documents.Length : BlockSearch.FirstNotBelow(documents, end);
        documents = documents[first..last];
        _scorer.Score(documents, _reader.Frequencies[first..], scores);
        return documents;
    }

    /// <summary>Adds to the scores of documents that of this term, where they have it.</summary>
    /// <param name="documents">Ascending documents.</param>
    /// <param name="scores">A score for each.</param>
    public void AddScores(ReadOnlySpan<int> documents, Span<double> scores)
    {
        Span<int> have = stackalloc int[PostingsFormat.BlockLength];
        Span<int> frequencies = stackalloc int[PostingsFormat.BlockLength];
        Span<int> places = stackalloc int[PostingsFormat.BlockLength];
        Span<double> added = stackalloc double[PostingsFormat.BlockLength];
        for (var i = 0; i < documents.Length;)
        {
            var block = FindBlock(0, documents[i]);
            if (block >= BlockCount)
            {
                return;
            }

            var postings = Load(block);
            var last = LastOf(block);
            var count = 0;
            var at = 0;
            for (; i < documents.Length && documents[i] <= last && at < postings.Length; i++)
            {
                at += BlockSearch.FirstNotBelow(postings[at..], documents[i]);
                if (at < postings.Length && postings[at] == documents[i])
                {
                    have[count] = documents[i];
                    frequencies[count] = at;
                    places[count++] = i;
                }
            }

            if (at == postings.Length && block == BlockCount - 1)
            {
                i = documents.Length;
            }

            if (count > 0)
            {
                var all = _reader.Frequencies;
                foreach (ref var frequency in frequencies[..count])
                {
                    frequency = all[frequency];
                }

                _scorer.Score(have[..count], frequencies, added);
                for (var j = 0; j < count; j++)
                {
                    scores[places[j]] += added[j];
                }
            }
        }
    }

    // Each impact is that of some document, each of another one.
    private double ReadBound(int block, ref BestScores best)
    {
        Span<Impact> impacts = stackalloc Impact[256];
        double bound = 0;
        var count = _reader.ReadImpacts(block, impacts);
        foreach (var impact in impacts[..count])
        {
            var score = _scorer.ScoreOf(impact);
            bound = Math.Max(bound, score);
            best.Add(score);
        }

        if (count > 0)
        {
            return _scorer.BoundOf(bound);
        }

        // A short list keeps no impacts, but all of it is soon scored.
        Span<double> scores = stackalloc double[PostingsFormat.BlockLength];
        var documents = ScoreBlock(block, 0, int.MaxValue, scores);
        foreach (var score in scores[..documents.Length])
        {
            bound = Math.Max(bound, score);
            best.Add(score);
        }

        return bound;
    }
}
