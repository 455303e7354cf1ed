using ImageStreams.Internal;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

internal sealed partial class StreamDraft
{
    /// <summary>The row of a tag, or <see cref="FollowOrder.Nothing"/>.</summary>
    /// <remarks>
    /// A search in ever larger steps away from a row: what follows each other tends to have names alike, and for very
    /// many tags that beats an index, which is slow to fill.
    /// </remarks>
    /// <param name="tag">The tag's name.</param>
    /// <param name="near">The row to begin at.</param>
    public int IndexOf(string tag, int near = 0)
    {
        var (low, high) = Bracket(tag, near);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = Utf8Order.Compare(NameOf(middle), tag);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return FollowOrder.Nothing;
    }

    /// <summary>For each row, the row of the tag of this stream that it follows.</summary>
    public int[] GetFollowed()
    {
        var followed = new int[Count];
        for (var row = 0; row < followed.Length; row++)
        {
            followed[row] = FollowedBy(row);
        }

        return followed;
    }

    private int FollowedBy(int row) =>
        WishOf(row)?.From is { Kind: ReferenceKinds.ImageStreamTag } from && LocalTags.TryFollow(Stream, from, out var tag)
            ? IndexOf(tag, near: row)
            : FollowOrder.Nothing;

    /// <summary>The first and the last row between which a tag must be.</summary>
    private (int Low, int High) Bracket(string tag, int near)
    {
        var (low, high) = (near, near);
        for (var step = 1; low > 0 && Utf8Order.Compare(NameOf(low), tag) > 0; step *= 2)
        {
            low = Math.Max(0, low - step);
        }

        for (var step = 1; high < Count - 1 && Utf8Order.Compare(NameOf(high), tag) < 0; step *= 2)
        {
            high = Math.Min(Count - 1, high + step);
        }

        return (low, Math.Min(high, Count - 1));
    }
}
