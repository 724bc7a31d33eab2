namespace SearchService.Analysis.Marks;

/// <summary>Gathers where some terms of one form stand in a text.</summary>
internal sealed class TermPlaces
{
    private readonly Dictionary<byte[], PlacedWords> _places = new(new BytesComparer());
    private readonly Dictionary<byte[], PlacedWords>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;

    /// <summary>Makes an empty one.</summary>
    public TermPlaces() => _bySpan = _places.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Whether no term is looked for.</summary>
    public bool IsEmpty => _places.Count == 0;

    /// <summary>Where a term stands, known when the text has been read; the same object for the same term.</summary>
    public PlacedWords PlacesOf(ReadOnlySpan<byte> term)
    {
        if (!_bySpan.TryGetValue(term, out var places))
        {
            _bySpan[term] = places = new PlacedWords();
        }

        return places;
    }

    /// <summary>Forgets the text before.</summary>
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
