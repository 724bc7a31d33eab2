using System.Collections.Immutable;

namespace SearchService.Core.Searching;

/// <summary>The fields one filters by and counts.</summary>
public static class FacetFields
{
    /// <summary>The outlet.</summary>
    public const string Source = "source";

    /// <summary>ISO 3166 alpha-2.</summary>
    public const string Country = "country";

    /// <summary>The stance label.</summary>
    public const string Stance = "stance";

    /// <summary>Year, month and day; a bucket's value is the ISO 8601 form.</summary>
    public const string Date = "date";

    /// <summary>Bylines.</summary>
    public const string Author = "author";

    /// <summary>Topics.</summary>
    public const string Topic = "topic";

    /// <summary>ISO 639-1.</summary>
    public const string Language = "language";

    /// <summary>Who speaks in a quotation, as resolved inside its article; of an article everyone who does.</summary>
    public const string Speaker = "speaker";

    /// <summary>The story, by its id: to filter by, not to count.</summary>
    public const string Story = "story";

    /// <summary>What can be filtered by, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<string> Filters => [.. All, Story];

    /// <summary>All that are counted, in the order they are shown.</summary>
    public static ImmutableArray<string> All { get; } = [Source, Country, Stance, Date, Speaker, Author, Topic, Language];

    /// <summary>What a histogram can be split by: fields of which nothing has two values.</summary>
    public static ImmutableArray<string> Splits { get; } = [Stance, Country, Language, Source];

    /// <summary>Stands for "no value" where a value of a facet is asked for.</summary>
    public const string Missing = "_missing";
}
