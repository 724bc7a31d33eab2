using System.Buffers;
using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Outlets;

/// <summary>An outlet of articles that the registry doesn't know.</summary>
/// <param name="Name">As most of its articles have it; the host where none names it.</param>
/// <param name="Aliases">Other names on the same hosts that go on from it or that it goes on from, the most frequent first.</param>
/// <param name="Domains">Hosts of its articles, bare, the most frequent first; neither those that another outlet has more articles on nor those that few strayed to.</param>
/// <param name="Articles">How many articles it has.</param>
public sealed record UnknownOutlet(string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Domains, long Articles)
{
    /// <summary>The header of a registry that such lines make up.</summary>
    public const string Header = "outlet,aliases,domains,country,stance,label_source";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\";\t\r\n");

    /// <summary>The line that makes it known: country, stance and who says so are left to be filled in.</summary>
    /// <returns>A line of CSV under <see cref="Header"/>, without a line end.</returns>
    public string ToLine() => $"{Field(Name)},{Field(string.Join('|', Aliases))},{Field(string.Join('|', Domains))},,,";

    /// <summary>Whether a name can stand in a list that <c>|</c> parts.</summary>
    internal static bool CanBeListed(string name) => !name.Contains('|', StringComparison.Ordinal) && NameKey.Of(name).Length > 0;

    private static string Field(string value) =>
        value.AsSpan().ContainsAny(Quoted) || (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) || value[0] == '#'))
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
