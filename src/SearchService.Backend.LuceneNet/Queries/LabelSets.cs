using System.Collections.Immutable;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Sets of documents by their labels and dates, articles and quotations alike.</summary>
internal static class LabelSets
{
    /// <summary>Documents without a value of a facet or label.</summary>
    internal static FixedBitSet Missing(ArchiveReader archive, string field)
    {
        FixedBitSet found = archive.Label(field).DocumentsWithAny();
        found.Flip(0, found.Length);
        return found;
    }

    /// <summary>Documents that a filter lets pass.</summary>
    internal static FixedBitSet Passing(ArchiveReader archive, FacetFilter filter)
    {
        FixedBitSet passing;
        if (filter.Included.IsEmpty)
        {
            passing = new FixedBitSet(archive.DocumentCount);
            passing.Set(0, archive.DocumentCount);
        }
        else
        {
            passing = AnyOf(archive, filter.Field, filter.Included);
        }

        if (!filter.Excluded.IsEmpty)
        {
            passing.AndNot(AnyOf(archive, filter.Field, filter.Excluded));
        }

        return passing;
    }

    private static FixedBitSet AnyOf(ArchiveReader archive, string field, ImmutableArray<string> values)
    {
        FixedBitSet any = values.Contains(FacetFields.Missing) ? Missing(archive, field) : new FixedBitSet(archive.DocumentCount);
        IEnumerable<string> present = values.Where(static value => value != FacetFields.Missing);
        if (field == FacetFields.Date)
        {
            foreach (string value in present)
            {
                if (DatePeriod.TryParse(value, out DatePeriod period))
                {
                    any.Or(archive.Dates.DocumentsIn(period));
                }
            }

            return any;
        }

        LabelColumn column = archive.Label(field);
        bool[] wanted = new bool[column.Values.Length];
        foreach (int ordinal in present.Select(column.OrdinalOf).Where(static ordinal => ordinal >= 0))
        {
            wanted[ordinal] = true;
        }

        any.Or(column.DocumentsWith(wanted));
        return any;
    }
}
