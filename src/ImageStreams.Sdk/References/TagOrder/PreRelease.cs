using System.Buffers;
using System.Globalization;

namespace ImageStreams.References;

/// <summary>The dot-separated identifiers after a version: SemVer 2.0.0, clauses 9 to 11.</summary>
internal static class PreRelease
{
    private static readonly SearchValues<char> IdentifierCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>
    /// Determines whether a text consists of identifiers, the numeric ones of 64 bits without leading zeros.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> preRelease)
    {
        foreach (var range in preRelease.Split('.'))
        {
            if (!IsIdentifier(preRelease[range]) || !IsNumberOrWord(preRelease[range]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Determines whether a text consists of identifiers, as build metadata does.</summary>
    public static bool AreIdentifiers(ReadOnlySpan<char> build)
    {
        foreach (var range in build.Split('.'))
        {
            if (!IsIdentifier(build[range]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Compares precedence: a version without identifiers ranks highest, then identifiers are compared in order, then
    /// more rank above fewer.
    /// </summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty.CompareTo(right.IsEmpty);
        }

        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = CompareIdentifiers(TakeIdentifier(ref left), TakeIdentifier(ref right));
            if (order != 0)
            {
                return order;
            }
        }

        return right.IsEmpty.CompareTo(left.IsEmpty);
    }

    private static int CompareIdentifiers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (leftIsNumber, rightIsNumber) = (IsNumber(left), IsNumber(right));
        if (leftIsNumber != rightIsNumber)
        {
            return leftIsNumber ? -1 : 1;
        }

        // Numbers have no leading zeros, so that the longer one is the greater one.
        var order = leftIsNumber ? left.Length.CompareTo(right.Length) : 0;
        return order != 0 ? order : left.SequenceCompareTo(right);
    }

    private static ReadOnlySpan<char> TakeIdentifier(ref ReadOnlySpan<char> rest)
    {
        var dot = rest.IndexOf('.');
        var identifier = dot < 0 ? rest : rest[..dot];
        rest = dot < 0 ? default : rest[(dot + 1)..];
        return identifier;
    }

    private static bool IsIdentifier(ReadOnlySpan<char> identifier) =>
        !identifier.IsEmpty && !identifier.ContainsAnyExcept(IdentifierCharacters);

    private static bool IsNumberOrWord(ReadOnlySpan<char> identifier) =>
        !IsNumber(identifier)
        || ((identifier.Length == 1 || identifier[0] != '0')
            && ulong.TryParse(identifier, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static bool IsNumber(ReadOnlySpan<char> identifier) => !identifier.ContainsAnyExceptInRange('0', '9');
}
