using System.Buffers.Binary;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Kernels;

/// <summary>
/// Blocks of 128 numbers of which a few are much larger than the others: the low bits packed with a width that suits
/// most, the high bits of the rest listed after them.
/// </summary>
/// <remarks>
/// PFor (Zukowski et al., "Super-scalar RAM-CPU cache compression", 2006; exceptions apart as in Lemire and Boytsov).
/// On positions it saves a tenth to a quarter over one width for all.
/// <code>
/// ┌────────┬────────────┬───────────┬────────────────┬────────────────────────────────────────┐
/// │ width  │ exceptions │ high bits │ packed numbers │ exceptions × (index 7 bits, high bits) │
/// │ 5 bits │ 5 bits     │ 6 bits    │ 16 · width     │ number[index] |= high bits « width     │
/// └────────┴────────────┴───────────┴────────────────┴────────────────────────────────────────┘
/// </code>
/// </remarks>
internal static class PatchedPacking
{
    // More would be rare, and each costs the reader about as much as ten packed numbers.
    private const int MaxExceptions = 15;

    // So many bits an exception counts for besides its own: without them unions take 2 % longer, and the index is 0.2 % smaller.
    private const int ReadingCost = 4;

    private const int MaxWidth = 31;
    private const int IndexBits = 7;
    private const int HeaderLength = sizeof(ushort);

    /// <summary>Appends a block.</summary>
    /// <param name="values">128 numbers that aren't negative.</param>
    /// <param name="output">Where the block goes.</param>
    public static void Write(ReadOnlySpan<int> values, ByteBuffer output)
    {
        int width = ChooseWidth(values, out int exceptions, out int highBits);
        int packed = BlockPacking.BytesFor(width);
        Span<byte> block = output.Append(HeaderLength + packed + ExceptionBytes(exceptions, highBits));
        BinaryPrimitives.WriteUInt16LittleEndian(block, (ushort)(width | (exceptions << 5) | (highBits << 10)));
        BlockPacking.Pack(values, width, block[HeaderLength..]);
        Span<byte> listed = block[(HeaderLength + packed)..];
        listed.Clear();
        for (int i = 0, count = 0; count < exceptions; i++)
        {
            uint high = (uint)values[i] >> width;
            if (high != 0)
            {
                PackedBits.Set(listed, IndexBits + highBits, count++, (uint)i | ((ulong)high << IndexBits));
            }
        }
    }

    /// <summary>Reads a block.</summary>
    /// <param name="reader">At the block's first byte; left after its last.</param>
    /// <param name="values">At least 128 places.</param>
    /// <exception cref="CorruptIndexException">This can't be a block.</exception>
    public static void Read(ref ByteReader reader, Span<int> values)
    {
        int header = BinaryPrimitives.ReadUInt16LittleEndian(reader.ReadBytes(HeaderLength));
        (int width, int exceptions, int highBits) = (header & 31, (header >> 5) & 31, header >> 10);
        if (width + highBits > MaxWidth || exceptions > MaxExceptions)
        {
            throw reader.Corrupt($"a block of at most {MaxWidth} bits a number and {MaxExceptions} exceptions, but found {width + highBits} and {exceptions}");
        }

        BlockPacking.Unpack(reader.ReadBytes(BlockPacking.BytesFor(width)), width, values);
        ReadOnlySpan<byte> listed = reader.Rest; // with what follows, so that eight bytes can be read at once
        reader.ReadBytes(ExceptionBytes(exceptions, highBits));
        ulong highMask = (1UL << highBits) - 1;
        for (int bit = 0, end = exceptions * (IndexBits + highBits); bit < end; bit += IndexBits + highBits)
        {
            ulong exception = PackedBits.FirstWord(listed[(bit >> 3)..]) >> (bit & 7);
            values[(int)exception & ((1 << IndexBits) - 1)] |= (int)((exception >> IndexBits) & highMask) << width;
        }
    }

    private static int ExceptionBytes(int exceptions, int highBits) => (int)PackedBits.BytesFor(exceptions, IndexBits + highBits);

    /// <summary>The width that makes the block shortest, exceptions counted for more than they take; the wider of two that do.</summary>
    private static int ChooseWidth(ReadOnlySpan<int> values, out int exceptions, out int highBits)
    {
        int widest = BlockPacking.WidthOf(values);
        int best = widest;
        int bestCost = BlockPacking.BytesFor(widest);
        exceptions = 0;
        for (int width = widest - 1; width >= 0; width--)
        {
            int count = LargeNumbers.Count(values, width);
            if (count > MaxExceptions)
            {
                break;
            }

            int cost = BlockPacking.BytesFor(width) + ExceptionBytes(count, widest - width + ReadingCost);
            if (cost < bestCost)
            {
                best = width;
                bestCost = cost;
                exceptions = count;
            }
        }

        highBits = widest - best;
        return best;
    }
}
