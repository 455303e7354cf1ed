namespace ImageStreams.Policies;

/// <summary>The limits and the order of versions, which differ between the dialects.</summary>
internal sealed class VersionSyntax
{
    private VersionSyntax(ulong? maxNumber, bool allowsLeadingZeros)
    {
        MaxNumber = maxNumber;
        AllowsLeadingZeros = allowsLeadingZeros;
    }

    /// <summary>Numbers of any size, and numeric identifiers of any size compared as numbers.</summary>
    public static VersionSyntax Standard { get; } = new(null, allowsLeadingZeros: false);

    /// <summary>The third generation of Masterminds/semver, of Flux and Argo CD: unsigned numbers of 64 bits.</summary>
    public static VersionSyntax Unsigned { get; } = new(ulong.MaxValue, allowsLeadingZeros: false);

    /// <summary>The first generation of Masterminds/semver, of Keel: signed numbers of 64 bits.</summary>
    public static VersionSyntax Signed { get; } = new(long.MaxValue, allowsLeadingZeros: true);

    /// <summary>The greatest major, minor and patch number; null without a limit.</summary>
    public ulong? MaxNumber { get; }

    /// <summary>Gets a value indicating whether numeric identifiers of a pre-release may start with a zero.</summary>
    public bool AllowsLeadingZeros { get; }

    /// <summary>Compares two pre-releases, without their hyphens.</summary>
    public int ComparePreReleases(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => MaxNumber is null
        ? References.PreRelease.Compare(left, right)
        : GoPreRelease.Compare(left, right);
}
