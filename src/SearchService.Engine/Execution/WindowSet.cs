namespace SearchService.Engine.Execution;

/// <summary>What a window's set of documents needs beyond <see cref="Kernels.BitKernels"/>: it has <see cref="Window.Words"/> words, bit <c>i</c> for document Start + i.</summary>
internal static class WindowSet
{
    /// <summary>Adds the documents below <paramref name="count"/>, and takes out all others; of a set of any length.</summary>
    public static void FillTo(Span<ulong> set, int count)
    {
        var full = count >> 6;
        set[..full].Fill(ulong.MaxValue);
        set[full..].Clear();
        if ((count & 63) != 0)
        {
            set[full] = (1UL << count) - 1;
        }
    }

    /// <summary>Adds a document, by its number in the window.</summary>
    public static void Add(Span<ulong> set, int index) => set[index >> 6] |= 1UL << index;

    /// <summary>Whether the set holds a document, by its number in the window.</summary>
    public static bool Contains(ReadOnlySpan<ulong> set, int index) => ((set[index >> 6] >> index) & 1) != 0;

    /// <summary>Whether the set holds nothing.</summary>
    public static bool IsEmpty(ReadOnlySpan<ulong> set) => !set.ContainsAnyExcept(0UL);
}
