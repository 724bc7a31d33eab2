using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using SearchService.Analysis;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>The tokens of a text as Lucene takes them: each form of a token a term, all at its one position.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly TermAttribute _term = new();
    private readonly IPositionIncrementAttribute _increment;
    private TokenReader _tokens = TextAnalyzer.Plain.CreateReader();
    private string _text = "";
    private bool _hasWords;
    private TokenCount _count = new();
    private Step _next;

    internal TermStream()
    {
        AddAttributeImpl(_term);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    private enum Step
    {
        Written,
        Folded,
        Word,
    }

    /// <summary>Turns to another text; it is read when the document is added.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Divides it; may be shared with streams that are read before or after.</param>
    /// <param name="hasWords">Whether its stems are indexed.</param>
    /// <param name="count">Counts the tokens as they are read.</param>
    internal void Set(string text, TokenReader tokens, bool hasWords, TokenCount count) => (_text, _tokens, _hasWords, _count) = (text, tokens, hasWords, count);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _tokens.Reset(_text);
        _next = Step.Written;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        while (true)
        {
            switch (_next)
            {
                case Step.Written:
                    if (!_tokens.Next())
                    {
                        return false;
                    }

                    _count.Value++;
                    _next = Step.Folded;
                    return Emit(TermForm.Written, increment: 1);
                case Step.Folded:
                    _next = Step.Word;
                    if (!_tokens.Term(TermForm.Folded).IsEmpty)
                    {
                        return Emit(TermForm.Folded, increment: 0);
                    }

                    break;
                default:
                    _next = Step.Written;
                    if (_hasWords)
                    {
                        return Emit(TermForm.Word, increment: 0);
                    }

                    break;
            }
        }
    }

    private bool Emit(TermForm form, int increment)
    {
        _term.Set(form, _tokens.Term(form));
        _increment.PositionIncrement = increment;
        return true;
    }
}
