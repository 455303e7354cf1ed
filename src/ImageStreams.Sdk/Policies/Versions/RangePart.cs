namespace ImageStreams.Policies;

/// <summary>One comparison of a range, such as <c>&gt;=1.2</c>.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Version">The version, with 0 from the first number on that is missing or a wildcard.</param>
/// <param name="Given">The number of numbers that are given before the first wildcard, from 0 to 3.</param>
internal sealed record RangePart(RangeOperator Operator, SemanticVersion Version, int Given)
{
    /// <summary>Gets a value indicating whether this is a wildcard alone.</summary>
    public bool IsEverything =>
        Given == 0 && !Version.IsPreRelease && Operator is (RangeOperator.Equal or RangeOperator.AtLeast or RangeOperator.Tilde);

    private bool IsPartial => Given < 3;

    /// <summary>Tests whether a version satisfies the comparison; pre-releases are compared as versions.</summary>
    public bool Allows(SemanticVersion version) => Operator switch
    {
        RangeOperator.Equal => IsPartial ? AllowsTilde(version) : version.CompareTo(Version) == 0,
        RangeOperator.NotEqual => Differs(version),
        RangeOperator.Above => IsAbove(version),
        RangeOperator.AtLeast => version.CompareTo(Version) >= 0,
        RangeOperator.Below => version.CompareTo(Version) < 0,
        RangeOperator.AtMost => IsAtMost(version),
        RangeOperator.Tilde => AllowsTilde(version),
        _ => AllowsCaret(version),
    };

    private bool HasSameMajor(SemanticVersion version) => version.Major.CompareTo(Version.Major) == 0;

    private bool HasSameMinor(SemanticVersion version) => version.Minor.CompareTo(Version.Minor) == 0;

    private bool Differs(SemanticVersion version) => Given switch
    {
        1 => !HasSameMajor(version),
        2 => !HasSameMajor(version) || !HasSameMinor(version) || version.PreRelease != Version.PreRelease,
        _ => version.CompareTo(Version) != 0,
    };

    // A partial version stands for all versions that begin with it: 1.5 is not above 1, and 1.2.9 is not above 1.2.
    private bool IsAbove(SemanticVersion version)
    {
        var major = version.Major.CompareTo(Version.Major);
        return Given switch
        {
            1 => major > 0,
            2 => major > 0 || (major == 0 && version.Minor.CompareTo(Version.Minor) > 0),
            _ => version.CompareTo(Version) > 0,
        };
    }

    private bool IsAtMost(SemanticVersion version)
    {
        if (!IsPartial)
        {
            return version.CompareTo(Version) <= 0;
        }

        var major = version.Major.CompareTo(Version.Major);
        return major < 0 || (major == 0 && (Given == 1 || version.Minor.CompareTo(Version.Minor) <= 0));
    }

    // ~0.0.0 and a wildcard allow all that is not below, as in the original.
    private bool AllowsTilde(SemanticVersion version)
    {
        if (version.CompareTo(Version) < 0)
        {
            return false;
        }

        var isZero = Version.Major.IsZero && Version.Minor.IsZero && Version.Patch.IsZero;
        return (isZero && Given is not (1 or 2))
            || (HasSameMajor(version) && (Given == 1 || HasSameMinor(version)));
    }

    private bool AllowsCaret(SemanticVersion version)
    {
        if (version.CompareTo(Version) < 0 || !HasSameMajor(version))
        {
            return false;
        }

        if (Given == 1 || !Version.Major.IsZero)
        {
            return true;
        }

        return HasSameMinor(version)
            && (Given == 2 || !Version.Minor.IsZero || version.Patch.CompareTo(Version.Patch) == 0);
    }
}
