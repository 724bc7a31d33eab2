using System.CommandLine;

namespace SearchService.Indexer.Commands;

/// <summary>The option that names an index.</summary>
internal static class IndexOption
{
    public static Option<string> Create()
    {
        Option<string> option = new("--index", "-i") { Description = "The folder of the index", HelpName = "DIR", Required = true };
        option.Validators.Add(static given =>
        {
            if (given.Tokens is [{ Value: var folder }] && string.IsNullOrWhiteSpace(folder))
            {
                given.AddError("--index takes a folder, and what is given is empty.");
            }
        });
        return option;
    }
}
