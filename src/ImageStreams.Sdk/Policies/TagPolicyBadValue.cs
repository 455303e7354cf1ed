namespace ImageStreams.Policies;

/// <summary>The treatment of a tag that the order of a policy cannot place.</summary>
public enum TagPolicyBadValue
{
    /// <summary>The tag is passed over.</summary>
    Skip,

    /// <summary>Nothing is chosen while there is such a tag.</summary>
    Fail,

    /// <summary>The tag ranks below all others, in the order of the list; only in the dialect of Keel.</summary>
    Last,
}
