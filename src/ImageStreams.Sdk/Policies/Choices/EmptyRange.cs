using System.Globalization;
using System.Numerics;

namespace ImageStreams.Policies;

/// <summary>Finds ranges that no version satisfies, such as <c>&gt;2 &lt;1</c>.</summary>
/// <remarks>
/// The versions that a range allows begin at, or next to, one that it names. So a version of each such place is tried. Ranges of very
/// many parts or digits are not tried.
/// </remarks>
internal static class EmptyRange
{
    private const int MaxParts = 32;
    private const int MaxDigits = 20;
    private static readonly int[] Steps = [0, 1, -1];

    /// <summary>Determines whether a policy's range and pre-releases leave no version at all; false when it is not known.</summary>
    public static bool IsEmpty(TagPolicy policy)
    {
        var plan = TagPolicyPlan.Create(policy, out _);
        var parts = plan?.Range?.Parts.Take(MaxParts + 1).ToArray() ?? [];
        if (parts.Length is 0 or > MaxParts || Array.Exists(parts, part => !IsShort(part.Version)))
        {
            return false;
        }

        var isSame = policy.PreRelease == TagPolicyPreRelease.Same;
        var alone = new TagPolicy
        {
            Dialect = policy.Dialect,
            Range = policy.Range,
            PreRelease = isSame ? TagPolicyPreRelease.Include : policy.PreRelease,
            Parts = 1,
            Exclude = [],
        };
        CandidateTag[] tags = [.. parts.SelectMany(part => FindPlaces(part.Version)).Distinct().Select(CandidateTag.Create)];
        return alone.Choose(tags, null, DateTimeOffset.UnixEpoch) is TagChoice.Nothing { Reason: TagChoiceNothing.NothingFits };
    }

    private static IEnumerable<string> FindPlaces(SemanticVersion version) =>
        from major in FindNumbers(version.Major)
        from minor in FindNumbers(version.Minor).Append(0).Distinct()
        from patch in FindNumbers(version.Patch).Append(0).Distinct()
        from end in FindEnds(version)
        select string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}{end}");

    private static IEnumerable<BigInteger> FindNumbers(VersionNumber number)
    {
        var value = BigInteger.Parse(number.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        return Steps.Select(step => value + step).Where(near => near.Sign >= 0);
    }

    private static string[] FindEnds(SemanticVersion version) => version.IsPreRelease
        ? ["", "-0", $"-{version.PreRelease}", $"-{version.PreRelease}.0"]
        : ["", "-0"];

    private static bool IsShort(SemanticVersion version) =>
        IsShort(version.Major) && IsShort(version.Minor) && IsShort(version.Patch);

    private static bool IsShort(VersionNumber number) => number.ToString().Length <= MaxDigits;
}
