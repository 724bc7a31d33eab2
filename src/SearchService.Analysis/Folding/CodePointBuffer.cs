namespace SearchService.Analysis.Folding;

/// <summary>A growing list of code points, reused from token to token.</summary>
internal sealed class CodePointBuffer
{
    private int[] _points = new int[64];

    /// <summary>Gets the number of code points.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the code points; valid until the next change.</summary>
    public Span<int> Points => _points.AsSpan(0, Count);

    /// <summary>Removes every code point.</summary>
    public void Clear() => Count = 0;

    /// <summary>Removes the code points from an index on.</summary>
    /// <param name="count">How many stay.</param>
    public void Truncate(int count) => Count = count;

    /// <summary>Appends a code point.</summary>
    /// <param name="codePoint">0 to 0x10FFFF.</param>
    public void Add(int codePoint)
    {
        if (Count == _points.Length)
        {
            Array.Resize(ref _points, _points.Length * 2);
        }

        _points[Count++] = codePoint;
    }
}
