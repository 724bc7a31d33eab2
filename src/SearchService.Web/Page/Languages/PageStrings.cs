using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SearchService.Web.Page.Languages;

/// <summary>What the page says: <c>wwwroot/strings.json</c>, each string by its key, in every language beside each other.</summary>
/// <remarks>The first language of the file is the one for readers who have none of them.</remarks>
internal sealed class PageStrings
{
    private readonly FrozenDictionary<string, StringTable> _tables;

    private PageStrings(ImmutableArray<string> languages, FrozenDictionary<string, StringTable> tables) => (Languages, _tables) = (languages, tables);

    /// <summary>Codes of ISO 639, the default first.</summary>
    internal ImmutableArray<string> Languages { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">It is no JSON of this form.</exception>
    internal static PageStrings Parse(byte[] json)
    {
        JsonObject keys = JsonNode.Parse(json)?.AsObject() ?? throw new JsonException("strings.json holds no object.");
        Dictionary<string, JsonObject> tables = new(StringComparer.Ordinal);
        ImmutableArray<string>.Builder languages = ImmutableArray.CreateBuilder<string>();
        foreach ((string key, JsonNode? translations) in keys)
        {
            foreach ((string language, JsonNode? text) in translations!.AsObject())
            {
                if (!tables.TryGetValue(language, out JsonObject? table))
                {
                    tables.Add(language, table = []);
                    languages.Add(language);
                }

                table.Add(key, text!.DeepClone());
            }
        }

        return new(languages.ToImmutable(), tables.ToFrozenDictionary(static each => each.Key, static each => new StringTable(each.Key, each.Value), StringComparer.Ordinal));
    }

    /// <summary>The strings of one of <see cref="Languages"/>.</summary>
    internal StringTable In(string language) => _tables[language];
}
