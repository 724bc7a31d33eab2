namespace SearchService.Ingestion.Dates;

/// <summary>The words of dates in one language: lists of words parted by spaces, two words that are one name joined by <c>_</c>.</summary>
internal sealed record DateLanguage
{
    /// <summary>January to December: names in the cases they take, and abbreviations.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Monday to Sunday, with abbreviations.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary>Words beside a date that say nothing of the day: prepositions, endings of ordinals, "published".</summary>
    public required string Beside { get; init; }

    /// <summary>Words after a time of day.</summary>
    public string AfterTime { get; init; } = "";

    /// <summary>Words that count back from a day.</summary>
    public string Ago { get; init; } = "";

    /// <summary>"a", "one".</summary>
    public string One { get; init; } = "";

    /// <summary>Today, yesterday, the day before.</summary>
    public IReadOnlyList<string> RelativeDays { get; init; } = [];

    /// <summary>Seconds, minutes, hours, days, weeks, months, years.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
}
