using System.Globalization;

namespace ImageStreams.References;

/// <summary>The semantic version in a tag: three numbers, and the position of the pre-release in the text.</summary>
/// <remarks>
/// Strict SemVer 2.0.0 with numbers up to 2^64-1; in addition, <c>1.2</c> and <c>1.2-word</c> have patch 0.
/// </remarks>
internal readonly record struct TagVersion
{
    /// <summary>The highest rank.</summary>
    public const ulong MaxRank = (1UL << 62) - 1;

    private const ulong MaxRankedNumber = (1UL << 20) - 1;

    private TagVersion(ulong major, ulong minor, ulong patch, int coreLength, int preReleaseLength)
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        CoreLength = coreLength;
        PreReleaseLength = preReleaseLength;
    }

    /// <summary>The length of the numbers with their dots.</summary>
    public int CoreLength { get; }

    /// <summary>The precedence as a number: a higher rank is a higher version, equal ones have to be compared.</summary>
    public ulong Rank
    {
        get
        {
            if (Major >= MaxRankedNumber)
            {
                return MaxRank;
            }

            if (Minor >= MaxRankedNumber)
            {
                return (Major << 42) | ((1UL << 42) - 1);
            }

            var isRelease = PreReleaseLength == 0 ? 1UL : 0UL;
            var patch = Patch >= MaxRankedNumber ? (1UL << 22) - 1 : (Patch << 1) | isRelease;
            return (Major << 42) | (Minor << 22) | patch;
        }
    }

    private ulong Major { get; }

    private ulong Minor { get; }

    private ulong Patch { get; }

    private int PreReleaseLength { get; }

    /// <summary>Parses a version without a prefix.</summary>
    /// <param name="text">The whole text, which must be a version and nothing else.</param>
    /// <param name="version">The version.</param>
    /// <param name="isMinor">True when the version has no patch number.</param>
    public static bool TryScan(ReadOnlySpan<char> text, out TagVersion version, out bool isMinor)
    {
        version = default;
        isMinor = false;
        var rest = text;
        if (!TryTakeNumber(ref rest, out var major)
            || !TryTake('.', ref rest)
            || !TryTakeNumber(ref rest, out var minor))
        {
            return false;
        }

        var patch = 0UL;
        isMinor = !TryTake('.', ref rest);
        if (!isMinor && !TryTakeNumber(ref rest, out patch))
        {
            return false;
        }

        var preRelease = GetPreRelease(rest);
        version = new TagVersion(major, minor, patch, text.Length - rest.Length, preRelease.Length);
        return isMinor ? IsWordOrNothing(rest) : IsPreReleaseAndBuild(rest, preRelease);
    }

    /// <summary>Compares SemVer precedence; negative when the left version is lower. Ignores build metadata.</summary>
    public static int Compare(
        in TagVersion left, ReadOnlySpan<char> leftText, in TagVersion right, ReadOnlySpan<char> rightText)
    {
        var order = left.Major.CompareTo(right.Major);
        order = order != 0 ? order : left.Minor.CompareTo(right.Minor);
        order = order != 0 ? order : left.Patch.CompareTo(right.Patch);
        return order != 0 ? order : PreRelease.Compare(left.SlicePreRelease(leftText), right.SlicePreRelease(rightText));
    }

    private ReadOnlySpan<char> SlicePreRelease(ReadOnlySpan<char> text) =>
        PreReleaseLength == 0 ? default : text.Slice(CoreLength + 1, PreReleaseLength);

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, out ulong number)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? rest : rest[..length];
        rest = rest[digits.Length..];
        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && (digits.Length == 1 || digits[0] != '0');
    }

    private static bool TryTake(char delimiter, ref ReadOnlySpan<char> rest)
    {
        var found = rest.StartsWith(delimiter);
        rest = found ? rest[1..] : rest;
        return found;
    }

    private static ReadOnlySpan<char> GetPreRelease(ReadOnlySpan<char> rest)
    {
        var plus = rest.IndexOf('+');
        var end = plus < 0 ? rest.Length : plus;
        return rest.StartsWith('-') ? rest[1..end] : default;
    }

    private static bool IsWordOrNothing(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (rest[0] == '-' && !rest[1..].ContainsAny('-', '.') && PreRelease.IsValid(rest[1..]));

    private static bool IsPreReleaseAndBuild(ReadOnlySpan<char> rest, ReadOnlySpan<char> preRelease)
    {
        if (rest.StartsWith('-'))
        {
            if (!PreRelease.IsValid(preRelease))
            {
                return false;
            }

            rest = rest[(1 + preRelease.Length)..];
        }

        return rest.IsEmpty || (rest[0] == '+' && PreRelease.AreIdentifiers(rest[1..]));
    }
}
