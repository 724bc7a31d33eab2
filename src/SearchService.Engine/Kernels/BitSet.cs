using System.Numerics;
using System.Runtime.InteropServices;

namespace SearchService.Engine.Kernels;

/// <summary>A fixed number of bits: a set of doc ids from 0 to <see cref="Length"/> − 1. Not thread-safe while it changes.</summary>
/// <remarks>The bits past <see cref="Length"/> in the last word are always 0.</remarks>
public sealed class BitSet
{
    private readonly ulong[] _words;

    /// <summary>An empty set.</summary>
    /// <param name="length">How many bits.</param>
    public BitSet(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _words = new ulong[WordsFor(length)];
    }

    /// <summary>How many bits there are.</summary>
    public int Length { get; }

    /// <summary>The bits, 64 a word, the lowest doc id in the lowest bit. Writers keep bits past the length 0.</summary>
    public Span<ulong> Words => _words;

    /// <summary>Whether a bit is set.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> − 1.</param>
    public bool this[int index] => (_words[index >> 6] & (1UL << index)) != 0;

    /// <summary>How many words hold that many bits.</summary>
    /// <param name="length">The number of bits.</param>
    public static int WordsFor(int length) => (int)(((long)length + 63) >> 6);

    /// <summary>Sets a bit.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> − 1.</param>
    public void Set(int index) => _words[index >> 6] |= 1UL << index;

    /// <summary>Clears a bit.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> − 1.</param>
    public void Clear(int index) => _words[index >> 6] &= ~(1UL << index);

    /// <summary>Sets each bit of an ascending or unordered list.</summary>
    /// <param name="indices">Each from 0 to <see cref="Length"/> − 1.</param>
    public void SetAll(ReadOnlySpan<int> indices)
    {
        ulong[] words = _words;
        foreach (int index in indices)
        {
            words[index >> 6] |= 1UL << index;
        }
    }

    /// <summary>Sets every bit.</summary>
    public void Fill()
    {
        _words.AsSpan().Fill(ulong.MaxValue);
        TrimLastWord();
    }

    /// <summary>Clears every bit.</summary>
    public void Clear() => _words.AsSpan().Clear();

    /// <summary>How many bits are set.</summary>
    public int Count() => BitKernels.PopCount(_words);

    /// <summary>Keeps the bits that are set in both.</summary>
    /// <param name="other">A set of the same length.</param>
    public void And(BitSet other) => BitKernels.And(_words, WordsOf(other));

    /// <summary>Adds the bits set in another.</summary>
    /// <param name="other">A set of the same length.</param>
    public void Or(BitSet other) => BitKernels.Or(_words, WordsOf(other));

    /// <summary>Takes away the bits set in another.</summary>
    /// <param name="other">A set of the same length.</param>
    public void AndNot(BitSet other) => BitKernels.AndNot(_words, WordsOf(other));

    /// <summary>Turns every bit over.</summary>
    public void Invert()
    {
        foreach (ref ulong word in _words.AsSpan())
        {
            word = ~word;
        }

        TrimLastWord();
    }

    /// <summary>The first bit set at or after an index, or −1 when there is none.</summary>
    /// <param name="from">Any index that isn't negative.</param>
    public int NextSet(int from)
    {
        if (from >= Length)
        {
            return -1;
        }

        int word = from >> 6;
        ulong bits = _words[word] & (ulong.MaxValue << from);
        while (bits == 0)
        {
            if (++word == _words.Length)
            {
                return -1;
            }

            bits = _words[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>A copy that can change without changing this.</summary>
    public BitSet Clone()
    {
        var copy = new BitSet(Length);
        _words.CopyTo(copy._words.AsSpan());
        return copy;
    }

    /// <summary>Makes this equal to another set of the same length.</summary>
    /// <param name="other">The set copied from.</param>
    public void CopyFrom(BitSet other) => WordsOf(other).CopyTo(_words);

    /// <summary>The bits as bytes, the form they have in files.</summary>
    internal ReadOnlySpan<byte> AsBytes() => MemoryMarshal.AsBytes<ulong>(_words);

    private ReadOnlySpan<ulong> WordsOf(BitSet other) =>
        other.Length == Length ? other._words : throw new ArgumentException($"Sets of {Length} and {other.Length} bits can't be combined.", nameof(other));

    private void TrimLastWord()
    {
        if ((Length & 63) != 0)
        {
            _words[^1] &= (1UL << (Length & 63)) - 1;
        }
    }
}
