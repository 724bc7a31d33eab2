namespace SearchService.Analysis.Trees;

/// <summary>The features of one thing that <see cref="BoostedTrees"/> judge, in the order in which they are put.</summary>
/// <remarks>Reusable; allocates nothing once it has grown, unless it keeps names.</remarks>
/// <param name="names">Where the names go, for the first row of all; null for the others.</param>
public sealed class FeatureRow(List<string>? names)
{
    private float[] _values = new float[160];

    /// <summary>The values put since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Begins the next row.</summary>
    public void Clear() => Count = 0;

    /// <summary>Begins the next row with the first values of this one: what several rows share is put once.</summary>
    /// <param name="count">How many stay; at most <see cref="Count"/>.</param>
    public void KeepFirst(int count) => Count = Math.Min(count, Count);

    /// <summary>Puts a number.</summary>
    public void Put(string name, double value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, 2 * Count);
        }

        names?.Add(name);
        _values[Count++] = (float)value;
    }

    /// <summary>Puts a number of a group of features.</summary>
    public void Put(string group, string name, double value) => Put(names is null ? name : $"{group}.{name}", value);

    /// <summary>Puts a yes or no of a group of features.</summary>
    public void Put(string group, string name, bool value) => Put(group, name, value ? 1 : 0);

    /// <summary>Puts a size of a group of features.</summary>
    public void PutSize(string group, string name, double size) => PutSize(names is null ? name : $"{group}.{name}", size);

    /// <summary>Puts a yes or no.</summary>
    public void Put(string name, bool value) => Put(name, value ? 1 : 0);

    /// <summary>Puts a size, of which the order of magnitude matters.</summary>
    public void PutSize(string name, double size) => Put(name, Math.Log2(1 + Math.Max(0, size)));
}
