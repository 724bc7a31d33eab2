namespace SearchService.Engine.Execution;

/// <summary>A run of <see cref="Size"/> document ids of a segment: what a search works on at a time.</summary>
/// <remarks>
/// 4,096 ids make a bit set of 512 bytes and scores of 32 KiB: both stay in the first-level cache, and what is done once
/// a window (calls, the look at the cancellation token) costs nothing a document.
/// </remarks>
/// <param name="Start">The first id, a multiple of <see cref="Size"/>.</param>
/// <param name="End">The id after the last: <see cref="Start"/> + <see cref="Size"/>, or the segment's end.</param>
internal readonly record struct Window(int Start, int End)
{
    /// <summary>Document ids in a full window.</summary>
    public const int Size = 4096;

    /// <summary>64-bit words in a full window's bit set.</summary>
    public const int Words = Size / 64;

    /// <summary>The window that holds a document.</summary>
    /// <param name="document">A document id below <paramref name="documentCount"/>.</param>
    /// <param name="documentCount">Documents in the segment.</param>
    public static Window Holding(int document, int documentCount)
    {
        var start = document & -Size;
        return new Window(start, (int)Math.Min((long)start + Size, documentCount));
    }

    /// <summary>Number of the word in a segment's bit set that this window begins with.</summary>
    public int FirstWord => Start >> 6;

    /// <summary>Words that hold this window's documents: at most <see cref="Words"/>.</summary>
    public int WordCount => (End - Start + 63) >> 6;
}
