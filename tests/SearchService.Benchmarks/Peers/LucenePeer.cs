using System.Collections.Immutable;
using System.Globalization;

namespace SearchService.Benchmarks.Peers;

/// <summary>Apache Lucene 8 of Debian's package <c>liblucene8-java</c>, by a driver that is compiled on the spot.</summary>
internal sealed class LucenePeer
{
    private const string Jars = "/usr/share/java";

    private static readonly string[] Needed = ["lucene-core-8.*.jar", "lucene-analyzers-common-8.*.jar"];

    private readonly string _classPath;

    private LucenePeer(string classPath) => _classPath = classPath;

    /// <summary>With the version.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The version of Java it runs on.</summary>
    internal string Java { get; private set; } = "";

    /// <summary>Compiles the driver into a folder.</summary>
    /// <returns>Null and why not, where Lucene or a Java compiler is missing.</returns>
    internal static async Task<(LucenePeer? Peer, string Absence)> TryPrepareAsync(string folder)
    {
        string?[] jars = [.. Needed.Select(name => Directory.Exists(Jars) ? Directory.EnumerateFiles(Jars, name).Max(StringComparer.Ordinal) : null)];
        if (jars.Contains(null) || !IsOnPath("java") || !IsOnPath("javac"))
        {
            return (null, "Apache Lucene isn't compared: on Debian, `apt-get install liblucene8-java default-jdk-headless` adds it.");
        }

        string sources = Path.Combine(SampleIndex.Repository, "tests", "SearchService.Benchmarks", "lucene");
        Directory.CreateDirectory(folder);
        LucenePeer peer = new(string.Join(':', [.. jars, folder]));
        await MeasuredProcess.RunAsync("javac", ["-cp", peer._classPath, "-d", folder, .. Directory.EnumerateFiles(sources, "*.java")]);
        string[] versions = (await peer.RunAsync("version")).Output.Trim().Split('\t');
        peer.Name = $"Apache Lucene {versions[0]}";
        peer.Java = versions[1];
        return (peer, "");
    }

    /// <summary>Indexes the tokens.</summary>
    internal async Task<IndexingFigures> BuildAsync(string tokens, string folder, int threads)
    {
        MeasuredProcess run = await RunAsync("index", tokens, folder, $"{threads}");
        return new IndexingFigures(Name, threads, Number(run.Output), run.ProcessorSeconds, run.PeakMiB, run.PeakOwnMiB);
    }

    /// <summary>Leaves one segment.</summary>
    internal Task MergeAsync(string folder) => RunAsync("merge", folder);

    /// <summary>Asks everything; each line of the driver's is an answer, the last the views a second.</summary>
    internal async Task<PeerRun> SearchAsync(string index, string queries, int warmUp, int rounds)
    {
        MeasuredProcess run = await RunAsync("search", index, queries, $"{warmUp}", $"{rounds}");
        string[][] lines = [.. run.Output.TrimEnd().Split('\n').Select(line => line.Split('\t'))];
        string[][] answers = lines[..^1];
        return new PeerRun(
            Name,
            [.. answers.Select(line => new PeerAnswer((long)Number(line[0]), line[1], Scores(line[2])))],
            [.. answers.Select(line => Number(line[3]))],
            [.. answers.Select(line => Number(line[4]))])
        {
            PerSecond = (Number(lines[^1][0]), Number(lines[^1][1])),
        };
    }

    private static ImmutableArray<double> Scores(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private Task<MeasuredProcess> RunAsync(params IEnumerable<string> arguments) =>
        MeasuredProcess.RunAsync("java", ["-cp", _classPath, "Driver", .. arguments]);
}
