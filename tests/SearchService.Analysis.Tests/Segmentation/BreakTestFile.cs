using System.Globalization;
using System.Text;

namespace SearchService.Analysis.Tests.Segmentation;

/// <summary>Reads a test file of the Unicode Character Database: lines such as <c>÷ 0061 × 0027 ÷ 0020 ÷ # comment</c>.</summary>
internal static class BreakTestFile
{
    private const string Folder = "/usr/share/unicode/auxiliary";

    /// <summary>Reads each case as its text and the offsets of its boundaries, the text's end included and its beginning not.</summary>
    public static IReadOnlyList<(string Text, int[] Boundaries, string Line)> Read(string name)
    {
        string path = Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            Assert.Skip($"'{path}' is not here: install the Unicode Character Database (Debian: apt-get install unicode-data).");
        }

        var cases = new List<(string, int[], string)>();
        foreach (string line in File.ReadLines(path))
        {
            string marks = line.Split('#')[0].Trim();
            if (marks.Length == 0)
            {
                continue;
            }

            var text = new StringBuilder();
            var boundaries = new List<int>();
            foreach (string mark in marks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (mark == "÷" && text.Length > 0)
                {
                    boundaries.Add(text.Length);
                }
                else if (mark is not ("÷" or "×"))
                {
                    text.Append(char.ConvertFromUtf32(int.Parse(mark, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
                }
            }

            cases.Add((text.ToString(), [.. boundaries], line));
        }

        return cases;
    }
}
