using System.Diagnostics.CodeAnalysis;

namespace SearchService.Core.Queries.Parsing;

/// <summary>The names that can stand before a colon: fields, their aliases, and two names that are no fields.</summary>
internal static class FieldNames
{
    /// <summary>Asks for articles without a value of the field named behind it.</summary>
    public const string Missing = "_missing";

    /// <summary>Switches inflections and other spellings off for what is behind it.</summary>
    public const string Verbatim = "verbatim";

    private const int LongestName = 40;

    /// <summary>Finds the field, or the pseudo-field, that a name means.</summary>
    public static bool TryResolve(string name, [NotNullWhen(true)] out string? field)
    {
        field = name.Equals(Missing, StringComparison.OrdinalIgnoreCase) ? Missing
            : name.Equals(Verbatim, StringComparison.OrdinalIgnoreCase) ? Verbatim
            : null;
        return field is not null || QueryFields.TryResolve(name, out field);
    }

    /// <summary>Finds a name that is at most one edit away, two for a name of five letters or more.</summary>
    public static string? Nearest(string name)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string lower = name.ToLowerInvariant();
        string? best = null;
        int least = name.Length < 5 ? 2 : 3;
        foreach (string known in QueryFields.All.Concat(QueryFields.Aliases.Keys.Order(StringComparer.Ordinal)).Append(Verbatim).Append(Missing))
        {
            int edits = Edits(lower, known);
            if (edits < least)
            {
                (best, least) = (known, edits);
            }
        }

        return best;
    }

    /// <summary>Levenshtein distance, a row at a time.</summary>
    private static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[LongestName + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
