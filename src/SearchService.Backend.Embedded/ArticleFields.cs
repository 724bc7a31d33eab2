using SearchService.Analysis;
using SearchService.Engine.Schema;

namespace SearchService.Backend.Embedded;

/// <summary>The fields of an article in the engine, by number.</summary>
/// <remarks>
/// Names (outlet, byline, topic) are indexed twice: as whole values, for facets, and as words, for queries; words of names are
/// never stemmed. A date is a number range, for periods and order, and a value at each precision it has, for counting.
/// </remarks>
internal static class ArticleFields
{
    internal const int Title = 0;
    internal const int Text = 1;
    internal const int AuthorWords = 2;
    internal const int SourceWords = 3;
    internal const int TopicWords = 4;
    internal const int Id = 5;
    internal const int Source = 6;
    internal const int Country = 7;
    internal const int Stance = 8;
    internal const int Author = 9;
    internal const int Topic = 10;
    internal const int Language = 11;
    internal const int Year = 12;
    internal const int Month = 13;
    internal const int Day = 14;

    /// <summary>Day number (<see cref="DateOnly.DayNumber"/>) of the first day.</summary>
    internal const int DateFrom = 15;

    /// <summary>Day number of the first day after.</summary>
    internal const int DateTo = 16;

    /// <summary>Fingerprint of the article, whatever file it came from, to tell what a rebuild changed.</summary>
    internal const int Fingerprint = 17;

    /// <summary>Id of the article's story; of one that stands alone its own.</summary>
    internal const int Story = 18;

    /// <summary>Everyone who speaks in the article, as resolved in it.</summary>
    internal const int Speaker = 19;

    /// <summary>Words of the names of people in the article, to tell what is a name and how it is spelled; nothing is searched in it.</summary>
    internal const int PersonWords = 20;

    internal static IndexSchema Schema { get; } = new(
        FieldDefinition.Text("title"),
        FieldDefinition.Text("text"),
        FieldDefinition.Text("author.words", TermForm.Written, TermForm.Folded),
        FieldDefinition.Text("source.words", TermForm.Written, TermForm.Folded),
        FieldDefinition.Text("topic.words", TermForm.Written, TermForm.Folded),
        FieldDefinition.Keyword("id"),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Keyword("country"),
        FieldDefinition.Keyword("stance"),
        FieldDefinition.Keyword("author"),
        FieldDefinition.Keyword("topic"),
        FieldDefinition.Keyword("language"),
        FieldDefinition.Keyword("date.year"),
        FieldDefinition.Keyword("date.month"),
        FieldDefinition.Keyword("date.day"),
        FieldDefinition.Number("date.from"),
        FieldDefinition.Number("date.to"),
        FieldDefinition.Number("fingerprint"),
        FieldDefinition.Keyword("story"),
        FieldDefinition.Keyword("speaker"),
        FieldDefinition.Text("person.words", TermForm.Written, TermForm.Folded));

    /// <summary>Those that its quotations have too.</summary>
    internal static LabelFields Labels { get; } = new(Schema);

    /// <summary>Turns texts and queries into terms alike, but for the words of articles in languages of their own.</summary>
    internal static TextAnalyzer Analyzer => TextAnalyzer.ByLanguage;

    /// <summary>Turns texts of articles in a language into terms.</summary>
    /// <param name="language">An article's, or null.</param>
    internal static TextAnalyzer AnalyzerOf(string? language) => TextAnalyzer.ForLanguage(language);
}
