using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Fields;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>One item on its way to a record: for each field the best value so far.</summary>
/// <param name="line">Where it begins.</param>
/// <param name="limits">For the length of values, and for how many authors and topics there may be.</param>
internal sealed class FeedItem(long line, IngestionLimits limits)
{
    private readonly List<string> _topics = [];
    private readonly List<string> _authors = [];
    private Candidate _title = Candidate.None;
    private Candidate _text = Candidate.None;
    private Candidate _date = Candidate.None;
    private Candidate _url = Candidate.None;
    private Candidate _id = Candidate.None;
    private Candidate _keywords = Candidate.None;
    private Candidate _source = Candidate.None;
    private Candidate _language = Candidate.None;
    private string? _origin;
    private int _authorRank = int.MaxValue;

    /// <summary>The line it begins on.</summary>
    public long Line { get; } = line;

    /// <summary>Entries left out because there were too many.</summary>
    public int Beyond { get; private set; }

    /// <summary>What was left out because it is too long, by the name of the field; null for nothing.</summary>
    public ArticleField? TooLong { get; private set; }

    /// <summary>Whether there is something to make an article of.</summary>
    public bool HasContent => _title.Rank != int.MaxValue || _text.Rank != int.MaxValue;

    /// <summary>What tells it from other items of the feed: its id, or else its address; empty where it has neither.</summary>
    public string Key => _id.Value.Length > 0 ? _id.Value : _url.Value;

    /// <summary>Whether it has an id of its own.</summary>
    public bool HasId => _id.Value.Length > 0;

    /// <summary>Its address, or empty.</summary>
    public string Address => _url.Value;

    /// <summary>Its headline, as it stands there.</summary>
    public string Title => _title.Value;

    /// <summary>Its date, as it stands there.</summary>
    public string Date => _date.Value;

    /// <summary>Takes an element.</summary>
    /// <param name="meaning">Of the element.</param>
    /// <param name="value">Its text, with whatever markup is in it.</param>
    /// <param name="type">Of its text.</param>
    public void Add(FeedMeaning meaning, string value, FeedTextType type)
    {
        // What is read apart or made into one line is looked at before; the rest is when the article is made.
        if (value.Length > limits.ValueLength && FieldOf(meaning.Element) is { } field)
        {
            TooLong = field;
            return;
        }

        switch (meaning.Element)
        {
            case FeedElement.Title when type != FeedTextType.NoText:
                Offer(ref _title, meaning.Rank, value, type);
                break;
            case FeedElement.Text when type != FeedTextType.NoText && (_text.Rank > meaning.Rank || !_text.HasWords):
                // A picture alone gives way to words of lower rank.
                bool hasWords = FeedText.HasWords(value);
                if (hasWords || (_text.Rank == int.MaxValue && value.AsSpan().Trim().Length > 0))
                {
                    _text = new Candidate(meaning.Rank, value, type, hasWords);
                }

                break;
            case FeedElement.Date:
                Offer(ref _date, meaning.Rank, value, type);
                break;
            case FeedElement.Id:
                Offer(ref _id, meaning.Rank, value.Trim(), type);
                break;
            case FeedElement.Link:
                AddLink(value, 0);
                break;
            case FeedElement.Origin:
                _origin ??= value.Trim();
                break;
            case FeedElement.Author:
                AddAuthor(meaning.Rank, value);
                break;
            case FeedElement.Topic:
                AddTopic(FeedText.LineOf(value, FeedTextType.Unsaid));
                break;
            case FeedElement.Keywords:
                Offer(ref _keywords, meaning.Rank, value, type);
                break;
            case FeedElement.Source:
                Offer(ref _source, meaning.Rank, FeedText.LineOf(value, type), type);
                break;
            case FeedElement.Language:
                Offer(ref _language, meaning.Rank, value, type);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes an address.</summary>
    /// <param name="address">In full.</param>
    /// <param name="rank">Lower is better.</param>
    public void AddLink(string address, int rank) => Offer(ref _url, rank, address.Trim(), FeedTextType.Plain);

    /// <summary>Takes the language that markup says, if nothing else does.</summary>
    public void OfferLanguage(string language) => Offer(ref _language, 9, language, FeedTextType.Plain);

    /// <summary>Gives it an id in place of its own.</summary>
    public void SetId(string id) => _id = new Candidate(0, id, FeedTextType.Plain, true);

    /// <summary>Makes the record.</summary>
    /// <param name="channel">The feed it stands in.</param>
    public RawRecord ToRecord(FeedChannel channel)
    {
        bool isHtml = FeedText.IsHtml(_text.Value, _text.Type);
        RawRecord record = new(Line)
        {
            TextKind = isHtml ? TextKind.HtmlFragment : TextKind.Plain,
            SourceIsTitle = _source.Value.Length == 0,
        };
        record.SetPresent(ArticleField.Text);
        record.Set(ArticleField.Text, 0, isHtml ? _text.Value : FeedText.ParagraphsOf(_text.Value, _text.Type));
        record.Set(ArticleField.Title, 0, FeedText.LineOf(_title.Value, _title.Type));
        record.Set(ArticleField.Date, 0, _date.Value);
        record.Set(ArticleField.Url, 0, _url.Value);
        record.Set(ArticleField.Host, 0, _origin ?? "");
        record.Set(ArticleField.Host, 1, channel.Link ?? "");
        record.Set(ArticleField.Source, 0, _source.Value);
        record.Set(ArticleField.Source, 1, channel.Title);
        record.Set(ArticleField.Language, 0, _language.Value);
        record.Set(ArticleField.Language, 1, channel.Language);
        if (!IsNumber(_id.Value) || _url.Value.Length == 0)
        {
            record.Set(ArticleField.Id, 0, _id.Value);
        }

        SetList(record, ArticleField.Authors, _authors.Count > 0 ? _authors : channel.Authors);
        SetList(record, ArticleField.Topics, _topics.Count > 0 ? _topics : KeywordsOf(_keywords.Value));
        return record;
    }

    /// <summary>Takes a topic.</summary>
    public void AddTopic(string topic)
    {
        string line = TextNormalizer.Line(topic);
        if (line.Length > 0 && !FeedAddress.IsWhole(line))
        {
            Add(_topics, line);
        }
    }

    /// <summary>Takes a byline or a name; those of the best rank stay, all of them.</summary>
    public void AddAuthor(int rank, string value)
    {
        if (value.Length > limits.ValueLength)
        {
            TooLong = ArticleField.Authors;
            return;
        }

        if (rank > _authorRank || string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        if (rank < _authorRank)
        {
            _authors.Clear();
            _authorRank = rank;
        }

        foreach (string name in FeedAuthors.Of(value))
        {
            Add(_authors, name);
        }
    }

    // A number alone says nothing outside of its feed: the address tells articles apart then.
    private static bool IsNumber(string id) => id.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static List<string> KeywordsOf(string keywords) =>
        [.. keywords.Split((char[])[',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static void SetList(RawRecord record, ArticleField field, List<string> entries)
    {
        if (entries.Count > 0)
        {
            record.Set(field, 0, entries[0], entries);
        }
    }

    private void Add(List<string> list, string entry)
    {
        if (list.Count < limits.ListEntries)
        {
            list.Add(entry);
        }
        else
        {
            Beyond++;
        }
    }

    private static ArticleField? FieldOf(FeedElement element) => element switch
    {
        FeedElement.Title => ArticleField.Title,
        FeedElement.Topic or FeedElement.Keywords => ArticleField.Topics,
        FeedElement.Source => ArticleField.Source,
        _ => null,
    };

    private static void Offer(ref Candidate current, int rank, string value, FeedTextType type)
    {
        if (rank < current.Rank && !string.IsNullOrWhiteSpace(value))
        {
            current = new Candidate(rank, value, type, true);
        }
    }

    private readonly record struct Candidate(int Rank, string Value, FeedTextType Type, bool HasWords)
    {
        public static Candidate None { get; } = new(int.MaxValue, "", FeedTextType.Unsaid, false);
    }
}
