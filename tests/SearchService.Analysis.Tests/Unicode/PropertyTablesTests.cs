using System.Globalization;

using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Tests.Unicode;

public sealed class PropertyTablesTests
{
    [Theory]
    [InlineData("WordBreakProperty.txt", "Word")]
    [InlineData("SentenceBreakProperty.txt", "Sentence")]
    public void Every_code_point_has_the_value_of_the_Unicode_Character_Database(string name, string property)
    {
        string path = Path.Combine("/usr/share/unicode/auxiliary", name);
        if (!File.Exists(path) || !File.ReadLines(path).First().Contains(PropertyTables.Version, StringComparison.Ordinal))
        {
            Assert.Skip($"'{path}' of Unicode {PropertyTables.Version} is not here: install it (Debian: apt-get install unicode-data).");
        }

        string[] expected = new string[0x110000];
        Array.Fill(expected, "Other");
        foreach (string line in File.ReadLines(path))
        {
            string[] fields = line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries);
            if (fields.Length == 2)
            {
                string[] range = fields[0].Split("..");
                int first = int.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                int last = int.Parse(range[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                Array.Fill(expected, fields[1].Replace("_", "", StringComparison.Ordinal), first, last - first + 1);
            }
        }

        for (int point = 0; point < expected.Length; point++)
        {
            string value = property == "Word" ? CodePoints.WordClassOf(point).Break.ToString() : CodePoints.SentenceBreakOf(point).ToString();
            Assert.True(string.Equals(expected[point], value, StringComparison.OrdinalIgnoreCase), $"U+{point:X4} is {value}, not {expected[point]}");
        }
    }

    [Theory]
    [InlineData(0x301, 230)]
    [InlineData(0x327, 202)]
    [InlineData(0x5B0, 10)]
    [InlineData(0x94D, 9)]
    [InlineData('a', 0)]
    [InlineData(0x1D165, 216)]
    [InlineData(0x10FFFF, 0)]
    public void Combining_classes_are_those_of_the_standard(int point, byte combiningClass) =>
        Assert.Equal(combiningClass, CodePoints.CombiningClassOf(point));

    [Theory]
    [InlineData('a', true)]
    [InlineData(0x4E2D, true)]
    [InlineData(0xBD, true)]
    [InlineData(0xE01, true)]
    [InlineData('_', false)]
    [InlineData(0x301, false)]
    [InlineData(0x2BC, false)]
    [InlineData(0x1F600, false)]
    public void Letters_and_numbers_make_a_word(int point, bool isWordLike) =>
        Assert.Equal(isWordLike, CodePoints.WordClassOf(point).IsWordLike);
}
