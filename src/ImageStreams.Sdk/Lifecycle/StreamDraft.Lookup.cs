using ImageStreams.Internal;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

internal sealed partial class StreamDraft
{
    /// <summary>The row of a tag, or <see cref="TopologicalOrder.None"/>.</summary>
    /// <remarks>
    /// A search in ever larger steps away from a row: what follows each other tends to have names alike, and for very
    /// many tags that beats an index, which is slow to fill.
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

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return TopologicalOrder.None;
    }

    /// <summary>For each row, the row of the tag of this stream that it follows.</summary>
    public int[] GetFollowedRows()
    {
        var followed = new int[Count];
        for (var row = 0; row < followed.Length; row++)
        {
            followed[row] = FindFollowedRow(row);
        }

        return followed;
    }

    private int FindFollowedRow(int row) =>
        FindSpecTag(row)?.From is { Kind: ReferenceKinds.ImageStreamTag } from && LocalTags.TryFollow(Stream, from, out var tag)
            ? FindRow(tag, near: row)
            : TopologicalOrder.None;

    /// <summary>The first and the last row between which a tag must be.</summary>
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
}
