using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Creates the problems of tags whose registry was asked.</summary>
internal static class LockProblems
{
    /// <summary>Determines whether a registry says that there is no such image.</summary>
    public static bool IsGone(RegistryException error) =>
        error.Reason is RegistryFailure.ManifestNotFound or RegistryFailure.RepositoryNotFound;

    /// <summary>Creates the problem of a failed request.</summary>
    public static ImageLockProblem Create(LockTarget.Image target, RegistryException error) =>
        Create(target, IsGone(error) ? ImageLockProblemKind.SourceGone : ImageLockProblemKind.RegistryFailed, error.Message) with
        {
            RegistryFailure = error.Reason,
            IsTransient = error.IsTransient,
        };

    /// <summary>Creates another problem.</summary>
    public static ImageLockProblem Create(LockTarget.Image target, ImageLockProblemKind kind, string message) =>
        new() { Tag = target.Tag, Kind = kind, Message = message, PullSpec = target.PullSpec };
}
