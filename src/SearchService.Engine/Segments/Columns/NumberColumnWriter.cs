using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Columns;

/// <summary>Writes number columns; see <see cref="NumberColumnFormat"/>.</summary>
internal static class NumberColumnWriter
{
    /// <summary>Writes one column.</summary>
    /// <param name="output">The columns file.</param>
    /// <param name="numbers">The values.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    /// <returns>Where it is.</returns>
    public static ColumnExtent Write(IndexOutput output, NumberColumnBuilder numbers, int documentCount)
    {
        long least = numbers.Count == 0 ? 0 : long.MaxValue;
        long most = numbers.Count == 0 ? 0 : long.MinValue;
        var present = new BitSet(documentCount);
        for (int i = 0; i < numbers.Count; i++)
        {
            (int document, long value) = numbers[i];
            least = Math.Min(least, value);
            most = Math.Max(most, value);
            present.Set(document);
        }

        int width = PackedBits.WidthOf(unchecked((ulong)(most - least)));
        width = width > PackedBits.MaxWidth ? 64 : width;
        byte[] packed = new byte[PackedBits.BytesFor(documentCount, width)];
        for (int i = 0; i < numbers.Count && width > 0; i++)
        {
            (int document, long value) = numbers[i];
            PackedBits.Set(packed, width, document, unchecked((ulong)(value - least)));
        }

        output.Align(8);
        long start = output.Position;
        output.WriteInt64(least);
        output.WriteInt64(most);
        output.WriteUInt32((uint)width);
        output.WriteUInt32((uint)(documentCount - numbers.Count));
        if (numbers.Count < documentCount)
        {
            output.WriteBytes(present.AsBytes());
        }

        output.WriteBytes(packed);
        return new ColumnExtent(start, output.Position - start);
    }
}
