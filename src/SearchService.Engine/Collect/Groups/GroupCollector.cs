using System.Collections.Immutable;
using System.Numerics;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Execution;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Collect.Groups;

/// <summary>Finds the best document of each group among those found, in the order of the hits: the others are no hits.</summary>
/// <remarks>
/// Which one is the best is decided over everything found, before any hit is: so a group has one place in the order, and pages that
/// continue one another show it once. Only documents of groups with several are scored for it. Segments and windows come ascending.
/// </remarks>
/// <param name="field">The groups.</param>
/// <param name="sort">The order of the hits.</param>
/// <param name="scratch">Lends room.</param>
internal sealed class GroupCollector(GroupedField field, SortOrder sort, Scratch scratch) : HitCollector
{
    private readonly List<Member> _members = [];
    private readonly int[] _counts = Cleared(scratch, field.GroupCount);
    private readonly int[] _best = scratch.Ints(field.GroupCount); // a place in the members; of groups with a count
    private int _segment;

    /// <inheritdoc/>
    public override bool NeedsScores => sort.NumberField is null;

    /// <summary>Documents found that are not the best of their group.</summary>
    public long Repeats { get; private set; }

    /// <summary>Says which segment comes next.</summary>
    /// <param name="number">Its place in the snapshot.</param>
    public void Begin(int number) => _segment = number;

    /// <inheritdoc/>
    public override void Narrow(int segment, int firstWord, Span<ulong> found) =>
        BitKernels.And(found, field.Shared(segment).Slice(firstWord, found.Length));

    /// <inheritdoc/>
    public override void Collect(SegmentReader segment, Window window, ReadOnlySpan<ulong> found, Span<double> scores)
    {
        var groups = field.Groups(_segment);
        for (var i = 0; i < found.Length; i++)
        {
            for (var word = found[i]; word != 0; word &= word - 1)
            {
                var index = (i << 6) + BitOperations.TrailingZeroCount(word);
                var document = window.Start + index;
                Add(new Member(_segment, document, groups[document], KeyOf(segment, document, scores, index)));
            }
        }
    }

    /// <summary>The sets of documents that are no hits: one for each segment.</summary>
    /// <param name="documentCounts">Documents of each segment.</param>
    public ulong[][] Others(IReadOnlyList<int> documentCounts)
    {
        var others = new ulong[documentCounts.Count][];
        for (var segment = 0; segment < others.Length; segment++)
        {
            var words = BitSet.WordsFor(documentCounts[segment]);
            others[segment] = scratch.Words(words);
            others[segment].AsSpan(0, words).Clear();
        }

        for (var i = 0; i < _members.Count; i++)
        {
            var member = _members[i];
            if (_best[member.Group] != i)
            {
                others[member.Segment][member.Document >> 6] |= 1UL << member.Document;
            }
        }

        return others;
    }

    /// <summary>How many documents found are in the group of a document found.</summary>
    /// <param name="segment">The place of its segment.</param>
    /// <param name="document">Its id there.</param>
    public int CountOf(int segment, int document) => field.Groups(segment)[document] is var group && group == GroupedField.Alone ? 1 : _counts[group];

    /// <inheritdoc/>
    public override ImmutableArray<Hit> Drain() => [];

    // Members come in ascending order of documents, so one that only equals the best comes too late.
    private void Add(Member member)
    {
        if (_counts[member.Group]++ == 0)
        {
            _best[member.Group] = _members.Count;
        }
        else
        {
            Repeats++;
            if (IsBetter(member.Key, _members[_best[member.Group]].Key))
            {
                _best[member.Group] = _members.Count;
            }
        }

        _members.Add(member);
    }

    // Without a key last: see HitCollector.
    private static bool IsBetter(long? key, long? other) => key is { } value && (other is null || value > other);

    private long? KeyOf(SegmentReader segment, int document, Span<double> scores, int index)
    {
        if (sort.NumberField is { } number)
        {
            return segment.Numbers(number).TryGet(document, out var value) ? (sort.Descending ? value : ~value) : null;
        }

        var score = scores[index];
        scores[index] = 0;
        return TopHits.KeyOf(score);
    }

    private static int[] Cleared(Scratch scratch, int length)
    {
        var array = scratch.Ints(length);
        array.AsSpan(0, length).Clear();
        return array;
    }

    private readonly record struct Member(int Segment, int Document, int Group, long? Key);
}
