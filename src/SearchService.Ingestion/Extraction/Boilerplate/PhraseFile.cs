namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>Reads <c>phrases.txt</c>, which says itself how it is written.</summary>
internal static class PhraseFile
{
    /// <summary>Each phrase with the head of its section, such as <c>comments whole</c>, in the order of the file.</summary>
    public static IEnumerable<(string Section, string Phrase)> Read()
    {
        using Stream stream = typeof(PhraseFile).Assembly.GetManifestResourceStream("phrases.txt")
            ?? throw new InvalidOperationException("The assembly lacks its resource phrases.txt.");
        using StreamReader lines = new(stream);
        string section = "";
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                section = line[1..^1];
                continue;
            }

            // "en: …"
            foreach (string phrase in line[4..].Split(" | "))
            {
                yield return (section, phrase.Trim());
            }
        }
    }
}
