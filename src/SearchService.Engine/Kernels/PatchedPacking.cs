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
/// ┌───────┬────────────┬────────────────┬───────────────────────────────┐
/// │ width │ exceptions │ packed numbers │ exceptions × (index, vInt)    │
/// │ u8    │ u8         │ 16 · width     │ number[index] += vInt « width │
/// └───────┴────────────┴────────────────┴───────────────────────────────┘
/// </code>
/// </remarks>
internal static class PatchedPacking
{
    // More would be rare, and each costs the reader about as much as ten packed numbers.
    private const int MaxExceptions = 15;
    private const int MaxWidth = 32;

    /// <summary>Appends a block.</summary>
    /// <param name="values">128 numbers that aren't negative.</param>
    /// <param name="output">Where the block goes.</param>
    public static void Write(ReadOnlySpan<int> values, ByteBuffer output)
    {
        int width = ChooseWidth(values, out int exceptions);
        output.WriteByte((byte)width);
        output.WriteByte((byte)exceptions);
        BlockPacking.Pack(values, width, output.Append(BlockPacking.BytesFor(width)));
        for (int i = 0; exceptions > 0; i++)
        {
            uint high = (uint)values[i] >> width;
            if (high != 0)
            {
                output.WriteByte((byte)i);
                output.WriteVarUInt64(high);
                exceptions--;
            }
        }
    }

    /// <summary>Reads a block.</summary>
    /// <param name="reader">At the block's first byte; left after its last.</param>
    /// <param name="values">At least 128 places.</param>
    /// <exception cref="CorruptIndexException">This can't be a block.</exception>
    public static void Read(ref ByteReader reader, Span<int> values)
    {
        int width = reader.ReadByte();
        int exceptions = reader.ReadByte();
        if (width > 31 || exceptions > MaxExceptions)
        {
            throw reader.Corrupt($"a block of at most 31 bits a number and {MaxExceptions} exceptions, but found {width} and {exceptions}");
        }

        BlockPacking.Unpack(reader.ReadBytes(BlockPacking.BytesFor(width)), width, values);
        for (int i = 0; i < exceptions; i++)
        {
            int index = reader.ReadByte();
            uint high = reader.ReadVarUInt32();
            if (index >= BlockPacking.BlockLength || high > (uint)int.MaxValue >> width)
            {
                throw reader.Corrupt("an exception within the block that fits 31 bits");
            }

            values[index] |= (int)(high << width);
        }
    }

    /// <summary>The width that makes the block shortest, the wider of two that do.</summary>
    private static int ChooseWidth(ReadOnlySpan<int> values, out int exceptions)
    {
        // How many numbers reach 2^w, for every w down to the least that may be chosen.
        Span<int> reaching = stackalloc int[MaxWidth + 1];
        reaching.Clear();
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

            // An exception takes its index, and a byte for each seven bits above the width.
            reaching[width] = count;
            int cost = BlockPacking.BytesFor(width) + count;
            for (int wide = width; wide < widest; wide += 7)
            {
                cost += reaching[wide];
            }

            if (cost < bestCost)
            {
                best = width;
                bestCost = cost;
                exceptions = count;
            }
        }

        return best;
    }
}
