using System.Collections.Immutable;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded;

/// <summary>The values that the keyword fields of a snapshot hold.</summary>
/// <param name="snapshot">Outlives this.</param>
internal sealed class FieldValueLists(IndexSnapshot snapshot)
{
    /// <summary>The values of a field that fit, each once.</summary>
    /// <param name="field">Number of a keyword field.</param>
    /// <param name="fits">Whether a value is wanted.</param>
    internal ImmutableArray<string> Where(int field, Func<string, bool> fits)
    {
        GlobalOrdinals values = snapshot.Ordinals(field);
        return [.. Enumerable.Range(0, values.ValueCount).Select(values.Text).Where(fits)];
    }
}
