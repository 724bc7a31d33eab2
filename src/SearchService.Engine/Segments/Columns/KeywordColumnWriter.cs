using System.Buffers.Binary;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Columns;

/// <summary>Writes keyword columns; see <see cref="KeywordColumnFormat"/>.</summary>
internal static class KeywordColumnWriter
{
    /// <summary>Writes one column.</summary>
    /// <param name="output">The columns file.</param>
    /// <param name="data">The column.</param>
    /// <returns>Where it is.</returns>
    public static ColumnExtent Write(IndexOutput output, KeywordColumnData data)
    {
        int documentCount = data.Starts.Length - 1;
        int valueCount = data.Values.Count;
        bool multi = false;
        int missing = 0;
        for (int document = 0; document < documentCount; document++)
        {
            int count = data.Starts[document + 1] - data.Starts[document];
            multi |= count > 1;
            missing += count == 0 ? 1 : 0;
        }

        output.Align(8);
        long start = output.Position;
        output.WriteUInt32((uint)valueCount);
        output.WriteUInt32(multi ? 1u : 0u);
        output.WriteUInt32((uint)data.Ordinals.Length);
        output.WriteUInt32((uint)missing);
        WriteValueOffsets(output, data.Values);
        WriteDocumentsByValue(output, data);
        if (multi)
        {
            WriteAll(output, data.Starts);
        }

        WriteOrdinals(output, data, multi);
        output.Align(sizeof(uint));
        foreach (byte[] value in data.Values)
        {
            output.WriteBytes(value);
        }

        return new ColumnExtent(start, output.Position - start);
    }

    private static void WriteValueOffsets(IndexOutput output, IReadOnlyList<byte[]> values)
    {
        int offset = 0;
        output.WriteUInt32(0);
        foreach (byte[] value in values)
        {
            offset = checked(offset + value.Length);
            output.WriteUInt32((uint)offset);
        }
    }

    private static void WriteDocumentsByValue(IndexOutput output, KeywordColumnData data)
    {
        int[] starts = new int[data.Values.Count + 1];
        foreach (int ordinal in data.Ordinals)
        {
            starts[ordinal + 1]++;
        }

        for (int value = 0; value < data.Values.Count; value++)
        {
            starts[value + 1] += starts[value];
        }

        WriteAll(output, starts);
        int[] documents = new int[data.Ordinals.Length];
        for (int document = 0; document < data.Starts.Length - 1; document++)
        {
            for (int i = data.Starts[document]; i < data.Starts[document + 1]; i++)
            {
                documents[starts[data.Ordinals[i]]++] = document;
            }
        }

        WriteAll(output, documents);
    }

    private static void WriteOrdinals(IndexOutput output, KeywordColumnData data, bool multi)
    {
        int length = KeywordColumnFormat.OrdinalLength(data.Values.Count);
        if (multi)
        {
            foreach (int ordinal in data.Ordinals)
            {
                WriteOrdinal(output, ordinal, length);
            }

            return;
        }

        for (int document = 0; document < data.Starts.Length - 1; document++)
        {
            int at = data.Starts[document];
            WriteOrdinal(output, data.Starts[document + 1] > at ? data.Ordinals[at] : data.Values.Count, length);
        }
    }

    private static void WriteOrdinal(IndexOutput output, int ordinal, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, ordinal);
        output.WriteBytes(bytes[..length]);
    }

    private static void WriteAll(IndexOutput output, ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            output.WriteUInt32((uint)value);
        }
    }
}
