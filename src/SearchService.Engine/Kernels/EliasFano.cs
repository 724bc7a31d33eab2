using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchService.Engine.Kernels;

/// <summary>
/// Ascending numbers of a small range in near the fewest bits there can be: 128 buckets of 2^low numbers, a bit for each bucket that holds
/// some, a bit for each number that is the last of its bucket, and each number's low bits.
/// </summary>
/// <remarks>
/// <para>After Vigna, "Quasi-succinct indices", 2013. Here the buckets' bits and the numbers' bits stand apart, so that most numbers that
/// aren't there are found out by one bit.</para>
/// <code>
/// ┌───────────────────────┬────────────────────────────────────┬───┬───────────────────────────────────────┐
/// │ a bit per bucket      │ a bit per number: whether it is    │...│ low bits of each number, the first at │
/// │ 16 bytes              │ the last of its bucket             │   │ the very end, the next before it      │
/// └───────────────────────┴────────────────────────────────────┴───┴───────────────────────────────────────┘
/// </code>
/// <para>Every function takes the bytes of a code and <see cref="Padding"/> bytes after it, whatever is in them.</para>
/// </remarks>
public static class EliasFano
{
    /// <summary>How many buckets there are, as a power of two.</summary>
    public const int BucketBits = 7;

    /// <summary>The most low bits a number may have.</summary>
    public const int MaxLowBits = 9;

    /// <summary>Bytes that must be readable after a code.</summary>
    public const int Padding = sizeof(ulong);

    private const int BucketBytes = (1 << BucketBits) / 8;

    /// <summary>How many bytes a code takes.</summary>
    /// <param name="count">How many numbers; at least 1.</param>
    /// <param name="lowBits">Low bits of each.</param>
    public static int BytesFor(int count, int lowBits) => BucketBytes + (int)(((count * (1L + lowBits)) + 7) / 8);

    /// <summary>Writes a code.</summary>
    /// <param name="numbers">Ascending and distinct, below 2^(low bits + <see cref="BucketBits"/>); at least one.</param>
    /// <param name="lowBits">Low bits of each, 0 to <see cref="MaxLowBits"/>.</param>
    /// <param name="code"><see cref="BytesFor"/> bytes; overwritten.</param>
    public static void Write(ReadOnlySpan<int> numbers, int lowBits, Span<byte> code)
    {
        code.Clear();
        int bit = code.Length * 8;
        for (int i = 0; i < numbers.Length; i++)
        {
            int bucket = numbers[i] >> lowBits;
            SetBits(code, bucket, 1);
            SetBits(code, (BucketBytes * 8) + i, i + 1 == numbers.Length || numbers[i + 1] >> lowBits != bucket ? 1 : 0);
            bit -= lowBits;
            SetBits(code, bit, numbers[i] & ((1 << lowBits) - 1));
        }
    }

    /// <summary>How many numbers a code has.</summary>
    /// <param name="code">The code and its padding.</param>
    /// <param name="lowBits">Low bits of each number.</param>
    /// <returns>The count, for which the code is long enough, or −1 if these bytes can't be a code.</returns>
    public static int Count(ReadOnlySpan<byte> code, int lowBits)
    {
        if (code.Length < BytesFor(1, lowBits) + Padding)
        {
            return -1;
        }

        // SAFETY: the buckets are there, as was just seen; where the last number is, is read up to the code's end.
        ref byte first = ref MemoryMarshal.GetReference(code);
        int rank = BitOperations.PopCount(WordAt(ref first, 0)) + BitOperations.PopCount(WordAt(ref first, sizeof(ulong))) - 1;
        int last = rank < 0 ? -1 : LastOfBucket(ref first, code.Length - Padding, rank);
        return last >= 0 && BytesFor(last + 1, lowBits) + Padding <= code.Length ? last + 1 : -1;
    }

    /// <summary>Lists the numbers of a code, ascending.</summary>
    /// <param name="code">The code and its padding.</param>
    /// <param name="lowBits">Low bits of each number.</param>
    /// <param name="numbers">As long as <see cref="Count"/> says.</param>
    public static void List(ReadOnlySpan<byte> code, int lowBits, Span<int> numbers)
    {
        Check(code, lowBits, numbers.Length);

        // SAFETY: the code is as long as so many numbers need, and its padding is there.
        ref byte first = ref MemoryMarshal.GetReference(code);
        uint mask = (1u << lowBits) - 1;
        long bit = (code.Length - Padding) * 8L;
        ulong buckets = WordAt(ref first, 0);
        int bucket = 0;
        ulong lasts = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            if ((i & 63) == 0)
            {
                lasts = WordAt(ref first, BucketBytes + (i >> 3));
            }

            if (buckets == 0)
            {
                bucket = 64;
                buckets = WordAt(ref first, sizeof(ulong));
            }

            // A bucket's bit goes with its last number, so that no branch depends on the data.
            bit -= lowBits;
            uint low = (uint)(WordAt(ref first, (int)(bit >> 3)) >> (int)(bit & 7)) & mask;
            numbers[i] = (int)((uint)(bucket + BitOperations.TrailingZeroCount(buckets)) << lowBits | low);
            buckets &= buckets - (lasts & 1);
            lasts >>= 1;
        }
    }

    /// <summary>Keeps of many numbers those that are there: of a long range, in pieces that each have a code or nothing.</summary>
    /// <param name="codes">The codes, and after the last one its padding.</param>
    /// <param name="starts">Where the code of each piece begins, and where the last one ends. A piece without numbers has no bytes.</param>
    /// <param name="lowBits">Low bits of each number.</param>
    /// <param name="numbers">Any numbers; those that are kept come first, in their order.</param>
    /// <param name="shift">Added to each before it is looked up; what then lies outside the range isn't there.</param>
    /// <returns>How many are kept, or −1 if these bytes can't be codes.</returns>
    public static int Keep(ReadOnlySpan<byte> codes, ReadOnlySpan<uint> starts, int lowBits, Span<long> numbers, long shift)
    {
        if ((uint)lowBits > MaxLowBits || codes.Length < Padding || starts.IsEmpty)
        {
            return -1;
        }

        // SAFETY: a code is looked into only after it was found to have its buckets and to end before the padding. Where the last number of a
        // bucket is, is read up to the code's end; numbers' low bits between its buckets and its end.
        ref byte first = ref MemoryMarshal.GetReference(codes);
        uint end = (uint)(codes.Length - Padding);
        uint mask = (1u << lowBits) - 1;
        int kept = 0;
        foreach (long number in numbers)
        {
            long sought = number + shift;
            ulong piece = (ulong)(sought >> (lowBits + BucketBits));
            if (piece >= (uint)(starts.Length - 1))
            {
                continue;
            }

            uint from = starts[(int)piece];
            uint to = starts[(int)piece + 1];
            if (to > end || to - from <= BucketBytes || from > to)
            {
                if (from == to)
                {
                    continue;
                }

                return -1;
            }

            ref byte code = ref Unsafe.Add(ref first, from);
            int bucket = (int)(sought >> lowBits) & ((1 << BucketBits) - 1);
            int half = bucket >> 6;
            ulong buckets = WordAt(ref code, half * sizeof(ulong));
            if (((buckets >> bucket) & 1) == 0)
            {
                continue;
            }

            // Which half it is can't be foreseen, so it isn't asked.
            int before = BitOperations.PopCount(buckets & ((1UL << bucket) - 1)) + (BitOperations.PopCount(WordAt(ref code, 0)) & -half);
            int found = Find(ref code, (int)(to - from), before, lowBits, (uint)sought & mask);
            if (found < 0)
            {
                return -1;
            }

            numbers[kept] = number;
            kept += found;
        }

        return kept;
    }

    // 1 if the bucket of that rank among those that hold some has a number of those low bits, else 0; −1 if these bytes can't be a code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ref byte code, int length, int rank, int lowBits, uint low)
    {
        int i = rank == 0 ? 0 : LastOfBucket(ref code, length, rank - 1) + 1; // the bucket's first number
        if (i < 0)
        {
            return -1;
        }

        uint mask = (1u << lowBits) - 1;
        int bit = (length << 3) - ((i + 1) * lowBits);
        for (; bit >= BucketBytes << 3 && i < (length - BucketBytes) << 3; bit -= lowBits, i++)
        {
            uint found = (uint)(WordAt(ref code, bit >> 3) >> (bit & 7)) & mask;
            if (found >= low | ((Unsafe.Add(ref code, BucketBytes + (i >> 3)) >> (i & 7)) & 1) != 0)
            {
                return found == low ? 1 : 0;
            }
        }

        return -1;
    }

    // The number of the last number in the bucket of that rank among those that hold some; −2 if these bytes can't be a code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LastOfBucket(ref byte code, int length, int rank)
    {
        for (int at = BucketBytes; at <= length; at += sizeof(ulong))
        {
            ulong lasts = WordAt(ref code, at);
            int count = BitOperations.PopCount(lasts);
            if (rank < count)
            {
                return ((at - BucketBytes) << 3) + BitKernels.Select(lasts, rank);
            }

            rank -= count;
        }

        return -2;
    }

    private static void Check(ReadOnlySpan<byte> code, int lowBits, int count)
    {
        if ((uint)lowBits > MaxLowBits || count < 1 || BytesFor(count, lowBits) + Padding > code.Length)
        {
            ThrowTooShort(code.Length, count);
        }
    }

    [DoesNotReturn]
    private static void ThrowTooShort(int length, int count) => throw new ArgumentException($"{length} bytes aren't a code of {count} numbers.", nameof(length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WordAt(ref byte first, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at));

    // At most nine bits, so they are in two bytes.
    private static void SetBits(Span<byte> bytes, int at, int value)
    {
        for (int shifted = value << (at & 7), i = at >> 3; shifted != 0; shifted >>= 8, i++)
        {
            bytes[i] |= (byte)shifted;
        }
    }
}
