using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Lifecycle;

/// <summary>A stream while it is worked on: one row per tag, with its wish, its history or both.</summary>
/// <remarks>
/// Rows are in the order of the names, so that many tags change in time linear in the stream. Used by one thread.
/// </remarks>
internal sealed partial class StreamDraft
{
    /// <summary>Null while the rows are the stream's wishes as they are.</summary>
    private TagReference?[]? _specTags;

    private readonly NamedTagEventList?[] _histories;
    private bool _hasNewSpecTags;
    private bool _hasNewHistories;

    /// <summary>Takes a stream whose tags are in order, each name once.</summary>
    public StreamDraft(ImageStream stream)
    {
        Stream = stream;
        (_specTags, _histories) = stream.Status.Tags.IsEmpty
            ? (null, new NamedTagEventList?[stream.Spec.Tags.Count])
            : Merge(stream.Spec.Tags.AsSpan(), stream.Status.Tags.AsSpan());
    }

    /// <summary>The stream as it was.</summary>
    public ImageStream Stream { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _histories.Length;

    /// <summary>Indicates whether a history has changed.</summary>
    public bool HasMoved => _hasNewHistories;

    /// <summary>The name of a row's tag.</summary>
    public string GetName(int row) => FindSpecTag(row)?.Name ?? _histories[row]!.Tag;

    /// <summary>The wish of a row, or null.</summary>
    public TagReference? FindSpecTag(int row) => _specTags is null ? Stream.Spec.Tags[row] : _specTags[row];

    /// <summary>The newest event of a row, or null.</summary>
    public TagEvent? FindLatestEvent(int row) => _histories[row]?.Latest;

    /// <summary>Takes a wish over.</summary>
    public void SetSpecTag(int row, TagReference specTag)
    {
        if (!ReferenceEquals(FindSpecTag(row), specTag))
        {
            _specTags ??= Stream.Spec.Tags.AsSpan().ToArray();
            _specTags[row] = specTag;
            _hasNewSpecTags = true;
        }
    }

    /// <summary>Puts an event into a history, if it is news.</summary>
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

    /// <summary>Writes the newest event of a row anew; it has one, and its conditions stay.</summary>
    public void ReplaceLatest(int row, TagEvent tagEvent)
    {
        var history = _histories[row]!;
        _histories[row] = history with { Items = history.Items.SetItem(0, tagEvent) };
        _hasNewHistories = true;
    }

    /// <summary>The stream as it is now; the same one when nothing has changed.</summary>
    public ImageStream ToStream()
    {
        var stream = _hasNewSpecTags
            ? Stream with { Spec = Stream.Spec with { Tags = Compact(_specTags!) } }
            : Stream;
        return _hasNewHistories
            ? stream with { Status = stream.Status with { Tags = Compact(_histories) } }
            : stream;
    }

    private static KeyedList<T> Compact<T>(T?[] rows)
        where T : class, IKeyed
    {
        var count = rows.Count(static row => row is not null);
        var present = new T[count];
        for (int row = 0, next = 0; row < rows.Length; row++)
        {
            if (rows[row] is { } item)
            {
                present[next++] = item;
            }
        }

        return KeyedList<T>.Own(present);
    }

    private static (TagReference?[] Wishes, NamedTagEventList?[] Histories) Merge(
        ReadOnlySpan<TagReference> specTags, ReadOnlySpan<NamedTagEventList> histories)
    {
        var rows = new List<(TagReference? Wish, NamedTagEventList? History)>(specTags.Length + histories.Length);
        for (int w = 0, h = 0; w < specTags.Length || h < histories.Length;)
        {
            var order = w == specTags.Length ? 1
                : h == histories.Length ? -1
                : Utf8Order.Compare(specTags[w].Name, histories[h].Tag);
            rows.Add((order <= 0 ? specTags[w++] : null, order >= 0 ? histories[h++] : null));
        }

        return ([.. rows.Select(row => row.Wish)], [.. rows.Select(row => row.History)]);
    }
}
