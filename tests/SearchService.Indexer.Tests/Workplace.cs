using System.Text;
using System.Text.Json;

namespace SearchService.Indexer.Tests;

/// <summary>A temporary folder with articles and an index, and the program run in it.</summary>
internal sealed class Workplace : IDisposable
{
    public Workplace() => File.WriteAllText(Articles, """
        {"id":"1","title":"Harbour talks begin","text":"The ministers said “the strait stays open” on Monday.\n\nNobody left.","source":"The Strait Times","country":"GB","stance":"neutral","date":"2022-01-13"}
        {"id":"2","title":"Harbour talks end","text":"Peacekeepers left the harbour on Tuesday.","source":"Hill Post","country":"IE","stance":"critical","date":"2022-02"}
        {"id":"3","title":"Weather","text":"It rained.","date":"1/21"}
        """);

    public string Folder { get; } = Directory.CreateTempSubdirectory("indexer-").FullName;

    public string Articles => PathOf("articles.jsonl");

    public string Index => PathOf("index");

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content, new UTF8Encoding(false));
        return PathOf(name);
    }

    /// <summary>Runs the program by its real entry.</summary>
    public Ended Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = CommandLine.Run(args, new Terminal(output, error), TestContext.Current.CancellationToken);
        return new Ended(code, output.ToString(), error.ToString());
    }

    public Ended Build(params string[] more) => Run(["build", "--articles", Articles, "--index", Index, .. more]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>How the program ended.</summary>
    internal sealed record Ended(int Code, string Output, string Error)
    {
        public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }
}
