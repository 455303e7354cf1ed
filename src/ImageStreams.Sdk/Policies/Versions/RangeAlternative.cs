namespace ImageStreams.Policies;

/// <summary>The comparisons between two <c>||</c> of a range, which all must allow a version.</summary>
internal sealed class RangeAlternative(RangePart[] parts)
{
    private readonly bool _namesPreRelease = Array.Exists(parts, part => part.Version.IsPreRelease);

    /// <summary>The comparisons.</summary>
    public IReadOnlyList<RangePart> Parts => parts;

    /// <summary>Tests whether a version is allowed; a pre-release only where one of the comparisons names one.</summary>
    public bool Allows(SemanticVersion version)
    {
        if (version.IsPreRelease && !_namesPreRelease)
        {
            return false;
        }

        foreach (var part in parts)
        {
            if (!part.Allows(version))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tests whether a version is allowed, where pre-releases are versions like any other, and <c>*</c> is all of them.</summary>
    public bool AllowsWithPreReleases(SemanticVersion version)
    {
        foreach (var part in parts)
        {
            if (!part.IsEverything && !part.Allows(version))
            {
                return false;
            }
        }

        return true;
    }
}
