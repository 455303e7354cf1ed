namespace ImageStreams.Policies;

/// <summary>The tools whose answers a policy gives where they differ.</summary>
public enum TagPolicyDialect
{
    /// <summary>The answers that a user would expect; the order of the tags never matters.</summary>
    Standard,

    /// <summary>The answers of Flux's image-reflector-controller.</summary>
    Flux,

    /// <summary>The answers of Keel.</summary>
    Keel,

    /// <summary>The answers of Argo CD Image Updater.</summary>
    ArgoCd,
}
