using System.Runtime.InteropServices;
using SearchService.Analysis.Proximity;

namespace SearchService.Analysis.Marks;

/// <summary>Where a word, or any word of a set, stands in the text being looked at.</summary>
internal sealed class PlacedWords : TermPositions
{
    private readonly List<int> _places = [];

    /// <inheritdoc/>
    public override ReadOnlySpan<int> In(int document) => CollectionsMarshal.AsSpan(_places);

    /// <summary>Forgets the text before.</summary>
    public void Clear() => _places.Clear();

    /// <summary>Adds the next place.</summary>
    public void Add(int position) => _places.Add(position);
}
