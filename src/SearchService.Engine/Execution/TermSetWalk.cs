using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution;

/// <summary>Walks through the terms of a set in a segment's dictionary, form after form, past what can't fit.</summary>
/// <param name="query">The set.</param>
/// <param name="segment">The segment.</param>
/// <param name="cancellation">Looked at now and then: a prefix of one letter may stand for very many terms.</param>
internal sealed class TermSetWalk(TermSetQuery query, SegmentReader segment, CancellationToken cancellation)
{
    // A look costs nothing beside a term; a term of a pattern with thousands of states at once costs a millisecond.
    private const int TermsBetweenLooks = 64;

    private readonly TermJudge _judge = query.Judge();
    private TermEnumerator? _terms; // of the form before the next
    private int _nextForm;
    private int _untilLook = TermsBetweenLooks;

    /// <summary>The term that <see cref="MoveNext"/> came to; valid until it goes on.</summary>
    public ReadOnlySpan<byte> Term => _terms!.Term;

    /// <summary>How many documents of the segment have that term.</summary>
    public int DocumentFrequency => _terms!.DocumentFrequency;

    /// <summary>Where the term is that <see cref="MoveNext"/> came to.</summary>
    public TermEntry Entry => _terms!.Entry;

    /// <summary>Goes on to the next term of the set.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public bool MoveNext()
    {
        bool isTerm = _terms is not null && _terms.MoveNext();
        while (isTerm || BeginForm())
        {
            isTerm = true;
            if (--_untilLook == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _untilLook = TermsBetweenLooks;
            }

            switch (_judge.Fit(_terms!.Term))
            {
                case TermFit.Yes:
                    return true;
                case TermFit.No:
                    isTerm = _terms.MoveNext();
                    break;
                case TermFit.Skip:
                    isTerm = _terms.MoveTo(_judge.Next);
                    break;
                default:
                    isTerm = false;
                    break;
            }
        }

        return false;
    }

    private bool BeginForm()
    {
        cancellation.ThrowIfCancellationRequested(); // a filter may leave no term to look at it between
        while (_nextForm < query.Forms.Length)
        {
            _terms = segment.Terms(query.Field, query.Forms[_nextForm++]).From(_judge.First, _judge.Filter);
            if (_terms.MoveNext())
            {
                return true;
            }
        }

        return false;
    }
}
