using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace SearchService.Quotations.Speakers;

/// <summary>The words that tell people in a language: what <c>config/quotations/*.people.json</c> says.</summary>
/// <remarks>Immutable, for any number of threads.</remarks>
internal sealed class PeopleWords
{
    private static readonly Lazy<PeopleWords> English = new(static () => Load("en.people.json", RussianForms.None));
    private static readonly Lazy<PeopleWords> Russian = new(static () => Load("ru.people.json", RussianForms.Declined));

    private readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _notPeople;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _sameOffice;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _nicknames;

    private PeopleWords(Dictionary<string, WordTraits> words, IEnumerable<string> notPeople, Dictionary<string, int> sameOffice, Dictionary<string, int> nicknames, bool isInflected)
    {
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _notPeople = notPeople.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _sameOffice = sameOffice.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _nicknames = nicknames.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        IsInflected = isInflected;
    }

    /// <summary>Gets a value indicating whether names have cases.</summary>
    public bool IsInflected { get; }

    /// <summary>Finds the words of a language.</summary>
    /// <param name="language">ISO 639-1, lower case; null is taken for English.</param>
    /// <returns>Null of a language whose words aren't known.</returns>
    public static PeopleWords? Of(string? language) => language switch
    {
        null or "en" => English.Value,
        "ru" => Russian.Value,
        _ => null,
    };

    /// <summary>Tells what a word may be, without regard to case.</summary>
    /// <param name="word">A token, perhaps with an apostrophe and what follows it.</param>
    public WordTraits Of(ReadOnlySpan<char> word)
    {
        int apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe > 0)
        {
            ReadOnlySpan<char> rest = word[(apostrophe + 1)..];
            if (rest is "t" or "T")
            {
                return WordTraits.Common;
            }

            if (rest is "s" or "S" or "d" or "ll" or "re" or "ve" or "m")
            {
                word = word[..apostrophe];
            }
        }

        return _words.TryGetValue(word, out WordTraits traits) ? traits : WordTraits.None;
    }

    /// <summary>Tells whether words that look like a name are known not to be one: <c>Morgan Stanley</c>.</summary>
    public bool IsNotPerson(ReadOnlySpan<char> name) => _notPeople.Contains(name);

    /// <summary>Tells whether a word says where something is: <c>in</c>.</summary>
    public bool IsPlaceJoin(ReadOnlySpan<char> word) => (Of(word) & WordTraits.Within) != WordTraits.None;

    /// <summary>Tells whether two words say the same office: <c>Sen</c>, <c>senator</c>.</summary>
    public bool IsSameOffice(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase) || AreTogether(_sameOffice, left, right);

    /// <summary>Tells whether two given names may be one person's: <c>Bernie</c>, <c>Bernard</c>; <c>J</c>, <c>John</c>; the same in another case.</summary>
    public bool IsSameGiven(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length == 1 || right.Length == 1)
        {
            return char.ToUpperInvariant(left[0]) == char.ToUpperInvariant(right[0]);
        }

        return IsSameLast(left, right) || AreTogether(_nicknames, left, right);
    }

    /// <summary>Tells whether two last names are one, in any case of the language.</summary>
    public bool IsSameLast(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => Stem(left).Equals(Stem(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>What all cases of a name share; the name itself in languages without cases.</summary>
    public ReadOnlySpan<char> Stem(ReadOnlySpan<char> name) => IsInflected ? RussianForms.Stem(name) : name;

    private static bool AreTogether(FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> groups, ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        groups.TryGetValue(left, out int one) && groups.TryGetValue(right, out int other) && one == other;

    private static PeopleWords Load(string resource, Func<string, WordTraits, IEnumerable<(string Form, WordTraits Traits)>> forms)
    {
        using Stream stream = typeof(PeopleWords).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using JsonDocument json = JsonDocument.Parse(stream);
        Dictionary<string, WordTraits> words = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, int> sameOffice = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, int> nicknames = new(StringComparer.OrdinalIgnoreCase);
        List<string> notPeople = [];
        foreach (JsonProperty section in json.RootElement.EnumerateObject())
        {
            switch (section.Name)
            {
                case "notPeople":
                    notPeople.AddRange(section.Value.EnumerateArray().Select(static name => name.GetString()!));
                    break;
                case "sameOffice":
                    Group(section.Value, sameOffice);
                    break;
                case "nicknames":
                    Group(section.Value, nicknames);
                    break;
                default:
                    Add(section.Value, TraitsOf(section.Name, resource));
                    break;
            }
        }

        return new PeopleWords(words, notPeople, sameOffice, nicknames, forms != RussianForms.None);

        void Add(JsonElement value, WordTraits traits)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty part in value.EnumerateObject())
                {
                    Add(part.Value, Narrowed(traits, part.Name, resource));
                }

                return;
            }

            foreach (string word in Lines(value).SelectMany(static line => line.Split(' ')))
            {
                foreach ((string form, WordTraits more) in forms(word, traits))
                {
                    words[form] = words.GetValueOrDefault(form) | more;
                }
            }
        }
    }

    private static void Group(JsonElement lines, Dictionary<string, int> groups)
    {
        foreach ((int number, string line) in Lines(lines).Index())
        {
            foreach (string word in line.Split(' '))
            {
                groups.TryAdd(word, number);
            }
        }
    }

    private static ImmutableArray<string> Lines(JsonElement list) => [.. list.EnumerateArray().Select(static line => line.GetString()!)];

    private static WordTraits Narrowed(WordTraits traits, string part, string resource) => part switch
    {
        "male" when traits == WordTraits.Given => WordTraits.GivenMale,
        "female" when traits == WordTraits.Given => WordTraits.GivenFemale,
        "male" => traits | WordTraits.Male,
        "female" => traits | WordTraits.Female,
        "either" => traits,
        "relative" => WordTraits.Relative,
        "plural" => WordTraits.Plural,
        "thing" => WordTraits.Thing,
        "own" => WordTraits.Own,
        "indefinite" => traits | WordTraits.Indefinite,
        "definite" => traits,
        _ => throw new InvalidDataException($"{resource} has a part '{part}' that isn't known."),
    };

    private static WordTraits TraitsOf(string section, string resource) => section switch
    {
        "given" => WordTraits.Given,
        "familyFirst" => WordTraits.FamilyFirst,
        "honorifics" => WordTraits.Honorific,
        "titles" => WordTraits.Title | WordTraits.Office,
        "offices" => WordTraits.Office,
        "officesOfThings" => WordTraits.Office | WordTraits.OfThings,
        "officeWords" => WordTraits.OfficeWord,
        "placePrefixes" => WordTraits.PlacePrefix,
        "places" => WordTraits.Place,
        "peoples" => WordTraits.People,
        "calendar" => WordTraits.Calendar,
        "organizations" => WordTraits.Organization,
        "common" => WordTraits.Common,
        "surnamesToo" => WordTraits.SurnameToo,
        "verbs" => WordTraits.Verb,
        "verbsToOthers" => WordTraits.Verb | WordTraits.ToOthers,
        "particles" => WordTraits.Particle,
        "suffixes" => WordTraits.Suffix,
        "collectives" => WordTraits.Collective,
        "pronouns" => WordTraits.Pronoun,
        "articles" => WordTraits.Article,
        "joins" => WordTraits.Join,
        "placeJoins" => WordTraits.Join | WordTraits.Within,
        _ => throw new InvalidDataException($"{resource} has a section '{section}' that isn't known."),
    };
}
