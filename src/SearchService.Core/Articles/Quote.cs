namespace SearchService.Core.Articles;

/// <summary>Words that an article puts in a speaker's mouth.</summary>
public sealed record Quote
{
    /// <summary>
    /// The spans of the words spoken, into <see cref="Article.Text"/>, without the quotation marks around them; more than one when a "he said"
    /// stands between.
    /// </summary>
    public required IReadOnlyList<TextSpan> Parts { get; init; }

    /// <summary>The words of <see cref="Parts"/>, without the quotation marks around them, joined by one space.</summary>
    public required string Text { get; init; }

    /// <summary>The whole, from the first part to the last, with what stands between.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who spoke, as resolved inside the article.</summary>
    public string? Speaker { get; init; }

    /// <summary>What the article says the speaker is, such as "Secretary General of the CSTO"; null when it doesn't.</summary>
    public string? SpeakerRole { get; init; }

    /// <summary>The phrase that names the speaker, as written.</summary>
    public string? SpeakerAs { get; init; }

    /// <summary>Where <see cref="SpeakerAs"/> stands in <see cref="Article.Text"/>.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>The words that make it speech, as written, such as "said", "told reporters" or "according to".</summary>
    public string? Cue { get; init; }

    /// <summary>Whole sentences, or words inside the reporter's own.</summary>
    public required QuoteKind Kind { get; init; }
}

/// <summary>How a quote stands in its sentence.</summary>
public enum QuoteKind
{
    /// <summary>The speaker's own sentence.</summary>
    Direct,

    /// <summary>Some words of the speaker inside the reporter's sentence.</summary>
    Mixed,
}
