using System.Runtime.InteropServices;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Numbers distinct byte strings 0, 1, 2, … in order of arrival: the bytes lie in one arena, found again by open
/// addressing. A string is keyed together with a small group number, so that one table serves all fields and forms.
/// </summary>
/// <remarks>
/// <para>
/// The same idea as Lucene's <c>BytesRefHash</c> over a <c>ByteBlockPool</c> and tantivy's <c>ArenaHashMap</c>: no object
/// per term, nothing for the garbage collector to walk. An address slot holds half of the hash beside the id, so a probe
/// that meets another string is rejected without touching the arena, and growing needs no rehash of bytes.
/// </para>
/// <para>Not thread-safe. Spans returned are valid until <see cref="Clear"/>.</para>
/// </remarks>
internal sealed class TermTable
{
    /// <summary>The longest byte string the table takes.</summary>
    public const int MaxLengthInBytes = ushort.MaxValue;

    private const int HeaderLengthInBytes = sizeof(uint); // group in the high half, length in the low
    private const int BlockBits = 17;
    private const int BlockLengthInBytes = 1 << BlockBits;
    private const int BlockMask = BlockLengthInBytes - 1;
    private const int InitialSlots = 1 << 10;

    // A fresh seed per process: which strings collide must not be something an article can be written for. Ids come
    // from the order of arrival, so nothing that is written depends on it.
    private static readonly ulong Seed = BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private readonly List<byte[]> _blocks = [];
    private int _blocksInUse;
    private int _position = BlockLengthInBytes; // in the last block in use
    private int[] _addresses = new int[256];

    // Low half: id + 1, 0 when free. High half: the high half of the hash.
    private ulong[] _slots = new ulong[InitialSlots];

    /// <summary>How many distinct strings the table holds; ids are below it.</summary>
    public int Count { get; private set; }

    /// <summary>Memory the strings take, in bytes, with three slots a string, as many as there are on average.</summary>
    public long SizeInBytes => ((long)(_blocksInUse - 1) << BlockBits) + _position + (Count * (long)(sizeof(int) + (3 * sizeof(ulong))));

    /// <summary>The id of a string, which is added when it is new.</summary>
    /// <param name="group">Anything below 65,536; equal bytes in two groups are two strings.</param>
    /// <param name="bytes">At most <see cref="MaxLengthInBytes"/>; copied when new.</param>
    /// <exception cref="ArgumentException">The string is too long.</exception>
    /// <exception cref="InvalidOperationException">The arena has reached 2 GiB; flush long before.</exception>
    public int GetOrAdd(int group, ReadOnlySpan<byte> bytes)
    {
        uint header = Header(group, bytes.Length);
        ulong hash = Hash(header, bytes);
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        uint check = (uint)(hash >> 32);
        for (int slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            ulong entry = slots[slot];
            if (entry == 0)
            {
                return Add(slot, check, header, bytes);
            }

            if ((uint)(entry >> 32) == check)
            {
                int id = (int)(uint)entry - 1;
                if (Matches(id, header, bytes))
                {
                    return id;
                }
            }
        }
    }

    /// <summary>The bytes of a string.</summary>
    public ReadOnlySpan<byte> Bytes(int id)
    {
        int address = AddressOf(id);
        ReadOnlySpan<byte> tail = _blocks[address >> BlockBits].AsSpan(address & BlockMask);
        int length = (int)(MemoryMarshal.Read<uint>(tail) & 0xFFFF);
        return tail.Slice(HeaderLengthInBytes, length);
    }

    /// <summary>The group a string was added with.</summary>
    public int Group(int id)
    {
        int address = AddressOf(id);
        return (int)(MemoryMarshal.Read<uint>(_blocks[address >> BlockBits].AsSpan(address & BlockMask)) >> 16);
    }

    /// <summary>Forgets every string and keeps the memory for the next ones.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
        _blocksInUse = 0;
        _position = BlockLengthInBytes;
    }

    private static uint Header(int group, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)group, ushort.MaxValue, nameof(group));
        if (length > MaxLengthInBytes)
        {
            throw new ArgumentException($"A term of {length:N0} bytes is longer than the {MaxLengthInBytes:N0} a term may have.", nameof(length));
        }

        return ((uint)group << 16) | (uint)length;
    }

    private int AddressOf(int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)Count, nameof(id));
        return _addresses[id];
    }

    private bool Matches(int id, uint header, ReadOnlySpan<byte> bytes)
    {
        int address = _addresses[id];
        ReadOnlySpan<byte> tail = _blocks[address >> BlockBits].AsSpan(address & BlockMask);
        return MemoryMarshal.Read<uint>(tail) == header && tail.Slice(HeaderLengthInBytes, bytes.Length).SequenceEqual(bytes);
    }

    private int Add(int slot, uint check, uint header, ReadOnlySpan<byte> bytes)
    {
        int needed = HeaderLengthInBytes + bytes.Length;
        if (_position + needed > BlockLengthInBytes)
        {
            NextBlock();
        }

        byte[] block = _blocks[_blocksInUse - 1];
        MemoryMarshal.Write(block.AsSpan(_position), header);
        bytes.CopyTo(block.AsSpan(_position + HeaderLengthInBytes));

        int id = Count;
        if (id == _addresses.Length)
        {
            Array.Resize(ref _addresses, id * 2);
        }

        _addresses[id] = ((_blocksInUse - 1) << BlockBits) + _position;
        _position += needed;
        _slots[slot] = ((ulong)check << 32) | (uint)(id + 1);
        Count = id + 1;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return id;
    }

    private void NextBlock()
    {
        if (_blocksInUse == 1 << (31 - BlockBits))
        {
            throw new InvalidOperationException("The terms of one segment builder take 2 GiB; its buffer must be flushed before.");
        }

        if (_blocksInUse == _blocks.Count)
        {
            _blocks.Add(new byte[BlockLengthInBytes]);
        }

        _blocksInUse++;
        _position = 0;
    }

    private void Grow()
    {
        // The slot index comes from the low half of the hash, which is not kept: it is computed again from the bytes.
        // That happens at most once for each doubling, about one extra hash per term over the table's life.
        var grown = new ulong[_slots.Length * 2];
        int mask = grown.Length - 1;
        for (int id = 0; id < Count; id++)
        {
            int address = _addresses[id];
            ReadOnlySpan<byte> tail = _blocks[address >> BlockBits].AsSpan(address & BlockMask);
            uint header = MemoryMarshal.Read<uint>(tail);
            ulong hash = Hash(header, tail.Slice(HeaderLengthInBytes, (int)(header & 0xFFFF)));
            int slot = (int)hash & mask;
            while (grown[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            grown[slot] = (hash >> 32 << 32) | (uint)(id + 1);
        }

        _slots = grown;
    }

    /// <summary>
    /// A hash by folded 64 × 64 → 128-bit multiplication, eight bytes a step, after wyhash
    /// (github.com/wangyi-fudan/wyhash): one multiplication for most words, where FNV takes one a byte.
    /// </summary>
    private static ulong Hash(uint header, ReadOnlySpan<byte> bytes)
    {
        const ulong FirstSecret = 0xA0761D6478BD642F;
        const ulong SecondSecret = 0xE7037ED1A0B428DB;
        ulong hash = Fold(Seed ^ header, FirstSecret);
        while (bytes.Length > 8)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(bytes), SecondSecret);
            bytes = bytes[8..];
        }

        // One to eight bytes are left (the header already holds the length, so overlapping reads are unambiguous).
        ulong tail = bytes.Length switch
        {
            8 => MemoryMarshal.Read<ulong>(bytes),
            >= 4 => MemoryMarshal.Read<uint>(bytes) | ((ulong)MemoryMarshal.Read<uint>(bytes[^4..]) << 32),
            > 0 => bytes[0] | ((ulong)bytes[bytes.Length >> 1] << 8) | ((ulong)bytes[^1] << 16),
            _ => 0,
        };
        return Fold(hash ^ tail, FirstSecret);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
