namespace SearchService.Engine.Index.Writing;

/// <summary>Which written forms each folded or stemmed term comes from: the inverse of what the inverter notes while it reads.</summary>
internal sealed class DerivedTerms
{
    private readonly int[] _starts; // by derived term, and one more
    private readonly int[] _sources;

    /// <summary>Inverts a relation.</summary>
    /// <param name="terms">How many terms there are.</param>
    /// <param name="pairs">Source and derived term; a source occurs, a derived term may be any.</param>
    public DerivedTerms(int terms, ReadOnlySpan<(int Source, int Derived)> pairs)
    {
        _starts = new int[terms + 1];
        foreach ((_, int derived) in pairs)
        {
            _starts[derived + 1]++;
        }

        for (int term = 0; term < terms; term++)
        {
            _starts[term + 1] += _starts[term];
        }

        _sources = new int[pairs.Length];
        int[] next = _starts.AsSpan(0, terms).ToArray();
        foreach ((int source, int derived) in pairs)
        {
            _sources[next[derived]++] = source;
        }
    }

    /// <summary>The terms a term comes from, each once; none for a written form that comes from no other.</summary>
    public ReadOnlySpan<int> Sources(int derived) => _sources.AsSpan(_starts[derived], _starts[derived + 1] - _starts[derived]);
}
