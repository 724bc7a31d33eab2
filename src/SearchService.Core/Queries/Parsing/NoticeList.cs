using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SearchService.Core.Queries.Parsing;

/// <summary>Collects the notices of one parse.</summary>
/// <param name="input">What offsets point into.</param>
/// <param name="limits">How many are kept.</param>
internal sealed class NoticeList(string input, QueryLimits limits)
{
    private readonly List<QueryNotice> _notices = [];

    /// <summary>Something is to be said of a place.</summary>
    public void Add(NoticeWording wording, int offset, int length, params ImmutableArray<string> values) => _notices.Add(new QueryNotice(wording, offset, length, values));

    /// <summary>Characters without a meaning were ignored.</summary>
    public void Ignored(int offset, int length) => Add(NoticeWordings.IgnoredCharacters, offset, length);

    /// <summary>Gives the notices in the order of their offsets; runs of ignored characters and of parentheses become one each.</summary>
    public ImmutableArray<QueryNotice> ToOrdered()
    {
        List<QueryNotice> merged = [];
        foreach (QueryNotice notice in _notices.OrderBy(notice => notice.Offset))
        {
            QueryNotice? last = merged.Count == 0 ? null : merged[^1];
            if (last is not null && last.Wording == notice.Wording && IsMergeable(notice.Code) && OnlySpaceBetween(last, notice))
            {
                merged[^1] = last with { Length = Math.Max(last.Offset + last.Length, notice.Offset + notice.Length) - last.Offset };
            }
            else
            {
                merged.Add(notice);
            }
        }

        foreach (ref QueryNotice notice in CollectionsMarshal.AsSpan(merged))
        {
            if (notice.Code == QueryNoticeCodes.IgnoredCharacters)
            {
                notice = notice with { Values = [Excerpt(notice.Offset, notice.Length)] };
            }
        }

        return Cut(merged);
    }

    /// <summary>Gives a piece of the input for a message, shortened to stay readable.</summary>
    public string Excerpt(int offset, int length)
    {
        const int longest = 30;
        return length <= longest ? input.Substring(offset, length) : $"{input.AsSpan(offset, longest)}…";
    }

    private ImmutableArray<QueryNotice> Cut(List<QueryNotice> notices)
    {
        if (notices.Count <= limits.MaxNotices)
        {
            return [.. notices];
        }

        int kept = limits.MaxNotices - 1;
        List<QueryNotice> rest = notices[kept..];
        QueryNotice more = new(
            NoticeWordings.TooManyNotices, rest[0].Offset, rest.Max(notice => notice.Offset + notice.Length) - rest[0].Offset, $"{rest.Count}", $"{limits.MaxNotices}")
        {
            IsError = rest.Exists(notice => notice.IsError),
        };
        return [.. notices.Take(kept), more];
    }

    private static bool IsMergeable(string code) => code is QueryNoticeCodes.IgnoredCharacters or QueryNoticeCodes.UnbalancedParenthesis;

    private bool OnlySpaceBetween(QueryNotice first, QueryNotice second)
    {
        for (int i = first.Offset + first.Length; i < second.Offset; i++)
        {
            if (!Characters.IsSpace(input[i]))
            {
                return false;
            }
        }

        return true;
    }
}
