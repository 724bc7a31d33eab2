using AngleSharp.Dom;
using SearchService.Core.Articles;
using SearchService.Ingestion.Dates;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What a reader sees around the headline: bylines, dates.</summary>
/// <param name="page">The page.</param>
/// <param name="headline">Its headline, or null.</param>
/// <param name="site">Names of the outlet.</param>
/// <param name="dates">Reads dates.</param>
internal sealed class VisiblePage(PageElements page, IElement? headline, SiteNames site, DateReader dates)
{
    private const int LinesBefore = 4;
    private const int LinesAfter = 16;
    private const int MostLevels = 12;
    private const int LongestByline = 160;

    private List<string>? _lines;

    /// <summary>Adds the day of publication as elements marked for it show it, else as a line near the headline does.</summary>
    /// <param name="nearest">The page's elements of dates, the nearest to the headline first.</param>
    /// <param name="claims">Added to.</param>
    public void ReadDates(IEnumerable<IElement> nearest, PageClaims claims)
    {
        int before = claims.Published.Count;
        foreach (IElement element in nearest)
        {
            foreach (string line in VisibleText.Of(element).Split('\n'))
            {
                AddDate(line, Marks.OfModification(element), claims);
            }
        }

        foreach (string line in claims.Published.Count > before ? [] : Lines())
        {
            AddDate(line, isOfChange: false, claims);
        }
    }

    /// <summary>Adds the authors that elements marked for it show, else those of a line that begins with "By".</summary>
    public void ReadAuthors(PageClaims claims)
    {
        List<IElement> nearest = Nearness.Order(page.Bylines, headline);
        foreach (IElement element in nearest)
        {
            // Inside a byline the names may be marked one by one.
            List<IElement> inner = [.. nearest.Where(other => other != element && element.Contains(other))];
            inner.RemoveAll(one => inner.Exists(other => other != one && one.Contains(other)));
            List<string> names = Bylines.Names(inner.Select(static one => Bylines.Shown(VisibleText.Of(one))), site);
            names = names.Count > 0 ? names : Bylines.Names([Bylines.Shown(VisibleText.Of(element) is { Length: <= LongestByline } text ? text : "")], site);
            if (names.Count > 0)
            {
                claims.AddAuthors(names, ValueOrigin.Page);
                return;
            }
        }

        foreach (string line in Lines())
        {
            if (line.Length <= LongestByline && Bylines.BeginsAsByline(line)
                && Bylines.Names([Bylines.Shown(line)], site) is { Count: > 0 } names && names.TrueForAll(Bylines.LooksLikeName))
            {
                claims.AddAuthors(names, ValueOrigin.Page);
                return;
            }
        }
    }

    private void AddDate(string line, bool isOfChange, PageClaims claims)
    {
        if (DateSearch.TryFind(line, dates, out string date, out bool changed))
        {
            PageClaims.Add(isOfChange || changed ? claims.Modified : claims.Published, date, ValueOrigin.Page);
        }
    }

    // A few lines above the headline and some below it.
    private List<string> Lines()
    {
        if (_lines is not null)
        {
            return _lines;
        }

        _lines = [];
        IElement? around = headline?.ParentElement;
        for (int level = 0; level < MostLevels && around is not null && _lines.Count < LinesAfter; level++, around = around.ParentElement)
        {
            List<string> all = VisibleText.Lines(around, headline, element => element.LocalName is "nav" or "aside" or "footer" && !element.Contains(headline!), out int at);
            if (at < 0)
            {
                break;
            }

            _lines = [.. all[at..Math.Min(all.Count, at + LinesAfter)], .. all[Math.Max(0, at - LinesBefore)..at]];
        }

        return _lines;
    }
}
