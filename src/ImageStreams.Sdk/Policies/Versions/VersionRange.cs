namespace ImageStreams.Policies;

/// <summary>A range of versions, such as <c>^1.2</c> or <c>&gt;=1 &lt;3 || 5.x</c>.</summary>
/// <remarks>The grammar is that of Masterminds/semver, which Flux, Argo CD and Helm use.</remarks>
internal sealed class VersionRange
{
    /// <summary>The greatest number of characters of a range.</summary>
    public const int MaxLength = 2048;

    private readonly IReadOnlyList<IReadOnlyList<RangePart>> _alternatives;

    internal VersionRange(IReadOnlyList<IReadOnlyList<RangePart>> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a range; null when the text is not one.</summary>
    public static VersionRange? Read(string text, VersionSyntax syntax) =>
        text.Length > MaxLength ? null : RangeReader.Read(RangeRewriter.Rewrite(text), syntax);

    /// <summary>
    /// Tests whether a version is in the range; a pre-release only where its alternative names a pre-release, too.
    /// </summary>
    public bool Allows(SemanticVersion version) => _alternatives.Any(parts =>
        (!version.IsPreRelease || parts.Any(part => part.Version.IsPreRelease)) && AllAllow(parts, version));

    /// <summary>
    /// Tests whether a version is in the range, where pre-releases are versions like any other, and <c>*</c> is all of them.
    /// </summary>
    public bool AllowsWithPreReleases(SemanticVersion version) =>
        _alternatives.Any(parts => parts.All(part => part.IsEverything || part.Allows(version)));

    private static bool AllAllow(IReadOnlyList<RangePart> parts, SemanticVersion version)
    {
        foreach (var part in parts)
        {
            if (!part.Allows(version))
            {
                return false;
            }
        }

        return true;
    }
}
