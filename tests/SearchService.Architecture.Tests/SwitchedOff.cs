using System.Xml.Linq;

namespace SearchService.Architecture.Tests;

/// <summary>Without the switch <c>LuceneNet=true</c> nothing of Lucene.Net is restored or built: what needs it must ask for the switch.</summary>
public sealed class SwitchedOff
{
    /// <summary>The second is the benchmark's, and turns on the first.</summary>
    private static readonly string[] Switches = ["'$(LuceneNet)' == 'true'", "'$(LuceneNetPeers)' == 'true'"];

    private static IEnumerable<string> Projects => Repository.SourceFiles("src", "*.csproj").Concat(Repository.SourceFiles("tests", "*.csproj"));

    [Fact]
    public void The_solution_holds_no_project_of_it()
    {
        Assert.Contains("SearchService.Backend.Embedded", Repository.Read("SearchService.sln"), StringComparison.Ordinal);
        Assert.DoesNotContain("LuceneNet", Repository.Read("SearchService.sln"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_lock_file_names_a_package_of_it()
    {
        string[] locks = [.. Repository.SourceFiles("src", "packages.lock.json").Concat(Repository.SourceFiles("tests", "packages.lock.json"))];
        Assert.NotEmpty(locks);
        Assert.Empty(locks.Where(path => Repository.Read(path).Contains("\"Lucene.Net", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_reference_to_it_is_on_condition_of_the_switch()
    {
        string[] unconditional = [.. Projects
            .Where(path => !path.Contains("Backend.LuceneNet", StringComparison.Ordinal))
            .SelectMany(path => XDocument.Parse(Repository.Read(path)).Descendants()
                .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" && IsOfLuceneNet(element))
                .Where(element => !element.AncestorsAndSelf().Any(each => Switches.Contains(each.Attribute("Condition")?.Value)))
                .Select(element => $"{path}: {element}"))];
        Assert.Empty(unconditional);
    }

    [Fact]
    public void Code_that_names_it_is_compiled_on_condition_of_the_switch()
    {
        // A folder LuceneNet is left out whole by its project.
        const string folder = "Peers/LuceneNet/";
        Assert.Contains($"<Compile Remove=\"{folder}**\" />", Repository.Read("tests/SearchService.Benchmarks/SearchService.Benchmarks.csproj"), StringComparison.Ordinal);
        foreach (string path in Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"))
            .Where(path => !path.Contains("Backend.LuceneNet", StringComparison.Ordinal) && !path.Contains(folder, StringComparison.Ordinal)))
        {
            int depth = 0;
            foreach (string line in Repository.Read(path).Split('\n'))
            {
                depth += line.StartsWith("#if LUCENE_NET", StringComparison.Ordinal) ? 1 : line.StartsWith("#endif", StringComparison.Ordinal) ? -depth : 0;
                bool uses = line.StartsWith("using Lucene.Net", StringComparison.Ordinal) || line.StartsWith("using SearchService.Backend.LuceneNet", StringComparison.Ordinal);
                Assert.False(uses && depth == 0, $"{path}: {line}");
            }
        }
    }

    private static bool IsOfLuceneNet(XElement reference) =>
        reference.Attribute("Include")!.Value is { } name
        && (name.StartsWith("Lucene.Net", StringComparison.Ordinal) || name.Contains("Backend.LuceneNet", StringComparison.Ordinal));
}
