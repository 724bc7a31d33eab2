using System.Text.Json;
using System.Text.RegularExpressions;

namespace SearchService.Architecture.Tests;

/// <summary>What the page says: one file, every string in every language, each of them used.</summary>
public sealed partial class PageStrings
{
    private const string File = "src/SearchService.Web/wwwroot/strings.json";

    /// <summary>The categories of whole numbers, by language (Unicode CLDR).</summary>
    private static readonly Dictionary<string, string[]> PluralForms = new() { ["en"] = ["one", "other"], ["ru"] = ["one", "few", "many", "other"] };

    private static readonly Dictionary<string, JsonElement> Strings = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Repository.Read(File))!;

    [Fact]
    public void Every_string_is_there_in_every_language()
    {
        foreach ((string key, JsonElement translations) in Strings)
        {
            Assert.True(translations.EnumerateObject().Select(each => each.Name).SequenceEqual(PluralForms.Keys), $"{key} isn't in all languages, in their order.");
            bool isPlural = translations.GetProperty("en").ValueKind == JsonValueKind.Object;
            foreach (JsonProperty text in translations.EnumerateObject())
            {
                string[] forms = text.Value.ValueKind == JsonValueKind.Object ? [.. text.Value.EnumerateObject().Select(form => form.Name)] : [];
                Assert.True(forms.SequenceEqual(isPlural ? PluralForms[text.Name] : []), $"{key} has not the plural forms of {text.Name}: {string.Join(", ", forms)}.");
            }
        }
    }

    [Fact]
    public void A_string_has_the_same_places_in_every_language()
    {
        foreach ((string key, JsonElement translations) in Strings)
        {
            string[][] places = [.. translations.EnumerateObject().SelectMany(text => Texts(text.Value).Select(PlacesOf))];
            string[] all = [.. places.SelectMany(each => each).Distinct().Order()];

            // One is one: its form may leave the number out.
            Assert.All(places, each => Assert.True(all.Except(each).All(place => place == "n"), $"{key} lacks {{{string.Join("}, {", all.Except(each))}}} somewhere."));
        }
    }

    [Fact]
    public void Strings_that_are_used_and_strings_that_are_there_are_the_same()
    {
        string[] sources =
        [
            .. Repository.SourceFiles("src/SearchService.Web/wwwroot", "*.js")
                .Concat(Repository.SourceFiles("src/SearchService.Web", "*.razor"))
                .Concat(Repository.SourceFiles("src/SearchService.Web", "*.cs"))
                .Select(Repository.Read),
        ];
        HashSet<string> quoted = [.. sources.SelectMany(source => Quoted().Matches(source).Select(match => match.Groups["key"].Value))];
        string[] prefixes = [.. sources.SelectMany(source => Composed().Matches(source).Select(match => match.Groups["key"].Value)).Distinct()];
        string[] asked = [.. sources.SelectMany(source => Asked().Matches(source).Select(match => match.Groups["key"].Value)).Distinct()];

        Assert.Empty(asked.Where(key => !Strings.ContainsKey(key)));
        Assert.Empty(Strings.Keys.Where(key => !quoted.Contains(key) && !prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Texts(JsonElement text) =>
        text.ValueKind == JsonValueKind.Object ? text.EnumerateObject().Select(form => form.Value.GetString()!) : [text.GetString()!];

    private static string[] PlacesOf(string text) => [.. Places().Matches(text).Select(match => match.Groups["name"].Value).Distinct().Order()];

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Places();

    // t('a.b' and textAround('a.b' of scripts, Text["a.b" of the server's views.
    [GeneratedRegex("""(?:\bt\(|\btextAround\(|\b[Tt]ext\[)['"](?<key>[\w.-]+)['"]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""['"](?<key>\w+(?:\.\w+)+)['"]""")]
    private static partial Regex Quoted();

    // `notice.${code}` of scripts, $"notice.{code}" of the server's views.
    [GeneratedRegex("""[`"](?<key>\w+(?:\.\w+)*\.)\$?\{""")]
    private static partial Regex Composed();
}
