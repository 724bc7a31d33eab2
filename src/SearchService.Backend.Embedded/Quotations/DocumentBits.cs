using SearchService.Engine.Execution;
using SearchService.Engine.Kernels;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>Keeps documents as they are found.</summary>
internal static class DocumentBits
{
    /// <summary>Adds documents to a set.</summary>
    /// <param name="set">Of the whole snapshot.</param>
    /// <param name="first">See <see cref="DocumentsFound"/>.</param>
    /// <param name="found">See <see cref="DocumentsFound"/>.</param>
    internal static void Add(BitSet set, int first, ReadOnlySpan<ulong> found)
    {
        int shift = first & 63, at = first >> 6;
        for (int i = 0; i < found.Length; i++)
        {
            set.Words[at + i] |= found[i] << shift;
            if (shift != 0 && found[i] >> (64 - shift) is not 0 and ulong rest)
            {
                set.Words[at + i + 1] |= rest;
            }
        }
    }
}
