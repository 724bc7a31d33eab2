using SearchService.Core.Searching;

namespace SearchService.Web.Page.State;

/// <summary>One value chosen or excluded in a facet, as an address writes it: <c>value</c>, <c>-value</c>, or <c>_missing</c> for "no value".</summary>
/// <param name="Field">One of <see cref="PageField.All"/>.</param>
/// <param name="Token">As written; a value that begins with one of the marks has a backslash before it.</param>
public readonly record struct PageChoice(string Field, string Token)
{
    /// <summary>Whether articles with the value are left out.</summary>
    public bool IsExcluded => Token.StartsWith('-');

    /// <summary>The token that chooses what this one speaks of.</summary>
    public string Subject => IsExcluded ? Token[1..] : Token;

    /// <summary>The value itself; null for "no value".</summary>
    public string? Value => Subject switch
    {
        FacetFields.Missing => null,
        ['\\', .. string value] => value,
        string value => value,
    };

    /// <summary>Writes a value as the token that chooses it.</summary>
    public static string TokenOf(string value) => value is ['-' or '_' or '\\', ..] ? "\\" + value : value;
}
