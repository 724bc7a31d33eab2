using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using SearchService.Analysis.Names;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Engine.Index;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Backend.Embedded.Names;

/// <summary>Who speaks in the quotations of a snapshot, to find the one that is meant by another spelling of the name.</summary>
/// <remarks>Made once a snapshot, when a name is asked for that nobody has; thread-safe.</remarks>
internal sealed class SpeakerNames
{
    private static readonly ConditionalWeakTable<IndexSnapshot, Lazy<SpeakerNames>> Known = [];

    private readonly NameIndex _names;

    private SpeakerNames(IndexSnapshot quotations)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (KeywordColumn speakers in Columns(quotations))
        {
            for (int ordinal = 0; ordinal < speakers.ValueCount; ordinal++)
            {
                string name = speakers.Text(ordinal);
                counts[name] = counts.GetValueOrDefault(name) + speakers.Count(ordinal);
            }
        }

        _names = new NameIndex(counts
            .OrderByDescending(static name => name.Value).ThenBy(static name => name.Key, StringComparer.Ordinal)
            .Take(ArchiveNames.MaxNames)
            .Select(static name => (name.Key, name.Value)));
    }

    /// <summary>The speakers whose names are spellings of one that nobody has.</summary>
    /// <param name="quotations">The snapshot; held until this returns.</param>
    /// <param name="name">A whole name.</param>
    internal static ImmutableArray<NameVariant> VariantsOf(IndexSnapshot quotations, string name)
    {
        byte[] value = Encoding.UTF8.GetBytes(name);
        if (Columns(quotations).Any(speakers => speakers.TryFindOrdinal(value, out _)))
        {
            return [];
        }

        SpeakerNames names = Known.GetValue(quotations, static key => new Lazy<SpeakerNames>(() => new SpeakerNames(key))).Value;
        return
        [
            .. names._names.Find(name)
                .OrderByDescending(static match => match.Count).ThenBy(static match => match.Name, StringComparer.Ordinal)
                .Select(static match => new NameVariant(match.Name, match.Count)),
        ];
    }

    private static IEnumerable<KeywordColumn> Columns(IndexSnapshot quotations) =>
        quotations.Segments.Select(static segment => segment.Keywords(QuotationFields.Labels.Of(FacetFields.Speaker)));
}
