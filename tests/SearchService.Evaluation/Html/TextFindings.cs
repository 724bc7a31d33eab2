namespace SearchService.Evaluation.Html;

/// <summary>Writes what is wrong with the texts of pages, the worst page first.</summary>
internal static class TextFindings
{
    private const int ExcerptLength = 160;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="results">Pages with the text found and how it compares.</param>
    public static void Write(string path, IEnumerable<(MarkedPage Page, string Text, Overlap Overlap)> results)
    {
        using StreamWriter writer = new(path);
        foreach ((MarkedPage page, string text, Overlap overlap) in results.Where(static result => result.Overlap.Loss > 0).OrderByDescending(static result => result.Overlap.Loss))
        {
            writer.WriteLine($"{page.Id}: precision {overlap.Precision:0.000}, recall {overlap.Recall:0.000}");
            Differences(writer, "+", text, page.Text!);
            Differences(writer, "-", page.Text!, text);
            writer.WriteLine();
        }
    }

    /// <summary>Lines of a text of which most isn't in another.</summary>
    private static void Differences(StreamWriter writer, string sign, string text, string other)
    {
        Dictionary<string, int> there = Shingles.Count(Shingles.Tokens(other));
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Dictionary<string, int> here = Shingles.Count(Shingles.Tokens(line));
            int absent = here.Keys.Count(shingle => !there.ContainsKey(shingle));
            if (2 * absent > here.Count && !other.Contains(line, StringComparison.Ordinal))
            {
                writer.WriteLine($"  {sign} {line[..Math.Min(line.Length, ExcerptLength)]}");
            }
        }
    }
}
