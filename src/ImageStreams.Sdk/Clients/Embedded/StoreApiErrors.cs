using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>How an API answers what a store does not do.</summary>
internal static class StoreApiErrors
{
    /// <summary>Whether somebody else wrote first, so that reading again and trying anew may help.</summary>
    public static bool IsConflict(ApiException exception) =>
        exception.InnerException is StoreException { Reason: StoreFailure.Conflict or StoreFailure.AlreadyExists };

    /// <summary>What a failed call about one object is to its caller.</summary>
    public static ApiException FromObjectFailure(StoreException exception, string resource, string name) =>
        exception.Reason switch
        {
            StoreFailure.NotFound => ApiErrors.NotFound(resource, name),
            StoreFailure.AlreadyExists => ApiErrors.AlreadyExists(resource, name, exception),
            StoreFailure.Conflict => ApiErrors.Modified(resource, name, exception),
            _ => FromListFailure(exception),
        };

    /// <summary>What a failed list or watch is to its caller.</summary>
    public static ApiException FromListFailure(StoreException exception) => exception.Reason switch
    {
        StoreFailure.Expired or StoreFailure.FellBehind => ApiErrors.Gone(exception.Message, exception),
        StoreFailure.InvalidContinue => ApiErrors.BadRequest(exception.Message, exception),
        _ => ApiErrors.Unexpected(exception.Message, exception),
    };
}
