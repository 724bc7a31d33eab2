using SearchService.Engine.Execution;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Collect.Facets;

/// <summary>A set of a segment's documents that several fields are counted over: what counting needs to know of it is found once.</summary>
/// <param name="words">The set; bits past the last document are 0.</param>
/// <param name="scratch">Lends the room for a list.</param>
internal sealed class CountedSet(ReadOnlyMemory<ulong> words, Scratch scratch)
{
    private int[]? _documents;

    /// <summary>The set.</summary>
    public ReadOnlySpan<ulong> Words => words.Span;

    /// <summary>How many documents it holds.</summary>
    public int Count { get; } = BitKernels.PopCount(words.Span);

    /// <summary>The documents, ascending.</summary>
    public ReadOnlySpan<int> Documents
    {
        get
        {
            if (_documents is null)
            {
                _documents = scratch.Ints(Count);
                BitKernels.List(Words, 0, _documents);
            }

            return _documents.AsSpan(0, Count);
        }
    }
}
