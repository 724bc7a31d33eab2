using System.Buffers.Binary;

namespace SearchService.Engine.Index.Writing;

/// <summary>Puts the strings of a <see cref="TermTable"/> into the order of their bytes.</summary>
internal static class TermOrder
{
    /// <summary>The ids of each group, in byte order of their strings.</summary>
    /// <param name="table">The strings.</param>
    /// <param name="groups">How many groups there are; ids of groups beyond are left out.</param>
    /// <returns>An array a group.</returns>
    public static int[][] ByGroup(TermTable table, int groups)
    {
        var counts = new int[groups];
        for (int id = 0; id < table.Count; id++)
        {
            int group = table.Group(id);
            if (group < groups)
            {
                counts[group]++;
            }
        }

        int[][] ids = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (int id = 0; id < table.Count; id++)
        {
            int group = table.Group(id);
            if (group < groups)
            {
                ids[group][counts[group]++] = id;
            }
        }

        foreach (int[] group in ids)
        {
            Sort(table, group);
        }

        return ids;
    }

    // Sorted by the first eight bytes as one number, which settles nearly all; strings that share them are compared
    // in full. Comparing strings right away would visit the table twice for each comparison.
    private static void Sort(TermTable table, int[] ids)
    {
        ulong[] prefixes = Array.ConvertAll(ids, id => BinaryPrimitives.ReverseEndianness(table.Head(id).First));
        Array.Sort(prefixes, ids);
        for (int start = 0; start < ids.Length;)
        {
            int end = start + 1;
            while (end < ids.Length && prefixes[end] == prefixes[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                ids.AsSpan(start, end - start).Sort((left, right) => table.Bytes(left).SequenceCompareTo(table.Bytes(right)));
            }

            start = end;
        }
    }
}
