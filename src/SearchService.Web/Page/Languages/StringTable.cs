using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SearchService.Web.Page.Languages;

/// <summary>What the page says in one language.</summary>
public sealed class StringTable
{
    // What only the service writes into the document isn't sent with its scripts.
    private const string ServerAlone = "plain.";

    // Letters of all scripts stay as they are.
    private static readonly JsonSerializerOptions InScript = new() { Encoder = Http.ApiJson.Relaxed.Options.Encoder };

    private readonly FrozenDictionary<string, JsonNode> _strings;
    private readonly NumberFormatInfo _numbers;

    internal StringTable(string language, JsonObject strings)
    {
        Language = language;
        Json = new JsonObject(strings.Where(static each => !each.Key.StartsWith(ServerAlone, StringComparison.Ordinal)).Select(static each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())))
            .ToJsonString(InScript);
        _strings = strings.ToFrozenDictionary(static each => each.Key, static each => each.Value!, StringComparer.Ordinal);
        _numbers = new NumberFormatInfo { NumberGroupSeparator = language == "en" ? "," : "\u00a0", NumberDecimalSeparator = language == "en" ? "." : "," };
    }

    /// <summary>Code of ISO 639.</summary>
    internal string Language { get; }

    /// <summary>What scripts of the page say, as an object.</summary>
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
            long n = 0;
            foreach ((string name, object value) in values)
            {
                n = name == "n" ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : n;
            }

            StringBuilder text = new();
            foreach ((string piece, bool isPlace) in Pieces(key, n))
            {
                text.Append(isPlace ? Fill(piece, values) : piece);
            }

            return text.ToString();
        }
    }

    /// <summary>Whether there is a string of this key.</summary>
    internal bool Has(string key) => _strings.ContainsKey(key);

    /// <summary>A string cut at its places, for those that are filled with more than text.</summary>
    /// <param name="key">One of the file's.</param>
    /// <param name="n">Chooses the plural form, where there are any.</param>
    /// <returns>Text as it stands, and the names of places.</returns>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    internal IEnumerable<(string Piece, bool IsPlace)> Pieces(string key, long n = 0)
    {
        JsonNode entry = _strings[key];
        string text = (entry is JsonObject forms ? forms[PluralRules.Category(Language, n)] ?? forms["other"]! : entry).GetValue<string>();
        for (int at = 0; at < text.Length;)
        {
            int open = text.IndexOf('{', at), close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                yield return (text[at..], false);
                yield break;
            }

            if (open > at)
            {
                yield return (text[at..open], false);
            }

            yield return (text[(open + 1)..close], true);
            at = close + 1;
        }
    }

    /// <summary>A number as this language writes it.</summary>
    internal string Count(long number) => number.ToString("N0", _numbers);

    /// <summary>A number that may have a fraction, of three digits at most.</summary>
    internal string Count(double number) => number.ToString("#,0.###", _numbers);

    private string Fill(string place, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach ((string name, object value) in values)
        {
            if (name == place)
            {
                return value is int or long ? Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)) : value.ToString() ?? "";
            }
        }

        return $"{{{place}}}";
    }
}
