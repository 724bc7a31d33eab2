using System.Numerics;
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

    /// <summary>Appends a block.</summary>
    /// <param name="values">128 numbers that aren't negative.</param>
    /// <param name="output">Where the block goes.</param>
    public static void Write(ReadOnlySpan<int> values, ByteBuffer output)
    {
        int width = ChooseWidth(values);
        int exceptions = 0;
        foreach (int value in values)
        {
            exceptions += (uint)value >> width != 0 && width < 32 ? 1 : 0;
        }

        output.WriteByte((byte)width);
        output.WriteByte((byte)exceptions);
        BlockPacking.Pack(values, width, output.Append(BlockPacking.BytesFor(width)));
        for (int i = 0; i < values.Length && exceptions > 0; i++)
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

    private static int ChooseWidth(ReadOnlySpan<int> values)
    {
        Span<int> ofWidth = stackalloc int[33];
        ofWidth.Clear();
        int widest = 0;
        foreach (int value in values)
        {
            int width = 32 - BitOperations.LeadingZeroCount((uint)value);
            ofWidth[width]++;
            widest = Math.Max(widest, width);
        }

        int best = widest;
        int bestCost = BlockPacking.BytesFor(widest);
        int exceptions = 0;
        for (int width = widest - 1; width >= 0; width--)
        {
            exceptions += ofWidth[width + 1];
            if (exceptions > MaxExceptions)
            {
                break;
            }

            int cost = BlockPacking.BytesFor(width) + exceptions;
            for (int wide = width + 1; wide <= widest; wide++)
            {
                cost += ofWidth[wide] * ((wide - width + 6) / 7);
            }

            if (cost < bestCost)
            {
                best = width;
                bestCost = cost;
            }
        }

        return best;
    }
}
