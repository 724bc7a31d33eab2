namespace SearchService.Analysis.Proximity;

/// <summary>The minimal reaches of two expressions that stand near each other.</summary>
/// <remarks>
/// <para>Two spans are a <em>pair</em> when neither shares a position with the other and at most the distance of words is between them; ordered,
/// the left one has to stand first. The pair reaches from the first position of the one to the end of the other, and the spans are the
/// <em>minimal</em> reaches: those that no other reach lies in. So of <c>a b … b</c> the nearer <c>b</c> counts.</para>
/// <para>For each span of the expression that stands first, only the one after it that ends first can make a minimal pair: it is among those that
/// begin in a window as long as the distance, and as the windows only move forward the one that ends first is kept at the head of
/// a queue (the minimum of a sliding window). So a document costs its spans times the logarithm of their number, at most, whatever
/// the distance. The pairs in the other order are found by exchanging the sides. Then a walk from the last pair back
/// keeps those that end before every pair that begins later.</para>
/// <para>Where no span of a side lies in another of it, which is so for all but alternatives of different length, one walk through both sides
/// by end is enough: of what ends before a span, the last one is nearest to it.</para>
/// </remarks>
/// <param name="left">One expression.</param>
/// <param name="right">The other.</param>
/// <param name="distance">The most words between.</param>
/// <param name="ordered">Whether the left one stands first.</param>
public sealed class NearSpans(TextSpans left, TextSpans right, int distance, bool ordered) : CountedSpans
{
    private readonly HashSet<ulong> _traced = [];
    private ulong[] _byEnd = [];
    private ulong[] _queue = [];
    private ulong[] _reaches = new ulong[16];
    private int[] _distances = new int[16];
    private int _count;
    private int _first;
    private bool _isSorted;

    /// <inheritdoc/>
    public override bool FindIn(int document)
    {
        var isFound = Find(document, untilFirst: false);
        for (var i = _first; i < _count; i++)
        {
            Found.Add(_reaches[i]);
        }

        return isFound;
    }

    /// <inheritdoc/>
    /// <remarks>The distance is the number of words between the pair, and the least of them when several pairs have the same reach.</remarks>
    public override double FrequencyIn(int document, bool untilFirst)
    {
        if (!Find(document, untilFirst))
        {
            return 0;
        }

        if (untilFirst)
        {
            return 1;
        }

        var frequency = 0.0;
        for (var i = _first; i < _count; i++)
        {
            frequency += 1.0 / (1.0 + _distances[i]);
        }

        return frequency;
    }

    /// <inheritdoc/>
    public override void AddParts(ulong span, HashSet<ulong> parts)
    {
        if (!_traced.Add(span))
        {
            return;
        }

        AddParts(left, right, span, parts);
        if (!ordered)
        {
            AddParts(right, left, span, parts);
        }
    }

    private void AddParts(TextSpans before, TextSpans after, ulong span, HashSet<ulong> parts)
    {
        var (start, end) = (SpanList.StartOf(span), SpanList.EndOf(span));
        var befores = before.Found.Spans;
        var afters = after.Found.Spans;
        for (var i = before.Found.FirstFrom(start); i < befores.Length && SpanList.StartOf(befores[i]) == start; i++)
        {
            var from = SpanList.EndOf(befores[i]);
            for (var j = after.Found.FirstFrom(from); j < afters.Length && SpanList.StartOf(afters[j]) < end; j++)
            {
                if (SpanList.EndOf(afters[j]) == end && SpanList.StartOf(afters[j]) - from <= distance)
                {
                    before.AddParts(befores[i], parts);
                    after.AddParts(afters[j], parts);
                }
            }
        }
    }

    private bool Find(int document, bool untilFirst)
    {
        Found.Clear();
        _traced.Clear();
        _count = 0;
        _first = 0;
        _isSorted = true;
        if (!left.FindIn(document) || !right.FindIn(document))
        {
            return false;
        }

        if (left.Found.EndsAscend && right.Found.EndsAscend)
        {
            PairInOneWalk(left.Found.Spans, right.Found.Spans, untilFirst);
            return _count > 0;
        }

        Pair(left.Found, right.Found, untilFirst);
        if (!ordered && !(untilFirst && _count > 0))
        {
            Pair(right.Found, left.Found, untilFirst);
        }

        if (!untilFirst)
        {
            KeepMinimal();
        }

        return _count > 0;
    }

    private void PairInOneWalk(ReadOnlySpan<ulong> lefts, ReadOnlySpan<ulong> rights, bool untilFirst)
    {
        int l = 0, r = 0, leftsBefore = 0, rightsBefore = 0;
        while (r < rights.Length || (!ordered && l < lefts.Length))
        {
            if (ordered || l == lefts.Length || (r < rights.Length && SpanList.EndOf(rights[r]) <= SpanList.EndOf(lefts[l])))
            {
                PairWithLast(lefts, ref leftsBefore, rights[r++]);
            }
            else
            {
                PairWithLast(rights, ref rightsBefore, lefts[l++]);
            }

            if (untilFirst && _count > 0)
            {
                return;
            }
        }
    }

    // By ascending end of what is after, so a pair holds another only if it begins no later than the one kept last.
    private void PairWithLast(ReadOnlySpan<ulong> befores, ref int count, ulong after)
    {
        var start = SpanList.StartOf(after);
        while (count < befores.Length && SpanList.EndOf(befores[count]) <= start)
        {
            count++;
        }

        if (count == 0 || start - SpanList.EndOf(befores[count - 1]) is var between && between > distance)
        {
            return;
        }

        var reach = SpanList.Span(SpanList.StartOf(befores[count - 1]), SpanList.EndOf(after));
        if (_count == 0 || SpanList.StartOf(reach) > SpanList.StartOf(_reaches[_count - 1]))
        {
            _count -= _count > 0 && SpanList.EndOf(reach) == SpanList.EndOf(_reaches[_count - 1]) ? 1 : 0;
            Add(reach, between);
        }
        else if (reach == _reaches[_count - 1])
        {
            _distances[_count - 1] = Math.Min(_distances[_count - 1], between);
        }
    }

    private void Pair(SpanList before, SpanList after, bool untilFirst)
    {
        var befores = ByEnd(before);
        var afters = after.Spans;
        if (_queue.Length < afters.Length)
        {
            _queue = new ulong[Math.Max(16, 2 * afters.Length)];
        }

        int next = 0, head = 0, tail = 0;
        foreach (var reversed in befores)
        {
            var (end, start) = (SpanList.StartOf(reversed), SpanList.EndOf(reversed));
            for (; next < afters.Length && (long)SpanList.StartOf(afters[next]) - end <= distance; next++)
            {
                if (SpanList.StartOf(afters[next]) < end)
                {
                    continue;
                }

                while (tail > head && SpanList.EndOf(_queue[tail - 1]) > SpanList.EndOf(afters[next]))
                {
                    tail--;
                }

                _queue[tail++] = afters[next];
            }

            while (head < tail && SpanList.StartOf(_queue[head]) < end)
            {
                head++;
            }

            if (head < tail)
            {
                Add(SpanList.Span(start, SpanList.EndOf(_queue[head])), SpanList.StartOf(_queue[head]) - end);
                if (untilFirst)
                {
                    return;
                }
            }
            else if (next == afters.Length)
            {
                return;
            }
        }
    }

    // The spans with start and end exchanged, by end.
    private ReadOnlySpan<ulong> ByEnd(SpanList list)
    {
        var spans = list.Spans;
        if (_byEnd.Length < spans.Length)
        {
            _byEnd = new ulong[Math.Max(16, 2 * spans.Length)];
        }

        var byEnd = _byEnd.AsSpan(0, spans.Length);
        for (var i = 0; i < spans.Length; i++)
        {
            byEnd[i] = ulong.RotateLeft(spans[i], 32);
        }

        if (!list.EndsAscend)
        {
            byEnd.Sort();
        }

        return byEnd;
    }

    private void Add(ulong reach, int between)
    {
        if (_count == _reaches.Length)
        {
            Array.Resize(ref _reaches, 2 * _count);
            Array.Resize(ref _distances, 2 * _count);
        }

        _isSorted &= _count == 0 || reach >= _reaches[_count - 1];
        _reaches[_count] = reach;
        _distances[_count++] = between;
    }

    private void KeepMinimal()
    {
        if (!_isSorted)
        {
            _reaches.AsSpan(0, _count).Sort(_distances.AsSpan(0, _count));
        }

        _first = _count;
        for (var i = _count - 1; i >= 0; i--)
        {
            var (reach, between) = (_reaches[i], _distances[i]);
            if (_first < _count && reach == _reaches[_first])
            {
                _distances[_first] = Math.Min(_distances[_first], between);
                continue;
            }

            if (_first < _count && SpanList.EndOf(reach) >= SpanList.EndOf(_reaches[_first]))
            {
                continue;
            }

            // One with the same start that ends earlier lies in the one kept before.
            _first -= _first < _count && SpanList.StartOf(reach) == SpanList.StartOf(_reaches[_first]) ? 0 : 1;
            (_reaches[_first], _distances[_first]) = (reach, between);
        }
    }
}
