using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SearchService.Core.Queries;

/// <summary>The fields that a query can name.</summary>
public static class QueryFields
{
    /// <summary>The words of the article, headline included: where a word without a field is looked for.</summary>
    public const string Text = "text";

    /// <summary>The headline alone.</summary>
    public const string Title = "title";

    /// <summary>The text alone, without the headline: asked for by the service itself; no query names it.</summary>
    public const string Body = "body";

    /// <summary>Words of a byline.</summary>
    public const string Author = "author";

    /// <summary>Words of the outlet's name.</summary>
    public const string Source = "source";

    /// <summary>Words of a topic.</summary>
    public const string Topic = "topic";

    /// <summary>ISO 3166 alpha-2.</summary>
    public const string Country = "country";

    /// <summary>The stance label, whole.</summary>
    public const string Stance = "stance";

    /// <summary>ISO 639-1.</summary>
    public const string Language = "language";

    /// <summary>The article's id, exactly.</summary>
    public const string Id = "id";

    /// <summary>The id of the article's story, exactly.</summary>
    public const string Story = "story";

    /// <summary>The period of publication.</summary>
    public const string Date = "date";

    /// <summary>Inside quotations.</summary>
    public const string Said = "said";

    /// <summary>Words of the name of a quotation's speaker.</summary>
    public const string Speaker = "speaker";

    /// <summary>Every field that a query can name, in the order they are told in.</summary>
    public static ImmutableArray<string> All { get; } =
        [Text, Title, Author, Source, Country, Stance, Topic, Language, Date, Id, Story, Said, Speaker];

    /// <summary>Other names of a field, as people type them.</summary>
    public static FrozenDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["headline"] = Title,
        ["by"] = Author,
        ["outlet"] = Source,
        ["publisher"] = Source,
        ["lang"] = Language,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fields of running words: words, phrases, prefixes and patterns apply.</summary>
    public static FrozenSet<string> OfWords { get; } = FrozenSet.Create(StringComparer.Ordinal, Text, Title, Author, Source, Topic, Said, Speaker);

    /// <summary>Fields of ids, compared exactly; other whole labels are compared without case.</summary>
    public static FrozenSet<string> OfIds { get; } = FrozenSet.Create(StringComparer.Ordinal, Id, Story);

    /// <summary>Fields that an article can lack, for <c>_missing:</c>.</summary>
    public static FrozenSet<string> CanBeMissing { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Title, Text, Author, Source, Topic, Country, Stance, Language, Date, Speaker);

    /// <summary>Finds the field that a query means.</summary>
    /// <param name="name">A field or an alias, in any case.</param>
    /// <param name="field">The field, as this class names it.</param>
    public static bool TryResolve(string name, [NotNullWhen(true)] out string? field)
    {
        if (Aliases.TryGetValue(name, out field))
        {
            return true;
        }

        foreach (string known in All)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                field = known;
                return true;
            }
        }

        return false;
    }
}
