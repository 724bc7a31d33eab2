using System.CommandLine;
using SearchService.Core.Indexes;
using SearchService.Indexer.Output;
using SearchService.Quotations.Verification;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer verify</c>: whether the archive has a text, in these words or nearly.</summary>
internal sealed class VerifyCommand
{
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Argument<string> _text = new("text") { Description = "The words to look for; - reads them from standard input", HelpName = "TEXT" };
    private readonly Option<bool> _json = new("--json") { Description = "Answer as the endpoint does" };
    private readonly Option<int> _size = new("--size") { Description = "Places wanted", HelpName = "N", DefaultValueFactory = static _ => 5 };

    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        VerifyCommand verify = new();
        Command command = new(
            "verify",
            """
            Says whether the archive has a text: verbatim, altered (with the words that differ), or not at all.
            Ends with 0 when it is verbatim, 4 when it is altered, 5 when it is absent.

            Example:
              indexer verify --index index/main "Once Russians are in your house, it's sometimes difficult to get them to leave"
            """)
        {
            verify._text, verify._index, verify._json, verify._size,
        };
        command.SetAction(parsed => verify.Run(parsed, terminal, cancellationToken));
        return command;
    }

    private int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        string text = parsed.GetRequiredValue(_text);
        VerificationRequest request = new() { Text = text == "-" ? Console.In.ReadToEnd() : text, Size = parsed.GetValue(_size) };
        using IArticleIndex index = Backend.Chosen(parsed).OpenIndex(parsed.GetRequiredValue(_index));
        VerificationResponse response = new TextVerifier(index).Verify(request, cancellationToken);
        if (parsed.GetValue(_json))
        {
            terminal.Output.WriteLine(VerifyJson.Of(request.Text, response));
        }
        else
        {
            new VerifyText(terminal).Write(request.Text, response);
        }

        return response.Verdict switch
        {
            Verdict.Verbatim => ExitCodes.Done,
            Verdict.Altered => ExitCodes.Altered,
            _ => ExitCodes.Absent,
        };
    }
}
