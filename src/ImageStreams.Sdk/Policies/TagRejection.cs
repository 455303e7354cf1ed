namespace ImageStreams.Policies;

/// <summary>The reasons for which a policy does not choose a tag.</summary>
public enum TagRejection
{
    /// <summary>A pattern of <see cref="TagPolicy.Include"/> does not match.</summary>
    NotIncluded,

    /// <summary>A pattern of <see cref="TagPolicy.Exclude"/> matches.</summary>
    Excluded,

    /// <summary>The tag, or what is extracted from it, is not a version.</summary>
    NotAVersion,

    /// <summary>The version shows fewer numbers than <see cref="TagPolicy.Parts"/>.</summary>
    TooFewParts,

    /// <summary>A number of the version is above the limit of the dialect.</summary>
    TooBig,

    /// <summary>The version is not in the range.</summary>
    OutOfRange,

    /// <summary>The version is a pre-release that is not allowed.</summary>
    PreRelease,

    /// <summary>The change from the version followed now is too great.</summary>
    StepTooFar,

    /// <summary>The tag that is followed now is not a version, so that no step from it can be measured.</summary>
    FollowedNotComparable,

    /// <summary>The tag, or what is extracted from it, is not a number.</summary>
    NotANumber,

    /// <summary>The time at which the image was created is not known.</summary>
    NoCreationTime,

    /// <summary>The image is younger than <see cref="TagPolicy.MinimumAge"/>.</summary>
    TooYoung,

    /// <summary>The policy names another tag.</summary>
    NotTheTag,

    /// <summary>The tag is below the one that is followed now.</summary>
    Downgrade,

    /// <summary>Another tag ranks above it.</summary>
    Lower,

    /// <summary>Another tag has the same value, and is preferred to it.</summary>
    SameValue,
}
