using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Terms;

/// <summary>One block of a dictionary, its parts found and checked; see <see cref="TermsFormat"/>.</summary>
internal readonly ref struct TermBlock
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly IndexInput _input;
    private readonly long _start;
    private readonly ReadOnlySpan<byte> _widths;
    private readonly uint _singles;
    private readonly ulong _postingsBase;
    private readonly ulong _positionsBase;
    private readonly int _columns; // where they begin in the block

    /// <summary>Finds the parts of a block.</summary>
    /// <param name="input">The terms file.</param>
    /// <param name="start">Where the block begins.</param>
    /// <param name="length">Its length in bytes.</param>
    public TermBlock(IndexInput input, long start, int length)
    {
        _input = input;
        _start = start;
        _bytes = input.Slice(start, length);
        var reader = new ByteReader(_bytes, input, start);
        Count = reader.ReadByte();
        _widths = reader.ReadBytes(TermsFormat.Columns);
        _singles = reader.ReadUInt32();
        _postingsBase = reader.ReadVarUInt64();
        _positionsBase = reader.ReadVarUInt64();
        _columns = reader.Position;
        if (Count is 0 or > TermsFormat.BlockLength || _widths.ContainsAnyExceptInRange((byte)0, (byte)TermsFormat.MaxColumnWidth))
        {
            throw reader.Corrupt($"a block of 1 to {TermsFormat.BlockLength} terms with columns of at most {TermsFormat.MaxColumnWidth} bits");
        }

        long terms = _columns;
        foreach (byte width in _widths)
        {
            terms += PackedBits.BytesFor(Count, width);
        }

        if (terms > _bytes.Length)
        {
            throw reader.Corrupt($"columns within the block's {_bytes.Length} bytes");
        }

        TermsAt = (int)terms;
    }

    /// <summary>How many terms the block has.</summary>
    public int Count { get; }

    /// <summary>Where the terms begin in the block.</summary>
    public int TermsAt { get; }

    /// <summary>The bytes of the terms: shared length, rest length, rest, for each.</summary>
    public ReadOnlySpan<byte> Terms => _bytes[TermsAt..];

    /// <summary>What is said of one term.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public TermEntry Entry(int index)
    {
        int at = _columns;
        ulong documents = ReadColumn(0, index, ref at);
        int documentFrequency = FrequencyOf(documents, index, out bool single);
        ulong rest = ReadColumn(1, index, ref at);
        ulong postings = ReadColumn(2, index, ref at);
        ulong positions = ReadColumn(3, index, ref at);
        return new TermEntry(
            documentFrequency,
            (long)((ulong)documentFrequency + rest),
            single ? (long)documents : (long)(_postingsBase + postings),
            (long)(_positionsBase + positions));
    }

    /// <summary>How many documents have one term: what <see cref="Entry"/> says, without the rest of it.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public int DocumentFrequency(int index)
    {
        int at = _columns;
        return FrequencyOf(ReadColumn(0, index, ref at), index, out _);
    }

    /// <summary>Reads the lengths of the term at a place, checked against what is left of the block.</summary>
    /// <param name="at">The place in <see cref="Terms"/>.</param>
    /// <param name="lengthBefore">The length of the term before.</param>
    /// <returns>How many bytes are shared with it, and how many follow.</returns>
    public (int Shared, int Own) LengthsAt(int at, int lengthBefore)
    {
        return TryReadLengths(Terms, at, lengthBefore, out int shared, out int own)
            ? (shared, own)
            : throw _input.Corrupt(_start + TermsAt + at, "a term within its block that shares no more than the one before has");
    }

    /// <summary>Reads the lengths of the term at a place.</summary>
    /// <param name="terms"><see cref="Terms"/> of a block.</param>
    /// <param name="at">The place.</param>
    /// <param name="lengthBefore">The length of the term before.</param>
    /// <param name="shared">How many bytes are shared with it.</param>
    /// <param name="own">How many follow.</param>
    /// <returns>Whether they can be: the term is within the block, and not too long.</returns>
    public static bool TryReadLengths(ReadOnlySpan<byte> terms, int at, int lengthBefore, out int shared, out int own)
    {
        (shared, own) = at + 2 <= terms.Length ? (terms[at], terms[at + 1]) : (int.MaxValue, 0);
        return shared <= lengthBefore && at + 2 + own <= terms.Length && shared + own <= TermsFormat.MaxTermLength;
    }

    // Of a term of one document the column holds that document.
    private int FrequencyOf(ulong documents, int index, out bool single)
    {
        single = (_singles & (1u << index)) != 0;
        if (single)
        {
            return 1;
        }

        return documents is > 0 and < int.MaxValue
            ? (int)documents + 1
            : throw _input.Corrupt(_start, $"a term in 2 to {int.MaxValue} documents, but found {documents + 1}");
    }

    private ulong ReadColumn(int column, int index, ref int at)
    {
        int width = _widths[column];
        int length = (int)PackedBits.BytesFor(Count, width);
        ulong value = width == 0 ? 0 : PackedBits.Get(_bytes.Slice(at, length), width, index);
        at += length;
        return value;
    }
}
