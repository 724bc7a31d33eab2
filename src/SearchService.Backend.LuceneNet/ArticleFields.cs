namespace SearchService.Backend.LuceneNet;

/// <summary>The fields of the index, by name.</summary>
/// <remarks>
/// An article is a block of documents: its quotations in the order of the text, then the article itself. Fields of words are indexed with their
/// positions (see <see cref="Indexing.TermBytes"/>); labels and dates are doc values of the article alone, which its quotations share.
/// </remarks>
internal static class ArticleFields
{
    internal const string Title = "title";
    internal const string Text = "text";
    internal const string AuthorWords = "author.words";
    internal const string SourceWords = "source.words";
    internal const string TopicWords = "topic.words";

    /// <summary>Words of the names of people in the article, to tell what is a name and how it is spelled; nothing is searched in it.</summary>
    internal const string PersonWords = "person.words";

    /// <summary>The words spoken: of quotations.</summary>
    internal const string Said = "said";

    /// <summary>Words of the speaker's name: of quotations.</summary>
    internal const string SpeakerWords = "speaker.words";

    /// <summary>Of articles: a term and a doc value.</summary>
    internal const string Id = "id";

    /// <summary>A quotation's own id: a term.</summary>
    internal const string QuotationId = "quotation";

    internal const string Story = "story";
    internal const string Source = "source";
    internal const string Country = "country";
    internal const string Stance = "stance";
    internal const string Author = "author";
    internal const string Topic = "topic";
    internal const string Language = "language";

    /// <summary>Of an article everyone who speaks in it, of a quotation who says it.</summary>
    internal const string Speaker = "speaker";

    /// <summary>In ISO 8601, as precise as it is.</summary>
    internal const string Date = "date";

    /// <summary>Fingerprint of the article, whatever file it came from, to tell what a rebuild changed.</summary>
    internal const string Fingerprint = "fingerprint";

    /// <summary>The article as it is read back; of articles alone.</summary>
    internal const string Stored = "article";

    /// <summary>Fields of words.</summary>
    internal static readonly string[] OfWords = [Title, Text, AuthorWords, SourceWords, TopicWords, PersonWords, Said, SpeakerWords];

    /// <summary>Fields of labels that an article's quotations share.</summary>
    internal static readonly string[] Labels = [Id, Story, Source, Country, Stance, Author, Topic, Language, Date];

    /// <summary>Whether the words of a field are stemmed.</summary>
    internal static bool HasStems(string field) => field is Title or Text or Said;
}
