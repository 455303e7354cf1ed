using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>A stream under change: one row per tag, with its spec tag, its history, or both.</summary>
/// <remarks>
/// Rows are in the order of the names, so that many tags change in time linear in the rows. Used by one thread.
/// </remarks>
internal sealed class StreamDraft
{
    private readonly TagReference?[] _specTags;
    private readonly NamedTagEventList?[] _histories;
    private readonly ChangedRows _newSpecTags;
    private readonly ChangedRows _newHistories;

    private StreamDraft(ImageStream stream, TagReference?[] specTags, NamedTagEventList?[] histories)
    {
        Stream = stream;
        _specTags = specTags;
        _histories = histories;
        _newSpecTags = new ChangedRows(specTags.Length);
        _newHistories = new ChangedRows(histories.Length);
    }

    /// <summary>Creates a draft of a stream whose tags are sorted, each name once.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="old">The older version, sorted too; with one, the draft has only the rows of the tags that its change
    /// may concern.</param>
    public static StreamDraft Create(ImageStream stream, ImageStream? old)
    {
        if (old is not null)
        {
            return Create(stream, ChangedTags.Select(stream, old));
        }

        if (stream.Status.Tags.IsEmpty)
        {
            return new StreamDraft(stream, stream.Spec.Tags.AsSpan().ToArray(), new NamedTagEventList?[stream.Spec.Tags.Count]);
        }

        var (specTags, histories) = Merge(stream.Spec.Tags.AsSpan(), stream.Status.Tags.AsSpan());
        return new StreamDraft(stream, specTags, histories);
    }

    /// <summary>Creates a draft of some tags of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="names">The names of the tags, sorted.</param>
    public static StreamDraft Create(ImageStream stream, string[] names) => new(
        stream, Array.ConvertAll(names, stream.Spec.Tags.Find), Array.ConvertAll(names, stream.Status.Tags.Find));

    /// <summary>The stream before the change.</summary>
    public ImageStream Stream { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _histories.Length;

    /// <summary>Gets a value indicating whether a history has changed.</summary>
    public bool HasMoved => _newHistories.Count > 0;

    /// <summary>Gets the name of a row's tag.</summary>
    public string GetName(int row) => FindSpecTag(row)?.Name ?? _histories[row]!.Tag;

    /// <summary>Finds the spec tag of a row.</summary>
    public TagReference? FindSpecTag(int row) => _specTags[row];

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
            _specTags[row] = specTag;
            _newSpecTags.Add(row);
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
            _newHistories.Add(row);
        }
    }

    /// <summary>Replaces the latest event of a row that has one; its conditions stay.</summary>
    public void ReplaceLatest(int row, TagEvent tagEvent)
    {
        var history = _histories[row]!;
        _histories[row] = history with { Items = history.Items.SetItem(0, tagEvent) };
        _newHistories.Add(row);
    }

    /// <summary>Creates the changed stream; the same object when nothing has changed.</summary>
    public ImageStream ToStream() => Stream.WithTags(
        Apply(Stream.Spec.Tags, _specTags, _newSpecTags), Apply(Stream.Status.Tags, _histories, _newHistories));

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

    private static KeyedList<T> Apply<T>(KeyedList<T> list, T?[] rows, ChangedRows changed)
        where T : class, IKeyed
    {
        var edits = new KeyedEdit<T>[changed.Count];
        var next = 0;
        for (var row = 0; next < edits.Length; row++)
        {
            if (changed.Contains(row))
            {
                edits[next++] = KeyedEdit<T>.Set(rows[row]!);
            }
        }

        return list.Apply(edits);
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
