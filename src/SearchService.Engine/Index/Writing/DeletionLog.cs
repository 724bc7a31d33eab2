using System.Text;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Deletions that were asked for and not looked up yet: a keyword each, and how many documents had been added by then.
/// </summary>
/// <remarks>
/// They are looked up in all segments at once, when the documents in memory are in segments too; so what is deleted
/// doesn't depend on which segments there were meanwhile. Not thread-safe.
/// </remarks>
internal sealed class DeletionLog
{
    private readonly Dictionary<(int Field, string Value), long> _before = []; // a later deletion includes an earlier one

    /// <summary>Whether there is anything to look up.</summary>
    public bool IsEmpty => _before.Count == 0;

    /// <summary>Notes a deletion.</summary>
    /// <param name="field">The number of a keyword field.</param>
    /// <param name="value">The keyword.</param>
    /// <param name="added">How many documents were added before.</param>
    public void Add(int field, string value, long added) => _before[(field, value)] = added;

    /// <summary>Forgets what was looked up.</summary>
    public void Clear() => _before.Clear();

    /// <summary>Looks all deletions up in a segment.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="deleted">Its deleted documents so far, or null.</param>
    /// <param name="numbers">When its documents were added, or null when that was before all deletions.</param>
    /// <returns>A new set, or the one given when it has them all.</returns>
    public BitSet? ApplyTo(SegmentReader reader, BitSet? deleted, DocumentNumbers? numbers)
    {
        BitSet? changed = null;
        foreach (((int field, string value), long before) in _before)
        {
            KeywordColumn column = reader.Keywords(field);
            if (!column.TryFindOrdinal(Encoding.UTF8.GetBytes(value), out int ordinal))
            {
                continue;
            }

            foreach (int document in column.DocumentsOf(ordinal))
            {
                if ((numbers is null || numbers.NumberOf(document) < before) && deleted?[document] != true)
                {
                    changed ??= deleted?.Clone() ?? new BitSet(reader.DocumentCount);
                    changed.Set(document);
                }
            }
        }

        return changed ?? deleted;
    }
}
