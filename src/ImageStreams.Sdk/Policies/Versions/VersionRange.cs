namespace ImageStreams.Policies;

/// <summary>A range of versions, such as <c>^1.2</c> or <c>&gt;=1 &lt;3 || 5.x</c>.</summary>
/// <remarks>The grammar is that of Masterminds/semver, which Flux, Argo CD and Helm use.</remarks>
internal sealed class VersionRange
{
    /// <summary>The greatest number of characters of a range.</summary>
    public const int MaxLength = 2048;

    private readonly RangeAlternative[] _alternatives;

    internal VersionRange(RangeAlternative[] alternatives) => _alternatives = alternatives;

    /// <summary>All comparisons of the range.</summary>
    public IEnumerable<RangePart> Parts => _alternatives.SelectMany(alternative => alternative.Parts);

    /// <summary>Reads a range; null when the text is not one.</summary>
    public static VersionRange? Read(string text, VersionSyntax syntax) =>
        text.Length > MaxLength ? null : RangeReader.Read(RangeRewriter.Rewrite(text), syntax);

    /// <summary>
    /// Tests whether a version is in the range; a pre-release only where its alternative names a pre-release, too.
    /// </summary>
    public bool Allows(SemanticVersion version)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.Allows(version))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tests whether a version is in the range, where pre-releases are versions like any other.</summary>
    public bool AllowsWithPreReleases(SemanticVersion version)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.AllowsWithPreReleases(version))
            {
                return true;
            }
        }

        return false;
    }
}
