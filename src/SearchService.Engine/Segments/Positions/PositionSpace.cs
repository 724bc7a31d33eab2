using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>
/// The texts of a field of all documents in one row, as if they were one long text: each document begins where the one before ended,
/// with one place left free between them, so that nothing adjoins across documents.
/// </summary>
/// <remarks>Thread-safe; valid while its segment is open. In the norms file, as i64 × (documents + 1), at a multiple of 8.</remarks>
/// <param name="input">The norms file.</param>
/// <param name="at">Where the starts are in it.</param>
/// <param name="documentCount">How many documents the segment has.</param>
internal sealed class PositionSpace(IndexInput input, long at, int documentCount)
{
    /// <summary>How many places there are.</summary>
    public long Size => StartOf(documentCount);

    /// <summary>Where each document begins, ascending, and where the last one ends.</summary>
    public ReadOnlySpan<long> Starts => input.Slice<long>(at, documentCount + 1L);

    /// <summary>The norm of each document, which stands after the starts: its length, rounded to a byte.</summary>
    public ReadOnlySpan<byte> Norms => input.Slice(at + ((documentCount + 1L) * sizeof(long)), documentCount);

    /// <summary>Where a document begins.</summary>
    /// <param name="document">A doc id, or the count of documents.</param>
    public long StartOf(int document) => Starts[document];

    /// <summary>How many tokens a document has in the field.</summary>
    /// <param name="document">A doc id.</param>
    /// <exception cref="CorruptIndexException">The starts don't ascend here.</exception>
    public int LengthOf(int document)
    {
        ReadOnlySpan<long> starts = Starts;
        long length = starts[document + 1] - starts[document] - 1;
        return length is >= 0 and <= int.MaxValue
            ? (int)length
            : throw input.Corrupt(at + (document * (long)sizeof(long)), $"a document of 0 to {int.MaxValue} tokens, but found {length}");
    }

    /// <summary>Writes the starts of documents.</summary>
    /// <param name="output">The norms file.</param>
    /// <param name="lengths">How many tokens each document has.</param>
    /// <returns>The starts, as they were written.</returns>
    public static long[] Write(IndexOutput output, ReadOnlySpan<int> lengths)
    {
        output.Align(sizeof(long));
        long[] starts = new long[lengths.Length + 1];
        for (int document = 0; document < lengths.Length; document++)
        {
            starts[document + 1] = starts[document] + lengths[document] + 1;
        }

        foreach (long start in starts)
        {
            output.WriteInt64(start);
        }

        return starts;
    }
}
