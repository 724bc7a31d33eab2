using System.Numerics;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Index;

/// <summary>Documents of one snapshot, each with a score: chosen outside of it, to be searched for with a <c>DocumentSetQuery</c>.</summary>
/// <remarks>Immutable, thread-safe. A bit for each document of the snapshot and, with scores, eight bytes for each of the set.</remarks>
public sealed class DocumentSet
{
    private readonly ulong[] _words;
    private readonly int[] _before; // documents of the set before each word
    private readonly double[]? _scores;

    /// <summary>Takes a set.</summary>
    /// <param name="documents">A bit for each document of the snapshot; kept, not to be changed afterwards.</param>
    /// <param name="scores">A score for each document of the snapshot, of which those in the set are looked at, and copied: finite, 0 or more; empty for 1 each.</param>
    public DocumentSet(BitSet documents, ReadOnlySpan<double> scores = default)
    {
        _words = documents.Words.ToArray();
        _before = new int[_words.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            _before[i] = Count;
            Count += BitOperations.PopCount(_words[i]);
        }

        MaxScore = 1;
        if (!scores.IsEmpty)
        {
            _scores = new double[Count];
            MaxScore = 0;
            var at = 0;
            for (var i = 0; i < _words.Length; i++)
            {
                for (var word = _words[i]; word != 0; word &= word - 1)
                {
                    var score = scores[(i << 6) + BitOperations.TrailingZeroCount(word)];
                    _scores[at++] = score;
                    MaxScore = Math.Max(MaxScore, score);
                }
            }
        }
    }

    /// <summary>How many documents there are.</summary>
    public int Count { get; }

    /// <summary>The highest score.</summary>
    public double MaxScore { get; }

    /// <summary>Whether a document is in the set.</summary>
    /// <param name="document">Its number in the snapshot.</param>
    public bool Contains(int document) => ((_words[document >> 6] >> document) & 1) != 0;

    /// <summary>The score of a document.</summary>
    /// <param name="document">The number, in the snapshot, of one that the set has.</param>
    public double ScoreOf(int document) =>
        _scores is null ? 1 : _scores[_before[document >> 6] + BitOperations.PopCount(_words[document >> 6] & ((1UL << document) - 1))];

    /// <summary>How many of a range there are.</summary>
    /// <param name="start">The first document of the range.</param>
    /// <param name="end">The first one after it.</param>
    public int CountOf(int start, int end) => Rank(end) - Rank(start);

    /// <summary>The set from a document on.</summary>
    /// <param name="document">The first one.</param>
    /// <param name="set">Overwritten: a bit for each of as many documents as there is room for.</param>
    internal void CopyTo(int document, Span<ulong> set)
    {
        var shift = document & 63;
        var from = document >> 6;
        for (var i = 0; i < set.Length; i++)
        {
            set[i] = WordAt(from + i) >> shift;
            if (shift != 0)
            {
                set[i] |= WordAt(from + i + 1) << (64 - shift);
            }
        }
    }

    private ulong WordAt(int index) => index < _words.Length ? _words[index] : 0;

    private int Rank(int document)
    {
        var word = document >> 6;
        return word >= _words.Length ? Count : _before[word] + BitOperations.PopCount(_words[word] & ((1UL << document) - 1));
    }
}
