using System.Collections.Frozen;
using System.Text.Json;

namespace SearchService.Quotations.Finding.Languages;

/// <summary>The words of a language that quotations are known by: a file of <c>config/quotations</c>.</summary>
/// <remarks>
/// A file holds lists of words without regard to case; <c>stem/ending/ending</c> is the stem with each of the endings, of which one may be empty
/// (<c>add//s/ed</c>). Immutable, safe for threads.
/// </remarks>
internal sealed class QuotationLanguage
{
    private static readonly FrozenDictionary<string, WordRoles> Lists = new Dictionary<string, WordRoles>(StringComparer.Ordinal)
    {
        ["say"] = WordRoles.Say,
        ["report"] = WordRoles.Report,
        ["nouns"] = WordRoles.SpeechNoun,
        ["persons"] = WordRoles.Person,
        ["titles"] = WordRoles.Title,
        ["subjects"] = WordRoles.Subject,
        ["objects"] = WordRoles.Object,
        ["owners"] = WordRoles.Owner,
        ["relatives"] = WordRoles.Relative,
        ["determiners"] = WordRoles.Determiner,
        ["prepositions"] = WordRoles.Preposition,
        ["auxiliaries"] = WordRoles.Auxiliary,
        ["conjunctions"] = WordRoles.Conjunction,
        ["connectors"] = WordRoles.Connector,
        ["titled"] = WordRoles.Titled,
        ["termed"] = WordRoles.Termed,
        ["spoken"] = WordRoles.Spoken,
        ["elisions"] = WordRoles.Elision,
        ["times"] = WordRoles.Time,
        ["articles"] = WordRoles.Article,
        ["openers"] = WordRoles.Opener,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, QuotationLanguage> Shipped =
        new[] { "en", "ru" }.ToFrozenDictionary(static code => code, static code => Load($"quotations.{code}.json"), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, WordRoles>.AlternateLookup<ReadOnlySpan<char>> _roles;

    private QuotationLanguage(Dictionary<string, WordRoles> roles, string[][] according)
    {
        _roles = roles.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        According = according;
    }

    /// <summary>Gets the phrases that a speaker follows, word by word.</summary>
    public IReadOnlyList<string[]> According { get; }

    /// <summary>Gets the words of a language.</summary>
    /// <param name="code">ISO 639-1, lower case, or null.</param>
    /// <returns>Those of English where the language isn't known, none where there is no file of it.</returns>
    public static QuotationLanguage Of(string? code) => Shipped.GetValueOrDefault(code ?? "en") ?? Unknown;

    private static QuotationLanguage Unknown { get; } = new([], []);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">There is a list of another name, or something that is no list of words.</exception>
    public static QuotationLanguage Read(Stream json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Dictionary<string, WordRoles> roles = new(StringComparer.OrdinalIgnoreCase);
        string[][] according = [];
        foreach (JsonProperty list in document.RootElement.EnumerateObject())
        {
            if (list.NameEquals("language"))
            {
                continue;
            }

            string[] entries = list.Value.ValueKind == JsonValueKind.Array
                ? [.. list.Value.EnumerateArray().Select(static entry => entry.GetString() ?? throw new FormatException("A list of words holds null."))]
                : throw new FormatException($"'{list.Name}' is no list of words.");
            if (list.NameEquals("according"))
            {
                according = [.. entries.Select(static entry => entry.Split(' '))];
                Add(roles, according.Select(static phrase => phrase[^1]), WordRoles.According);
            }
            else
            {
                Add(roles, entries.SelectMany(Forms), Lists.TryGetValue(list.Name, out WordRoles role) ? role : throw new FormatException($"There is no list '{list.Name}'."));
            }
        }

        return new QuotationLanguage(roles, according);
    }

    /// <summary>Tells what a word may be.</summary>
    /// <param name="word">As written.</param>
    public WordRoles RolesOf(ReadOnlySpan<char> word) => _roles.TryGetValue(word, out WordRoles roles) ? roles : WordRoles.None;

    private static void Add(Dictionary<string, WordRoles> roles, IEnumerable<string> words, WordRoles role)
    {
        foreach (string word in words)
        {
            roles[word] = roles.GetValueOrDefault(word) | role;
            if (word.Contains('\'', StringComparison.Ordinal))
            {
                string typographic = word.Replace('\'', '’');
                roles[typographic] = roles.GetValueOrDefault(typographic) | role;
            }
        }
    }

    private static IEnumerable<string> Forms(string entry)
    {
        string[] parts = entry.Split('/');
        return parts.Length == 1 ? parts : parts.Skip(1).Select(ending => parts[0] + ending);
    }

    private static QuotationLanguage Load(string resource)
    {
        using Stream stream = typeof(QuotationLanguage).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        return Read(stream);
    }
}
