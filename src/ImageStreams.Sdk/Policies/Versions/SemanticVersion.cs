namespace ImageStreams.Policies;

/// <summary>The version that a text states: up to three numbers, a pre-release and build metadata.</summary>
/// <remarks>
/// Wider than the versions of <see cref="References.TagPriority"/>, which keeps OpenShift's order: a leading <c>v</c>, absent minor
/// and patch numbers and leading zeros are allowed, as tags have them.
/// </remarks>
internal sealed class SemanticVersion
{
    private readonly VersionSyntax _syntax;

    internal SemanticVersion(VersionSyntax syntax, ReadOnlySpan<VersionNumber> numbers, string preRelease, string build)
    {
        _syntax = syntax;
        Parts = numbers.Length;
        Major = numbers[0];
        Minor = numbers.Length > 1 ? numbers[1] : default;
        Patch = numbers.Length > 2 ? numbers[2] : default;
        PreRelease = preRelease;
        Build = build;
    }

    /// <summary>The number of numbers that the text states, from 1 to 3.</summary>
    public int Parts { get; }

    /// <summary>The major number.</summary>
    public VersionNumber Major { get; }

    /// <summary>The minor number; 0 when the text has none.</summary>
    public VersionNumber Minor { get; }

    /// <summary>The patch number; 0 when the text has none.</summary>
    public VersionNumber Patch { get; }

    /// <summary>The pre-release without its hyphen; empty for a release.</summary>
    public string PreRelease { get; }

    /// <summary>The build metadata without its plus; it never counts in the order.</summary>
    public string Build { get; }

    /// <summary>Gets a value indicating whether the version is a pre-release.</summary>
    public bool IsPreRelease => PreRelease.Length > 0;

    /// <summary>Reads a version, which must be the whole text.</summary>
    public static SemanticVersion? Read(string text, VersionSyntax syntax, out VersionFault fault) =>
        VersionReader.Read(text, syntax, out fault);

    /// <summary>Compares precedence; negative when this version is lower.</summary>
    public int CompareTo(SemanticVersion other)
    {
        var numbers = CompareNumbers(other);
        return numbers != 0 ? numbers : _syntax.ComparePreReleases(PreRelease, other.PreRelease);
    }

    /// <summary>Compares the three numbers alone.</summary>
    public int CompareNumbers(SemanticVersion other)
    {
        var order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        return order != 0 ? order : Patch.CompareTo(other.Patch);
    }

    /// <summary>Returns the release of the same numbers.</summary>
    public SemanticVersion WithoutPreRelease() =>
        IsPreRelease ? new SemanticVersion(_syntax, [Major, Minor, Patch], "", Build) : this;
}
