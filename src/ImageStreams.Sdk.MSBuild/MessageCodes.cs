namespace ImageStreams.MSBuild;

/// <summary>The codes of errors and warnings; docs/reference/msbuild-codes.md has a section about each.</summary>
internal static class MessageCodes
{
    /// <summary>The lock has no entry of a tag, and locked mode forbids to look it up.</summary>
    public const string NotLocked = "IST3001";

    /// <summary>The streams lead a tag elsewhere than the lock, and locked mode forbids to look it up.</summary>
    public const string Outdated = "IST3002";

    /// <summary>The image has no platform for a runtime identifier of the container.</summary>
    public const string PlatformMissing = "IST3003";

    /// <summary>The project has several base images.</summary>
    public const string SeveralBaseImages = "IST3004";

    /// <summary>The lock cannot be read or written.</summary>
    public const string LockUnusable = "IST3005";

    /// <summary>A tag could not be looked up.</summary>
    public const string LookUpFailed = "IST3006";

    /// <summary>A warning: <c>ContainerBaseImage</c> is set, so that the base image of the item is not used.</summary>
    public const string BaseImageIgnored = "IST3007";

    /// <summary>A warning: a manifest cannot be read.</summary>
    public const string ManifestUnreadable = "IST3008";

    /// <summary>The lock does not pass verification.</summary>
    public const string VerificationFailed = "IST3009";

    /// <summary>A value of a property cannot be used.</summary>
    public const string InvalidProperty = "IST3010";
}
