using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>Walks sets of documents.</summary>
internal static class DocumentBits
{
    /// <summary>The documents of a set, ascending.</summary>
    internal static IEnumerable<int> Each(this FixedBitSet set)
    {
        for (int document = set.Length == 0 ? -1 : set.NextSetBit(0); document >= 0; document = document + 1 < set.Length ? set.NextSetBit(document + 1) : -1)
        {
            yield return document;
        }
    }

    /// <summary>What is in all of some sets: one of its own.</summary>
    internal static FixedBitSet All(FixedBitSet first, params ReadOnlySpan<FixedBitSet> others)
    {
        FixedBitSet all = first.Clone();
        foreach (FixedBitSet other in others)
        {
            all.And(other);
        }

        return all;
    }
}
