using System.Numerics;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;

namespace SearchService.Engine.Collect.Groups;

/// <summary>The documents of a set that belong to groups of which it holds several, group by group: what facets count too often.</summary>
internal sealed class GroupRepeats
{
    private readonly int[] _groups;
    private readonly int[] _segments;
    private readonly int[] _documents;

    /// <summary>Lists them.</summary>
    /// <param name="field">The groups.</param>
    /// <param name="sets">The set, in each segment.</param>
    /// <param name="scratch">Lends room.</param>
    public GroupRepeats(GroupedField field, ReadOnlySpan<CountedSet> sets, Scratch scratch)
    {
        // Counted first, then put in order: no sorting.
        var starts = scratch.Ints(field.GroupCount + 1);
        starts.AsSpan(0, field.GroupCount + 1).Clear();
        ForEach(field, sets, (group, _, _) => starts[group]++);
        var count = 0;
        for (var group = 0; group < field.GroupCount; group++)
        {
            var members = starts[group];
            starts[group] = members > 1 ? count : -1;
            count += members > 1 ? members : 0;
        }

        Count = count;
        _groups = scratch.Ints(count);
        _segments = scratch.Ints(count);
        _documents = scratch.Ints(count);
        ForEach(field, sets, (group, segment, document) =>
        {
            if (starts[group] >= 0)
            {
                var at = starts[group]++;
                (_groups[at], _segments[at], _documents[at]) = (group, segment, document);
            }
        });
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>One of them: its group, its segment's place, its id there. Those of a group follow one another.</summary>
    public (int Group, int Segment, int Document) this[int place] => (_groups[place], _segments[place], _documents[place]);

    private static void ForEach(GroupedField field, ReadOnlySpan<CountedSet> sets, Action<int, int, int> take)
    {
        for (var segment = 0; segment < sets.Length; segment++)
        {
            var words = sets[segment].Words;
            var shared = field.Shared(segment);
            var groups = field.Groups(segment);
            for (var i = 0; i < words.Length; i++)
            {
                for (var word = words[i] & shared[i]; word != 0; word &= word - 1)
                {
                    var document = (i << 6) + BitOperations.TrailingZeroCount(word);
                    take(groups[document], segment, document);
                }
            }
        }
    }
}
