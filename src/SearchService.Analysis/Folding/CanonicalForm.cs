using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Folding;

/// <summary>Canonical decomposition, ordering and composition (Unicode Standard, section 3.11; UAX #15), on code points.</summary>
/// <remarks>The runtime's <c>string.Normalize</c> returns its argument under invariant globalization, and allocates.</remarks>
internal static class CanonicalForm
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TrailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TrailCount;
    private const int FirstDecomposable = 0xC0;

    /// <summary>Appends the full canonical decomposition of a code point.</summary>
    /// <param name="codePoint">The code point.</param>
    /// <param name="target">Where it goes.</param>
    public static void Decompose(int codePoint, CodePointBuffer target)
    {
        int syllable = codePoint - SyllableBase;
        if ((uint)syllable < SyllableCount)
        {
            target.Add(LeadBase + (syllable / (VowelCount * TrailCount)));
            target.Add(VowelBase + (syllable / TrailCount % VowelCount));
            if (syllable % TrailCount != 0)
            {
                target.Add(TrailBase + (syllable % TrailCount));
            }

            return;
        }

        int found = codePoint < FirstDecomposable ? -1 : FoldingTables.DecompositionSources.BinarySearch(codePoint);
        if (found < 0)
        {
            target.Add(codePoint);
            return;
        }

        ReadOnlySpan<ushort> offsets = FoldingTables.DecompositionOffsets;
        foreach (int part in FoldingTables.DecompositionTargets[offsets[found]..offsets[found + 1]])
        {
            target.Add(part);
        }
    }

    /// <summary>Puts each run of combining marks into canonical order.</summary>
    /// <param name="points">Decomposed code points; sorted in place, stably.</param>
    /// <remarks>Insertion sort: runs are short. A hostile run of n marks costs n², so runs are sorted 1,024 at a time.</remarks>
    public static void Reorder(Span<int> points)
    {
        const int longestRun = 1024;
        int runStart = 0;
        for (int i = 0; i < points.Length; i++)
        {
            int point = points[i];
            int order = CodePoints.CombiningClassOf(point);
            if (order == 0 || i - runStart >= longestRun)
            {
                runStart = order == 0 ? i + 1 : i;
                continue;
            }

            int at = i;
            while (at > runStart && CodePoints.CombiningClassOf(points[at - 1]) > order)
            {
                points[at] = points[at - 1];
                at--;
            }

            points[at] = point;
        }
    }

    /// <summary>Composes ordered code points in place.</summary>
    /// <param name="points">Decomposed and ordered; overwritten.</param>
    /// <returns>How many code points are left at the front.</returns>
    public static int Compose(Span<int> points)
    {
        int length = 0;
        int starter = -1;
        int lastClass = 0;
        foreach (int point in points)
        {
            int order = CodePoints.CombiningClassOf(point);
            bool blocked = starter < length - 1 && (lastClass == 0 || lastClass >= order);
            if (starter >= 0 && !blocked && TryCompose(points[starter], point, out int composite))
            {
                points[starter] = composite;
                continue;
            }

            if (order == 0)
            {
                starter = length;
            }

            lastClass = order;
            points[length++] = point;
        }

        return length;
    }

    /// <summary>Finds the primary composite of two code points.</summary>
    /// <param name="first">The first, a starter.</param>
    /// <param name="second">The second.</param>
    /// <param name="composite">What they compose to.</param>
    /// <returns>Whether they compose.</returns>
    public static bool TryCompose(int first, int second, out int composite)
    {
        int lead = first - LeadBase;
        int vowel = second - VowelBase;
        if ((uint)lead < LeadCount && (uint)vowel < VowelCount)
        {
            composite = SyllableBase + (((lead * VowelCount) + vowel) * TrailCount);
            return true;
        }

        int syllable = first - SyllableBase;
        int trail = second - TrailBase;
        if ((uint)syllable < SyllableCount && syllable % TrailCount == 0 && trail is > 0 and < TrailCount)
        {
            composite = first + trail;
            return true;
        }

        int found = FoldingTables.CompositionPairs.BinarySearch(((ulong)first << 21) | (uint)second);
        composite = found < 0 ? 0 : FoldingTables.CompositionResults[found];
        return found >= 0;
    }
}
