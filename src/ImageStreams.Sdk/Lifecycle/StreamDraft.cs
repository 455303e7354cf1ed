using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>A stream under change: one row per tag, with its spec tag, its history, or both.</summary>
/// <remarks>
/// Rows are in the order of the names, so that many tags change in time linear in the stream. Used by one thread.
/// </remarks>
internal sealed class StreamDraft
{
    /// <summary>The spec tags of the rows; null while they are the unchanged spec tags of the stream.</summary>
    private TagReference?[]? _specTags;

    private readonly NamedTagEventList?[] _histories;
    private bool _hasNewSpecTags;
    private bool _hasNewHistories;

    /// <summary>Creates a draft of a stream whose tags are sorted, each name once.</summary>
    public StreamDraft(ImageStream stream)
    {
        Stream = stream;
        if (stream.Status.Tags.IsEmpty)
        {
            _histories = new NamedTagEventList?[stream.Spec.Tags.Count];
        }
        else
        {
            (_specTags, _histories) = Merge(stream.Spec.Tags.AsSpan(), stream.Status.Tags.AsSpan());
        }
    }

    /// <summary>The stream before the change.</summary>
    public ImageStream Stream { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _histories.Length;

    /// <summary>Gets a value indicating whether a history has changed.</summary>
    public bool HasMoved => _hasNewHistories;

    /// <summary>Gets the name of a row's tag.</summary>
    public string GetName(int row) => FindSpecTag(row)?.Name ?? _histories[row]!.Tag;

    /// <summary>Finds the spec tag of a row.</summary>
    public TagReference? FindSpecTag(int row) => _specTags is null ? Stream.Spec.Tags[row] : _specTags[row];

    /// <summary>Finds the latest event of a row.</summary>
    public TagEvent? FindLatestEvent(int row) => _histories[row]?.Latest;

    /// <summary>Finds the row of a tag; <see cref="TagFollowOrder.None"/> when there is none.</summary>
    /// <remarks>
    /// Searches in growing steps from a row: tags that follow each other tend to have similar names, and for very many tags
    /// that is faster than an index, which is slow to build.
    /// </remarks>
    /// <param name="tag">The tag's name.</param>
    /// <param name="near">The row to begin at.</param>
    public int FindRow(string tag, int near = 0)
    {
        var (low, high) = Bracket(tag, near);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = Utf8Order.Compare(GetName(middle), tag);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return TagFollowOrder.None;
    }

    /// <summary>Gets for each row the row of the tag of this stream that it follows.</summary>
    public int[] GetFollowedRows()
    {
        var followed = new int[Count];
        for (var row = 0; row < followed.Length; row++)
        {
            followed[row] = TagSource.FindFollowedTag(Stream, FindSpecTag(row)) is { } tag
                ? FindRow(tag, near: row)
                : TagFollowOrder.None;
        }

        return followed;
    }

    /// <summary>Replaces the spec tag of a row.</summary>
    public void SetSpecTag(int row, TagReference specTag)
    {
        if (!ReferenceEquals(FindSpecTag(row), specTag))
        {
            _specTags ??= Stream.Spec.Tags.AsSpan().ToArray();
            _specTags[row] = specTag;
            _hasNewSpecTags = true;
        }
    }

    /// <summary>Adds an event to the history of a row, if it changes the history.</summary>
    public void Add(int row, TagEvent tagEvent)
    {
        if (TagHistory.WouldChange(_histories[row], tagEvent))
        {
            _histories[row] = _histories[row] is { } history
                ? TagHistory.WithEvent(history, tagEvent)
                : new NamedTagEventList { Tag = GetName(row), Items = [tagEvent] };
            _hasNewHistories = true;
        }
    }

    /// <summary>Replaces the latest event of a row that has one; its conditions stay.</summary>
    public void ReplaceLatest(int row, TagEvent tagEvent)
    {
        var history = _histories[row]!;
        _histories[row] = history with { Items = history.Items.SetItem(0, tagEvent) };
        _hasNewHistories = true;
    }

    /// <summary>Creates the changed stream; the same object when nothing has changed.</summary>
    public ImageStream ToStream()
    {
        var stream = _hasNewSpecTags
            ? Stream with { Spec = Stream.Spec with { Tags = Compact(_specTags!) } }
            : Stream;
        return _hasNewHistories
            ? stream with { Status = stream.Status with { Tags = Compact(_histories) } }
            : stream;
    }

    /// <summary>Finds the first and the last row of the range that must contain a tag.</summary>
    private (int Low, int High) Bracket(string tag, int near)
    {
        var (low, high) = (near, near);
        for (var step = 1; low > 0 && Utf8Order.Compare(GetName(low), tag) > 0; step *= 2)
        {
            low = Math.Max(0, low - step);
        }

        for (var step = 1; high < Count - 1 && Utf8Order.Compare(GetName(high), tag) < 0; step *= 2)
        {
            high = Math.Min(Count - 1, high + step);
        }

        return (low, Math.Min(high, Count - 1));
    }

    private static KeyedList<T> Compact<T>(T?[] rows)
        where T : class, IKeyed
    {
        var items = new T[rows.Count(static row => row is not null)];
        var next = 0;
        foreach (var row in rows)
        {
            if (row is not null)
            {
                items[next++] = row;
            }
        }

        return KeyedList<T>.Own(items);
    }

    private static (TagReference?[] SpecTags, NamedTagEventList?[] Histories) Merge(
        ReadOnlySpan<TagReference> specTags, ReadOnlySpan<NamedTagEventList> histories)
    {
        var rows = new List<(TagReference? SpecTag, NamedTagEventList? History)>(specTags.Length + histories.Length);
        var (s, h) = (0, 0);
        while (s < specTags.Length || h < histories.Length)
        {
            var order = Compare(specTags[s..], histories[h..]);
            rows.Add((order <= 0 ? specTags[s++] : null, order >= 0 ? histories[h++] : null));
        }

        return ([.. rows.Select(row => row.SpecTag)], [.. rows.Select(row => row.History)]);
    }

    /// <summary>Compares the first of the remaining spec tags with the first of the remaining histories.</summary>
    private static int Compare(ReadOnlySpan<TagReference> specTags, ReadOnlySpan<NamedTagEventList> histories)
    {
        if (specTags.IsEmpty)
        {
            return 1;
        }

        return histories.IsEmpty ? -1 : Utf8Order.Compare(specTags[0].Name, histories[0].Tag);
    }
}
