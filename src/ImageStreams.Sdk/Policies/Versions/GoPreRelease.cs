using System.Globalization;

namespace ImageStreams.Policies;

/// <summary>The order of pre-releases of Masterminds/semver, in which numbers above 64 bits are words.</summary>
/// <remarks>
/// Equal numbers of different digits, which only its first generation reads, have no order: each of them is below the other.
/// </remarks>
internal static class GoPreRelease
{
    /// <summary>Compares two pre-releases; an empty one is a release, and ranks highest.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty.CompareTo(right.IsEmpty);
        }

        while (!left.IsEmpty || !right.IsEmpty)
        {
            var order = CompareIdentifiers(Take(ref left), Take(ref right));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int CompareIdentifiers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right))
        {
            return 0;
        }

        if (left.IsEmpty || right.IsEmpty)
        {
            return right.IsEmpty.CompareTo(left.IsEmpty);
        }

        var leftIsNumber = TryRead(left, out var x);
        var rightIsNumber = TryRead(right, out var y);
        if (leftIsNumber != rightIsNumber)
        {
            return leftIsNumber ? -1 : 1;
        }

        var isAbove = leftIsNumber ? x > y : left.SequenceCompareTo(right) > 0;
        return isAbove ? 1 : -1;
    }

    private static bool TryRead(ReadOnlySpan<char> identifier, out ulong number) =>
        ulong.TryParse(identifier, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest)
    {
        var dot = rest.IndexOf('.');
        var identifier = dot < 0 ? rest : rest[..dot];
        rest = dot < 0 ? default : rest[(dot + 1)..];
        return identifier;
    }
}
