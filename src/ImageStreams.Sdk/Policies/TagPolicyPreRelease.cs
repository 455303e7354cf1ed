namespace ImageStreams.Policies;

/// <summary>The pre-releases, such as <c>2.0.0-rc.1</c> and <c>16.1-alpine</c>, that a policy may choose.</summary>
public enum TagPolicyPreRelease
{
    /// <summary>Those that the range names: only a range with a pre-release of its own allows any.</summary>
    Range,

    /// <summary>All that the range spans.</summary>
    Include,

    /// <summary>None.</summary>
    Exclude,

    /// <summary>
    /// Those with exactly the pre-release of the tag that is followed now, so that <c>16.1-alpine</c> leads to <c>16.2-alpine</c>;
    /// the range is about the numbers alone. As <see cref="Range"/> while no tag is followed.
    /// </summary>
    Same,
}
