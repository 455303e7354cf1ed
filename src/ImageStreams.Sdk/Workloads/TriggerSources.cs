namespace ImageStreams.Workloads;

/// <summary>The objects that an image-change trigger can watch.</summary>
internal static class TriggerSources
{
    /// <summary>
    /// Determines whether OpenShift's trigger controller is notified of changes of an object: of tags only, named with a
    /// colon and without the version of their API.
    /// </summary>
    public static bool CanFire(string? kind, string? apiVersion, string? name) =>
        kind == ReferenceKinds.ImageStreamTag
        && string.IsNullOrEmpty(apiVersion)
        && (name ?? "").Contains(':', StringComparison.Ordinal);
}
