using System.CommandLine;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Indexer.Output;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer inspect</c>: what an index holds, down to a term's positions.</summary>
internal sealed class InspectCommand
{
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string?> _field = new("--field") { Description = "List the terms of a field of words, such as text", HelpName = "FIELD" };
    private readonly Option<string> _form = new("--form") { Description = "written, folded or word", HelpName = "FORM", DefaultValueFactory = static _ => "word" };
    private readonly Option<string> _prefix = new("--prefix") { Description = "Only terms that begin so", HelpName = "TEXT", DefaultValueFactory = static _ => "" };
    private readonly Option<string?> _term = new("--term") { Description = "Show the documents and positions of one term of the field", HelpName = "TERM" };
    private readonly Option<string?> _document = new("--document") { Description = "Show the article of an id, as it is stored", HelpName = "ID" };

    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        InspectCommand inspect = new();
        Command command = new(
            "inspect",
            """
            Looks into an index: segments and fields; terms of a field; postings of a term; one article.

            Example:
              indexer inspect --index index/main --field text --form written --prefix peac
              indexer inspect --index index/main --field text --term peac
            """);
        foreach (Option option in (IEnumerable<Option>)[inspect._index, inspect._field, inspect._form, inspect._prefix, inspect._term, inspect._document])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => inspect.Run(parsed, terminal, cancellationToken));
        return command;
    }

    private int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        IBackend backend = Backend.Chosen(parsed);
        string directory = parsed.GetRequiredValue(_index);
        if (parsed.GetValue(_document) is { } id)
        {
            return Show(backend, directory, id, terminal);
        }

        try
        {
            bool any = false;
            foreach (string line in Lines(parsed, backend, directory))
            {
                cancellationToken.ThrowIfCancellationRequested();
                terminal.Output.WriteLine(line);
                any = true;
            }

            if (!any)
            {
                terminal.Error.WriteLine("note: There is no such term. Terms are in lower case; --form says whether as they are written, folded or stemmed.");
            }
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal));
        }

        return ExitCodes.Done;
    }

    private IEnumerable<string> Lines(ParseResult parsed, IBackend backend, string directory)
    {
        string? field = parsed.GetValue(_field);
        string? term = parsed.GetValue(_term);
        if (field is null)
        {
            return term is null ? backend.Overview(directory) : throw new UsageException("--term needs a --field, such as text.");
        }

        string form = parsed.GetValue(_form)!;
        return term is null ? backend.Terms(directory, field, form, parsed.GetValue(_prefix)!) : backend.Postings(directory, field, form, term);
    }

    private static int Show(IBackend backend, string directory, string id, Terminal terminal)
    {
        using IArticleIndex index = backend.OpenIndex(directory);
        if (!index.TryGet(id, out Article? article, out _))
        {
            throw new UsageException($"There is no article with the id '{id}'.");
        }

        terminal.Output.WriteLine(ArticleJson.Of(article!));
        return ExitCodes.Done;
    }
}
