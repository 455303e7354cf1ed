namespace ImageStreams.Policies;

/// <summary>The orders in which a policy finds the best tag.</summary>
public enum TagPolicyOrder
{
    /// <summary>By semantic version; other tags are passed over.</summary>
    SemVer,

    /// <summary>By number; other tags are passed over.</summary>
    Numeric,

    /// <summary>By the bytes of the text.</summary>
    Alphabetical,

    /// <summary>By the time at which the image was created; tags without a known time are passed over.</summary>
    Created,

    /// <summary>One tag by its name, for the digest that it has.</summary>
    Digest,
}
