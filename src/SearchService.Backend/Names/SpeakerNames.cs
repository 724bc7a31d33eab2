using System.Collections.Immutable;
using SearchService.Analysis.Names;
using SearchService.Core.Indexes;

namespace SearchService.Backend.Names;

/// <summary>Who speaks in the quotations of a generation, to find the one that is meant by another spelling of the name.</summary>
/// <remarks>Compared from the first time on that a name is asked for that nobody has; thread-safe.</remarks>
/// <param name="dictionary">Of the generation; outlives this.</param>
public sealed class SpeakerNames(INameDictionary dictionary)
{
    private readonly Lazy<NameIndex> _names = new(() => Read(dictionary));

    /// <summary>The speakers whose names are spellings of one that nobody has, those with most quotations first.</summary>
    /// <param name="name">A whole name.</param>
    public ImmutableArray<NameVariant> VariantsOf(string name) => dictionary.IsSpeaker(name)
        ? []
        :
        [
            .. _names.Value.Find(name)
                .OrderByDescending(static match => match.Count).ThenBy(static match => match.Name, StringComparer.Ordinal)
                .Select(static match => new NameVariant(match.Name, match.Count)),
        ];

    private static NameIndex Read(INameDictionary dictionary)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach ((string name, long quotations) in dictionary.Speakers())
        {
            counts[name] = counts.GetValueOrDefault(name) + quotations;
        }

        return new NameIndex(counts
            .OrderByDescending(static name => name.Value).ThenBy(static name => name.Key, StringComparer.Ordinal)
            .Take(ArchiveNames.MaxNames)
            .Select(static name => (name.Key, name.Value)));
    }
}
