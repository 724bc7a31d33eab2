namespace SearchService.Analysis.Proximity;

/// <summary>The occurrences of a phrase, each from its first word to its last.</summary>
/// <param name="positions">The positions of each distinct term.</param>
/// <param name="occurrences">The phrase, with its terms numbered in the same way.</param>
/// <param name="isExact">Whether the words stand side by side, so that an occurrence is all of what it spans.</param>
public sealed class PhraseSpans(TermPositions[] positions, PhraseOccurrences occurrences, bool isExact) : CountedSpans
{
    private Dictionary<ulong, List<int>>? _places;

    /// <inheritdoc/>
    public override bool FindIn(int document)
    {
        Found.Clear();
        _places = null;
        if (!Take(document))
        {
            return false;
        }

        occurrences.Start();
        while (occurrences.Next())
        {
            Found.Add(SpanOfChoice());
        }

        Found.Sort();
        return Found.Count > 0;
    }

    /// <inheritdoc/>
    /// <remarks>The distance is the width of an occurrence.</remarks>
    public override double FrequencyIn(int document, bool untilFirst) => Take(document) ? occurrences.Frequency(untilFirst) : 0;

    /// <inheritdoc/>
    public override void AddParts(ulong span, HashSet<ulong> parts)
    {
        if (isExact)
        {
            parts.Add(span);
            return;
        }

        foreach (var place in (_places ??= Places())[span])
        {
            parts.Add(SpanList.Span(place, place + 1));
        }
    }

    private bool Take(int document)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            var found = positions[i].In(document);
            if (found.IsEmpty)
            {
                return false;
            }

            found.CopyTo(occurrences.Positions(i, found.Length));
        }

        return true;
    }

    private ulong SpanOfChoice()
    {
        var first = int.MaxValue;
        var last = 0;
        foreach (var place in occurrences.Choice)
        {
            first = Math.Min(first, place);
            last = Math.Max(last, place);
        }

        return SpanList.Span(first, last + 1);
    }

    private Dictionary<ulong, List<int>> Places()
    {
        var places = new Dictionary<ulong, List<int>>();
        occurrences.Start();
        while (occurrences.Next())
        {
            var span = SpanOfChoice();
            if (!places.TryGetValue(span, out var list))
            {
                places.Add(span, list = []);
            }

            list.AddRange(occurrences.Choice);
        }

        return places;
    }
}
