namespace ImageStreams.Workloads;

/// <summary>What an image-change trigger can listen to.</summary>
internal static class TriggerSources
{
    /// <summary>
    /// Determines whether OpenShift's trigger controller hears of changes: of tags only, named with a colon and without the version
    /// of their API.
    /// </summary>
    public static bool CanFire(string? kind, string? apiVersion, string? name) =>
        kind == ReferenceKinds.ImageStreamTag
        && string.IsNullOrEmpty(apiVersion)
        && (name ?? "").Contains(':', StringComparison.Ordinal);
}
