using System.Numerics;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents of a set that was made beforehand for the whole segment.</summary>
/// <param name="words">The set, 64 documents a word; longer is allowed.</param>
/// <param name="documentCount">Documents in the segment.</param>
/// <param name="cost">An upper bound on the documents in the set.</param>
internal sealed class BitSetMatcher(ulong[] words, int documentCount, long cost) : SetMatcher
{
    /// <inheritdoc/>
    public override long Cost => cost;

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        var count = BitSet.WordsFor(documentCount);
        for (var i = from >> 6; i < count; i++)
        {
            var word = i == from >> 6 ? words[i] & (ulong.MaxValue << from) : words[i];
            if (word != 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return int.MaxValue;
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        words.AsSpan(window.FirstWord, window.WordCount).CopyTo(set);
        set[window.WordCount..].Clear();
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        BitKernels.And(set[..window.WordCount], words.AsSpan(window.FirstWord, window.WordCount));
        set[window.WordCount..].Clear();
    }
}
