namespace ImageStreams.Policies;

/// <summary>The reasons for which a policy chooses no tag.</summary>
public enum TagChoiceNothing
{
    /// <summary>The repository has no tags.</summary>
    NoTags,

    /// <summary>The patterns leave no tag.</summary>
    NothingIncluded,

    /// <summary>No tag that the patterns leave has a place in the order, and in the range.</summary>
    NothingFits,

    /// <summary>A tag has no place in the order, and the policy asks for nothing to be chosen then.</summary>
    BadValue,
}
