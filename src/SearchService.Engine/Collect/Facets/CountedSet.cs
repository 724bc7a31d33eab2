using SearchService.Engine.Execution;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Collect.Facets;

/// <summary>A set of a segment's documents that several fields are counted over: what counting needs to know of it is found once.</summary>
/// <param name="words">The set; bits past the last document are 0.</param>
/// <param name="documentCount">How many documents the segment has.</param>
/// <param name="scratch">Lends the room for lists.</param>
internal sealed class CountedSet(ReadOnlyMemory<ulong> words, int documentCount, Scratch scratch)
{
    private int[]? _documents;
    private int[]? _others;

    /// <summary>The set.</summary>
    public ReadOnlySpan<ulong> Words => words.Span;

    /// <summary>How many documents it holds.</summary>
    public int Count { get; } = BitKernels.PopCount(words.Span);

    /// <summary>The documents, ascending.</summary>
    public ReadOnlySpan<int> Documents => (_documents ??= List(Words, Count)).AsSpan(0, Count);

    /// <summary>The documents of the segment that aren't in it, ascending.</summary>
    public ReadOnlySpan<int> Others => (_others ??= ListOthers()).AsSpan(0, documentCount - Count);

    private int[] ListOthers()
    {
        var others = scratch.Words(Words.Length).AsSpan(0, Words.Length);
        WindowSet.FillTo(others, documentCount);
        BitKernels.AndNot(others, Words);
        return List(others, documentCount - Count);
    }

    private int[] List(ReadOnlySpan<ulong> set, int count)
    {
        var documents = scratch.Ints(count);
        BitKernels.List(set, 0, documents);
        return documents;
    }
}
