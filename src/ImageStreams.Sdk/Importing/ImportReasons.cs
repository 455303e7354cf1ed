using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>How the API names what keeps an image from being imported.</summary>
internal static class ImportReasons
{
    public static string FromFailure(RegistryFailure failure) => failure switch
    {
        RegistryFailure.ManifestNotFound or RegistryFailure.BlobNotFound or RegistryFailure.RepositoryNotFound => StatusReasons.NotFound,
        RegistryFailure.Unauthorized or RegistryFailure.Denied => StatusReasons.Unauthorized,
        RegistryFailure.RateLimited => StatusReasons.TooManyRequests,
        RegistryFailure.Blocked => StatusReasons.Forbidden,
        _ => StatusReasons.InternalError,
    };
}
