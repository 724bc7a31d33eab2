using SearchService.Analysis;

namespace SearchService.Backend.Inspection;

/// <summary>What is said to someone who looks into an index for what it hasn't.</summary>
public static class InspectedWords
{
    /// <summary>The form that is meant.</summary>
    /// <param name="field">The field, as it was asked for.</param>
    /// <param name="form">The form, as it was asked for: in any case.</param>
    /// <param name="forms">Those that the field has.</param>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static TermForm FormOf(string field, string form, IReadOnlyCollection<TermForm> forms)
    {
        foreach (TermForm known in forms)
        {
            if (known.ToString().Equals(form, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        throw new ArgumentException($"Field '{field}' has no form '{form}'; it has {string.Join(", ", forms).ToLowerInvariant()}.", nameof(form));
    }

    /// <summary>There is no such field.</summary>
    /// <param name="field">The field, as it was asked for.</param>
    /// <param name="fields">Those of articles.</param>
    public static ArgumentException Unknown(string field, IEnumerable<string> fields) =>
        new($"There is no field of words '{field}'; there are {string.Join(", ", fields)}, and of quotations said and speaker.words.", nameof(field));
}
