using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>How the API names what keeps an image from being imported.</summary>
internal static class ImportReasons
{
    public const string InternalError = "InternalError";

    public static string FromFailure(RegistryFailure failure) => failure switch
    {
        RegistryFailure.ManifestNotFound or RegistryFailure.BlobNotFound or RegistryFailure.RepositoryNotFound => "NotFound",
        RegistryFailure.Unauthorized or RegistryFailure.Denied => "Unauthorized",
        RegistryFailure.RateLimited => "TooManyRequests",
        RegistryFailure.Blocked => "Forbidden",
        _ => InternalError,
    };
}
