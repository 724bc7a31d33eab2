using System.Diagnostics.CodeAnalysis;

namespace SearchService.Core.Queries.Parsing;

/// <summary>The names that can stand before a colon: fields, their aliases, and two names that are no fields.</summary>
internal static class FieldNames
{
    /// <summary>Asks for articles without a value of the field named behind it.</summary>
    public const string Missing = "_missing";

    /// <summary>Switches inflections and other spellings off for what is behind it.</summary>
    public const string Verbatim = "verbatim";

    /// <summary>Finds the field, or the pseudo-field, that a name means.</summary>
    public static bool TryResolve(string name, [NotNullWhen(true)] out string? field)
    {
        field = name.Equals(Missing, StringComparison.OrdinalIgnoreCase) ? Missing
            : name.Equals(Verbatim, StringComparison.OrdinalIgnoreCase) ? Verbatim
            : null;
        return field is not null || QueryFields.TryResolve(name, out field);
    }

    /// <summary>Finds a name that may be meant by another one.</summary>
    public static string? Nearest(string name) => NearestName.Of(
        name.ToLowerInvariant(), QueryFields.All.Concat(QueryFields.Aliases.Keys.Order(StringComparer.Ordinal)).Append(Verbatim).Append(Missing));
}
