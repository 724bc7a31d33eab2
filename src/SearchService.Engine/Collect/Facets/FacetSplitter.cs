using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using SearchService.Engine.Collect.Groups;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Execution;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Collect.Facets;

/// <summary>Counts a field once more for each of the most frequent values of another one: over the documents that have it.</summary>
/// <remarks>
/// Each part is counted as any set of documents is, so groups count once in it too. Where no document has two of the values, all parts
/// together hold no more documents than the whole: they cost about as much as counting the field once more.
/// </remarks>
/// <param name="field">What is counted.</param>
/// <param name="by">What it is split by.</param>
/// <param name="groups">When collapsed: what counts as one.</param>
/// <param name="scratch">Lends room.</param>
internal sealed class FacetSplitter(FacetField field, FacetField by, GroupedField? groups, Scratch scratch)
{
    /// <summary>Counts.</summary>
    /// <param name="request">Has a <see cref="FacetRequest.Split"/>.</param>
    /// <param name="sets">What the request is counted over, in each segment.</param>
    /// <param name="top">To sort with.</param>
    public ImmutableArray<FacetPart> Split(FacetRequest request, ReadOnlySpan<CountedSet> sets, TopHits top)
    {
        var values = Count(by, sets, bucket: null).Answer(new FacetRequest(request.Split!.Field) { Size = request.Split.Size }, top).Values;
        var parts = new FacetPart[values.Length];
        var having = new CountedSet[sets.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var value = Encoding.UTF8.GetBytes(values[i].Value);
            for (var segment = 0; segment < having.Length; segment++)
            {
                having[segment] = Having(sets[segment], by.Column(segment), value);
            }

            parts[i] = new FacetPart(values[i].Value, Count(field, having, request.Bucket).Answer(request, top).Values);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(parts);
    }

    private FacetAccumulator Count(FacetField counted, ReadOnlySpan<CountedSet> sets, Func<string, long>? bucket)
    {
        var accumulator = new FacetAccumulator(counted, scratch);
        for (var segment = 0; segment < sets.Length; segment++)
        {
            accumulator.Add(segment, sets[segment]);
        }

        if (groups is not null)
        {
            accumulator.TakeOut(new GroupRepeats(groups, sets, scratch), bucket, scratch);
        }

        return accumulator;
    }

    private CountedSet Having(CountedSet set, KeywordColumn column, byte[] value)
    {
        var length = set.Words.Length;
        var room = scratch.Words(length);
        var words = room.AsSpan(0, length);
        if (!column.TryFindOrdinal(value, out var ordinal))
        {
            words.Clear();
        }
        else if (column.Sets is { } sets)
        {
            sets[ordinal].Words.CopyTo(words);
            BitKernels.And(words, set.Words);
        }
        else
        {
            words.Clear();
            foreach (var document in column.DocumentsOf(ordinal))
            {
                words[document >> 6] |= set.Words[document >> 6] & (1UL << document);
            }
        }

        return new CountedSet(room.AsMemory(0, length), column.DocumentCount, scratch);
    }
}
