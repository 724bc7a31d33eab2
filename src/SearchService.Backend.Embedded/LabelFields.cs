using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Index;
using SearchService.Engine.Schema;

namespace SearchService.Backend.Embedded;

/// <summary>The fields of labels and dates, by number: a document of an article has them, and each of its quotations has them too.</summary>
/// <param name="schema">Has each of them by its name here.</param>
internal sealed class LabelFields(IndexSchema schema)
{
    private readonly int _id = schema.IndexOf("id");
    private readonly int _story = schema.IndexOf("story");
    private readonly int _source = schema.IndexOf("source");
    private readonly int _country = schema.IndexOf("country");
    private readonly int _stance = schema.IndexOf("stance");
    private readonly int _author = schema.IndexOf("author");
    private readonly int _topic = schema.IndexOf("topic");
    private readonly int _speaker = schema.IndexOf("speaker");

    /// <summary>The language of the article.</summary>
    internal int Language { get; } = schema.IndexOf("language");

    /// <summary>The year of its date.</summary>
    internal int Year { get; } = schema.IndexOf("date.year");

    /// <summary>Year and month, if known.</summary>
    internal int Month { get; } = schema.IndexOf("date.month");

    /// <summary>The day, if known.</summary>
    internal int Day { get; } = schema.IndexOf("date.day");

    /// <summary>Day number (<see cref="DateOnly.DayNumber"/>) of the first day.</summary>
    internal int DateFrom { get; } = schema.IndexOf("date.from");

    /// <summary>Day number of the first day after.</summary>
    internal int DateTo { get; } = schema.IndexOf("date.to");

    /// <summary>The keyword field that holds a facet's or label's values.</summary>
    /// <param name="field">A name of <see cref="FacetFields"/> or <see cref="QueryFields"/>.</param>
    internal int Of(string field) => field switch
    {
        QueryFields.Id => _id,
        FacetFields.Story => _story,
        FacetFields.Source => _source,
        FacetFields.Country => _country,
        FacetFields.Stance => _stance,
        FacetFields.Author => _author,
        FacetFields.Topic => _topic,
        FacetFields.Language => Language,
        FacetFields.Speaker => _speaker,
        _ => throw new NotSupportedException($"'{field}' holds no values."),
    };

    /// <summary>The keyword field that holds dates of a precision.</summary>
    internal int Of(DatePrecision precision) => precision switch
    {
        DatePrecision.Year => Year,
        DatePrecision.Month => Month,
        _ => Day,
    };

    /// <summary>Adds an article's labels and date to a document; not who speaks in it, which differs between its quotations.</summary>
    /// <param name="document">Of the article, or of one of its quotations.</param>
    /// <param name="article">The article.</param>
    internal void AddTo(Document document, Article article)
    {
        document.AddKeyword(_id, article.Id);
        Add(document, _source, article.Source);
        Add(document, _country, article.Country);
        Add(document, _stance, article.Stance);
        Add(document, Language, article.Language);
        foreach (string author in article.Authors)
        {
            Add(document, _author, author);
        }

        foreach (string topic in article.Topics)
        {
            Add(document, _topic, topic);
        }

        if (article.Date is { } date)
        {
            AddDate(document, date);
        }

        document.AddKeyword(_story, article.StoryId);
    }

    /// <summary>Adds who speaks.</summary>
    /// <param name="document">Of an article or a quotation.</param>
    /// <param name="speaker">As resolved in the article; null when that isn't known.</param>
    internal void AddSpeaker(Document document, string? speaker) => Add(document, _speaker, speaker);

    private static void Add(Document document, int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            document.AddKeyword(field, value);
        }
    }

    private void AddDate(Document document, ArticleDate date)
    {
        string text = date.ToString();
        document.AddKeyword(Year, text[..4]);
        if (date.Precision >= DatePrecision.Month)
        {
            document.AddKeyword(Month, text[..7]);
        }

        if (date.Precision == DatePrecision.Day)
        {
            document.AddKeyword(Day, text);
        }

        document.AddNumber(DateFrom, date.First.DayNumber);
        document.AddNumber(DateTo, date.End.DayNumber);
    }
}
