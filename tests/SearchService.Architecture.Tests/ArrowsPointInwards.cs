using System.Xml.Linq;

namespace SearchService.Architecture.Tests;

/// <summary>Which room may know which: the plan of ARCHITECTURE.md.</summary>
public sealed class ArrowsPointInwards
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Analysis"] = [],
        ["Engine"] = ["Analysis"],
        ["Quotations"] = ["Core", "Analysis"],
        ["Ingestion"] = ["Core", "Analysis", "Quotations"],
        ["Backend"] = ["Core", "Analysis"],
        ["Backend.Embedded"] = ["Core", "Analysis", "Backend", "Engine"],
        ["Backend.LuceneNet"] = ["Core", "Analysis", "Backend"],
        ["Indexer"] = ["Core", "Quotations", "Ingestion", "Backend.Embedded", "Backend.LuceneNet"],
        ["Web"] = ["Core", "Quotations", "Backend.Embedded", "Backend.LuceneNet"],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_rooms_further_in(string room)
    {
        Assert.Subset(Allowed[room].ToHashSet(StringComparer.Ordinal), References(room).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_room_has_a_rule()
    {
        IEnumerable<string> rooms = Repository.SourceFiles("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)["SearchService.".Length..]);
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Indexer")]
    [InlineData("Web")]
    public void A_program_names_its_backend_in_one_file(string room)
    {
        string[] files = [.. Repository.SourceFiles($"src/SearchService.{room}").Where(path => Repository.Read(path).Contains("using SearchService.Backend.", StringComparison.Ordinal))];
        Assert.Single(files);
    }

    [Fact]
    public void Nothing_below_the_endpoint_knows_HTTP()
    {
        Assert.Empty(Repository.SourceFiles("src")
            .Where(path => !path.StartsWith("src/SearchService.Web/", StringComparison.Ordinal))
            .Where(path => Repository.Read(path).Contains("Microsoft.AspNetCore", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> References(string room) =>
        XDocument.Parse(Repository.Read($"src/SearchService.{room}/SearchService.{room}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))["SearchService.".Length..]);
}
