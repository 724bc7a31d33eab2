using System.Globalization;
using System.Text.RegularExpressions;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Index.Golden;

/// <summary>What docs/format.md says of bytes is held against the bytes.</summary>
public sealed partial class FormatDocumentTests
{
    [Fact]
    public void The_worked_example_is_byte_for_byte_what_the_writer_writes()
    {
        MemoryDirectory directory = WorkedExample.Write();
        Assert.Empty(IndexVerifier.Check(directory).Findings);
        string document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "format.md"));
        var described = new List<string>();
        foreach (Match block in HexDump().Matches(document))
        {
            string name = block.Groups["name"].Value;
            described.Add(name);
            var bytes = new List<byte>();
            foreach (string line in block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Match parts = Line().Match(line);
                Assert.True(parts.Success, $"{name}: '{line}' isn't an offset, bytes and words.");
                Assert.Equal(bytes.Count, int.Parse(parts.Groups["offset"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                bytes.AddRange(Convert.FromHexString(parts.Groups["bytes"].Value.Replace(" ", "", StringComparison.Ordinal)));
            }

            Assert.Equal(Convert.ToHexString(directory.ReadAll(name)), Convert.ToHexString([.. bytes]));
        }

        Assert.Equal(directory.List(), described.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("```hexdump (?<name>\\S+)\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HexDump();

    [GeneratedRegex("^(?<offset>[0-9a-f]{4})  (?<bytes>[0-9a-f]{2}( [0-9a-f]{2})*)(  .*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
