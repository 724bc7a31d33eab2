namespace SearchService.Engine.Execution;

/// <summary>The best so many scores of a stream, to know a score that at least so many documents reach.</summary>
/// <param name="room">As many places as scores are to be kept; none when nothing is wanted.</param>
internal ref struct BestScores(Span<double> room)
{
    /// <summary>The most that are kept: more are seldom asked for, and each costs a step of an insertion.</summary>
    public const int MaxCount = 64;

    private readonly Span<double> _best = room;
    private int _count;

    /// <summary>The worst of the scores kept, or 0 while there are fewer than asked for.</summary>
    public readonly double Worst => _best.IsEmpty || _count < _best.Length ? 0 : _best[^1];

    /// <summary>Looks at the score of another document.</summary>
    public void Add(double score)
    {
        if (_best.IsEmpty || (_count == _best.Length && score <= _best[^1]))
        {
            return;
        }

        var at = _count < _best.Length ? _count++ : _count - 1;
        for (; at > 0 && _best[at - 1] < score; at--)
        {
            _best[at] = _best[at - 1];
        }

        _best[at] = score;
    }
}
