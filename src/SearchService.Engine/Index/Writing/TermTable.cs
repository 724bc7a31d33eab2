using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SearchService.Analysis;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Numbers distinct byte strings 0, 1, 2, … in order of arrival, found again by open
/// addressing. A string is keyed together with a small group number, so that one table serves all fields and forms.
/// </summary>
/// <remarks>
/// <para>
/// The same idea as Lucene's <c>BytesRefHash</c> over a <c>ByteBlockPool</c> and tantivy's <c>ArenaHashMap</c>: no object
/// per term, nothing for the garbage collector to walk. An address slot holds half of the hash beside the id, so a probe
/// that meets another string is rejected without touching it, and growing needs no rehash of long strings' bytes.
/// A string of up to sixteen bytes, as nearly all words are, stands in its entry as two numbers: it is hashed with one
/// multiplication and compared without a loop.
/// </para>
/// <para>Not thread-safe. Spans returned are valid until <see cref="Clear"/>.</para>
/// </remarks>
internal sealed class TermTable
{
    /// <summary>The longest byte string the table takes.</summary>
    public const int MaxLengthInBytes = ushort.MaxValue;

    private const int BlockBits = 17;
    private const int BlockLengthInBytes = 1 << BlockBits;
    private const int BlockMask = BlockLengthInBytes - 1;
    private const int InitialSlots = 1 << 10;

    private const ulong FirstSecret = 0xA0761D6478BD642F;
    private const ulong SecondSecret = 0xE7037ED1A0B428DB;

    // Fresh seeds per process: which strings collide must not be something an article can be written for. Ids come
    // from the order of arrival, so nothing that is written depends on them.
    private static readonly ulong FirstSeed = RandomSeed();
    private static readonly ulong SecondSeed = RandomSeed();

    private readonly List<byte[]> _blocks = []; // the bytes of strings longer than an entry holds
    private int _blocksInUse;
    private int _position = BlockLengthInBytes; // in the last block in use
    private Entry[] _entries = new Entry[256];

    // Low half: id + 1, 0 when free. High half: the high half of the hash.
    private ulong[] _slots = new ulong[InitialSlots];

    /// <summary>How many distinct strings the table holds; ids are below it.</summary>
    public int Count { get; private set; }

    /// <summary>Memory the strings take, in bytes, with three slots a string, as many as there are on average.</summary>
    public long SizeInBytes => ((long)(_blocksInUse - 1) << BlockBits) + _position + (Count * (long)(Entry.SizeInBytes + (3 * sizeof(ulong))));

    /// <summary>The id of a string, which is added when it is new.</summary>
    /// <param name="group">Anything below 65,536; equal bytes in two groups are two strings.</param>
    /// <param name="bytes">At most <see cref="MaxLengthInBytes"/>; copied when new.</param>
    /// <exception cref="ArgumentException">The string is too long.</exception>
    /// <exception cref="InvalidOperationException">The arena has reached 2 GiB; flush long before.</exception>
    public int GetOrAdd(int group, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLengthInBytes)
        {
            throw new ArgumentException($"A term of {bytes.Length:N0} bytes is longer than the {MaxLengthInBytes:N0} a term may have.", nameof(bytes));
        }

        var head = TermHead.Of(bytes);
        if (bytes.Length <= TermHead.LengthInBytes)
        {
            return GetOrAdd(group, head, bytes.Length);
        }

        uint header = Header(group, bytes.Length);
        ulong hash = HashRest(Hash(header, head), bytes[TermHead.LengthInBytes..]);
        ulong[] slots = _slots;
        uint check = (uint)(hash >> 32);
        for (int slot = (int)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ulong found = slots[slot];
            if (found == 0)
            {
                return Add(slot, check, new Entry(head, header, Keep(bytes)));
            }

            if ((uint)(found >> 32) == check)
            {
                int id = (int)(uint)found - 1;
                ref readonly Entry entry = ref _entries[id];
                if (entry.Header == header && entry.Head == head && LongBytes(entry).SequenceEqual(bytes))
                {
                    return id;
                }
            }
        }
    }

    /// <summary>The id of a string of at most <see cref="TermHead.LengthInBytes"/> bytes, which is added when it is new.</summary>
    /// <param name="group">As for other strings.</param>
    /// <param name="head">The whole string.</param>
    /// <param name="length">Its length in bytes.</param>
    public int GetOrAdd(int group, TermHead head, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)TermHead.LengthInBytes, nameof(length));
        uint header = Header(group, length);
        ulong hash = Hash(header, head);
        ulong[] slots = _slots;
        Entry[] entries = _entries;
        uint check = (uint)(hash >> 32);
        for (int slot = (int)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ulong found = slots[slot];
            if (found == 0)
            {
                return Add(slot, check, new Entry(head, header, Address: 0));
            }

            if ((uint)(found >> 32) == check)
            {
                int id = (int)(uint)found - 1;
                ref readonly Entry entry = ref entries[id];
                if (entry.Header == header && entry.Head == head)
                {
                    return id;
                }
            }
        }
    }

    /// <summary>The bytes of a string.</summary>
    public ReadOnlySpan<byte> Bytes(int id)
    {
        ref readonly Entry entry = ref EntryOf(id);
        if (entry.Length <= TermHead.LengthInBytes)
        {
            return MemoryMarshal.AsBytes<Entry>(_entries.AsSpan(id, 1))[..entry.Length];
        }

        return LongBytes(entry);
    }

    /// <summary>The head of a string.</summary>
    public TermHead Head(int id) => EntryOf(id).Head;

    /// <summary>The group a string was added with.</summary>
    public int Group(int id) => (int)(EntryOf(id).Header >> 16);

    /// <summary>Forgets every string and keeps the memory for the next ones.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
        _blocksInUse = 0;
        _position = BlockLengthInBytes;
    }

    private static ulong RandomSeed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private static uint Header(int group, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)group, ushort.MaxValue, nameof(group));
        return ((uint)group << 16) | (uint)length;
    }

    /// <summary>
    /// A hash by folded 64 × 64 → 128-bit multiplication, after wyhash (github.com/wangyi-fudan/wyhash): one
    /// multiplication for most words, where FNV takes one a byte.
    /// </summary>
    private static ulong Hash(uint header, TermHead head) => Fold(head.First ^ FirstSeed, (head.Second + (header * SecondSecret)) ^ SecondSeed);

    private static ulong HashRest(ulong hash, ReadOnlySpan<byte> rest)
    {
        for (; rest.Length > sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest), SecondSecret);
        }

        return Fold(hash ^ TermHead.Of(rest).First, FirstSecret);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }

    private ref readonly Entry EntryOf(int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)Count, nameof(id));
        return ref _entries[id];
    }

    private ReadOnlySpan<byte> LongBytes(in Entry entry) => _blocks[entry.Address >> BlockBits].AsSpan(entry.Address & BlockMask, entry.Length);

    private int Add(int slot, uint check, in Entry entry)
    {
        int id = Count;
        if (id == _entries.Length)
        {
            Array.Resize(ref _entries, id * 2);
        }

        _entries[id] = entry;
        _slots[slot] = ((ulong)check << 32) | (uint)(id + 1);
        Count = id + 1;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return id;
    }

    /// <summary>Copies a string that its entry doesn't hold.</summary>
    /// <returns>The address of the copy.</returns>
    private int Keep(ReadOnlySpan<byte> bytes)
    {
        if (_position + bytes.Length > BlockLengthInBytes)
        {
            NextBlock();
        }

        bytes.CopyTo(_blocks[_blocksInUse - 1].AsSpan(_position));
        _position += bytes.Length;
        return ((_blocksInUse - 1) << BlockBits) + _position - bytes.Length;
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
            ref readonly Entry entry = ref _entries[id];
            ulong hash = Hash(entry.Header, entry.Head);
            if (entry.Length > TermHead.LengthInBytes)
            {
                hash = HashRest(hash, LongBytes(entry)[TermHead.LengthInBytes..]);
            }

            int slot = (int)hash & mask;
            while (grown[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            grown[slot] = (hash >> 32 << 32) | (uint)(id + 1);
        }

        _slots = grown;
    }

    /// <summary>A string.</summary>
    /// <param name="Head">Its first bytes, or all of them; first in memory, so that a short string can be read as bytes.</param>
    /// <param name="Header">The group in the high half, the length in the low.</param>
    /// <param name="Address">Where a longer one is as a whole.</param>
    private readonly record struct Entry(TermHead Head, uint Header, int Address)
    {
        public const int SizeInBytes = TermHead.LengthInBytes + sizeof(uint) + sizeof(int);

        public int Length => (int)(Header & 0xFFFF);
    }
}
