namespace SearchService.Engine.Highlighting;

/// <summary>Gathers where some terms of one form stand in a text.</summary>
internal sealed class TermPlaces
{
    private readonly Dictionary<byte[], List<int>> _places = new(new BytesComparer());
    private readonly Dictionary<byte[], List<int>>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;

    /// <summary>Makes an empty one.</summary>
    public TermPlaces() => _bySpan = _places.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Whether no term is looked for.</summary>
    public bool IsEmpty => _places.Count == 0;

    /// <summary>The list, filled later, of the positions of a term; the same for the same term.</summary>
    public List<int> PlacesOf(ReadOnlySpan<byte> term)
    {
        if (!_bySpan.TryGetValue(term, out var places))
        {
            _bySpan[term] = places = [];
        }

        return places;
    }

    /// <summary>Empties the lists.</summary>
    public void Clear()
    {
        foreach (var places in _places.Values)
        {
            places.Clear();
        }
    }

    /// <summary>Notes a term of the text if it is looked for.</summary>
    public void Take(ReadOnlySpan<byte> term, int position)
    {
        if (_bySpan.TryGetValue(term, out var places))
        {
            places.Add(position);
        }
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
