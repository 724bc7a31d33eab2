namespace SearchService.Quotations.Speakers;

/// <summary>Finds the people an article names.</summary>
/// <remarks>Reusable, for one thread.</remarks>
internal sealed class PeopleFinder
{
    private readonly List<string> _names = [];

    /// <summary>Reads an article's text.</summary>
    /// <param name="text">Paragraphs joined with one empty line.</param>
    /// <param name="language">ISO 639-1, lower case, or null.</param>
    public ArticlePeople Read(string text, string? language)
    {
        _names.Clear();
        return new ArticlePeople([.. _names]);
    }
}
