using System.Collections.Frozen;

namespace SearchService.Web.Page.Languages;

/// <summary>What countries and languages are called: <c>names.tsv</c> beside this file.</summary>
/// <remarks>Scripts of the page ask <c>Intl.DisplayNames</c>, which has the same from Unicode CLDR; the service runs without ICU.</remarks>
internal static class CodeNames
{
    private static readonly FrozenDictionary<(string Kind, string Code), string[]> Names = Read();

    /// <summary>A name.</summary>
    /// <param name="kind"><c>country</c> or <c>language</c>.</param>
    /// <param name="code">ISO 3166 or ISO 639, as <see cref="Core.Articles.Article"/> holds it.</param>
    /// <param name="language">One that has no names here gets the English ones.</param>
    /// <returns>Null where the code has none.</returns>
    internal static string? Find(string kind, string code, string language) =>
        Names.TryGetValue((kind, code), out string[]? names) ? names[language == "ru" ? 1 : 0] : null;

    private static FrozenDictionary<(string Kind, string Code), string[]> Read()
    {
        using Stream stream = typeof(CodeNames).Assembly.GetManifestResourceStream(typeof(CodeNames), "names.tsv")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => !line.StartsWith('#'))
            .Select(static line => line.Split('\t'))
            .ToFrozenDictionary(static cells => (cells[0], cells[1]), static cells => cells[2..]);
    }
}
