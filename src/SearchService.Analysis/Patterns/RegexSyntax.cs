using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SearchService.Analysis.Patterns;

/// <summary>Reads a regular expression that a whole term has to match.</summary>
/// <remarks>
/// <code>
/// alternatives = sequence , { "|" , sequence } ;
/// sequence     = { atom , { "*" | "+" | "?" | "{" , n , [ "," , [ m ] ] , "}" } } ;
/// atom         = character | "." | "\" , character | class | "(" , [ "?:" ] , alternatives , ")" ;
/// class        = "[" , [ "^" ] , member , { member } , "]" ;
/// member       = character , [ "-" , character ] | "\" , character ;
/// </code>
/// A character is a code point. <c>\d \D \w \W \s \S</c> are the ASCII digits, word characters and spaces, and what isn't; before
/// any other letter or digit a backslash is refused, before anything else it makes a plain character. There are no anchors,
/// references or assertions: <c>^</c> and <c>$</c> are refused rather than looked for in words, which never hold them. Lucene's
/// optional operators (<c>~ &amp; @ # &lt;&gt; "</c>) are plain characters.
/// </remarks>
public sealed class RegexSyntax
{
    /// <summary>More than any limit allows, and far from overflowing.</summary>
    private const int ManyTimes = 1_000_000;

    private static readonly CharacterSet Digits = CharacterSet.Of([('0', '9')]);
    private static readonly CharacterSet WordCharacters = CharacterSet.Of([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);
    private static readonly CharacterSet Spaces = CharacterSet.Of([('\t', '\r'), (' ', ' ')]);

    private readonly int[] _points;
    private readonly int _maxDepth;
    private int _at;
    private int _depth;

    private RegexSyntax(string pattern, int maxDepth) => (_points, _maxDepth) = ([.. pattern.EnumerateRunes().Select(rune => rune.Value)], maxDepth);

    private bool AtEnd => _at == _points.Length;

    /// <summary>Reads an expression.</summary>
    /// <param name="pattern">Without slashes around it.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">It isn't one, or is nested too deep.</exception>
    public static PatternNode Parse(string pattern, AutomatonOptions options)
    {
        var syntax = new RegexSyntax(pattern, options.MaxDepth);
        var node = syntax.ReadAlternatives();
        return syntax.AtEnd ? node : throw Invalid("there is a ‘)’ without its ‘(’; a plain one is ‘\\)’", syntax._at);
    }

    private PatternNode ReadAlternatives()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        do
        {
            parts.Add(ReadSequence());
        }
        while (TryTake('|'));
        return parts is [var only] ? only : new PatternNode.Alternatives(parts.DrainToImmutable());
    }

    private PatternNode ReadSequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        var literal = new StringBuilder();
        while (!AtEnd && _points[_at] is not ('|' or ')'))
        {
            var atom = ReadAtom();
            var repeated = ReadRepeats(atom);
            if (ReferenceEquals(atom, repeated) && atom is PatternNode.Literal plain)
            {
                literal.Append(plain.Text); // folded as one: a letter and its combining mark are one character
                continue;
            }

            if (literal.Length > 0)
            {
                parts.Add(new PatternNode.Literal(literal.ToString()));
                literal.Clear();
            }

            parts.Add(repeated);
        }

        if (literal.Length > 0 || parts.Count == 0)
        {
            parts.Add(new PatternNode.Literal(literal.ToString()));
        }

        return parts is [var only] ? only : new PatternNode.Sequence(parts.DrainToImmutable());
    }

    private PatternNode ReadAtom()
    {
        var start = _at;
        switch (_points[_at++])
        {
            case '.':
                return PatternNode.OneOf.Any;
            case '[':
                return ReadClass(start);
            case '(':
                return ReadGroup(start);
            case '\\':
                return ReadEscape(start, out var point) is { } set ? new PatternNode.OneOf(set) : Plain(point);
            case '*' or '+' or '?' or '{':
                throw Invalid($"‘{(char)_points[start]}’ has nothing before it to repeat; a plain one is ‘\\{(char)_points[start]}’", start);
            case '^' or '$':
                throw Invalid($"‘{(char)_points[start]}’ isn't needed: the whole word is compared; a plain one is ‘\\{(char)_points[start]}’", start);
            default:
                return Plain(_points[start]);
        }
    }

    private PatternNode.Sequence ReadGroup(int start)
    {
        if (++_depth > _maxDepth)
        {
            throw new InvalidPatternException(
                $"Groups are nested more than {_maxDepth} deep ({nameof(AutomatonOptions)}.{nameof(AutomatonOptions.MaxDepth)}); simplify the expression.");
        }

        if (_at + 1 < _points.Length && _points[_at] == '?' && _points[_at + 1] == ':')
        {
            _at += 2;
        }

        var node = ReadAlternatives();
        _depth--;
        if (!TryTake(')'))
        {
            throw Invalid("‘(’ is never closed; a plain one is ‘\\(’", start);
        }

        // Never merged with the literals beside it: a repeat behind it is of all of it.
        return new PatternNode.Sequence([node]);
    }

    private PatternNode ReadRepeats(PatternNode node)
    {
        while (!AtEnd)
        {
            var start = _at;
            switch (_points[_at])
            {
                case '*':
                    _at++;
                    node = new PatternNode.Repeat(node, 0, null);
                    break;
                case '+':
                    _at++;
                    node = new PatternNode.Repeat(node, 1, null);
                    break;
                case '?':
                    _at++;
                    node = new PatternNode.Repeat(node, 0, 1);
                    break;
                case '{':
                    _at++;
                    node = ReadCounts(node, start);
                    break;
                default:
                    return node;
            }
        }

        return node;
    }

    private PatternNode.Repeat ReadCounts(PatternNode node, int start)
    {
        var min = ReadNumber();
        var max = TryTake(',') ? ReadNumber() : min;
        if (min is null || !TryTake('}'))
        {
            throw Invalid("behind ‘{’ stands ‘3}’, ‘3,}’ or ‘3,5}’; a plain one is ‘\\{’", start);
        }

        return max is null || min <= max
            ? new PatternNode.Repeat(node, min.Value, max)
            : throw Invalid($"‘{{{min},{max}}}’ asks for at least {min} and at most {max}", start);
    }

    private int? ReadNumber()
    {
        int? number = null;
        while (!AtEnd && _points[_at] is >= '0' and <= '9')
        {
            number = Math.Min(ManyTimes, ((number ?? 0) * 10) + _points[_at++] - '0');
        }

        return number;
    }

    private PatternNode.OneOf ReadClass(int start)
    {
        var negated = TryTake('^');
        var ranges = new List<(int, int)>();
        for (var first = true; first || !TryTake(']'); first = false)
        {
            if (AtEnd || (first && _points[_at] == ']'))
            {
                throw Invalid(AtEnd ? "‘[’ is never closed; a plain one is ‘\\[’" : "there is nothing between ‘[’ and ‘]’; a plain ‘]’ is ‘\\]’", start);
            }

            ReadMember(ranges);
        }

        return new PatternNode.OneOf(CharacterSet.Of(ranges), negated);
    }

    private void ReadMember(List<(int, int)> ranges)
    {
        var start = _at;
        if (ReadClassCharacter(out var first) is { } set)
        {
            ranges.AddRange(set.Ranges);
            return;
        }

        if (_at + 1 >= _points.Length || _points[_at] != '-' || _points[_at + 1] == ']')
        {
            ranges.Add((first, first));
            return;
        }

        _at++;
        if (ReadClassCharacter(out var last) is not null || last < first)
        {
            throw Invalid("a range in a class goes from a character to a later one; a plain ‘-’ is ‘\\-’", start);
        }

        ranges.Add((first, last));
    }

    private CharacterSet? ReadClassCharacter(out int point)
    {
        var start = _at;
        point = _points[_at++];
        return point == '\\' ? ReadEscape(start, out point) : null;
    }

    /// <summary>Reads what stands behind a backslash: a set, or else a plain character.</summary>
    private CharacterSet? ReadEscape(int start, out int point)
    {
        if (AtEnd)
        {
            throw Invalid("‘\\’ stands at the end; a plain one is ‘\\\\’", start);
        }

        point = _points[_at++];
        switch (point)
        {
            case 'd':
                return Digits;
            case 'D':
                return Digits.Complement();
            case 'w':
                return WordCharacters;
            case 'W':
                return WordCharacters.Complement();
            case 's':
                return Spaces;
            case 'S':
                return Spaces.Complement();
            default:
                return Rune.IsLetterOrDigit(new Rune(point))
                    ? throw Invalid($"‘\\{new Rune(point)}’ means nothing here; the classes are \\d, \\w, \\s, \\D, \\W, \\S", start)
                    : null;
        }
    }

    private static PatternNode.Literal Plain(int point) => new(new Rune(point).ToString());

    private bool TryTake(char sign)
    {
        var there = !AtEnd && _points[_at] == sign;
        _at += there ? 1 : 0;
        return there;
    }

    private static InvalidPatternException Invalid(string what, int at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"At character {at + 1} of the regular expression, {what}."));
}
