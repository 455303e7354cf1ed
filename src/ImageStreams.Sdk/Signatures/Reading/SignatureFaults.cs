using System.Net;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>Tells the failures that are about the content of a registry from those of the registry.</summary>
internal static class SignatureFaults
{
    /// <summary>Determines whether a registry does not have what was asked for.</summary>
    public static bool IsAbsent(RegistryException exception) =>
        exception.StatusCode == HttpStatusCode.NotFound
        || exception.Reason is RegistryFailure.ManifestNotFound or RegistryFailure.BlobNotFound or RegistryFailure.RepositoryNotFound;

    /// <summary>Determines whether the content is at fault, so that asking again gives the same.</summary>
    public static bool IsAboutContent(RegistryException exception) =>
        IsAbsent(exception)
        || exception.Reason is RegistryFailure.DigestMismatch or RegistryFailure.TooLarge or RegistryFailure.Unsupported
            or RegistryFailure.InvalidResponse or RegistryFailure.RedirectRefused;
}
