using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Citations;

/// <summary>Cites an article, with the archive and the state of it that the article was read in.</summary>
public static class Citation
{
    /// <summary>Writes a citation.</summary>
    /// <param name="format">In which form.</param>
    /// <param name="article">What is missing in it is left out.</param>
    /// <param name="archive">Where it was read.</param>
    /// <returns>The whole text, which ends with a line break; authors are named as the article names them, people and agencies alike.</returns>
    public static string Write(CitationFormat format, Article article, IndexState archive) => format switch
    {
        CitationFormat.Text => PlainCitation.Write(article, archive),
        CitationFormat.Bibtex => BibTexCitation.Write(article, archive),
        CitationFormat.Ris => RisCitation.Write(article, archive),
        CitationFormat.Csl => CslCitation.Write(article, archive),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
