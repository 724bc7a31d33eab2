using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SearchService.Web.Page.Languages;

/// <summary>What the page says in one language.</summary>
public sealed class StringTable
{
    // Letters of all scripts stay as they are; what could end the element it is written into doesn't.
    private static readonly JsonSerializerOptions InDocument = new() { Encoder = Http.ApiJson.Relaxed.Options.Encoder };

    private readonly FrozenDictionary<string, JsonNode> _strings;
    private readonly NumberFormatInfo _numbers;

    internal StringTable(string language, JsonObject strings)
    {
        Language = language;
        Json = strings.ToJsonString(InDocument);
        _strings = strings.ToFrozenDictionary(static each => each.Key, static each => each.Value!, StringComparer.Ordinal);
        _numbers = new NumberFormatInfo { NumberGroupSeparator = language == "en" ? "," : "\u00a0" };
    }

    /// <summary>Code of ISO 639.</summary>
    internal string Language { get; }

    /// <summary>All of it, for a script of the page; safe inside an element of HTML.</summary>
    internal string Json { get; }

    /// <summary>The keys there are.</summary>
    internal IEnumerable<string> Keys => _strings.Keys;

    /// <summary>A string with its places filled.</summary>
    /// <param name="key">One of the file's.</param>
    /// <param name="values">By the names that stand in braces; <c>n</c>, a number, chooses the plural form.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    internal string this[string key, params ReadOnlySpan<(string Name, object Value)> values]
    {
        get
        {
            JsonNode entry = _strings[key];
            StringBuilder text = new();
            if (entry is JsonObject forms)
            {
                long n = 0;
                foreach ((string name, object value) in values)
                {
                    n = name == "n" ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : n;
                }

                entry = forms[PluralRules.Category(Language, n)] ?? forms["other"]!;
            }

            text.Append(entry.GetValue<string>());
            foreach ((string name, object value) in values)
            {
                text.Replace($"{{{name}}}", value is int or long ? Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)) : value.ToString());
            }

            return text.ToString();
        }
    }

    /// <summary>A number as this language writes it.</summary>
    internal string Count(long number) => number.ToString("N0", _numbers);
}
